import copy
from datetime import datetime
from decimal import Decimal
class P:
    def __init__(self, x):
        self.x = x
class C:
    def __copy__(self):
        return "copied"
    def __deepcopy__(self, memo):
        return "deep"
L = [1, [2, 3], {"a": [4]}]
S = []
S.append(S)
p = P([1])

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'copy.copy(L) == L, copy.copy(L) is L, copy.copy(L)[1] is L[1], copy.deepcopy(L) == L, copy.deepcopy(L)[1] is L[1], copy.deepcopy(L)[2]["a"] is L[2]["a"]',
    'copy.copy(p).x is p.x, copy.deepcopy(p).x is p.x, copy.deepcopy(p).x, type(copy.copy(p)), copy.copy(C()), copy.deepcopy(C()), copy.deepcopy([C(), C()])',
    'copy.deepcopy(S)[0] is copy.deepcopy(S), len(copy.deepcopy(S)), copy.copy((1, 2)), copy.deepcopy({1, 2}), copy.copy({"a": 1}), copy.deepcopy(({"a": 1}, [2])), copy.copy(5), copy.copy("x"), copy.deepcopy(None)',
    'copy.copy(datetime(2024, 1, 1)), copy.deepcopy(Decimal("1.5")), copy.deepcopy(len) is len, copy.copy(P) is P, copy.deepcopy([p, p])[0] is copy.deepcopy([p, p])[1], (lambda d: d[0] is d[1])(copy.deepcopy([p, p]))',
)
