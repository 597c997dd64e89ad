from collections import *

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'Counter("aab") + Counter("bc"), Counter("aab") - Counter("ab"), Counter("aab") & Counter("abb"), Counter("aab") | Counter("abb"), +Counter(a=1, b=-1), -Counter(a=1, b=-1), Counter(a=1) == Counter(a=1), Counter(a=1) < Counter(a=2), Counter(a=2) > Counter(a=1, b=0), Counter({"x": 2}).most_common(), list(Counter("ba").elements()), Counter(["x", "y", "x"]).most_common(1), Counter(cats=4, dogs=8), sum(Counter("abc").values()), Counter("abc").total(), dict(Counter("aab")), Counter(None), Counter(a=3)["b"], "b" in Counter(a=3), Counter([1, 2, 2]) - Counter([2])',
    'Counter(5)',
    'Counter("a") + 5',
)
