"""logging.config.dictConfig with formatters, filters, handlers and factories of the script's own."""
import io
import logging
import logging.config

out = io.StringIO()


class Upper(logging.Formatter):
    def format(self, record):
        return super().format(record).upper()


class Keep(logging.Filter):
    def __init__(self, word="", name=""):
        super().__init__(name)
        self.word = word

    def filter(self, record):
        return self.word in record.getMessage()


class Listed(logging.Handler):
    def __init__(self, target, level=logging.NOTSET):
        super().__init__(level)
        self.target = target

    def emit(self, record):
        self.target.append(self.format(record))


def make_formatter(text, **more):
    return logging.Formatter(text + " %(message)s", **more)


lines = []
logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "%(levelname)s %(name)s %(message)s"},
        "upper": {"()": Upper, "fmt": "%(name)s: %(message)s"},
        "braces": {"format": "{levelname}|{message}", "style": "{"},
        "factory": {"()": make_formatter, "text": ">>"},
    },
    "filters": {"only": {"()": Keep, "word": "yes"}, "app": {"name": "app"}},
    "handlers": {
        "stream": {"class": "logging.StreamHandler", "stream": out, "formatter": "upper", "level": "INFO"},
        "braces": {"class": "logging.StreamHandler", "stream": out, "formatter": "braces", "filters": ["only"]},
        "list": {"()": Listed, "target": lines, "formatter": "factory", "filters": ["app"]},
        "none": {"class": "logging.NullHandler"},
    },
    "loggers": {
        "app": {"level": "DEBUG", "handlers": ["stream", "braces", "none"], "propagate": False},
        "app.quiet": {"level": "ERROR"},
        "other": {"handlers": ["list"], "level": "INFO"},
    },
    "root": {"level": "WARNING", "handlers": ["list"]},
})
logging.getLogger("app").debug("yes, debug")
logging.getLogger("app").info("info")
logging.getLogger("app.quiet").warning("yes, never")
logging.getLogger("app.quiet").error("yes, error")
logging.getLogger("other").info("other")
logging.getLogger("app.sub").warning("yes, sub")
logging.getLogger("third").warning("third")
print(out.getvalue(), end="")
print(lines)
for wrong in ({}, {"version": 2}):
    try:
        logging.config.dictConfig(wrong)
    except Exception as error:
        print(type(error).__name__, error)
