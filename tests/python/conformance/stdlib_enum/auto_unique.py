from enum import Enum, auto, unique, nonmember, member


class A(Enum):
    X = auto()
    Y = auto()
    Z = 10
    W = auto()


print([(m.name, m.value) for m in A])


class Named(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    ONE = auto()
    TWO = auto()


print(list(Named))
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
        C = 2
        D = 2
except ValueError as error:
    print(error)
try:
    class Again(Enum):
        A = 1
        A = 2
except TypeError as error:
    print(error)


class Mixed(Enum):
    A = 1
    limit = nonmember(5)

    @member
    def func():
        return 3


print(list(Mixed)[0], Mixed.limit, len(Mixed))
