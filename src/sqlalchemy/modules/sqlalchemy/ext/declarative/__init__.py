"""Where declarative bases were before 1.4."""
from sqlalchemy.orm.decl_api import (
    DeclarativeMeta,
    as_declarative,
    comparable_using,
    declarative_base,
    declared_attr,
    has_inherited_table,
    synonym_for,
)


class AbstractConcreteBase:
    __abstract__ = True


class ConcreteBase:
    __abstract__ = True


class DeferredReflection:
    __abstract__ = True

    @classmethod
    def prepare(cls, bind, **options):
        pass


def instrument_declarative(cls, cls_registry, metadata):
    from sqlalchemy.orm.decl_api import registry

    registry(metadata=metadata, class_registry=cls_registry).mapped(cls)
