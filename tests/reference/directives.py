"""Random directives, types, constraints and expressions, compiled by limbeck and by the reference, offline: prints
where the two differ.

    tests/reference/directives.py LIMBECK [--count N] [--seed N] [--dialect postgresql|sqlite] [--show N]

Run by the interpreter that has the reference. Each case is one statement of a revision's upgrade(); one that raises
writes the exception's name and message into the script instead.
"""
import argparse
import pathlib
import random
import re
import subprocess
import sys
import tempfile

CASES_A_REVISION = 25

REFERENCE = """
import sys
sys.path.insert(0, sys.argv.pop(1))
import ordered_reference
import sqlalchemy.sql.schema
sqlalchemy.sql.schema.set = ordered_reference.OrderedSet
from alembic.config import main
main()
"""

ENV = """
from alembic import context
context.configure(url=context.config.get_main_option("sqlalchemy.url"), literal_binds=True, {options})
with context.begin_transaction():
    context.run_migrations()
"""

HEAD = """
import datetime, decimal, enum, uuid
import sqlalchemy as sa
from alembic import op
from sqlalchemy import func
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, array, aggregate_order_by, insert
from sqlalchemy.sql import column, table, text

revision = {revision!r}
down_revision = {down!r}


class Colour(enum.Enum):
    red = "R"
    dark_green = "G"


t = table("t", column("id", sa.Integer), column("name", sa.String), column("Mixed", sa.Integer), column("data", JSONB),
          column("tags", ARRAY(sa.String)), column("at", sa.DateTime(timezone=True)), column("flag", sa.Boolean),
          column("price", sa.Numeric(10, 2)), column("colour", sa.Enum(Colour)))
u = sa.Table("u", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("t_id", sa.Integer),
             sa.Column("order", sa.String(20)), sa.Column("doc", sa.JSON), sa.Column("day", sa.Date), schema=None)
"""


