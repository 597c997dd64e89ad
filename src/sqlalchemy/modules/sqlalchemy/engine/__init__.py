"""Engines, connections, results."""


def __getattr__(name):
    module = _homes.get(name)
    if module is None:
        raise AttributeError("module 'sqlalchemy.engine' has no attribute {!r}".format(name))
    from importlib import import_module

    found = import_module("sqlalchemy.engine." + module)
    value = found if module == name else getattr(found, name)
    globals()[name] = value
    return value


_homes = {name: name for name in ("base", "create", "cursor", "default", "interfaces", "mock", "reflection", "result", "row", "url")}
for _module, _names in {
    "base": "Connection Engine MockConnection Transaction RootTransaction NestedTransaction TwoPhaseTransaction",
    "create": "create_engine engine_from_config create_mock_engine create_pool_from_url",
    "result": "Result MappingResult ScalarResult FilterResult IteratorResult ChunkedIteratorResult FrozenResult CursorResult LegacyCursorResult ResultProxy RowProxy Row RowMapping",
    "reflection": "Inspector ReflectionDefaults ObjectKind ObjectScope",
    "interfaces": "Dialect ExecutionContext ExceptionContext AdaptedConnection BindTyping CreateEnginePlugin Compiled TypeCompiler",
    "url": "URL make_url",
}.items():
    for _name in _names.split():
        _homes[_name] = _module
