"""Listeners: those of engines and their pools are called; those of mapped classes never come up."""

_registered = []  # (target, name, function)


def listen(target, identifier, fn, *arguments, **keywords):
    _registered.append((target, identifier, fn))
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