class Maker:
    def __init__(self, rng, dialect):
        self.rng = rng
        self.dialect = dialect

    def pick(self, *options):
        """One of them; those that are costly to make are functions."""
        picked = self.rng.choice(options)
        return picked() if callable(picked) else picked

    def maybe(self, chance, text):
        return text if self.rng.random() < chance else ""

    def some(self, options, most=3):
        return self.rng.sample(options, self.rng.randint(0, min(most, len(options))))

    def name(self):
        return self.pick("'users'", "'order'", "'Mixed'", "'with space'", "'a_b'", "'x1'", "'1x'", "'quo\"te'", "'per%cent'",
                         "'naïve'", "'group'", "'user'", "'_lead'", "'a.b'", "'col:on'", "'" + "long_name_" * 7 + "'",
                         "sa.sql.quoted_name('lower', True)", "sa.sql.quoted_name('Upper', False)", "op.f('ix_f')")

    def plain(self):
        return self.pick("'id'", "'name'", "'Mixed'", "'order'", "'with space'", "'a_b'")

    def text(self):
        return self.pick("'x'", "''", "'it\\'s'", "'per%cent'", "'col:on'", "'back\\\\slash'", "'two\\nlines'", "'é中'",
                         "'%s %(a)s'", "'\"q\"'", "':bind'", "'a\\\\:b'")

    def number(self):
        return self.pick("0", "1", "-1", "42", "10**12", "1.5", "-2.25", "1e20", "decimal.Decimal('1.10')")

    def value(self):
        return self.pick(self.text(), self.number(), "None", "True", "False", "datetime.date(2020, 2, 3)",
                         "datetime.datetime(2020, 2, 3, 4, 5, 6, 7)", "datetime.time(1, 2)",
                         "datetime.timedelta(days=1, seconds=2)", "uuid.UUID(int=5)", "b'\\x00ab'", "[1, 2]",
                         "{'a': [1, None]}", "Colour.red", "decimal.Decimal('1E+3')")

    def type(self, depth=1):
        r = self.rng
        generic = ["sa.Integer()", "sa.Integer", "sa.BigInteger()", "sa.SmallInteger()", "sa.Float()", "sa.Float(53)",
                   "sa.Float(precision=10)", "sa.Numeric()", "sa.Numeric(10)", "sa.Numeric(10, 2)", "sa.Double()",
                   "sa.String()", "sa.String(50)", "sa.String(length=5, collation='C')", "sa.Text()", "sa.Text(100)",
                   "sa.Unicode(9)", "sa.UnicodeText()", "sa.Boolean()", "sa.Boolean(create_constraint=True, name='bc')",
                   "sa.Date()", "sa.Time()", "sa.Time(timezone=True)", "sa.DateTime()", "sa.DateTime(timezone=True)",
                   "sa.Interval()", "sa.Interval(second_precision=3, day_precision=2)", "sa.Interval(native=False)",
                   "sa.LargeBinary()", "sa.LargeBinary(10)", "sa.JSON()", "sa.JSON(none_as_null=True)", "sa.Uuid()",
                   "sa.Uuid(as_uuid=False)", "sa.Uuid(native_uuid=False)", "sa.PickleType()", "sa.VARCHAR(3)", "sa.CHAR(2)",
                   "sa.NCHAR(2)", "sa.NVARCHAR(4)", "sa.CLOB()", "sa.BLOB()", "sa.REAL()", "sa.DOUBLE_PRECISION()",
                   "sa.DECIMAL(4, 1)", "sa.TIMESTAMP(timezone=True)", "sa.BINARY(3)", "sa.VARBINARY(3)", "sa.INT()",
                   "sa.types.NullType()", "sa.Enum('a', 'b', name='e')", "sa.Enum(Colour)",
                   "sa.Enum(Colour, name='colours', values_callable=lambda e: [m.value for m in e])",
                   "sa.Enum('a', \"it's\", name='e2', native_enum=False)", "sa.Enum('a', 'bb', name='e3', native_enum=False, length=40)",
                   "sa.Enum('x', name='e4', schema='s')", "sa.Enum('x', 'y', name='e5', native_enum=False, create_constraint=True)",
                   "sa.Enum('x', name='e6', create_type=False)"]
        own = ["postgresql.UUID()", "postgresql.UUID(as_uuid=True)", "postgresql.JSONB()", "postgresql.JSONB(astext_type=sa.Text())",
               "postgresql.JSON()", "postgresql.ARRAY(sa.Integer())", "postgresql.ARRAY(sa.Text(), dimensions=2)",
               "postgresql.INET()", "postgresql.CIDR()", "postgresql.MACADDR()", "postgresql.MACADDR8()", "postgresql.TSVECTOR()",
               "postgresql.TSQUERY()", "postgresql.HSTORE()", "postgresql.INT4RANGE()", "postgresql.TSTZRANGE()",
               "postgresql.DATEMULTIRANGE()", "postgresql.BIT(3)", "postgresql.BIT(varying=True)", "postgresql.BIT(5, varying=True)",
               "postgresql.MONEY()", "postgresql.OID()", "postgresql.REGCLASS()", "postgresql.BYTEA()", "postgresql.CITEXT()",
               "postgresql.INTERVAL()", "postgresql.INTERVAL(fields='YEAR TO MONTH')", "postgresql.INTERVAL(precision=2)",
               "postgresql.TIMESTAMP(precision=3)", "postgresql.TIMESTAMP(timezone=True, precision=0)", "postgresql.TIME(precision=2)",
               "postgresql.ENUM('a', 'b', name='pe')", "postgresql.ENUM('a', name='pe2', create_type=False)",
               "postgresql.ENUM('a', name='pe3', schema='s')", "postgresql.DOMAIN('d', sa.Integer(), check='VALUE > 0')",
               "postgresql.DOMAIN('d2', sa.Text(), not_null=True, default='x', create_type=False)",
               "postgresql.DOUBLE_PRECISION(precision=53)", "postgresql.FLOAT(3)", "postgresql.VARCHAR(5)", "postgresql.NUMERIC(3, 1)",
               "postgresql.ARRAY(sa.Enum('a', name='ae'))", "postgresql.ARRAY(sa.String(5))", "sa.ARRAY(sa.Integer)",
               "sqlite.JSON()", "sqlite.DATETIME()", "sqlite.DATE()", "sqlite.TIME()", "sqlite.DATETIME(truncate_microseconds=True)",
               "mysql.TINYINT(1)", "mysql.INTEGER(11)", "mysql.VARCHAR(5)", "mysql.LONGTEXT()", "mysql.BIGINT(unsigned=True)",
               "mysql.DOUBLE()", "mysql.MEDIUMBLOB()"]
        made = r.choice(generic if r.random() < 0.6 else own)
        if depth and r.random() < 0.1 and made.endswith(")"):
            made += f".with_variant({self.type(0)}, {self.pick(repr('postgresql'), repr('sqlite'), repr('mysql'))})"
        return made

    def condition(self, depth=2):
        return self.pick(f"t.c.id {self.pick('==', '!=', '<', '>=')} {self.number()}", f"t.c.name == {self.text()}",
                         f"t.c.name.in_([{self.text()}, {self.text()}])", "t.c.id.in_([])", "t.c.id.not_in([1, 2])",
                         f"t.c.name.like({self.text()})", f"t.c.name.ilike({self.text()}, escape='/')",
                         f"t.c.name.{self.pick('startswith', 'endswith', 'contains')}({self.text()}{self.maybe(.3, ', autoescape=True')})",
                         "t.c.name.is_(None)", "t.c.name.isnot(None)", "t.c.flag.is_(True)", "t.c.flag", "~t.c.flag", "sa.not_(t.c.flag)",
                         "t.c.flag == True", "t.c.flag == sa.false()", "t.c.name != None", f"t.c.id.between(1, {self.number()})",
                         "~t.c.id.between(1, 2)", "t.c.name.regexp_match('^a', 'i')", "t.c.data['a'].astext == 'x'",
                         "t.c.data[('a', 'b')].astext.cast(sa.Integer) > 3", "t.c.data.has_key('k')", "t.c.data.contains({'a': 1})",
                         "t.c.tags.any('x')", "t.c.tags.contains(['x'])", "t.c.tags.overlap(array(['a']))", "t.c.id == sa.any_(array([1, 2]))",
                         "t.c.colour == Colour.red", "t.c.colour.in_([Colour.red, Colour.dark_green])",
                         "t.c.at > datetime.datetime(2020, 1, 1, 0, 0)", "u.c.day == datetime.date(2020, 1, 2)",
                         "t.c.price == decimal.Decimal('1.50')", "sa.exists().where(u.c.t_id == t.c.id)",
                         "sa.exists(sa.select(u.c.id).where(u.c.t_id == t.c.id))", "t.c.id.in_(sa.select(u.c.t_id))",
                         "sa.tuple_(t.c.id, t.c.name).in_([(1, 'a'), (2, 'b')])", "t.c.name.is_distinct_from('x')",
                         "t.c.name.collate('C') < 'a'", "text('id > 5')", "text('name = :n').bindparams(n='x')",
                         "sa.literal_column('a') == sa.literal(5)", "func.lower(t.c.name) == 'x'", "t.c.Mixed == u.c.id",
                         "sa.true()", "sa.false()", "sa.null()", "t.c.id.op('%')(2) == 0", "t.c.id % 2 == 1", "t.c.id.bool_op('&&')(3)",
                         *([lambda: f"sa.and_({self.condition(depth - 1)}, {self.condition(depth - 1)})",
                            lambda: f"sa.or_({self.condition(depth - 1)}, {self.condition(depth - 1)})",
                            lambda: f"sa.not_({self.condition(depth - 1)})", lambda: f"({self.condition(depth - 1)}) & ({self.condition(depth - 1)})",
                            lambda: f"({self.condition(depth - 1)}) | ({self.condition(depth - 1)})"] if depth else []))

    def expression(self, depth=2):
        deeper = [] if not depth else [
            lambda: f"({self.expression(depth - 1)}) {self.pick('+', '-', '*', '/', '//', '%')} ({self.expression(depth - 1)})",
            lambda: f"func.coalesce({self.expression(depth - 1)}, {self.value()})", lambda: f"sa.cast({self.expression(depth - 1)}, {self.type(0)})",
            lambda: f"sa.type_coerce({self.expression(depth - 1)}, {self.type(0)})", lambda: f"({self.expression(depth - 1)}).label({self.plain()})",
            lambda: f"sa.case(({self.condition(1)}, {self.value()}), else_={self.expression(depth - 1)})",
            lambda: f"sa.func.max({self.expression(depth - 1)}).over(partition_by=t.c.name, order_by=t.c.id.desc())",
            lambda: f"func.count({self.expression(depth - 1)}).filter({self.condition(1)})", lambda: f"sa.select(func.max(u.c.id)).where({self.condition(1)}).scalar_subquery()",
            lambda: f"sa.distinct({self.expression(depth - 1)})", lambda: f"-({self.expression(depth - 1)})", lambda: f"sa.extract('year', {self.expression(depth - 1)})",
            lambda: f"func.string_agg({self.expression(depth - 1)}, aggregate_order_by(sa.literal(','), t.c.id.desc()))",
            lambda: f"sa.case({{'a': 1, 'b': {self.number()}}}, value=t.c.name, else_=0)", lambda: f"array([{self.expression(depth - 1)}, {self.number()}])",
            lambda: f"func.array_agg({self.expression(depth - 1)}).within_group(t.c.id)", lambda: f"sa.nulls_last(t.c.id.desc())"]
        return self.pick("t.c.id", "t.c.name", "t.c.Mixed", "u.c.order", "t.c.data['a']", "t.c.data[0]", "t.c.data[('a', 1)].astext", "t.c.tags[1]",
                         "u.c.doc['x'].as_string()", "u.c.doc['n'].as_integer()", "func.now()", "sa.func.current_timestamp()", "func.current_date()",
                         "t.c.at + datetime.timedelta(days=1)", "t.c.name + 'x'", "t.c.name.concat(u.c.order)", "'a' + t.c.name",
                         f"sa.literal({self.value()})", f"sa.literal({self.value()}, {self.type(0)})", "sa.null()", "sa.literal_column('1 + 1')",
                         f"sa.bindparam('b', {self.value()})", "func.my_schema.fun(1, 'x')", "func.count()", "func.random()", "t.c.price * 2",
                         "t.c.price / 3", "t.c.id / 2", "t.c.id // 2", "func.generate_series(1, 3)", "sa.text('raw')", "u.c.id", *deeper)

    def statement(self):
        where = self.maybe(.7, f".where({self.condition()})")
        columns = ", ".join(self.expression() for _ in range(self.rng.randint(1, 3)))
        order = self.maybe(.4, f".order_by({self.pick('t.c.id', 't.c.name.desc()', 'sa.desc(t.c.id)', 't.c.name.asc().nulls_first()', 'func.lower(t.c.name)', repr('x'))})")
        limit = self.maybe(.3, f".limit({self.pick('1', '10')})") + self.maybe(.2, ".offset(2)")
        values = ", ".join(f"{each}={self.pick(self.value(), self.expression(1))}" for each in self.some(["id", "name", "flag", "price", "tags", "data"]) or ["id"])
        returning = self.maybe(.25, f".returning({self.pick('t.c.id', 't', 't.c.id, t.c.name', 'func.lower(t.c.name)')})")
        select = f"sa.select({columns}){where}{self.maybe(.2, '.distinct()')}{self.maybe(.2, '.group_by(t.c.name)')}{self.maybe(.1, '.having(func.count() > 1)')}{order}{limit}{self.maybe(.1, '.with_for_update()')}"
        return self.pick(
            select, select, lambda: f"sa.select(t.c.id, u.c.order).select_from(t.{self.pick('join', 'outerjoin')}(u, {self.condition(1)})){where}",
            lambda: f"t.select(){where}", lambda: f"t.update(){where}.values({values}){returning}",
            lambda: f"sa.update(t){where}.values({{t.c.name: {self.expression(1)}, 'flag': {self.value()}}}){returning}",
            lambda: f"t.insert().values({values}){returning}", lambda: f"sa.insert(t).values([{{'id': 1, 'name': {self.value()}}}, {{'id': 2, 'name': {self.value()}}}])",
            lambda: f"t.insert().from_select(['id', 'name'], sa.select(u.c.id, u.c.order){where})", lambda: f"t.delete(){where}{returning}",
            lambda: f"sa.delete(t).where(t.c.id == u.c.t_id){where}", lambda: f"t.update().where(t.c.id == u.c.t_id).values(name=u.c.order)",
            lambda: f"insert(t).values({values}).on_conflict_do_nothing({self.pick('', 'index_elements=[t.c.id]', 'constraint=' + self.name())})",
            lambda: f"insert(t).values(id=1).on_conflict_do_update(index_elements=['id'], set_=dict(name={self.expression(1)}){self.maybe(.4, ', where=' + self.condition(1))})",
            lambda: f"{'sqlite.' * (self.dialect == 'sqlite')}insert(t).values(id=1).on_conflict_do_update(index_elements=['id'], set_=dict(name={self.value()}))",
            lambda: f"sa.select(t.c.id).{self.pick('union', 'union_all', 'intersect', 'except_')}(sa.select(u.c.id){where}){order}",
            lambda: f"sa.select(sa.select(t.c.id.label('q')){where}.{self.pick('subquery', 'alias', 'cte')}({self.pick('', repr('sub'))}).c.q)",
            lambda: f"sa.select(t.alias('z').c.name){limit}", lambda: f"sa.select(func.count()).select_from(t){where}",
            lambda: f"sa.values(sa.column('a', sa.Integer), sa.column('b', sa.String), name='v').data([(1, {self.text()}), (2, 'y')]).select()",
            lambda: f"sa.text({self.text()})", lambda: f"sa.text('UPDATE t SET a = :a').bindparams(a={self.value()})",
            lambda: f"sa.text('SELECT :b').bindparams(sa.bindparam('b', {self.value()}, {self.type(0)}))",
            lambda: f"sa.select(t.c.id, sa.lateral(sa.select(u.c.id).where(u.c.t_id == t.c.id), 'l').c.id)")

    def default(self):
        return self.pick("'x'", "'1'", "'it\\'s'", "sa.text('now()')", "sa.text(\"'x'::text\")", "func.now()", "sa.true()", "sa.false()", "sa.null()",
                         "sa.func.current_timestamp()", "sa.literal('q')", "sa.literal(5)", "sa.text('1')", "sa.cast('a', sa.String)", "'per%cent'",
                         "sa.Sequence('s').next_value()", "sa.FetchedValue()", "''", "\"'quoted'\"", "sa.literal_column('5')", "sa.DefaultClause('d')")

    def column(self, name=None, key=True):
        options = []
        for chance, option in (
                (.4, f"nullable={self.pick('True', 'False')}"), (.25, f"server_default={self.default()}"), (.1, f"comment={self.text()}"),
                (.08, "unique=True"), (.08, "index=True"), (.1 if key else 0, "primary_key=True"), (.05, f"autoincrement={self.pick('True', 'False')}"),
                (.05, f"default={self.value()}"), (.03, "key='other'"), (.04, "quote=True"), (.03, "onupdate=func.now()"), (.03, "info={'a': 1}"),
                (.03, "sqlite_on_conflict_not_null='FAIL'"), (.02, "system=False"), (.02, "postgresql_storage='EXTERNAL'")):
            options += [option] if self.rng.random() < chance else []
        items = []
        for chance, item in (
                (.08, f"sa.ForeignKey({self.pick(repr('u.id'), repr('s.u.id'), repr('Mixed.Id'))}{self.maybe(.4, ', ondelete=' + repr('CASCADE'))}{self.maybe(.3, ', name=' + self.name())}{self.maybe(.2, ', deferrable=True, initially=' + repr('DEFERRED'))})"),
                (.05, f"sa.Identity({self.pick('', 'always=True', 'start=5, increment=2', 'on_null=True', 'cycle=True, cache=3', 'minvalue=1, maxvalue=9', 'always=False, nominvalue=True')})"),
                (.05, f"sa.Computed({self.pick(repr('a + 1'), 'sa.text(' + repr('a * 2') + ')')}{self.maybe(.6, ', persisted=' + self.pick('True', 'False'))})"),
                (.04, f"sa.Sequence('seq'{self.maybe(.5, ', start=3')})"), (.04, f"sa.CheckConstraint({self.pick(repr('x > 0'), 'sa.text(' + repr('y < 5') + ')')})")):
            items += [item] if self.rng.random() < chance else []
        return f"sa.Column({', '.join([name or self.name(), *([self.type()] if self.rng.random() < .97 else []), *items, *options])})"

    def constraint(self, columns):
        name = self.maybe(.6, f", name={self.name()}")
        some = self.rng.sample(columns, min(len(columns), self.rng.randint(1, 2)))
        listed = ", ".join(some)
        defer = self.maybe(.15, ", deferrable=True") + self.maybe(.1, ", initially='IMMEDIATE'")
        return self.pick(
            f"sa.PrimaryKeyConstraint({listed}{name})", f"sa.UniqueConstraint({listed}{name}{defer}{self.maybe(.1, ', postgresql_nulls_not_distinct=True')}{self.maybe(.1, f', postgresql_include=[{some[0]}]')}{self.maybe(.1, ', sqlite_on_conflict=' + repr('IGNORE'))})",
            f"sa.CheckConstraint({self.pick(repr('a > 0'), 'sa.text(' + repr('a % 2 = 0') + ')', 'sa.column(' + repr('a') + ') > 5', self.condition(1))}{name}{self.maybe(.1, ', postgresql_not_valid=True')})",
            f"sa.ForeignKeyConstraint([{some[0]}], [{self.pick(repr('u.id'), repr('s.u.id'))}]{name}{self.maybe(.3, ', ondelete=' + self.pick(repr('SET NULL'), repr('CASCADE')))}{self.maybe(.2, ', onupdate=' + repr('CASCADE'))}{defer}{self.maybe(.1, ', match=' + repr('FULL'))}{self.maybe(.1, ', use_alter=True')}{self.maybe(.1, ', postgresql_not_valid=True')})",
            f"sa.Index({self.name()}, {listed}{self.maybe(.3, ', unique=True')})",
            f"postgresql.ExcludeConstraint(({some[0]}, '='), (sa.text('period'), '&&'){name}{self.maybe(.5, ', using=' + repr('gist'))}{self.maybe(.3, ', where=sa.text(' + repr('x > 1') + ')')})")

    def table_options(self):
        return "".join(self.maybe(chance, f", {option}") for chance, option in (
            (.2, "schema='s'"), (.1, f"comment={self.text()}"), (.1, "if_not_exists=True"), (.05, "postgresql_partition_by='RANGE (id)'"),
            (.04, "postgresql_with_oids=False"), (.04, "postgresql_inherits='base'"), (.04, "postgresql_tablespace='ts'"), (.05, "prefixes=['TEMPORARY']"),
            (.04, "postgresql_on_commit='DROP'"), (.03, "sqlite_autoincrement=True"), (.03, "sqlite_strict=True"), (.03, "sqlite_with_rowid=False"),
            (.05, "mysql_engine='InnoDB'"), (.03, "postgresql_using='heap'"), (.02, "info={'x': 1}"), (.02, "quote=True")))

    def index_item(self):
        return self.pick(self.plain(), self.plain(), "sa.text('lower(name)')", "func.lower(sa.column('name'))", "sa.column('a').desc()",
                         "sa.column('a').desc().nulls_last()", "sa.literal_column('b || c')", "sa.column('a') + 1", "sa.cast(sa.column('a'), sa.Integer)")

    def directive(self, prefix="op", batch=False):
        r = self.rng
        table = "" if batch else self.name() + ", "
        schema = "" if batch else self.maybe(.15, ", schema='s'")
        table_name = "" if batch else self.pick(f", table_name={self.name()}", f", {self.name()}")
        names = r.sample(["'id'", "'name'", "'Mixed'", "'order'", "'with space'", "'a_b'"], r.randint(1, 4))
        columns = ", ".join(self.column(each) for each in names)
        constraints = "".join(", " + self.constraint(names) for _ in range(r.choice((0, 0, 1, 1, 2, 3))))
        listed = ", ".join(names[:2])
        defer = self.maybe(.1, ", deferrable=True") + self.maybe(.1, ", initially='DEFERRED'")
        alters = ", ".join(r.sample([
            f"nullable={self.pick('True', 'False')}", f"type_={self.type()}", f"existing_type={self.type()}", f"server_default={self.pick(self.default(), 'None', 'False')}",
            f"existing_server_default={self.pick(self.default(), 'None', 'False')}", f"existing_nullable={self.pick('True', 'False')}", f"new_column_name={self.name()}",
            f"comment={self.pick(self.text(), 'None')}", "existing_comment='old'", "autoincrement=True", "existing_autoincrement=False", "postgresql_using='x::int'",
            "server_default=sa.Identity(always=True)", "existing_server_default=sa.Identity()", "server_default=sa.Computed('a + 1')"], r.randint(1, 4)))
        common = [
            f"{prefix}.add_column({table}{self.column(key=False)}{schema}{self.maybe(.1, ', if_not_exists=True')})",
            f"{prefix}.drop_column({table}{self.name()}{schema}{self.maybe(.1, ', if_exists=True')}{self.maybe(.05, ', mssql_drop_check=True')})",
            f"{prefix}.alter_column({table}{self.name()}, {alters}{schema})",
            f"{prefix}.alter_column({table}{self.name()}, {alters}{schema})",
            f"{prefix}.create_index({self.pick(self.name(), 'op.f(' + repr('ix_x') + ')')}{', ' + self.name() if not batch else ''}, [{', '.join(dict.fromkeys(self.index_item() for _ in range(r.randint(1, 3))))}]{schema}"
            + "".join(self.maybe(c, ", " + o) for c, o in ((.3, "unique=True"), (.15, "postgresql_using='gin'"), (.15, "postgresql_where=sa.text('a > 5')"), (.08, "postgresql_where=" + self.condition(1)),
                                                           (.08, "postgresql_ops={'name': 'text_pattern_ops'}"), (.08, "postgresql_concurrently=True"), (.08, "postgresql_include=['id']"),
                                                           (.06, "postgresql_with={'fillfactor': 50}"), (.05, "postgresql_nulls_not_distinct=True"), (.08, "sqlite_where=sa.text('a = 1')"),
                                                           (.05, "postgresql_tablespace='ts'"), (.06, "if_not_exists=True"), (.05, "mysql_length=5"), (.04, "quote=True"))) + ")",
            f"{prefix}.drop_index({self.name()}{self.maybe(.7, table_name)}{schema}{self.maybe(.1, ', if_exists=True')}{self.maybe(.1, ', postgresql_concurrently=True')})",
            f"{prefix}.create_unique_constraint({self.pick(self.name(), 'None')}, {table}[{listed}]{schema}{defer}{self.maybe(.1, ', postgresql_nulls_not_distinct=True')})",
            f"{prefix}.create_check_constraint({self.name()}, {table}{self.pick(repr('a > 5'), 'sa.text(' + repr('b < 1') + ')', self.condition(1), 'sa.column(' + repr('a') + ') > 5')}{schema})",
            f"{prefix}.create_foreign_key({self.pick(self.name(), 'None')}, {table}{self.name()}, [{names[0]}], ['id']{self.maybe(.3, ', ondelete=' + repr('CASCADE'))}{self.maybe(.2, ', onupdate=' + repr('SET NULL'))}{defer}"
            f"{'' if batch else self.maybe(.15, ', source_schema=' + repr('s'))}{self.maybe(.15, ', referent_schema=' + repr('r'))}{self.maybe(.1, ', match=' + repr('FULL'))}{self.maybe(.1, ', use_alter=True')}{self.maybe(.1, ', postgresql_not_valid=True')})",
            f"{prefix}.create_primary_key({self.pick(self.name(), 'None')}, {table}[{listed}]{schema})",
            f"{prefix}.drop_constraint({self.name()}{'' if batch else ', ' + self.name()}{self.maybe(.7, ', type_=' + self.pick(repr('foreignkey'), repr('unique'), repr('check'), repr('primary')))}{schema}{self.maybe(.1, ', if_exists=True')})",
            f"{prefix}.create_exclude_constraint({self.name()}, {table}({names[0]}, '='), (sa.text('r'), '&&'){self.maybe(.5, ', using=' + repr('gist'))}{self.maybe(.3, ', where=' + repr('a > 1'))})",
            f"{prefix}.create_table_comment({table}{self.pick(self.text(), 'None')}{self.maybe(.3, ', existing_comment=' + self.text())}{schema})" if not batch else f"{prefix}.create_table_comment({self.text()})",
        ]
        if batch:
            return r.choice(common)
        return r.choice([
            *common, f"op.create_table({self.name()}, {columns}{constraints}{self.table_options()})", f"op.create_table({self.name()}, {columns}{constraints}{self.table_options()})",
            f"op.create_table({self.name()}, {columns}{constraints})", f"op.create_table({self.name()}, {columns}{constraints}{self.table_options()})",
            f"op.drop_table({self.name()}{schema}{self.maybe(.15, ', if_exists=True')})", f"op.rename_table({self.name()}, {self.name()}{schema})",
            f"op.drop_table_comment({self.name()}{self.maybe(.3, ', existing_comment=' + self.text())}{schema})",
            f"op.execute({self.statement()})", f"op.execute({self.statement()})", f"op.execute({self.statement()})", f"op.execute({self.text()})",
            f"op.bulk_insert(t, [{{'id': {self.number()}, 'name': {self.value()}}}, {{'id': 2, 'name': {self.value()}}}]{self.maybe(.2, ', multiinsert=False')})",
            f"op.bulk_insert(sa.table('b', sa.column('v', {self.type(0)})), [{{'v': {self.value()}}}, {{'v': op.inline_literal({self.value()})}}])",
            f"{self.type(0)}.{self.pick('create', 'drop')}(op.get_bind(){self.maybe(.5, ', checkfirst=True')})",
            f"print(sa.schema.CreateTable(sa.Table({self.name()}, sa.MetaData(), {columns}{constraints})).compile(dialect=op.get_context().dialect))",
            f"print(({self.statement()}).compile(dialect=op.get_context().dialect))", f"print({self.statement()})",
            f"print(({self.statement()}).compile(dialect=op.get_context().dialect, compile_kwargs={{'literal_binds': True}}))",
            f"print(repr({self.type()}), str({self.type(0)}))", f"print(repr({self.column()}))", f"print(({self.expression()}).type, {self.condition()})",
            f"op.execute(sa.schema.CreateIndex(sa.Index({self.name()}, u.c.order, unique=True)))", f"op.execute(sa.schema.{self.pick('CreateSequence', 'DropSequence')}(sa.Sequence({self.name()}{self.maybe(.5, ', start=2, increment=3')}{self.maybe(.3, ', schema=' + repr('s'))})))",
            f"sa.Table({self.name()}, sa.MetaData({self.maybe(.3, 'naming_convention={' + repr('ix') + ': ' + repr('ix_%(column_0_label)s') + ', ' + repr('uq') + ': ' + repr('uq_%(table_name)s_%(column_0_name)s') + '}')}), {columns}{constraints}).create(op.get_bind())",
        ])

    def batch(self):
        options = self.maybe(.2, ", schema='s'") + self.maybe(.1, ", recreate='never'")
        body = "; ".join(self.directive("b", True) for _ in range(self.rng.randint(1, 3)))
        return f"with op.batch_alter_table({self.name()}{options}) as b: {body}"

    def case(self):
        return self.batch() if self.rng.random() < .08 else self.directive()


