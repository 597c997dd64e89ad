"""A class method that is a class, or an object that can be called."""
import types


class Shelf:
    __class_getitem__ = classmethod(types.GenericAlias)
    make = classmethod(lambda cls, n: (cls.__name__, n))


class Low(Shelf):
    pass


print(Shelf[int].__origin__ is Shelf, Low[str].__args__)


class Called:
    def __call__(self, *args):
        return [getattr(a, "__name__", a) for a in args]


class Bound:
    def __get__(self, instance, owner):
        return ("bound", instance, owner.__name__)


class Crate:
    by_object = classmethod(Called())
    listed = classmethod(list)
    described = classmethod(Bound())


print(Crate.by_object(1), Crate().by_object(2))
try:
    Crate.listed()
except TypeError as error:
    print(type(error).__name__)
print(Crate.described[0], Low.make(3))
