class V:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'V({self.n})'
names = 'add sub mul truediv floordiv mod pow matmul and or xor lshift rshift divmod'.split()
for name in names:
    def forward(self, other, name=name): return (name, self, other)
    def reflected(self, other, name=name): return ('r' + name, self, other)
    def inplace(self, other, name=name): return ('i' + name, self, other)
    setattr(V, f'__{name}__', forward)
    setattr(V, f'__r{name}__', reflected)
    setattr(V, f'__i{name}__', inplace)
a, b = V(1), V(2)
print(a + b, a - 1, 2 * a, a / b, 1 // a, a % b, a ** 2, 2 ** a, a @ b, 1 @ a)
print(a & b, 1 | a, a ^ b, a << 1, 1 >> a, divmod(a, b), divmod(1, a), pow(a, 2))
for op in ('+=', '-=', '*=', '/=', '//=', '%=', '**=', '@=', '&=', '|=', '^=', '<<=', '>>='):
    scope = {'a': V(1)}
    exec(f'a {op} 5', scope)
    print(scope['a'])
class U:
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
    def __round__(self, n=None): return ('round', n)
    def __trunc__(self): return 'trunc'
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __index__(self): return 3
    def __int__(self): return 4
    def __float__(self): return 4.5
    def __complex__(self): return 1j
    def __bool__(self): return False
u = U()
import math
print(-u, +u, ~u, abs(u), round(u), round(u, 2), math.trunc(u), math.floor(u), math.ceil(u))
print(int(u), float(u), complex(u), bool(u), not u, [0, 1, 2, 3][u], hex(u), 'x' * u, range(10)[u], list(range(u)))
class N:
    def __add__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
class M:
    def __radd__(self, o): return 'M.radd'
print(N() + M(), N() == 3, N() != 3)
for text in ('N() + 1', 'N() < 1', '1 < N()', 'N() - 1', '-N()', '[] + N()', 'N() @ 1', 'N() ** 2', 'divmod(N(), 1)', 'abs(N())', '~N()', 'N()[0]', 'len(N())', 'N()()', 'iter(N())', 'int(N())', 'float(N())', 'N() in N()', '[][N()]', 'next(N())', 'reversed(N())', 'round(N())', 'sum([N()])', 'hash(N())'):
    try:
        print(text, '->', eval(text))
    except TypeError as e:
        print(text, '->', e)
class Base:
    def __add__(self, o): return 'Base.add'
    def __radd__(self, o): return 'Base.radd'
class Derived(Base):
    def __radd__(self, o): return 'Derived.radd'
print(Base() + Derived(), Base() + Base(), Derived() + Base())
