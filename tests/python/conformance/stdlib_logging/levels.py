import io
import logging

print(logging.getLevelName(10), logging.getLevelName("ERROR"), logging.getLevelName(15), logging.WARNING)
log = logging.getLogger("conformance.one")
print(log.name, log.level, logging.getLogger("conformance.one") is log, log.getChild("two").name, log.parent.name)
stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
log.addHandler(handler)
log.propagate = False
log.setLevel(logging.INFO)
log.debug("hidden")
log.info("shown %s %d", "a", 5)
log.warning("warn %(k)s", {"k": "v"})
log.error("plain %")
log.log(35, "between")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed")
lines = stream.getvalue().splitlines()
print(lines[:4], lines[4], lines[5], lines[-1])
print(log.isEnabledFor(10), log.isEnabledFor(20), log.getEffectiveLevel(), log.hasHandlers(), repr(log))
handler.setLevel("ERROR")
log.info("not now")
log.critical("now")
print(stream.getvalue().splitlines()[-1])
log.removeHandler(handler)
try:
    log.setLevel("NOPE")
except ValueError as error:
    print(error)
print(logging.getLogger().name, logging.root is logging.getLogger(), isinstance(log, logging.Logger))
