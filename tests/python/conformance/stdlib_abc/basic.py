from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f"{self.name} {self.area()}"


class Square(Shape):
    name = "square"

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2


print(Square(3).describe(), isinstance(Square(1), Shape), issubclass(Square, Shape))
class Half(Shape):
    def area(self):
        return 1


for kind in (Shape, Half):
    try:
        kind()
    except TypeError as error:
        print(error)


@Shape.register
class Odd:
    pass


print(issubclass(Odd, Shape), isinstance(Odd(), Shape), sorted(Shape.__abstractmethods__))


class Sized(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "__len__")


print(isinstance([], Sized), isinstance(5, Sized))
