"""The errors that scripts catch."""


class HasDescriptionCode:
    """A message with a link to what explains it."""

    code = None
    _what_are_we = "error"

    def __init__(self, *args, code=None, **keywords):
        if code is not None:
            self.code = code
        super().__init__(*args, **keywords)

    def _code_str(self):
        link = "(Background on this {} at: https://sqlalche.me/e/20/{})"
        return link.format(self._what_are_we, self.code) if self.code else ""

    def __str__(self):
        return " ".join(filter(None, (super().__str__(), self._code_str())))


class SQLAlchemyError(HasDescriptionCode, Exception):
    def _message(self):
        if len(self.args) != 1:
            return str(self.args)
        (said,) = self.args
        return said.decode("utf-8", "backslashreplace") if isinstance(said, bytes) else str(said)

    def __str__(self):
        link = self._code_str()
        return self._message() + (" " + link if link else "")


class ArgumentError(SQLAlchemyError):
    pass


class DuplicateColumnError(ArgumentError):
    pass


class ObjectNotExecutableError(ArgumentError):
    def __init__(self, target):
        super().__init__("Not an executable object: %r" % (target,))
        self.target = target


class NoSuchModuleError(ArgumentError):
    pass


class NoForeignKeysError(ArgumentError):
    pass


class AmbiguousForeignKeysError(ArgumentError):
    pass


class ConstraintColumnNotFoundError(ArgumentError):
    pass


class CircularDependencyError(SQLAlchemyError):
    def __init__(self, message, cycles, edges, msg=None, code=None):
        named = "{} ({})".format(message, ", ".join(map(repr, cycles)))
        super().__init__(named if msg is None else msg, code=code)
        self.cycles, self.edges = cycles, edges


class CompileError(SQLAlchemyError):
    pass


class UnsupportedCompilationError(CompileError):
    code = "l7de"

    def __init__(self, compiler, element_type, message=None):
        self.compiler, self.element_type, self.message = compiler, element_type, message
        reason = ": {}".format(message) if message else ""
        super().__init__("Compiler {!r} can't render element of type {}{}".format(compiler, element_type, reason))


class IdentifierError(SQLAlchemyError):
    pass


class DisconnectionError(SQLAlchemyError):
    invalidate_pool = False


class InvalidatePoolError(DisconnectionError):
    invalidate_pool = True


class TimeoutError(SQLAlchemyError):
    pass


class InvalidRequestError(SQLAlchemyError):
    pass


class IllegalStateChangeError(InvalidRequestError):
    pass


class NoInspectionAvailable(InvalidRequestError):
    pass


class PendingRollbackError(InvalidRequestError):
    pass


class ResourceClosedError(InvalidRequestError):
    pass


class NoSuchColumnError(InvalidRequestError, KeyError):
    pass


class NoResultFound(InvalidRequestError):
    pass


class MultipleResultsFound(InvalidRequestError):
    pass


class NoReferenceError(InvalidRequestError):
    pass


class AwaitRequired(InvalidRequestError):
    code = "xd1r"


class MissingGreenlet(InvalidRequestError):
    code = "xd2s"


class NoReferencedTableError(NoReferenceError):
    def __init__(self, message, tname):
        super().__init__(message)
        self.table_name = tname


class NoReferencedColumnError(NoReferenceError):
    def __init__(self, message, tname, cname):
        super().__init__(message)
        self.table_name, self.column_name = tname, cname


class NoSuchTableError(InvalidRequestError):
    pass


class UnreflectableTableError(InvalidRequestError):
    pass


class UnboundExecutionError(InvalidRequestError):
    pass


class DontWrapMixin:
    pass


# Parameters in a message: long values lose their middle, and so do long lists of them.
_LONGEST_VALUE = 300
_MOST_VALUES = 100
_MOST_SETS = 10


def _value_text(value):
    text = repr(value)
    excess = len(text) - _LONGEST_VALUE
    if excess <= 0:
        return text
    half = _LONGEST_VALUE // 2
    return "{} ... ({} characters truncated) ... {}".format(text[:half], excess, text[-half:])


