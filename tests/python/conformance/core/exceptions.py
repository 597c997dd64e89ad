def inner(): raise KeyError("k")
def outer():
    try:
        inner()
    except KeyError as e:
        raise ValueError("v") from e
try:
    outer()
except ValueError as e:
    print(repr(e), repr(e.__cause__), e.__context__ is e.__cause__, e.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError: [].x
except AttributeError as e:
    print(e, repr(e.__context__), e.name)
def order():
    try: return "try"
    finally: print("finally")
print(order())
def override():
    for i in range(3):
        try: continue
        finally: print("f", i)
    try: raise KeyError
    except KeyError: pass
    else: print("else")
    finally: print("end")
    try: return 1
    finally: return 2
print(override())
try:
    try: raise TypeError("t")
    except (ValueError, TypeError): raise
except TypeError as e: print("again", e)
try: e
except NameError as n: print(n)
try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError(2), ExceptionGroup("in", [ValueError(3)])])
except* ValueError as g: print(g.exceptions)
except* TypeError as g: print(g.exceptions)
for bad in (lambda: next(iter([])), lambda: {}["q"], lambda: [1][3], lambda: int("z"), lambda: open, lambda: (1).foo, lambda: None(), lambda: "a" < 1, lambda: len(3), lambda: undefined):
    try: bad()
    except Exception as e: print(type(e).__name__, e, e.args)
e = ValueError("n"); e.add_note("note one")
def f(n):
    if n == 0:
        x = {"a": [1]}
        return x["a"][0] + "s"
    return f(n - 1) * 2
try: f(2)
except TypeError as t: raise e from t
