from enum import Flag, IntFlag, auto


class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RWX = 7


print(Perm.R, repr(Perm.R), repr(Perm.R | Perm.W), str(Perm.R | Perm.W), Perm.R | Perm.W | Perm.X)
print(list(Perm), list(Perm.R | Perm.X), Perm.R in Perm.RWX, Perm.W in Perm.R, bool(Perm.R & Perm.W))
print(repr(~Perm.R), repr(Perm(0)), repr(Perm.RWX ^ Perm.X), len(Perm.RWX), (Perm.R | Perm.W).value)


class Bits(IntFlag):
    A = auto()
    B = auto()
    C = auto()


print(Bits.A, repr(Bits.A | Bits.C), Bits.A | 8, repr(Bits(9)), Bits.B + 1, [b.value for b in Bits])
print(repr(Bits.A & 1), repr(~Bits.A), Bits.A == 1, (Bits.A | Bits.B) == 3)
