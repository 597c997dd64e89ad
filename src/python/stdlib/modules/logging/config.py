"""Logging from a configuration."""
import _logging


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    import os
    _logging.file_config(os.fsdecode(fname), defaults or {}, disable_existing_loggers)


def dictConfig(config):
    import logging
    if config.get("version") != 1:
        raise ValueError("Unsupported version: %s" % config.get("version"))
    formatters = {
        name: logging.Formatter(each.get("format"), each.get("datefmt"), each.get("style", "%"))
        for name, each in config.get("formatters", {}).items()
    }
    handlers = {}
    for name, each in config.get("handlers", {}).items():
        kind = each["class"]
        if kind == "logging.StreamHandler":
            import sys
            stream = {"ext://sys.stdout": sys.stdout, "ext://sys.stderr": sys.stderr}.get(each.get("stream"))
            handler = logging.StreamHandler(stream)
        elif kind == "logging.NullHandler":
            handler = logging.NullHandler()
        else:
            raise ValueError(f"limbeck does not have the logging handler class {kind!r}")
        if each.get("formatter"):
            handler.setFormatter(formatters[each["formatter"]])
        if each.get("level"):
            handler.setLevel(each["level"])
        handlers[name] = handler
    loggers = dict(config.get("loggers", {}))
    if "root" in config:
        loggers["root"] = config["root"]
    for name, each in loggers.items():
        logger = logging.getLogger("" if name == "root" else name)
        if each.get("level"):
            logger.setLevel(each["level"])
        for handler in each.get("handlers", ()):
            logger.addHandler(handlers[handler])
        if name != "root" and "propagate" in each:
            logger.propagate = each["propagate"]
