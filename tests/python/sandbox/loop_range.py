# ends in: did not end within 20000 steps
print(sum(range(10 ** 15)))
