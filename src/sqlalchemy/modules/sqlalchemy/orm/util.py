"""Aliases of mapped classes and what stands beside them."""
from sqlalchemy.orm.attributes import QueryableAttribute


class AliasedClass:
    is_aliased_class = True

    def __init__(self, entity, alias=None, name=None, **ignored):
        self._entity = entity
        self._alias = entity.__table__.alias(name) if alias is None else alias
        self.__mapper__ = entity.__mapper__
        self.__name__ = name or entity.__name__

    @property
    def __table__(self):
        return self._alias

    def __clause_element__(self):
        return self._alias

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        found = getattr(self._entity, name)
        column = self._entity.__mapper__.columns.get(name)
        if name in self.__mapper__.relationships:
            from sqlalchemy.orm.relationships import Path

            return Path(found, source=self)
        return found if column is None else QueryableAttribute(self, name, self._alias.c[column.key])


def aliased(element, alias=None, name=None, flat=False, adapt_on_names=False):
    if hasattr(element, "__mapper__"):
        return AliasedClass(element, alias, name)
    return element.alias(name) if hasattr(element, "alias") else element


def with_polymorphic(base, classes, selectable=None, **ignored):
    return AliasedClass(base, selectable) if selectable is not None else base


def with_parent(instance, prop, from_entity=None):
    mapper = type(instance).__mapper__
    from sqlalchemy import and_

    return and_(*[theirs == getattr(instance, mapper.key_of(mine)) for mine, theirs in prop.joined()[1]])


def join(left, right, onclause=None, isouter=False, full=False):
    from sqlalchemy import join as core_join

    return core_join(_table(left), _table(right), onclause, isouter=isouter, full=full)


def outerjoin(left, right, onclause=None, full=False):
    return join(left, right, onclause, True, full)


def _table(value):
    return getattr(value, "__table__", value)


def object_mapped(instance):
    return hasattr(instance, "_sa_instance_state")


def identity_key(class_=None, ident=None, *, instance=None, **ignored):
    if instance is not None:
        return type(instance).__mapper__.identity_key_from_instance(instance)
    return (class_, ident if isinstance(ident, tuple) else (ident,))


def polymorphic_union(table_map, typecolname, aliasname="p_union", cast_nulls=True):
    from sqlalchemy import literal_column, select, union_all

    parts = []
    for name, table in table_map.items():
        parts.append(select(*table.c, literal_column("'{}'".format(name)).label(typecolname)))
    return union_all(*parts).alias(aliasname)


def was_deleted(instance):
    return instance._sa_instance_state.is_deleted


class CascadeOptions(frozenset):
    pass
