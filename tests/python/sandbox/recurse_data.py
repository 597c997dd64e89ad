# ends in: maximum recursion depth exceeded
a = []
for _ in range(100000):
    a = [a]
print(a)
