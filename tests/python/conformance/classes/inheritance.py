class A:
    def who(self): return 'A'
    def call(self): return self.who()
class B(A):
    def who(self): return 'B' + super().who()
class C(A):
    def who(self): return 'C' + super().who()
class D(B, C):
    def who(self): return 'D' + super().who()
print(D().call(), [k.__name__ for k in D.mro()], [k.__name__ for k in D.__mro__])
try:
    class X(A, B): pass
except TypeError as e:
    print(e)
try:
    class Y(A, A): pass
except TypeError as e:
    print(e)
try:
    class W(bool): pass
except TypeError as e:
    print(e)
try:
    class V(int, str): pass
except TypeError as e:
    print(e)
try:
    class U(type(None)): pass
except TypeError as e:
    print(e)
class MyInt(int):
    def __repr__(self): return f'MyInt({int(self)})'
    def __add__(self, other): return MyInt(int(self) + other)
print(MyInt(3), MyInt(3) + 4, MyInt(3) * 2, 1 + MyInt(3), MyInt('12'), isinstance(MyInt(1), int), MyInt(5) == 5, hash(MyInt(5)) == hash(5))
class MyStr(str):
    def shout(self): return self.upper() + '!'
s = MyStr('abc')
print(s, s.shout(), type(s.upper()).__name__, s + 'd', len(s), {s: 1}['abc'])
class MyList(list):
    def __init__(self, *a):
        super().__init__(a)
    def second(self): return self[1]
l = MyList(1, 2, 3)
print(l, l.second(), l == [1, 2, 3], type(l[:2]).__name__, l + [4])
class MyDict(dict):
    def __missing__(self, key): return f'no {key}'
d = MyDict(a=1)
print(d, d['a'], d['b'], d.get('b'), 'b' in d)
class MyTuple(tuple):
    def __new__(cls, *args): return super().__new__(cls, args)
t = MyTuple(1, 2)
print(t, type(t).__name__, t == (1, 2))
class MyErr(ValueError):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code
e = MyErr(4, 'bad')
print(repr(e), str(e), e.args, e.code)
class MyFloat(float):
    pass
print(MyFloat(2.5) + 1, repr(MyFloat(2.5)), type(MyFloat(1) + 1).__name__)
class MyBytes(bytes): pass
print(MyBytes(b'ab'), MyBytes(b'ab')[0], MyBytes(3))
class MySet(set): pass
print(MySet([1]), MySet([1]) | {2}, type(MySet([1]) | {2}).__name__)
