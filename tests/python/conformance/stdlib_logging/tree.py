"""Loggers, handlers, filters, formatters, on a stream of one's own."""
import io
import logging


def attempt(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


out = io.StringIO()
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(message)s"))
root = logging.getLogger()
root.addHandler(handler)
root.setLevel(logging.INFO)


def flush():
    for line in out.getvalue().splitlines():
        if not line.startswith("  "):
            print(line)
    out.seek(0)
    out.truncate()


log = logging.getLogger("app.db.pool")
parent = logging.getLogger("app")
print(log, parent, root, log.parent, logging.getLogger("app.db").parent is parent, log.parent.name)
print(log.getEffectiveLevel(), log.level, log.propagate, log.disabled, log.hasHandlers(), log.handlers, root.name)
log.debug("no")
log.info("plain")
log.info("args %s %d", "a", 5)
log.info("mapping %(a)s", {"a": 1})
log.warning("percent 100%")
log.error("wrong %d", 5)
log.critical("crit")
log.log(25, "between")
log.log(35, "custom %s", [1])
logging.addLevelName(25, "NOTICE")
log.log(25, "named")
print(logging.getLevelName(25), logging.getLevelName("NOTICE"), logging.getLevelName(99), logging.getLevelName("NONE"), logging.getLevelName(10), logging.getLevelName("WARN"))
flush()
log.setLevel("DEBUG")
log.debug("now")
attempt(lambda: log.setLevel("LOUD"))
attempt(lambda: log.setLevel(1.5))
attempt(lambda: log.log("INFO", "x"))
print(log.isEnabledFor(10), parent.isEnabledFor(10), log.level)
log.setLevel(logging.NOTSET)
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed %s", "here")
    log.error("with", exc_info=True)
    log.error("without")
text = out.getvalue()
print(text.count("Traceback"), text.count("ZeroDivisionError: division by zero"))
flush()
log.info("stack", extra={"user": "ann"})
attempt(lambda: log.info("clash", extra={"message": 1}))
attempt(lambda: log.info("clash", extra={"name": 1}))
handler.setFormatter(logging.Formatter("{levelname:>8}:{message}", style="{"))
log.info("braces")
handler.setFormatter(logging.Formatter("$levelname ${message}!", style="$"))
log.info("dollar")
handler.setFormatter(logging.Formatter("%(user)s %(message)s", defaults={"user": "nobody"}))
log.info("default")
log.info("given", extra={"user": "ann"})
attempt(lambda: logging.Formatter("x", style="!"))
attempt(lambda: logging.Formatter("no fields"))
attempt(lambda: logging.Formatter("{bad", style="{"))
attempt(lambda: logging.Formatter("%(x)"))
attempt(lambda: logging.Formatter("$$", style="$"))
attempt(lambda: logging.Formatter("no fields", validate=False)._fmt)
handler.setFormatter(None)
log.info("bare")
flush()


class OnlyErrors(logging.Filter):
    def filter(self, record):
        return record.levelno >= logging.ERROR


handler.addFilter(OnlyErrors())
log.info("filtered")
log.error("kept")
handler.filters.clear()
handler.addFilter(lambda record: "secret" not in record.getMessage())
log.info("a secret")
log.info("open")
handler.filters.clear()
handler.addFilter(logging.Filter("app.web"))
log.info("db")
logging.getLogger("app.web.views").info("web")
logging.getLogger("app.website").info("website")
handler.filters.clear()
flush()
own = io.StringIO()
second = logging.StreamHandler(own)
second.setLevel(logging.ERROR)
parent.addHandler(second)
log.info("one")
log.error("two")
parent.propagate = False
log.error("three")
print(repr(own.getvalue()), repr(out.getvalue()))
parent.propagate = True
parent.removeHandler(second)
out.seek(0)
out.truncate()
logging.disable(logging.WARNING)
log.warning("off")
log.error("on")
logging.disable(logging.NOTSET)
log.disabled = True
log.error("disabled")
log.disabled = False
flush()
print(handler, second, logging.NullHandler(), logging.Handler().level)
child = parent.getChild("db.pool")
print(child is log, parent.getChild("new").name, logging.getLogger("app.new") is parent.getChild("new"))


class Collect(logging.Handler):
    def __init__(self):
        super().__init__(logging.INFO)
        self.records = []

    def emit(self, record):
        self.records.append(record)


collect = Collect()
log.addHandler(collect)
log.info("m %s", 1, stack_info=False)
record = collect.records[0]
print(record.name, record.levelno, record.levelname, record.msg, record.args, record.getMessage(), record.funcName, record.exc_info, record.module, record.filename, type(record.created).__name__, type(record.lineno).__name__, record.processName, record.threadName)
print(str(record).startswith("<LogRecord: app.db.pool, 20, "), str(record)[-5:])
adapter = logging.LoggerAdapter(log, {"request": 5})
adapter.info("adapted")
print(collect.records[-1].request, adapter.name, adapter.isEnabledFor(10), adapter.process("m", {}))


class Prefix(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['id']}] {msg}", kwargs


Prefix(log, {"id": 7}).warning("hello %s", "w")
print(collect.records[-1].getMessage())
made = logging.makeLogRecord({"name": "made", "msg": "x %s", "args": ("y",), "levelname": "INFO"})
print(made.getMessage(), logging.Formatter("%(name)s %(levelname)s %(message)s").format(made), logging.Formatter().format(made), logging.BufferingFormatter().format([made, made]))
print(logging.Formatter("%(asctime)s").usesTime(), logging.Formatter("%(message)s").usesTime(), logging.Formatter().datefmt)
attempt(lambda: logging.getLogger(5))
attempt(lambda: logging.basicConfig(nothing=1))
attempt(lambda: logging.basicConfig(stream=out, handlers=[]))
print(logging.getLogger("root") is root, logging.root is root, logging.getLogger("") is root, logging.raiseExceptions)
print(logging.CRITICAL, logging.FATAL, logging.WARN, logging.NOTSET, logging.getLoggerClass(), logging.getLevelNamesMapping())


class Mine(logging.Logger):
    def shout(self, message):
        self.info(message.upper())


logging.setLoggerClass(Mine)
mine = logging.getLogger("mine.logger")
mine.addHandler(collect)
mine.shout("hey")
print(type(mine).__name__, collect.records[-1].msg)
last = io.StringIO()
logging.basicConfig(stream=last, level="DEBUG", format="%(name)s~%(message)s~%(filename)s~%(funcName)s", force=True)
logging.getLogger("forced").debug("shown")
logging.info("module level")
logging.basicConfig(format="ignored")


def inside():
    logging.warning("still %s", "same")


inside()
print(last.getvalue())
