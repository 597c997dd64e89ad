import io, logging
def line(fmt, *args, style="%", level=logging.INFO, name="t.f", **kw):
    out = io.StringIO()
    log = logging.getLogger(name)
    log.handlers.clear() if False else None
    h = logging.StreamHandler(out)
    h.setFormatter(logging.Formatter(fmt, style=style))
    log.addHandler(h)
    log.propagate = False
    log.setLevel(logging.DEBUG)
    log.log(level, *args, **kw)
    log.removeHandler(h)
    return out.getvalue()

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'line("%(levelname)-8s|%(name)s|%(message)s", "x %s", 1), line("{levelname}:{message}", "m", style="{"), line("$levelname $message", "q", style="$"), line("%(message)s %(custom)s", "c", extra={"custom": 5}), line("%(levelno)d %(message)s", "n", level=30), line(None, "plain"), line("%(message)s", {"a": 1}), line("%(message)s", "%d%%", 5), line("%(message)s", "no args %s"), line("%(asctime)s|%(message)s", "t")[4], logging.getLevelName("WARN"), logging.getLevelName(5), logging.LogRecord("n", 20, "p.py", 3, "m %s", ("a",), None).getMessage(), logging.LogRecord("n", 20, "a/p.py", 3, "m", (), None).filename, logging.getLogger("a.b").getEffectiveLevel(), logging.NOTSET',
    'logging.Formatter(style="x")',
    'logging.getLogger(5)',
    'logging.StreamHandler().setLevel("BAD")',
)
