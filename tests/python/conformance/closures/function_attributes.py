def f(a, b: int = 2, /, c=3, *args, d, e: str = 'x', **kwargs) -> float:
    """What f does."""
    return a

print(f.__name__, f.__qualname__, f.__doc__, f.__module__)
print(f.__defaults__, f.__kwdefaults__, f.__annotations__)
print(f.__code__.co_argcount, f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount)
print(f.__code__.co_varnames, f.__code__.co_name)
f.tag = 'set'
print(f.tag, f.__dict__, hasattr(f, 'tag'), hasattr(f, 'other'))
del f.tag
print(f.__dict__)
f.__name__ = 'renamed'
f.__doc__ = None
print(f.__name__, f.__doc__)
try:
    f.__name__ = 3
except TypeError as e:
    print(e)
f.__defaults__ = (1, 2, 3)
print(f(d=0))
print(callable(f), callable(3), callable(str), callable('x'.upper))
print((lambda: 0).__name__, (lambda x: x).__qualname__)
class C:
    def m(self): "doc of m"
    @staticmethod
    def s(): pass
    @classmethod
    def c(cls): return cls
c = C()
print(C.m.__qualname__, c.m.__func__ is C.m, c.m.__self__ is c, c.m.__doc__, c.m.__name__)
print(C.c.__self__ is C, C.s.__qualname__, c.c() is C)
print(c.m == c.m, c.m is c.m, c.m == C().m)
try:
    c.m.attr = 1
except AttributeError as e:
    print(e)
print(type(f).__name__, type(c.m).__name__, type(len).__name__, type(str.upper).__name__)
print(len.__name__, [].append.__name__, str.upper.__name__, str.join.__qualname__, dict.fromkeys.__qualname__)
