"""What a database says of its tables, in the lists and dicts that scripts know."""
from contextlib import contextmanager
from functools import wraps

from _system import is_instance
from sqlalchemy import exc
from sqlalchemy.engine import _native


class ReflectionDefaults:
    columns = classmethod(lambda cls: [])
    pk_constraint = classmethod(lambda cls: {"name": None, "constrained_columns": []})
    foreign_keys = unique_constraints = indexes = check_constraints = columns
    table_options = classmethod(lambda cls: {})
    table_comment = classmethod(lambda cls: {"text": None})


class ObjectKind:
    TABLE, VIEW, MATERIALIZED_VIEW, ANY_VIEW, ANY = 1, 2, 4, 6, 7


class ObjectScope:
    DEFAULT, TEMPORARY, ANY = 1, 2, 3


def cache(function, *arguments, **keywords):
    return function(*arguments, **keywords)


_NAMES = ("table_name", "view_name", "sequence_name", "schema")


def _remembered(method):
    """What an inspector has said once it says again, whatever has happened to the table: until clear_cache()."""

    @wraps(method)
    def ask(self, *arguments, **keywords):
        names = [argument for argument in arguments if is_instance(argument, str)]
        names += [keywords[name] for name in _NAMES if is_instance(keywords.get(name), str)]
        rest = [pair for pair in keywords.items() if pair[0] not in _NAMES and is_instance(pair[1], (str, int, float))]
        key = (method.__name__, tuple(names), tuple(rest))
        answer = self.info_cache.get(key)
        if answer is None:
            answer = self.info_cache[key] = method(self, *arguments, **keywords)
        return answer

    return ask