def _set_text(params):
    if isinstance(params, dict):
        opening, closing = "{", "}"
        texts = ["{!r}: {}".format(name, _value_text(value)) for name, value in params.items()]
    elif isinstance(params, (tuple, list)):
        opening, closing = ("(", ",)" if len(params) == 1 else ")") if isinstance(params, tuple) else ("[", "]")
        texts = [_value_text(value) for value in params]
    else:
        return _value_text(params)
    excess = len(texts) - _MOST_VALUES
    if excess > 0:
        half, closing = _MOST_VALUES // 2, closing[-1]
        gap = " ... {} parameters truncated ... ".format(excess)
        return opening + ", ".join(texts[:half]) + gap + ", ".join(texts[-half:]) + closing
    return opening + ", ".join(texts) + closing


def _parameters_text(params, ismulti):
    if ismulti is None:
        return _value_text(params)
    if not ismulti:
        return _set_text(params)
    if len(params) <= _MOST_SETS:
        return "[" + ", ".join(map(_set_text, params)) + "]"
    first, last = params[: _MOST_SETS - 2], params[-2:]
    gap = "  ... displaying {} of {} total bound parameter sets ...  ".format(_MOST_SETS, len(params))
    return "[" + ", ".join(map(_set_text, first)) + gap + ", ".join(map(_set_text, last)) + "]"


class StatementError(SQLAlchemyError):
    statement = params = orig = ismulti = None
    connection_invalidated = False

    def __init__(self, message, statement, params, orig, hide_parameters=False, code=None, ismulti=None):
        super().__init__(message, code=code)
        self.statement, self.params, self.orig = statement, params, orig
        self.hide_parameters, self.ismulti = hide_parameters, ismulti
        self.detail = []

    def add_detail(self, msg):
        self.detail.append(msg)

    def _parts(self):
        for said in self.detail:
            yield "({})".format(said)
        yield self._message()
        if self.statement:
            yield "[SQL: {}]".format(self.statement)
            if self.params and self.hide_parameters:
                yield "[SQL parameters hidden due to hide_parameters=True]"
            elif self.params:
                yield "[parameters: {}]".format(_parameters_text(self.params, self.ismulti))
        if self.code:
            yield self._code_str()

    def __str__(self):
        return "\n".join(self._parts())


class DBAPIError(StatementError):
    code = "dbapi"

    def __init__(
        self,
        statement,
        params,
        orig,
        hide_parameters=False,
        connection_invalidated=False,
        code=None,
        ismulti=None,
    ):
        kind = type(orig)
        message = "({}.{}) {}".format(kind.__module__, kind.__name__, orig)
        super().__init__(message, statement, params, orig, hide_parameters, code=code, ismulti=ismulti)
        self.connection_invalidated = connection_invalidated


class InterfaceError(DBAPIError):
    code = "rvf5"


class DatabaseError(DBAPIError):
    code = "4xp6"


class DataError(DatabaseError):
    code = "9h9h"


class OperationalError(DatabaseError):
    code = "e3q8"


class IntegrityError(DatabaseError):
    code = "gkpj"


class InternalError(DatabaseError):
    code = "2j85"


class ProgrammingError(DatabaseError):
    code = "f405"


class NotSupportedError(DatabaseError):
    code = "tw8g"


class SATestSuiteWarning(Warning):
    pass


class SADeprecationWarning(HasDescriptionCode, DeprecationWarning):
    deprecated_since = None


class Base20DeprecationWarning(SADeprecationWarning):
    deprecated_since = "1.4"


class LegacyAPIWarning(Base20DeprecationWarning):
    pass


class MovedIn20Warning(Base20DeprecationWarning):
    pass


RemovedIn20Warning = Base20DeprecationWarning


class SAPendingDeprecationWarning(PendingDeprecationWarning):
    deprecated_since = None


class SAWarning(HasDescriptionCode, RuntimeWarning):
    _what_are_we = "warning"


# Of a driver's exception the name says which of these stands for it.
_by_driver_name = {
    c.__name__: c
    for c in (
        InterfaceError,
        DatabaseError,
        DataError,
        OperationalError,
        IntegrityError,
        InternalError,
        ProgrammingError,
        NotSupportedError,
    )
}


def _wrapped(statement, params, orig, ismulti, lost):
    for base in type(orig).__mro__:
        found = _by_driver_name.get(base.__name__)
        if found is not None:
            break
    else:
        found = DBAPIError
    return found(statement, params, orig, connection_invalidated=lost, ismulti=ismulti)
