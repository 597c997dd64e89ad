"""Names that annotations and isinstance() ask for."""


class _DialectType(type):
    def __instancecheck__(cls, value):
        return hasattr(value, "identifier_preparer") or hasattr(value, "paramstyle")


class Dialect(metaclass=_DialectType):
    pass


class ExecutionContext:
    pass


class ExceptionContext:
    pass


class AdaptedConnection:
    pass


class Compiled:
    pass


class TypeCompiler:
    pass


class CreateEnginePlugin:
    pass


class DBAPIConnection:
    pass


class DBAPICursor:
    pass


class BindTyping:
    NONE, SETINPUTSIZES, RENDER_CASTS = 1, 2, 3


class ReflectedColumn(dict):
    pass


class ReflectedForeignKeyConstraint(dict):
    pass


class ReflectedIndex(dict):
    pass


class ReflectedPrimaryKeyConstraint(dict):
    pass


class ReflectedUniqueConstraint(dict):
    pass


class ReflectedCheckConstraint(dict):
    pass


class ReflectedTableComment(dict):
    pass
