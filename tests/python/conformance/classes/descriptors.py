class Desc:
    def __init__(self, label): self.label = label
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, objtype=None):
        if obj is None:
            return f'<{self.label} on class {objtype.__name__}>'
        return obj.__dict__.get('_' + self.name, f'no {self.name}')
    def __set__(self, obj, value):
        print('set', self.name, value)
        obj.__dict__['_' + self.name] = value
    def __delete__(self, obj):
        print('delete', self.name)
        obj.__dict__.pop('_' + self.name, None)
class A:
    x = Desc('first')
    y = Desc('second')
a = A()
print(A.x, a.x)
a.x = 5
print(a.x, a.y, a.__dict__)
del a.x
print(a.x)
a.__dict__['x'] = 'shadow'
print(a.x)
class NonData:
    def __get__(self, obj, t=None): return 'nondata'
class B:
    z = NonData()
b = B()
print(b.z)
b.z = 'own'
print(b.z, b.__dict__)
del b.z
print(b.z, B.z)
B.z = 7
print(b.z)
class ReadOnly:
    def __get__(self, obj, t=None): return 'ro'
    def __set__(self, obj, v): raise AttributeError('read only')
class C:
    r = ReadOnly()
try:
    C().r = 1
except AttributeError as e:
    print(e)
try:
    del C().r
except AttributeError as e:
    print(e)
class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = name
    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f'{self.name} wants {self.kind.__name__}, not {type(value).__name__}')
        obj.__dict__[self.name] = value
class D:
    n = Typed(int)
    s = Typed(str)
    def __init__(self, n, s): self.n, self.s = n, s
d = D(1, 'a')
print(d.n, d.s, d.__dict__)
try:
    D('1', 'a')
except TypeError as e:
    print(e)
class Lazy:
    def __init__(self, f): self.f = f
    def __set_name__(self, o, n): self.n = n
    def __get__(self, obj, t):
        if obj is None: return self
        value = obj.__dict__[self.n] = self.f(obj)
        return value
class E:
    @Lazy
    def big(self):
        print('computed')
        return 42
e = E()
print(e.big, e.big, type(E.big).__name__)
def func(self): return ('bound', self)
print(func.__get__(3)(), func.__get__(None, int) is func, func.__get__(1, int).__self__)
class F:
    m = classmethod(lambda cls: cls.__name__)
    s = staticmethod(lambda: 's')
print(F.__dict__['m'].__get__(None, F)(), F.__dict__['s'].__get__(None, F)())
