"""Listeners: those of engines and their pools, of tables, of sessions, and of mapped classes where they are written."""

_registered = []  # (target, name, function)
_for_subclasses = []  # those of them, by function, that were given propagate=True
# What could change a row that is written and is not called: attributes are set and instances made without it.
_never_called = {"init", "set", "append", "remove", "bulk_replace"}


def listen(target, identifier, fn, *arguments, propagate=False, **keywords):
    _registered.append((target, identifier, fn))
    if propagate:
        _for_subclasses.append(fn)
    if hasattr(target, "_limbeck_listen"):
        target._limbeck_listen(identifier, fn, **keywords)


def listens_for(target, identifier, *arguments, **keywords):
    def decorate(fn):
        listen(target, identifier, fn, *arguments, **keywords)
        return fn

    return decorate


def contains(target, identifier, fn):
    return any(t is target and n == identifier and f is fn for t, n, f in _registered)


def remove(target, identifier, fn):
    _registered[:] = [(t, n, f) for t, n, f in _registered if not (t is target and n == identifier and f is fn)]


def _concerns(target, engine):
    from sqlalchemy.engine.base import Connection, Engine
    from sqlalchemy.pool import Pool

    if isinstance(target, type):
        return issubclass(target, (Engine, Connection, Pool))
    return target is engine or target is engine.pool or getattr(target, "sync_engine", None) is engine


def _listeners(metadata, identifier, table):
    """What listens to a table: given for it, for its MetaData, or for the class of either."""
    out = []
    for target, name, fn in _registered:
        if name != identifier:
            continue
        if isinstance(target, type):
            concerned = isinstance(table, target) or isinstance(metadata, target)
        else:
            concerned = target is table or target is metadata
        if concerned:
            out.append(fn)
    return out


def _fire(target, name, connection, checkfirst=True, tables=None):
    for fn in _listeners(target, name, target):
        fn(target, connection, checkfirst=checkfirst, **({} if tables is None else {"tables": tables}))


def _dispatch(engine, name, arguments):
    called = False
    for target, identifier, fn in list(_registered):
        if identifier == name and _concerns(target, engine):
            called = True
            fn(*arguments)
    return called


def _fire_mapper(instance, name, connection):
    """before_insert and its kin: of the instance's class, of those above it that say so, of all classes."""
    cls = type(instance)
    for target, identifier, fn in list(_registered):
        if identifier == name and _is_of_class(target, cls, fn):
            fn(cls.__mapper__, connection, instance)


def _is_of_class(target, cls, fn):
    target = getattr(target, "class_", target) if getattr(target, "is_mapper", False) else target
    if target is cls:
        return True
    if not isinstance(target, type):
        from sqlalchemy.orm.mapper import mapper

        return target is mapper
    if target.__name__ == "Mapper" and target.__module__.startswith("sqlalchemy.orm"):
        return True
    return fn in _for_subclasses and issubclass(cls, target)


def _fire_session(session, name, *arguments):
    for target, identifier, fn in list(_registered):
        if identifier == name and _is_of_session(target, session):
            fn(session, *arguments)


def _is_of_session(target, session):
    if isinstance(target, type):
        return isinstance(session, target)
    maker = getattr(session, "_limbeck_maker", None)
    return target is session or (maker is not None and maker in (target, getattr(target, "session_factory", None)))


def _refuse_unheard(cls):
    """An instance that a listener would have changed is not written as it is."""
    for target, identifier, fn in _registered:
        owner = getattr(target, "class_", target)
        if identifier in _never_called and isinstance(owner, type) and issubclass(cls, owner):
            raise NotImplementedError(
                "limbeck does not call listeners of {!r}, and {} has one: write its rows with insert() or update(), or "
                "do in the script what the listener does".format(identifier, cls.__name__)
            )
