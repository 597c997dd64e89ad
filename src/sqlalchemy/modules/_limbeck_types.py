"""Column types of other packages: classes made from the lines of a table (share/limbeck/types.yaml)."""

import re

import sqlalchemy.types
from sqlalchemy.dialects import mysql, postgresql, sqlite


class Written(sqlalchemy.types.UserDefinedType):
    """A type of which only the text is known."""

    cache_ok = True

    def __init__(self, text):
        self.text = text

    def get_col_spec(self, **keywords):
        return self.text


_names = {name: getattr(sqlalchemy.types, name) for name in dir(sqlalchemy.types) if name[0].isupper()}
_names.update(mysql=mysql, postgresql=postgresql, sqlite=sqlite, sql=Written)
_names.update(Index=sqlalchemy.Index, func=sqlalchemy.func)
_place = r"\{(\w+)\}"


def _fill(template, given):
    """The text with the arguments in their places; what stands in brackets goes where one is missing."""

    def bracket(match):
        missing = [name for name in re.findall(_place, match.group()) if given.get(name) is None]
        return "" if missing else match.group()

    text = re.sub(r"\([^()]*\)", bracket, template)
    return re.sub(_place, lambda match: "" if given.get(match.group(1)) is None else str(given[match.group(1)]), text)


def _binder(arguments):
    if arguments is None:

        def bind(*positional, **keywords):
            given = {str(place): value for place, value in enumerate(positional)}
            given.update(keywords)
            return given

        return bind
    scope = {}
    exec("def bind(%s):\n    return dict(locals())" % arguments, dict(_names), scope)
    return scope["bind"]


def _evaluate(text, given):
    """What an expression of the table gives with these arguments."""
    return eval(text.lstrip("= "), {**_names, **given})


def make(dotted_name, arguments, types):
    """The class for a line of the table; `types` are its texts by dialect."""
    name = dotted_name.rpartition(".")[2]
    bind = _binder(arguments)

    def on(given, dialect):
        text = types.get(dialect, types.get("default"))
        if text is None:
            raise sqlalchemy.exc.CompileError("The table of types does not say what %s is on %s" % (dotted_name, dialect))
        if not text.startswith("="):
            return Written(_fill(text, given))
        return sqlalchemy.types.to_instance(_evaluate(text, given))

    def __init__(self, *positional, **keywords):
        self._given = bind(*positional, **keywords)
        dialects = [dialect for dialect in ("default", "postgresql", "sqlite") if dialect in types]
        self.impl = on(self._given, dialects[0] if dialects else "default")

    def load_dialect_impl(self, dialect):
        return on(self._given, dialect.name)

    def __repr__(self):
        shown = ["%s=%r" % item for item in self._given.items() if item[1] is not None]
        return "%s(%s)" % (name, ", ".join(shown))

    def function(place, given):
        """The function that the table names for values or columns, as text or as an expression of the arguments."""
        text = types[place]
        return getattr(sqlalchemy.func, _evaluate(text, given) if text.startswith("=") else text)

    def bind_expression(self, value):
        return function("writes", self._given)(value, type_=self)

    def column_expression(self, column):
        return function("reads", self._given)(column, type_=self)

    def _column_nullable(self):
        """Whether a column may hold NULL, if it says nothing else."""
        return bool(_evaluate(types["nullable"], self._given))

    def _column_index(self, table, column):
        """The Index that a column brings to a table of that name, or None; a text is an error."""
        return _evaluate(types["index"], {**self._given, "table": table, "column": column})

    members = {
        "__module__": dotted_name.rpartition(".")[0],
        "impl": Written,
        "cache_ok": True,
        "__init__": __init__,
        "load_dialect_impl": load_dialect_impl,
        "__repr__": __repr__,
    }
    optional = {
        "writes": bind_expression, "reads": column_expression, "nullable": _column_nullable, "index": _column_index
    }
    members.update({method.__name__: method for place, method in optional.items() if place in types})
    return type(name, (sqlalchemy.types.TypeDecorator,), members)
