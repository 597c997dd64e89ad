"""Attributes that are Python on instances and SQL on their class."""


from typing import Generic, TypeVar

_T = TypeVar("_T")


class hybrid_method(Generic[_T]):
    def __init__(self, func, expr=None):
        self.func, self.expr = func, expr or func

    def __get__(self, instance, owner=None):
        function = self.expr if instance is None else self.func
        return function.__get__(owner if instance is None else instance)

    def expression(self, expr):
        self.expr = getattr(expr, "__func__", expr)
        return self


class hybrid_property(Generic[_T]):
    def __init__(self, fget, fset=None, fdel=None, expr=None, custom_comparator=None, update_expr=None):
        self.fget, self.fset, self.fdel, self.expr = fget, fset, fdel, expr
        self.custom_comparator = custom_comparator
        self.__doc__ = getattr(fget, "__doc__", None)

    def __set_name__(self, owner, name):
        self.__name__ = name

    def __get__(self, instance, owner=None):
        if instance is not None:
            return self.fget(instance)
        if self.custom_comparator is not None:
            return self.custom_comparator(owner)
        return (self.expr or self.fget)(owner)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        self.fdel(instance)

    def _copy(self, **changes):
        given = dict(fget=self.fget, fset=self.fset, fdel=self.fdel, expr=self.expr, custom_comparator=self.custom_comparator)
        given.update(changes)
        return type(self)(**given)

    def getter(self, fget):
        return self._copy(fget=fget)

    def setter(self, fset):
        return self._copy(fset=fset)

    def deleter(self, fdel):
        return self._copy(fdel=fdel)

    def expression(self, expr):
        return self._copy(expr=getattr(expr, "__func__", expr))

    def comparator(self, comparator):
        return self._copy(custom_comparator=comparator)

    def update_expression(self, method):
        return self

    @property
    def inplace(self):
        return _InPlace(self)

    @property
    def overrides(self):
        return self


class _InPlace:
    def __init__(self, attribute):
        self._attribute = attribute

    def expression(self, expr):
        self._attribute.expr = getattr(expr, "__func__", expr)
        return expr

    def setter(self, fset):
        self._attribute.fset = fset
        return fset

    def deleter(self, fdel):
        self._attribute.fdel = fdel
        return fdel

    def comparator(self, comparator):
        self._attribute.custom_comparator = comparator
        return comparator

    def update_expression(self, method):
        return method


class Comparator(Generic[_T]):
    def __init__(self, expression):
        self.expression = expression

    def __clause_element__(self):
        return self.expression


ExprComparator = Comparator
