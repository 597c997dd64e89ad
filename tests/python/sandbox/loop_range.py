# ends in: steps
print(sum(range(10 ** 15)))
