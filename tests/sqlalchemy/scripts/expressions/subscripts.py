"""Classes that hints give a parameter."""
import datetime
import uuid
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import functions
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.types import TypeDecorator


class new_id(functions.FunctionElement[uuid.UUID]):
    name = "new_id"
    inherit_cache = True


@compiles(new_id)
def of_new_id(element, compiler, **kw):
    return "new_id()"


class Moment(TypeDecorator[datetime.datetime]):
    impl = sa.TIMESTAMP(timezone=True)


class later(functions.GenericFunction[datetime.datetime]):
    type = sa.DateTime()


table = sa.Table("t", sa.MetaData(), sa.Column("id", sa.Uuid, server_default=new_id()), sa.Column("at", Moment()))
print(sa.schema.CreateTable(table))
print(sa.select(new_id().label("fresh"), later(1)))


def known(expression: "ColumnElement[Any]", other: sa.Select[Any] = None) -> sa.ColumnElement[bool]:
    return expression.is_not(None)


print(known(sa.column("x")))