class Inspector:
    def __init__(self, bind):
        self.bind = bind
        self._own = None
        self.info_cache = {}

    @classmethod
    def from_engine(cls, bind):
        return cls(bind)

    @property
    def engine(self):
        return self.bind.engine

    @property
    def dialect(self):
        return self.bind.dialect

    def _connection(self):
        bind = getattr(self.bind, "_limbeck_connection", self.bind)
        if not hasattr(bind, "url"):
            return bind
        if self._own is None or self._own.closed:
            self._own = bind.connect()
        return getattr(self._own, "_limbeck_connection", self._own)

    def clear_cache(self):
        self.info_cache.clear()

    @property
    def default_schema_name(self):
        return _native.default_schema(self._connection()) if self.dialect.name == "postgresql" else "main"

    # ---- names

    @_remembered
    def get_schema_names(self, **kw):
        return _native.schema_names(self._connection())

    @_remembered
    def get_table_names(self, schema=None, **kw):
        return _native.table_names(self._connection(), schema)

    @_remembered
    def get_view_names(self, schema=None, **kw):
        return _native.view_names(self._connection(), schema)

    @_remembered
    def get_materialized_view_names(self, schema=None, **kw):
        from sqlalchemy import text

        if self.dialect.name != "postgresql":
            raise NotImplementedError()
        sql = text(
            "SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
            "WHERE c.relkind = 'm' AND (n.nspname = :schema OR CAST(:schema AS text) IS NULL "
            "AND pg_catalog.pg_table_is_visible(c.oid) AND n.nspname <> 'pg_catalog')"
        )
        return [row[0] for row in self._connection().execute(sql, {"schema": schema})]

    def _temporary(self, kind, letter):
        from sqlalchemy import text

        if self.dialect.name == "postgresql":
            sql = "SELECT relname FROM pg_catalog.pg_class WHERE relpersistence = 't' AND relkind = '%s'" % letter
        else:
            sql = "SELECT name FROM sqlite_temp_master WHERE type = '%s' ORDER BY name" % kind
        return [row[0] for row in self._connection().execute(text(sql)) if not row[0].startswith("sqlite_")]

    @_remembered
    def get_temp_table_names(self, **kw):
        return self._temporary("table", "r")

    @_remembered
    def get_temp_view_names(self, **kw):
        return self._temporary("view", "v")

    @_remembered
    def get_sequence_names(self, schema=None, **kw):
        return _native.sequence_names(self._connection(), schema)

    @_remembered
    def get_enums(self, schema=None, **kw):
        return _native.enums(self._connection(), schema)

    @_remembered
    def has_table(self, table_name, schema=None, **kw):
        return _native.has_table(self._connection(), table_name, schema)

    @_remembered
    def has_sequence(self, sequence_name, schema=None, **kw):
        return _native.has_sequence(self._connection(), sequence_name, schema)

    def has_index(self, table_name, index_name, schema=None, **kw):
        if not self.has_table(table_name, schema):
            return False
        return any(index["name"] == index_name for index in self.get_indexes(table_name, schema))

    def has_schema(self, schema_name, **kw):
        return schema_name in self.get_schema_names()

    def get_sorted_table_and_fkc_names(self, schema=None, **kw):
        names = self.get_table_names(schema)
        before = {
            name: {key["referred_table"] for key in self.get_foreign_keys(name, schema)} - {name} for name in names
        }
        done, out = set(), []
        while len(out) < len(names):
            ready = [n for n in names if n not in done and before[n] & set(names) <= done]
            ready = ready or [n for n in names if n not in done]
            for name in ready:
                done.add(name)
                out.append((name, set()))
        return out + [(None, [])]

    # ---- one table

    @_remembered
    def get_columns(self, table_name, schema=None, **kw):
        return _native.columns(self._connection(), table_name, schema)

    @_remembered
    def get_pk_constraint(self, table_name, schema=None, **kw):
        return _native.pk_constraint(self._connection(), table_name, schema)

    def get_primary_keys(self, table_name, schema=None, **kw):
        return self.get_pk_constraint(table_name, schema)["constrained_columns"]

    @_remembered
    def get_foreign_keys(self, table_name, schema=None, **kw):
        return _native.foreign_keys(self._connection(), table_name, schema)

    @_remembered
    def get_indexes(self, table_name, schema=None, **kw):
        return _native.indexes(self._connection(), table_name, schema)

    @_remembered
    def get_unique_constraints(self, table_name, schema=None, **kw):
        return _native.unique_constraints(self._connection(), table_name, schema)

    @_remembered
    def get_check_constraints(self, table_name, schema=None, **kw):
        return _native.check_constraints(self._connection(), table_name, schema)

    @_remembered
    def get_table_comment(self, table_name, schema=None, **kw):
        if self.dialect.name != "postgresql":
            raise NotImplementedError()
        return _native.table_comment(self._connection(), table_name, schema)

    def get_table_options(self, table_name, schema=None, **kw):
        if self.dialect.name != "postgresql":
            raise NotImplementedError()
        if not self.has_table(table_name, schema):
            raise exc.NoSuchTableError(table_name)
        return {}

    @_remembered
    def get_view_definition(self, view_name, schema=None, **kw):
        found = _native.view_definition(self._connection(), view_name, schema)
        if found is None:
            raise exc.NoSuchTableError(schema + "." + view_name if schema else view_name)
        return found

    # ---- many

    def _multi(self, one, schema, filter_names):
        names = self.get_table_names(schema)
        if filter_names is not None:
            names = [name for name in names if name in set(filter_names)]
        return {(schema, name): one(name, schema) for name in names}

    def get_multi_columns(self, schema=None, filter_names=None, **kw):
        return self._multi(self.get_columns, schema, filter_names)

    def get_multi_pk_constraint(self, schema=None, filter_names=None, **kw):
        return self._multi(self.get_pk_constraint, schema, filter_names)

    def get_multi_foreign_keys(self, schema=None, filter_names=None, **kw):
        return self._multi(self.get_foreign_keys, schema, filter_names)

    def get_multi_indexes(self, schema=None, filter_names=None, **kw):
        return self._multi(self.get_indexes, schema, filter_names)

    def get_multi_unique_constraints(self, schema=None, filter_names=None, **kw):
        return self._multi(self.get_unique_constraints, schema, filter_names)

    def get_multi_check_constraints(self, schema=None, filter_names=None, **kw):
        return self._multi(self.get_check_constraints, schema, filter_names)

    def reflect_table(self, table, include_columns=None, exclude_columns=(), resolve_fks=True, **kw):
        table._limbeck_reflect(self._connection(), include_columns)

    reflecttable = reflect_table


PGInspector = Inspector
