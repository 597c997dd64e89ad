def show(*args, **kwargs):
    print(args, kwargs)


def order(name):
    print("evaluates", name)
    return name


show(*[1, 2], 3, *(4,), a=1, **{"b": 2}, c=3, **{})
show(*"ab", **dict(x=1))
show(order("first"), *[order("second")], k=order("third"), **{order("fourth"): order("fifth")})


def f(a, b=2, /, c=3, *d, e, f=6, **g):
    return a, b, c, d, e, f, g


print(f(1, e=5))
print(f(1, 2, 3, 4, 5, e=6, a=7, b=8))
print(f(*[1], **{"e": 5, "z": 26}))
for call in ["f()", "f(1)", "f(e=1)", "f(1, e=1, e=2)", "f(1, 2, 3, c=4, e=5)", "f(*[], **{'e': 1})",
             "g(1)", "g(1, 2, 3)", "g(1, c=2)", "g(a=1)", "g(1, a=2)", "g(b=1, a=2, c=3, d=4)", "h(1, 2)", "h(a=1)",
             "h()", "h(x=1)", "k()", "k(1, 2, 3)", "k(a=1)", "k(a=1, b=2)", "k(1, 2)", "m(1, 2, 3)", "m()", "m(1)",
             "lam()", "lam(1, 2)", "p(1)", "C()", "C(1, 2)", "C(1).method(2)", "C.method()"]:
    def g(a, b):
        pass

    def h(a, /):
        pass

    def k(*, a, b):
        pass

    def m(a, b, c, d, e=1):
        pass

    def p():
        pass

    lam = lambda x: x

    class C:
        def __init__(self, a):
            pass

        def method(self):
            pass
    try:
        eval(call)
    except TypeError as error:
        print(call, "->", error)
    except SyntaxError as error:
        print(call, "->", error.msg)
    else:
        print(call, "fine")


def later(x=[]):
    x.append(len(x))
    return x


print(later(), later(), later.__defaults__)


def kw(*, a=1, b):
    return a, b


print(kw.__kwdefaults__, kw(b=2), kw.__defaults__)
kw.__kwdefaults__ = {"b": 5}
try:
    print(kw(a=0))
except TypeError as error:
    print(error)
