"""Logging from a configuration."""
import _logging


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    import os
    _logging.file_config(os.fsdecode(fname), defaults or {}, disable_existing_loggers)


def _resolved(name):
    """What a dotted name means: a module's attribute, the module imported as far as it goes."""
    if not isinstance(name, str):
        return name
    import importlib
    module, _, attribute = name.rpartition(".")
    if not module:
        raise ValueError(f"Cannot resolve {name!r}")
    return getattr(importlib.import_module(module), attribute)


def _made(each, without=()):
    """What a factory makes: the key "()" names it, the others are its arguments, "." what is set afterwards."""
    values = {k: v for k, v in each.items() if k not in ("()", ".", *without) and k.isidentifier()}
    made = _resolved(each["()"])(**values)
    for name, value in each.get(".", {}).items():
        setattr(made, name, value)
    return made


def _formatter(each):
    import logging
    if "()" in each:
        return _made(each)
    style = each.get("style", "%")
    kind = _resolved(each["class"]) if "class" in each else logging.Formatter
    if "validate" in each:
        return kind(each.get("format"), each.get("datefmt"), style, each["validate"])
    return kind(each.get("format"), each.get("datefmt"), style)


def dictConfig(config):
    import logging
    if "version" not in config:
        raise ValueError("dictionary doesn't specify a version")
    if config.get("version") != 1:
        raise ValueError("Unsupported version: %s" % config.get("version"))
    formatters = {name: _formatter(each) for name, each in config.get("formatters", {}).items()}
    filters = {
        name: _made(each) if "()" in each else logging.Filter(each.get("name", ""))
        for name, each in config.get("filters", {}).items()
    }
    handlers = {}
    for name, each in config.get("handlers", {}).items():
        kind = each.get("class", "")
        if "()" in each:
            handler = _made(each, ("formatter", "level", "filters"))
        elif kind == "logging.StreamHandler":
            import sys
            stream = each.get("stream")
            if isinstance(stream, str):
                stream = {"ext://sys.stdout": sys.stdout, "ext://sys.stderr": sys.stderr}.get(stream)
            handler = logging.StreamHandler(stream)
        elif kind == "logging.NullHandler":
            handler = logging.NullHandler()
        elif kind.startswith("logging.handlers.") or kind == "logging.FileHandler":
            raise ValueError(f"limbeck does not have the logging handler class {kind!r}")
        else:
            more = {k: v for k, v in each.items() if k not in ("class", "formatter", "level", "filters")}
            handler = _resolved(kind)(**more)
        if each.get("formatter"):
            handler.setFormatter(formatters[each["formatter"]])
        if each.get("level"):
            handler.setLevel(each["level"])
        for which in each.get("filters", ()):
            handler.addFilter(filters.get(which, which))
        handlers[name] = handler
    loggers = dict(config.get("loggers", {}))
    if "root" in config:
        loggers["root"] = config["root"]
    for name, each in loggers.items():
        logger = logging.getLogger("" if name == "root" else name)
        if each.get("level"):
            logger.setLevel(each["level"])
        for which in each.get("filters", ()):
            logger.addFilter(filters.get(which, which))
        for handler in each.get("handlers", ()):
            logger.addHandler(handlers[handler])
        if name != "root" and "propagate" in each:
            logger.propagate = each["propagate"]
