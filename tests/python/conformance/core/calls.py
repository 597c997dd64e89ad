def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(*[1, 2], **{"d": 3, "c": 9}))
def g(x, y): pass
def h(x, *, k): pass
class C:
    def m(self, q): pass
cases = [lambda: g(), lambda: g(1), lambda: g(1, 2, 3), lambda: g(1, z=2), lambda: g(1, x=2), lambda: h(1), lambda: h(1, 2),
         lambda: h(1, 2, k=3), lambda: f(a=1, d=2), lambda: C().m(), lambda: C().m(1, 2), lambda: C(1), lambda: len(), lambda: len(1, 2),
         lambda: len(5), lambda: [].append(), lambda: "a".upper(1), lambda: isinstance(1), lambda: f(1, **{1: 2}), lambda: g(*5), lambda: 5()]
for case in cases:
    try:
        case()
        print("ok")
    except TypeError as e:
        print(e)
