"""Attributes that show one attribute of each related row."""


from typing import Generic, TypeVar

_T = TypeVar("_T")


class AssociationProxy(Generic[_T]):
    def __init__(self, target_collection, attr, *, creator=None, **options):
        self.target_collection, self.value_attr = target_collection, attr
        self._creator = creator

    def __set_name__(self, owner, name):
        self.key = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        related = getattr(instance, self.target_collection)
        if isinstance(related, list):
            return _Values(self, instance, related)
        return None if related is None else getattr(related, self.value_attr)

    def __set__(self, instance, values):
        relationship = getattr(type(instance), self.target_collection)
        if relationship.uselist:
            setattr(instance, self.target_collection, [self._make(instance, value) for value in values])
        else:
            related = getattr(instance, self.target_collection)
            if related is None:
                setattr(instance, self.target_collection, self._make(instance, values))
            else:
                setattr(related, self.value_attr, values)

    def _make(self, instance, value):
        target = getattr(type(instance), self.target_collection).target
        return self._creator(value) if self._creator else target(value)


class _Values(list):
    def __init__(self, proxy, instance, related):
        super().__init__(getattr(one, proxy.value_attr) for one in related)
        self._proxy, self._instance, self._related = proxy, instance, related

    def append(self, value):
        self._related.append(self._proxy._make(self._instance, value))
        list.append(self, value)

    def extend(self, values):
        for value in values:
            self.append(value)

    def remove(self, value):
        for one in list(self._related):
            if getattr(one, self._proxy.value_attr) == value:
                self._related.remove(one)
                break
        list.remove(self, value)


def association_proxy(target_collection, attr, **options):
    return AssociationProxy(target_collection, attr, **options)


class AssociationProxyExtensionType:
    ASSOCIATION_PROXY = "ASSOCIATION_PROXY"


ASSOCIATION_PROXY = "ASSOCIATION_PROXY"
