"""Mapped classes for tables that are there already."""
from sqlalchemy.orm.decl_api import declarative_base


class _Classes(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)


class AutomapBase:
    __abstract__ = True
    classes = None

    @classmethod
    def prepare(cls, autoload_with=None, engine=None, reflect=False, schema=None, classname_for_table=None,
                reflection_options=None, **ignored):
        bind = autoload_with if autoload_with is not None else engine
        if bind is not None:
            cls.metadata.reflect(bind, schema=schema, extend_existing=True, **(reflection_options or {}))
        known = {id(mapper.local_table) for mapper in cls.registry.mappers}
        for table in list(cls.metadata.tables.values()):
            if id(table) in known or not list(table.primary_key):
                continue
            name = classname_for_table(cls, table.name, table) if classname_for_table else str(table.name)
            cls.classes[name] = type(cls)(name, (cls,), {"__table__": table})


def automap_base(declarative_base_=None, **options):
    base = declarative_base(cls=AutomapBase, name="Base", **options) if declarative_base_ is None else declarative_base_
    type.__setattr__(base, "classes", _Classes())
    return base


def classname_for_table(base, tablename, table):
    return str(tablename)
