"""Engines from URLs and from configurations."""
from _system import is_unresolved
from sqlalchemy.engine.base import Engine, MockConnection
from sqlalchemy.engine.url import _dialect_of, make_url


def create_engine(url, **options):
    from sqlalchemy import limbeck_url

    url = make_url(limbeck_url.chosen(url))
    return Engine(url, _dialect_of(url), options)


_true = ("true", "yes", "on", "y", "t", "1")
_booleans = ("echo", "echo_pool", "future", "pool_pre_ping", "hide_parameters")


def _options_of(configuration, prefix):
    options = {name[len(prefix) :]: value for name, value in configuration.items() if name.startswith(prefix)}
    for name in _booleans:
        if isinstance(options.get(name), str):
            options[name] = options[name].strip().lower() in _true
    return options


def engine_from_config(configuration, prefix="sqlalchemy.", **options):
    found = _options_of(configuration, prefix)
    found.update(options)
    url = found.pop("url", None)
    return create_engine(url if is_unresolved(url) or url else _missing_url(configuration, prefix), **found)


def _missing_url(configuration, prefix):
    from sqlalchemy import limbeck_url

    chosen = limbeck_url.chosen(None)
    if chosen is None:
        raise KeyError("url")
    return chosen


def create_mock_engine(url, executor, **options):
    return MockConnection(_dialect_of(make_url(url)), executor)


def create_pool_from_url(url, **options):
    return create_engine(url, **options).pool
