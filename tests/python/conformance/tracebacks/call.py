from functools import reduce


def add(a, b, *, c):
    return a + b + c


print(reduce(lambda a, b: add(a, b, c=0), [1, 2, 3]))
print((lambda a, b: add(a, b))(1, 2))
