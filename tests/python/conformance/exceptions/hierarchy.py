import builtins
names = sorted(n for n in dir(builtins) if isinstance(getattr(builtins, n), type) and issubclass(getattr(builtins, n), BaseException))
for n in names:
    c = getattr(builtins, n)
    print(n, [b.__name__ for b in c.__mro__[1:-1]])
for c in (ValueError, KeyError, OSError, StopIteration, SystemExit, ImportError, UnicodeError, AttributeError, NameError):
    print(repr(c()), repr(c('a')), str(c('a')), repr(c('a', 2)), str(c('a', 2)), c('a', 2).args, [str(c())])
print(str(KeyError('x')), str(KeyError("it's")), str(KeyError(1, 2)), str(KeyError()))
o = OSError(2, 'No such file', 'name')
print(o, o.errno, o.strerror, o.filename, type(o).__name__, repr(o))
print(OSError(13, 'x'), type(OSError(13, 'x')).__name__, type(OSError(17, 'x')).__name__, type(OSError(1)).__name__)
print(StopIteration(5).value, SystemExit(3).code, SystemExit().code, ImportError('m', name='n', path='p').name)
u = UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'bad')
print(u, u.start, u.end, u.reason, u.object, u.encoding)
try:
    b'\xff'.decode()
except UnicodeDecodeError as e:
    print(e)
try:
    '\u20ac'.encode('ascii')
except UnicodeEncodeError as e:
    print(e)
try:
    '\u20ac\u20ac'.encode('latin-1')
except UnicodeEncodeError as e:
    print(e)
try:
    b'ab\xe2\x82'.decode()
except UnicodeDecodeError as e:
    print(e)
print(EnvironmentError is OSError, IOError is OSError)
print(issubclass(FileNotFoundError, OSError), issubclass(ModuleNotFoundError, ImportError))
s = SyntaxError('msg', ('f.py', 3, 5, 'text'))
print(s, s.msg, s.filename, s.lineno, s.offset, s.text)
class My(Exception):
    def __str__(self): return 'custom str'
print(My(1), repr(My(1)))
class Two(Exception):
    def __init__(self, a, b): self.a, self.b = a, b
t = Two(1, 2)
print(t.args, repr(t), str(t))
try:
    raise My
except My as e:
    print(e.args)
try:
    Two(1)
except TypeError as e:
    print(e)
