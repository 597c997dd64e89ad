"""What sessions and mappers raise."""
from sqlalchemy.exc import InvalidRequestError, MultipleResultsFound, NoResultFound, SQLAlchemyError

NO_STATE = (AttributeError, KeyError)


class StaleDataError(SQLAlchemyError):
    pass


ConcurrentModificationError = StaleDataError


class FlushError(SQLAlchemyError):
    pass


class UnmappedError(InvalidRequestError):
    pass


class ObjectDereferencedError(SQLAlchemyError):
    pass


class DetachedInstanceError(SQLAlchemyError):
    code = "bhk3"


class UnmappedInstanceError(UnmappedError):
    def __init__(self, obj, msg=None):
        kind = type(obj)
        super().__init__(msg or "Class '{}.{}' is not mapped".format(kind.__module__, kind.__name__))


class UnmappedClassError(UnmappedError):
    def __init__(self, cls, msg=None):
        super().__init__(msg or "Class '{}.{}' is not mapped".format(cls.__module__, cls.__name__))


class ObjectDeletedError(InvalidRequestError):
    pass


class UnmappedColumnError(InvalidRequestError):
    pass


class LoaderStrategyException(InvalidRequestError):
    pass