def write_project(folder, cases, dialect):
    versions = folder / "migrations" / "versions"
    versions.mkdir(parents=True)
    (folder / "alembic.ini").write_text(f"[alembic]\nscript_location = migrations\nsqlalchemy.url = {dialect}://\n")
    options = "dialect_opts={'paramstyle': 'named'}"
    (folder / "migrations" / "env.py").write_text(ENV.format(options=options))
    down = None
    for start in range(0, len(cases), CASES_A_REVISION):
        revision = f"r{start:06}"
        lines = [HEAD.format(revision=revision, down=down), "\ndef upgrade():\n"]
        for number, case in enumerate(cases[start:start + CASES_A_REVISION], start):
            lines.append(f"    op.execute('-- case {number} --')\n    try:\n        {case}\n    except Exception as e:\n"
                         "        print('-- raised', type(e).__name__, str(e).split('(Background on')[0])\n")
        lines.append("\n\ndef downgrade():\n    pass\n")
        (versions / f"{revision}.py").write_text("".join(lines))
        down = revision


def plain(text):
    """Without addresses and the names of classes that only the reference has; of one that raised, what was raised."""
    text = re.sub(r"<(?:[\w.]+\.)?(\w+) object at 0x[0-9a-f]+>", r"\1", text)
    text = re.sub(r" at 0x[0-9a-f]+", "", text)
    return text[text.find("-- raised"):].strip() if "-- raised" in text else text


