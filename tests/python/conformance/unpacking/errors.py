def attempt(text, **names):
    try:
        exec(text, names)
    except Exception as error:
        print(f"{text!r}: {type(error).__name__}: {error}")
    else:
        print(f"{text!r}: fine")


class Endless:
    def __iter__(self):
        while True:
            yield 1


class Broken:
    def __iter__(self):
        yield 1
        raise RuntimeError("in the middle")


class NotIterable:
    __iter__ = None


class Odd:
    def __iter__(self):
        return 5


attempt("a, b = 1, 2, 3")
attempt("a, b = [1]")
attempt("a, b = ()")
attempt("a, b, c = 'ab'")
attempt("a, *b, c = [1]")
attempt("a, b = 5")
attempt("a, b = None")
attempt("[a] = {}")
attempt("(a, b), c = [1, 2], 3, 4")
attempt("(a, b), c = [1, 2, 3], 4")
attempt("a, b = e", e=Endless())
attempt("a, b = e", e=Broken())
attempt("a, b = e", e=NotIterable())
attempt("a, b = e", e=Odd())
attempt("a, b = e", e=iter([1, 2, 3]))
attempt("a, b = {1: 2, 3: 4, 5: 6}")
attempt("[*5]")
attempt("{*5}")
attempt("(*None,)")
attempt("{**5}")
attempt("{**[1]}")
attempt("print(*5)")
attempt("print(**5)")
attempt("dict(**{1: 2})")
attempt("f(*5)", f=lambda *a: a)
attempt("f(**{'a': 1}, **{'a': 2})", f=lambda **k: k)
attempt("f(a=1, **{'a': 2})", f=lambda **k: k)
attempt("x[1:2] = 5", x=[1, 2, 3])
attempt("x[::2] = [1]", x=[1, 2, 3])
attempt("x[0:1] = None", x=(1, 2))
attempt("for a, b in [(1, 2), (3,)]: pass")
attempt("[a for a, b in [1]]")
attempt("del x[5]", x=[1])
attempt("del x['a']", x={})
attempt("del x.a", x=Endless())
attempt("del y")
attempt("x = y")
attempt("x += 1")
