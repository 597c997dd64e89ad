def describe(v):
    match v:
        case None: return 'none'
        case True | False: return f'bool {v}'
        case 0: return 'zero'
        case -1: return 'minus one'
        case 1.5: return 'float'
        case 2+3j: return 'complex'
        case 'text': return 'text'
        case b'bytes': return 'bytes'
        case int(n) if n > 100: return f'big {n}'
        case int(): return 'int'
        case str() as s: return f'str {s}'
        case []: return 'empty'
        case [x]: return f'one {x}'
        case [x, y]: return f'two {x} {y}'
        case [first, *rest] if first == 'list': return f'list {rest}'
        case [first, *_, last]: return f'from {first} to {last}'
        case {'type': 'point', 'x': x, 'y': y}: return f'point {x},{y}'
        case {'type': t, **rest}: return f'type {t} {rest}'
        case {}: return 'mapping'
        case float(f): return f'float {f}'
        case _: return f'other {type(v).__name__}'
for v in (None, True, 0, -1, 1.5, 2+3j, 'text', b'bytes', 500, 7, 'abc', [], [1], (1, 2), ['list', 1, 2], (1, 2, 3, 4), {'type': 'point', 'x': 1, 'y': 2, 'z': 3}, {'type': 'q', 'a': 1}, {}, {'k': 1}, 9.25, {1, 2}, b'x', range(3), 1j):
    print(repr(v) if not isinstance(v, set) else 'set', '->', describe(v))
class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
def where(p):
    match p:
        case Point(0, 0): return 'origin'
        case Point(x=0, y=y): return f'on y at {y}'
        case Point(x, 0): return f'on x at {x}'
        case Point(x, y) if x == y: return 'diagonal'
        case Point(): return 'somewhere'
        case [Point(x=a), Point(x=b)]: return f'two {a} {b}'
        case _: return 'no point'
for p in (Point(0, 0), Point(0, 3), Point(4, 0), Point(2, 2), Point(1, 2), [Point(1, 2), Point(3, 4)], 5):
    print(where(p))
from enum import Enum
class Color(Enum):
    RED = 1
    BLUE = 2
def color(c):
    match c:
        case Color.RED: return 'r'
        case Color.BLUE: return 'b'
    return None
print(color(Color.RED), color(Color.BLUE), color(1))
match (1, [2, {'k': (3, 4)}]):
    case (a, [b, {'k': (c, d)}]):
        print(a, b, c, d)
match {'a': 1, 'b': 2}:
    case {'a': 1, **kw}: print(kw)
match 'x', 1:
    case ('x' | 'y') as letter, int() | float() as number: print(letter, number)
match [1, [2, 3]]:
    case [1, [x, y] as inner]: print(x, y, inner)
try:
    match 5:
        case int(a, b): pass
except TypeError as e:
    print(e)
try:
    match Point(1, 2):
        case Point(1, 2, 3): pass
except TypeError as e:
    print(e)
try:
    match Point(1, 2):
        case Point(1, x=1): pass
except TypeError as e:
    print(e)
class NoArgs: pass
try:
    match NoArgs():
        case NoArgs(1): pass
except TypeError as e:
    print(e)
try:
    match 1:
        case describe(): pass
except TypeError as e:
    print(e)
match = 5; case = 6; _ = 7
print(match + case + _)
match (match):
    case 5: print('soft keyword')
match 'abc':
    case [*_]: print('never')
    case str(x): print(x)
from collections import OrderedDict, deque
match deque([1, 2]):
    case [a, b]: print('deque', a, b)
match OrderedDict(a=1):
    case {'a': v}: print('od', v)
from dataclasses import dataclass
@dataclass
class DC:
    a: int
    b: str = 'x'
match DC(1):
    case DC(a, b): print(a, b)
