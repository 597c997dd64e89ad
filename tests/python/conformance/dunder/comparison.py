class C:
    def __init__(self, n): self.n = n
    def __eq__(self, o): print('eq', self.n, getattr(o, 'n', o)); return self.n == getattr(o, 'n', o)
    def __lt__(self, o): print('lt', self.n, getattr(o, 'n', o)); return self.n < getattr(o, 'n', o)
    def __le__(self, o): print('le'); return self.n <= o.n
    def __gt__(self, o): print('gt'); return self.n > getattr(o, 'n', o)
    def __hash__(self): return hash(self.n)
print(C(1) == C(1), C(1) != C(1), C(1) < C(2), C(1) > C(2), C(1) <= C(2))
print(3 < C(4), 3 == C(3))
print(C(1) in [C(2), C(1)], [C(1)] == [C(1)], (C(1), 2) < (C(1), 3))
print(sorted([C(3), C(1)])[0].n, min(C(5), C(4)).n)
print({C(1): 'x'}[C(1)])
print(1 < 2 < 3, 1 < 2 > 1, 1 < 3 < 2, 1 == 1.0 == True, 'a' < 'b' <= 'b' != 'c')
def f(n): print('f', n); return n
print(f(1) < f(3) < f(2) < f(9))
for text in ("1 < 'a'", "None < 1", "[] < ()", "{} < {}", "1j < 2j", "object() < 1", "'a' >= b'a'", "{1} < [1]", "None >= None", "(1, 'a') < (1, 2)", "[1, [2]] < [1, 2]", "range(1) < range(2)", "type < int"):
    try:
        print(text, eval(text))
    except TypeError as e:
        print(text, '->', e)
print([1, 2] < [1, 2, 0], (1,) < (2,), [] == [], [1] == (1,), {1} == frozenset([1]), 'a' == b'a', 1 == 1 + 0j)
print(float('nan') == float('nan'))
n = float('nan')
print(n in [n], [n] == [n], n == n, n != n, {n: 1} == {n: 1})
class D:
    def __eq__(self, o): return 'truthy string'
print(D() == 1, D() != 1, [D()] == [1])
class E:
    def __eq__(self, o): raise ValueError('no eq')
try:
    E() == 1
except ValueError as e:
    print(e)
try:
    [E()] == [1]
except ValueError as e:
    print(e)
class F:
    def __bool__(self): raise RuntimeError('no truth')
try:
    if F(): pass
except RuntimeError as e:
    print(e)
class G:
    def __len__(self): return 0
class H:
    def __bool__(self): return 1
print(bool(G()), not G())
try:
    bool(H())
except TypeError as e:
    print(e)
class I:
    def __len__(self): return -1
class J:
    def __len__(self): return 'x'
for k in (I, J):
    try:
        len(k())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
from functools import total_ordering
@total_ordering
class T:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(T(1) <= T(1), T(2) > T(1), T(1) >= T(2))
