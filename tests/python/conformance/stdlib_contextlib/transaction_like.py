import contextlib
log = []
@contextlib.contextmanager
def begin(name):
    log.append("BEGIN " + name)
    try:
        yield name
    except Exception as e:
        log.append("ROLLBACK " + repr(e))
        raise
    else:
        log.append("COMMIT")
def work(fail):
    try:
        with begin("t1") as t, begin("t2"):
            log.append("work " + t)
            if fail:
                raise RuntimeError("no")
    except RuntimeError as e:
        log.append("outer " + str(e))
    out = list(log)
    log.clear()
    return out
def nested(n):
    with contextlib.ExitStack() as stack:
        for i in range(n):
            stack.enter_context(begin(str(i)))
            stack.callback(log.append, "cb%d" % i)
    out = list(log)
    log.clear()
    return out

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'work(False)',
    'work(True)',
    'nested(2)',
)
