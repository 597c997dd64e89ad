import contextlib, io
def run(manager, body):
    log = []
    try:
        with manager as value:
            log.append(value)
            body()
    except Exception as e:
        log.append(repr(e))
    return log
def boom(): raise KeyError("k")
@contextlib.contextmanager
def catching():
    try:
        yield "v"
    except KeyError:
        pass
@contextlib.contextmanager
def translating():
    try:
        yield
    except KeyError as e:
        raise ValueError("translated") from e

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'run(contextlib.nullcontext(3), lambda: None), run(contextlib.nullcontext(), boom), run(contextlib.suppress(KeyError), boom), run(contextlib.suppress(ValueError), boom), run(catching(), boom), run(translating(), boom), run(contextlib.suppress(), lambda: None), run(contextlib.suppress(LookupError), boom), run(catching(), lambda: 1 / 0), run(contextlib.ExitStack(), boom)[-1:]',
)
