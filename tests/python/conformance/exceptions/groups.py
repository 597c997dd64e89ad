eg = ExceptionGroup('many', [ValueError('v'), TypeError('t'), ExceptionGroup('inner', [KeyError('k'), ValueError('v2')])])
print(eg, repr(eg), eg.message, len(eg.exceptions))
try:
    raise eg
except* ValueError as g:
    print('values', g.exceptions, repr(g))
except* TypeError as g:
    print('types', g.exceptions)
except* KeyError as g:
    print('keys', g.exceptions)
try:
    try:
        raise eg
    except* ValueError:
        print('v only')
except ExceptionGroup as rest:
    print('rest', repr(rest))
try:
    try:
        raise ValueError('naked')
    except* ValueError as g:
        print(repr(g))
except Exception as e:
    print('not here')
try:
    try:
        raise ExceptionGroup('g', [OSError(1)])
    except* OSError as g:
        raise RuntimeError('new')
except Exception as e:
    print(repr(e))
match, rest = eg.split(ValueError)
print(repr(match), repr(rest))
print(repr(eg.subgroup(KeyError)), eg.subgroup(OSError))
print(repr(eg.subgroup(lambda e: 'v2' in str(e))))
print(repr(eg.derive([OSError('d')])))
for args in ((), ('m',), ('m', []), ('m', [1]), (1, [ValueError()]), ('m', [KeyboardInterrupt()])):
    try:
        print(repr(ExceptionGroup(*args)))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(repr(BaseExceptionGroup('b', [KeyboardInterrupt()])), type(BaseExceptionGroup('b', [ValueError()])).__name__)
try:
    raise ExceptionGroup('x', [ValueError(1)])
except* (TypeError, ValueError) as g:
    print('tuple', g.exceptions)
else:
    print('no else')
finally:
    print('finally')
try:
    pass
except* ValueError:
    pass
else:
    print('else ran')
class MyGroup(ExceptionGroup):
    def derive(self, excs): return MyGroup(self.message, excs)
m, r = MyGroup('mine', [ValueError(), TypeError()]).split(TypeError)
print(type(m).__name__, type(r).__name__)
try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
try:
    raise ExceptionGroup('nested', [ExceptionGroup('a', [ValueError(1)]), ValueError(2)])
except* ValueError as g:
    print(repr(g))
    for e in g.exceptions: print(' ', repr(e))
