def f(command):
    match command.split():
        case ['go', ('north' | 'south' | 'east' | 'west') as direction]:
            return direction
        case ['get', item] | ['take', item]:
            return f'got {item}'
        case ['drop', *items]:
            return items
        case [single] if (n := len(single)) > 3:
            return f'{single} {n}'
        case _ if command == '':
            return 'empty'
        case other:
            return other
for c in ('go north', 'go up', 'get lamp', 'take key', 'drop a b c', 'drop', 'hello', 'hi', ''):
    print(repr(c), f(c))
x = None
match 3:
    case x: pass
print(x)
match [1, 2, 3]:
    case [a, b]: pass
    case [a, b, c] if c > 5: print('no')
    case _: print(a, b, c)
class Meta(type):
    def __instancecheck__(cls, o): return True
class Any(metaclass=Meta): pass
match 5:
    case Any(): print('any')
def gen(v):
    match v:
        case {'items': [{'id': i, **rest}, *more]}: yield i, rest, more
        case {'items': []}: yield 'nothing'
print(list(gen({'items': [{'id': 1, 'n': 2}, 3]})), list(gen({'items': []})), list(gen({})))
match ():
    case (): print('empty tuple')
match {'a': None}:
    case {'a': None}: print('none value')
match 1, 2:
    case 1, 2: print('open sequence')
match 5:
    case 1 | 2 | 3: print('low')
    case 4 | 5: print('high')
KEY = 'k'
class NS: KEY = 'k'
match {'k': 1}:
    case {NS.KEY: v}: print('dotted key', v)
match 'k':
    case NS.KEY: print('dotted')
match -0.0:
    case 0: print('zero')
match True:
    case 1: print('one')
match 1:
    case True: print('true?')
    case _: print('not true')
