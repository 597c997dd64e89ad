# ends in: maximum recursion depth exceeded
a = []
for _ in range(10000):
    a = [a]
print(a)
