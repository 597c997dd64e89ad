class Base:
    value = 'base'
    def __init__(self, **kw):
        print('Base.__init__', kw)
    @classmethod
    def make(cls): return 'Base.make ' + cls.__name__
    @staticmethod
    def stat(): return 'Base.stat'
    @property
    def prop(self): return 'Base.prop'
    def __getitem__(self, k): return ('Base', k)
class Left(Base):
    value = 'left'
    def __init__(self, left=None, **kw):
        print('Left.__init__', left)
        super().__init__(**kw)
class Right(Base):
    def __init__(self, right=None, **kw):
        print('Right.__init__', right)
        super().__init__(**kw)
class Both(Left, Right):
    def __init__(self, **kw):
        print('Both.__init__')
        super().__init__(**kw)
    @classmethod
    def make(cls): return 'Both ' + super().make()
    @property
    def prop(self): return 'Both ' + super().prop
    def __getitem__(self, k): return super().__getitem__(k)
    def values(self):
        return super().value, super(Left, self).value, super(Both, self).value
    def explicit(self):
        return super(Left, self).__init__(right='again')
    def stat(self):
        return super().stat()
b = Both(left=1, right=2, other=3)
print(Both.make(), b.make(), b.prop, b['k'], b.values(), b.stat())
b.explicit()
try:
    super(Left, b).missing
except AttributeError as e:
    print(e)
try:
    super(int, b)
except TypeError as e:
    print(e)
try:
    super().x
except RuntimeError as e:
    print(e)
def outside(self):
    return super().value
try:
    outside(b)
except RuntimeError as e:
    print(e)
class Nested(Left):
    def __init__(self):
        def inner():
            return super(Nested, self).value
        self.got = inner()
        self.comp = [super(Nested, self).value for _ in range(1)]
print(Nested().got)
s = super(Left, b)
print(s.__thisclass__.__name__, s.__self__ is b, s.__self_class__.__name__)
class Meta(type):
    def __call__(cls, *a, **k):
        print('Meta.__call__')
        return super().__call__(*a, **k)
class M(metaclass=Meta):
    def __new__(cls, *a):
        print('__new__', a)
        return super().__new__(cls)
    def __init__(self, *a):
        print('__init__', a)
M(1, 2)
