from collections import *
class Lower(UserDict):
    def __setitem__(self, k, v):
        self.data[k.lower()] = v
class Safe(UserList):
    def append(self, x):
        super().append(x * 2)

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'Lower(A=1, B=2), Lower({"X": 1})["x"], len(Lower(a=1)), "a" in Lower(A=1), dict(Lower(A=1)), Lower(a=1) == {"a": 1}, (lambda s: [s.append(2), s, s.data])(Safe([1])), UserString("ab").upper(), UserString("abc")[1], str(UserString("x")), UserString("a") == "a", ChainMap({"a": 1}, {"a": 2, "b": 3})["b"], dict(ChainMap({"a": 1}, {"a": 2})), list(ChainMap({"x": 1}, {"y": 2})), ChainMap().maps, len(ChainMap({1: 1}, {2: 2}))',
    'Lower()["nope"]',
)
