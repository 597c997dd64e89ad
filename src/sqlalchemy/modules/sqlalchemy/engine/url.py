"""Database URLs."""
from _system import is_unresolved
from _unresolved import passes_on
from sqlalchemy import exc
from sqlalchemy.engine import _native


def _escaped(text, plain):
    return "".join(
        c if c.isalnum() and c.isascii() or c in plain else "".join("%%%02X" % b for b in c.encode("utf-8"))
        for c in text
    )


class URL:
    __slots__ = ("drivername", "username", "password", "host", "port", "database", "query")

    # Before 1.4 this was how one was made.
    def __init__(self, drivername=None, username=None, password=None, host=None, port=None, database=None, query=None):
        for name, value in zip(self.__slots__, (drivername, username, password, host, port, database)):
            object.__setattr__(self, name, value)
        pairs = query.items() if hasattr(query, "items") else query or ()
        object.__setattr__(self, "query", {k: v if isinstance(v, str) else tuple(v) for k, v in pairs})

    def __setattr__(self, name, value):
        raise AttributeError("can't set attribute")

    @classmethod
    def create(cls, drivername, username=None, password=None, host=None, port=None, database=None, query=None):
        for part in (drivername, query):
            if is_unresolved(part):
                return part
        if not isinstance(drivername, str):
            raise TypeError("drivername must be a string")
        if is_unresolved(port) or port is not None and port != "":
            try:
                port = int(port)
            except ValueError:
                raise TypeError("Port argument must be an integer or None")
        else:
            port = None
        return cls(drivername, username, password, host, port, database, query)

    def _parts(self):
        return {name: getattr(self, name) for name in self.__slots__}

    def set(self, **changes):
        parts = self._parts()
        parts.update((name, value) for name, value in changes.items() if value is not None)
        return type(self).create(**parts)

    def _replace(self, **changes):
        return type(self).create(**{**self._parts(), **changes})

    def update_query_dict(self, query_parameters, append=False):
        query = dict(self.query)
        for name, value in query_parameters.items():
            if append and name in query:
                old = query[name] if isinstance(query[name], tuple) else (query[name],)
                value = old + (value if isinstance(value, tuple) else (value,))
            query[name] = value
        return self._replace(query=query)

    def update_query_pairs(self, key_value_pairs, append=False):
        return self.update_query_dict(dict(key_value_pairs), append)

    def update_query_string(self, query_string, append=False):
        from urllib.parse import parse_qsl

        return self.update_query_dict(dict(parse_qsl(query_string)), append)

    def difference_update_query(self, names):
        return self._replace(query={k: v for k, v in self.query.items() if k not in set(names)})

    @property
    def normalized_query(self):
        return {k: (v,) if isinstance(v, str) else v for k, v in self.query.items()}

    def render_as_string(self, hide_password=True):
        for part in (*self._parts().values(), *self.query.values()):
            if is_unresolved(part):
                return part
        text = self.drivername + "://"
        if self.username is not None:
            text += _escaped(self.username, " +_.-~")
            if self.password is not None:
                text += ":" + ("***" if hide_password else _escaped(str(self.password), " +_.-~"))
            text += "@"
        if self.host is not None:
            text += "[%s]" % self.host if ":" in self.host else self.host
        if self.port is not None:
            text += ":" + str(self.port)
        if self.database is not None:
            text += "/" + self.database
        if self.query:
            pairs = []
            for name in sorted(self.query):
                values = self.query[name]
                for value in (values,) if isinstance(values, str) else values:
                    pairs.append(_quoted_plus(name) + "=" + _quoted_plus(value))
            text += "?" + "&".join(pairs)
        return text

    def __to_string__(self, hide_password=True):
        return self.render_as_string(hide_password)

    def __str__(self):
        return self.render_as_string()

    def __repr__(self):
        return self.render_as_string()

    def __eq__(self, other):
        return isinstance(other, URL) and self._parts() == other._parts()

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(str(self))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def get_backend_name(self):
        return self.drivername.split("+")[0]

    def get_driver_name(self):
        backend, plus, driver = self.drivername.partition("+")
        return driver or {"postgresql": "psycopg2", "sqlite": "pysqlite", "mysql": "mysqldb"}.get(backend, "")

    def get_dialect(self, _is_async=False):
        return type(_dialect_of(self))

    def translate_connect_args(self, names=None, **renamed):
        parts = {}
        for name in ("host", "database", "username", "password", "port"):
            value = getattr(self, name)
            if value:
                parts[renamed.get(name, name)] = value
        return parts


def _quoted_plus(text):
    from urllib.parse import quote_plus

    return quote_plus(text)


def _dialect_of(url):
    backend = {"postgres": "postgresql"}.get(url.get_backend_name(), url.get_backend_name())
    _, _, driver = url.drivername.partition("+")
    made = _native.make_dialect(backend, driver)
    if made is None:
        raise exc.NoSuchModuleError("Can't load plugin: sqlalchemy.dialects:" + url.drivername.replace("+", "."))
    return made


@passes_on
def make_url(name_or_url):
    if isinstance(name_or_url, URL):
        return name_or_url
    if not isinstance(name_or_url, str):
        if hasattr(name_or_url, "get_secret_value"):
            return make_url(name_or_url.get_secret_value())
        raise exc.ArgumentError("Expected string or URL object, got {!r}".format(name_or_url))
    *parts, query = _native.parse_url(name_or_url)
    return URL(*parts, {name: values[0] if len(values) == 1 else tuple(values) for name, values in query.items()})
