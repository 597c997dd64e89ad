import copy
class State:
    def __init__(self):
        self.a, self.b = [1], 2
    def __getstate__(self):
        return {"a": self.a}
    def __setstate__(self, state):
        self.a, self.b = state["a"], "restored"
class Reduced:
    def __init__(self, v):
        self.v = v
    def __reduce__(self):
        return Reduced, (self.v * 2,)
class NewArgs(tuple):
    pass
class L(list):
    pass
l = L([1, 2])
l.tag = ["t"]

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'copy.copy(State()).b, copy.deepcopy(State()).a, copy.copy(Reduced(2)).v, copy.deepcopy(Reduced([1])).v, copy.copy(NewArgs((1, 2))), type(copy.deepcopy(NewArgs(([1], 2)))).__name__, copy.copy(l), copy.copy(l).tag is l.tag, copy.deepcopy(l).tag is l.tag, type(copy.deepcopy(l)).__name__',
)
