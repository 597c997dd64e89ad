#!/usr/bin/env python3
"""Records what SQLAlchemy 2.0.52 and Alembic 1.19.1 make of the constructs that tests/sql/ builds.

usage: record_sql.py SOURCE_ROOT        (with the reference on PYTHONPATH)

The tests hold each construct twice: as Python, in a raw string marked `py`, and as the tree that limbeck builds for
it. This script evaluates the Python and writes every text that comes of it to tests/reference/recorded/sql/constructs.json; the
tests compare their trees' texts with these, byte for byte. What the text is of says the name of the checking
function: check_type(R"py(sa.Integer())py", …), check_sql, check_op, check_literal.
"""
import datetime as dt
import decimal
import enum
import io
import json
import pathlib
import re
import sys
import uuid
import warnings

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy.dialects import mysql, postgresql as pg, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql import quoted_name

CASE = re.compile(r'(check_\w+)\(\s*R"py\((.*?)\)py"', re.S)


class Color(enum.Enum):
    red = "r"
    green = "g"


class Guid(sa.TypeDecorator):
    impl = sa.CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(pg.UUID() if dialect.name == "postgresql" else sa.CHAR(36))


class Vector(sa.types.UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        return "VECTOR(3)"


t = sa.table(
    "t", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("price", sa.Numeric(10, 2)),
    sa.column("flag", sa.Boolean), sa.column("made", sa.DateTime), sa.column("data", pg.JSONB), sa.column("doc", sa.JSON),
    sa.column("tags", pg.ARRAY(sa.String)), sa.column("state", sa.Enum("on", "off", name="state")),
    sa.column("ratio", sa.Float), sa.column("day", sa.Date), sa.column("raw"))
u = sa.table("u", sa.column("id", sa.Integer), sa.column("t_id", sa.Integer), sa.column("name", sa.String), schema="other")
metadata = sa.MetaData()
users = sa.Table(
    "users", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(50)),
    sa.Column("age", sa.Integer, default=7), sa.Column("seen", sa.DateTime, onupdate=sa.func.now()))
posts = sa.Table(
    "posts", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("user_id", sa.ForeignKey("users.id")),
    sa.Column("title", sa.String(80)))
conventions = {
    "ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "pk": "pk_%(table_name)s"}

NAMES = dict(globals())


def dialects():
    """The dialects that texts are recorded for; a fresh one each, as one keeps what it once computed."""
    return {
        "postgresql": pg.dialect(),
        "postgresql_named": pg.dialect(paramstyle="named"),
        "sqlite": sqlite.dialect(),
    }


def attempt(make):
    """The text, or what it failed with."""
    try:
        return make()
    except Exception as error:  # every failure is a recording
        message = str(error).split("\n(Background on this error")[0]
        message = re.sub(r"<sqlalchemy\.[\w.]*\.(\w+) object at 0x[0-9a-f]+>", r"\1", message)
        return f"!{type(error).__name__}: {message}"


def evaluate(source):
    names = dict(NAMES)
    lines = source.strip().split("\n")
    if len(lines) > 1:
        exec("\n".join(lines[:-1]), names)
    return eval(lines[-1], names)


def record_type(source):
    return {name: attempt(lambda d=d: evaluate(source).compile(dialect=d)) for name, d in dialects().items()}


def compiled(construct, dialect, **kw):
    return str(construct.compile(dialect=dialect, **kw))


def record_sql(source):
    found = {}
    for name, d in dialects().items():
        found[name] = attempt(lambda: compiled(evaluate(source), d))
        found[name + "_literal"] = attempt(lambda: compiled(evaluate(source), d, compile_kwargs={"literal_binds": True}))
    return found


def record_literal(source):
    return {
        name: attempt(lambda d=d: compiled(sa.literal(*evaluate("(" + source + ",)")), d, compile_kwargs={"literal_binds": True}))
        for name, d in dialects().items()
    }


def record_op(source):
    found = {}
    for name, url, options in (
        ("postgresql", "postgresql", {}),
        ("postgresql_named", "postgresql", {"dialect_opts": {"paramstyle": "named"}, "literal_binds": True}),
        ("sqlite", "sqlite", {"literal_binds": True}),
    ):
        buffer = io.StringIO()

        def run():
            metadata = sa.MetaData(naming_convention=conventions) if "# conventions" in source else None
            context = MigrationContext.configure(
                dialect_name=url, opts={"as_sql": True, "output_buffer": buffer, "target_metadata": metadata, **options},
                dialect_opts=options.get("dialect_opts", {}))
            names = dict(NAMES)
            names["op"] = Operations(context)
            exec(source.strip(), names)
            return buffer.getvalue()

        found[name] = attempt(run)
    return found


RECORDERS = {"check_type": record_type, "check_sql": record_sql, "check_literal": record_literal, "check_op": record_op}


def main(root: pathlib.Path):
    recorded = {}
    for path in sorted((root / "tests" / "sql").glob("*_test.cpp")):
        for function, source in CASE.findall(path.read_text(encoding="utf-8")):
            if function in RECORDERS:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    recorded[f"{function} {source}"] = RECORDERS[function](source)
    target = root / "tests" / "reference" / "recorded" / "sql" / "constructs.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(recorded, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(recorded)} constructs")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
