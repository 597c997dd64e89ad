"""op.sync_enum_values(): other labels for an enum of PostgreSQL, in the columns that have it, too.

The new type takes the old one's place: it is made under the old name, columns are cast, and while both are
there, operators compare values of one with those of the other, so that defaults and checks keep working.
"""

import enum
import logging
import re

import sqlalchemy
from alembic.operations import Operations

Unspecified = object()
_log = logging.getLogger("alembic.alembic_postgresql_enum.operations.sync_enum_values")


class ColumnType(enum.Enum):
    COMMON = sqlalchemy.Enum
    ARRAY = sqlalchemy.ARRAY


class TableReference:
    def __init__(
        self, table_name, column_name, table_schema=Unspecified, column_type=ColumnType.COMMON, existing_server_default=None
    ):
        self.table_name, self.column_name, self.table_schema = table_name, column_name, table_schema
        self.column_type, self.existing_server_default = column_type, existing_server_default

    @property
    def table_name_with_schema(self):
        return ('"%s".' % self.table_schema if self.table_schema else "") + '"%s"' % self.table_name

    @property
    def escaped_column_name(self):
        return '"%s"' % self.column_name


class Config:
    def __init__(self, *arguments, **keywords):
        self.force_dialect_support = keywords.get("force_dialect_support", False)


_config = Config()


def set_configuration(config):
    global _config
    _config = config


def _default_of(connection, schema, table, column):
    wanted = "SELECT column_default FROM information_schema.columns WHERE table_schema = :s AND table_name = :t AND column_name = :c"
    return connection.execute(sqlalchemy.text(wanted), {"s": schema, "t": table, "c": column}).scalar()


def _renamed(default, renamed):
    for old, new in renamed:
        default = default.replace("'%s'" % old, "'%s'" % new).replace('"%s"' % old, '"%s"' % new)
    return default


def _new_default(schema, name, default, renamed):
    full = "%s.%s" % (schema, name) if schema else name
    if default.startswith("ARRAY["):
        return re.sub(r"::[.\w]+", "::" + full, _renamed(default, renamed))
    value = _renamed(default[: default.find("::")], renamed)
    return "%s::%s%s" % (value, full, "[]" if default.endswith("[]") else "")


class _Sync:
    functions = (("!=", "new_old_not_equals"), ("=", "new_old_equals"))

    def __init__(self, connection, schema, name, renamed):
        self.connection, self.schema, self.name, self.renamed = connection, schema, name, renamed
        self.type = '"%s"."%s"' % (schema, name)
        self.old = '"%s"."%s_old"' % (schema, name)

    def run(self, sql):
        self.connection.execute(sqlalchemy.text(re.sub(r"(?<!:):(?!:)", r"\\:", sql)))

    def operators(self):
        cases = " ".join("WHEN old_enum_val::text = '%s' THEN '%s'" % pair for pair in self.renamed)
        other = "CASE %s ELSE old_enum_val::text END" % cases if cases else "old_enum_val::text"
        for operator, function in self.functions:
            self.run(
                "CREATE FUNCTION %s(new_enum_val %s, old_enum_val %s) RETURNS boolean AS $$ "
                "SELECT new_enum_val::text %s %s; $$ LANGUAGE SQL IMMUTABLE" % (function, self.type, self.old, operator, other)
            )
            self.run(
                "CREATE OPERATOR %s (leftarg = %s, rightarg = %s, procedure = %s)" % (operator, self.type, self.old, function)
            )

    def drop_operators(self):
        for _, function in self.functions:
            self.run("DROP FUNCTION %s(new_enum_val %s, old_enum_val %s) CASCADE" % (function, self.type, self.old))

    def cast(self, column):
        name = column.escaped_column_name
        alter = "ALTER TABLE %s ALTER COLUMN %s TYPE %s" % (column.table_name_with_schema, name, self.type)
        if column.column_type == ColumnType.ARRAY:
            value = name + "::text[]"
            for pair in self.renamed:
                value = "array_replace(%s, '%s', '%s')" % ((value,) + tuple(pair))
            return self.run("%s[] USING %s::%s[]" % (alter, value, self.type))
        value = "%s::text::%s" % (name, self.type)
        if self.renamed:
            cases = ("WHEN %s::text = '%s' THEN '%s'::%s" % (name, old, new, self.type) for old, new in self.renamed)
            value = "CASE %s ELSE %s END" % (" ".join(cases), value)
        self.run("%s USING %s" % (alter, value))

    def column(self, column):
        default = column.existing_server_default
        alter = "ALTER TABLE %s ALTER COLUMN %s " % (column.table_name_with_schema, column.escaped_column_name)
        if default is not None:
            self.run(alter + "DROP DEFAULT")
        try:
            self.cast(column)
        except sqlalchemy.exc.DataError as error:
            raise ValueError(
                "New enum values can not be set due to some row containing reference to old enum value: "
                "rename it (enum_values_to_rename), or update or delete these rows before sync_enum_values"
            ) from error
        if default is not None:
            self.run(alter + "SET DEFAULT " + _new_default(self.schema, self.name, default, self.renamed))


@Operations.register_operation("sync_enum_values")
class SyncEnumValuesOp:
    @classmethod
    def sync_enum_values(
        cls, operations, enum_schema, enum_name, new_values, affected_columns, enum_values_to_rename=()
    ):
        dialect = operations.migration_context.dialect.name
        if dialect != "postgresql" and not _config.force_dialect_support:
            _log.warning("This library only supports postgresql, but you are using %s, skipping" % dialect)
            return
        connection = operations.get_bind()
        columns = []
        for given in affected_columns:
            if isinstance(given, tuple):
                kind = given[2] if len(given) > 2 else ColumnType.COMMON
                default = _default_of(connection, enum_schema, given[0], given[1])
                given = TableReference(given[0], given[1], enum_schema, kind, default)
            elif not isinstance(given, TableReference):
                raise ValueError("Affected columns must contain tuples or TableReferences")
            elif given.table_schema is Unspecified:
                given = TableReference(
                    given.table_name, given.column_name, enum_schema, given.column_type, given.existing_server_default
                )
            columns.append(given)
        sync = _Sync(connection, enum_schema, enum_name, list(enum_values_to_rename))
        sync.run("ALTER TYPE %s RENAME TO %s_old" % (sync.type, enum_name))
        sync.run("CREATE TYPE %s AS ENUM(%s)" % (sync.type, ", ".join("'%s'" % value for value in new_values)))
        sync.operators()
        for column in columns:
            sync.column(column)
        sync.drop_operators()
        sync.run("DROP TYPE " + sync.old)
