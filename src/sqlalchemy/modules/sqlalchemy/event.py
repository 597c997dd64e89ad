"""Listeners: those of engines and their pools are called; those of mapped classes never come up."""

_listeners = []  # (target, name, function)


def listen(target, identifier, fn, *arguments, **keywords):
    _listeners.append((target, identifier, fn))
    if hasattr(target, "_limbeck_listen"):
        target._limbeck_listen(identifier, fn, **keywords)


def listens_for(target, identifier, *arguments, **keywords):
    def decorate(fn):
        listen(target, identifier, fn, *arguments, **keywords)
        return fn

    return decorate


def contains(target, identifier, fn):
    return any(t is target and n == identifier and f is fn for t, n, f in _listeners)


def remove(target, identifier, fn):
    _listeners[:] = [(t, n, f) for t, n, f in _listeners if not (t is target and n == identifier and f is fn)]


def _concerns(target, engine):
    from sqlalchemy.engine.base import Connection, Engine
    from sqlalchemy.pool import Pool

    if isinstance(target, type):
        return issubclass(target, (Engine, Connection, Pool))
    return target is engine or target is engine.pool or getattr(target, "sync_engine", None) is engine


def _dispatch(engine, name, arguments):
    called = False
    for target, identifier, fn in list(_listeners):
        if identifier == name and _concerns(target, engine):
            called = True
            fn(*arguments)
    return called
