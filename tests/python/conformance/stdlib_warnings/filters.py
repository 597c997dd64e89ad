import warnings
def caught(action, *args, **kw):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter(action)
        for _ in range(2):
            warnings.warn(*args, **kw)
        return [(type(x.message).__name__, str(x.message), x.category.__name__) for x in w]

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'caught("always", "m"), caught("ignore", "m"), caught("always", "d", DeprecationWarning), len(caught("default", "once here")), caught("always", FutureWarning("f"))[0], warnings.formatwarning("m", UserWarning, "f.py", 3, "")',
    'caught("error", "boom")',
    'warnings.simplefilter("nonsense")',
    'warnings.warn("x", category=5)',
)
