from enum import Enum, unique
@unique
class Size(Enum):
    S = "small"
    M = "medium"
    @classmethod
    def _missing_(cls, value):
        for member in cls:
            if str(value).lower() in (member.value, member.name.lower()):
                return member
class Nested(Enum):
    LIST = [1, 2]
    DICT = {"a": 1}

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'Size("SMALL"), Size("m"), Size["S"], Size.S.value, Nested.LIST.value, Nested([1, 2]), Nested.DICT, [s for s in Size if s is not Size.S], {s.value: s for s in Size}, Size.M in Size, getattr(Size, "M"), Size.__members__.get("X"), hasattr(Size, "X"), Size.S is Size("small"), type(Size.S), isinstance(Size, type), Size.__name__, Size.S.name',
    'Size("zzz")',
    'Size["XL"]',
    'Nested([9])',
)