def run(command, folder):
    done = subprocess.run([*command, "upgrade", "head", "--sql"], cwd=folder, capture_output=True, text=True)
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if "Warning:" not in line]
        sys.exit(f"{command[0]} ended with {done.returncode}:\n" + "\n".join(said[-30:]))
    found = {}
    for part in done.stdout.split("-- case ")[1:]:
        number, rest = part.split(" --;", 1)
        found[int(number)] = rest.split("-- Running upgrade")[0].split("UPDATE alembic_version")[0].split("INSERT INTO alembic_version")[0].strip()
        found[int(number)] = plain(found[int(number)])
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("limbeck", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dialect", default="postgresql")
    parser.add_argument("--show", type=int, default=40)
    parser.add_argument("--keep", type=pathlib.Path, help="a folder to write the project to")
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    cases = []
    while len(cases) < arguments.count:
        case = Maker(rng, arguments.dialect).case()
        try:
            compile(case, "case", "exec")
        except SyntaxError:  # an argument given twice
            continue
        cases.append(case)
    with tempfile.TemporaryDirectory() as folder:
        folder = arguments.keep or pathlib.Path(folder)
        write_project(folder, cases, arguments.dialect)
        reference = run([sys.executable, "-W", "ignore", "-c", REFERENCE, str(pathlib.Path(__file__).parent)], folder)
        own = run([arguments.limbeck.resolve()], folder)
    different = [number for number in range(len(cases)) if reference.get(number) != own.get(number)]
    for number in different[:arguments.show]:
        print(f"case {number}: {cases[number]}\n  reference: {reference.get(number)!r}\n  limbeck:   {own.get(number)!r}\n")
    failed = sum("-- raised" in text for text in reference.values())
    print(f"{len(cases)} cases ({failed} raise in the reference), {len(different)} different")
    return 1 if different else 0


sys.exit(main())
