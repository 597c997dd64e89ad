"""import * and what sqlalchemy.util lends."""
from sqlalchemy import *
from sqlalchemy import util
from sqlalchemy.types import TypeDecorator
from sqlalchemy.util import immutabledict, memoized_property


class Blob(TypeDecorator):
    impl = Text


print(CreateTable if "CreateTable" in globals() else Table("t", MetaData(), Column("b", Blob())))
print(select(column("x")).where(and_(column("x") > 1, true())))


class Shelf:
    counted = 0

    @memoized_property
    def books(self):
        self.counted += 1
        return ["one"]

    @util.classproperty
    def kind(cls):
        return cls.__name__.lower()


shelf = Shelf()
print(shelf.books, shelf.books, shelf.counted, Shelf.kind, shelf.kind)
frozen = immutabledict({"a": 1})
print(frozen, frozen.union({"b": 2}), frozen | {"c": 3})
try:
    frozen["b"] = 2
except TypeError as problem:
    print(problem)
print(util.to_list("ab"), util.to_list(None), util.to_list((1, 2)), util.to_set([1]), util.asbool("yes"), util.asbool(0))
try:
    util.asbool("maybe")
except ValueError as problem:
    print(problem)
names = util.OrderedSet(["b", "a", "b"])
names.add("c")
print(list(names), util.asint("5"), util.asint(None), util.EMPTY_DICT, util.OrderedDict)
