class P:
    __slots__ = ('x', 'y')
    def __init__(self): self.x = 1
p = P()
print(p.x)
try:
    p.y
except AttributeError as e:
    print(e)
try:
    p.z = 3
except AttributeError as e:
    print(e)
print(hasattr(p, '__dict__'), P.__slots__)
class Q(P):
    pass
q = Q()
q.z = 4
print(q.z, q.x)
class R(P):
    __slots__ = 'w'
r = R()
r.w = 9
print(r.w, r.x)
try:
    r.nope = 1
except AttributeError as e:
    print(e)
del r.w
try:
    r.w
except AttributeError as e:
    print(e)
try:
    del r.w
except AttributeError as e:
    print(e)
class S:
    __slots__ = ['a', '__dict__']
s = S()
s.a, s.b = 1, 2
print(s.a, s.b)
try:
    class T:
        __slots__ = ('v',)
        v = 1
except ValueError as e:
    print(e)
print(type(P.x).__name__, P.x.__get__(p))
P.x.__set__(p, 5)
print(p.x)
