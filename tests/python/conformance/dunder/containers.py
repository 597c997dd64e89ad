class Seq:
    def __init__(self, *items): self.items = list(items)
    def __len__(self): return len(self.items)
    def __getitem__(self, key): print('get', key); return self.items[key]
    def __setitem__(self, key, value): print('set', key, value); self.items[key] = value
    def __delitem__(self, key): print('del', key); del self.items[key]
s = Seq(1, 2, 3)
print(s[0], s[-1], s[1:], s[::2])
s[0] = 9
s[1:2] = [7, 8]
del s[0]
print(list(s), 8 in s, 99 in s, list(reversed(s)))
a, b, c = s
print(a, b, c)
print(s[0, 1] if False else 'skip')
class Key:
    def __getitem__(self, k): return k
k = Key()
print(k[1], k[1, 2], k[1:2], k[1:2, ::3], k[...], k[None], k[()], k[:, 1], k['a':'b'])
print(k[*[1, 2]])
class It:
    def __iter__(self): return iter('xyz')
    def __contains__(self, v): print('contains', v); return v == 'q'
print(list(It()), 'q' in It(), 'x' not in It(), *It())
class Bad:
    def __iter__(self): return 5
try:
    list(Bad())
except TypeError as e:
    print(e)
class Next:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(Next()), sum(Next()), max(Next()), sorted(Next(), reverse=True))
n = Next()
print(next(n), next(n), next(n), next(n, 'end'))
try:
    next(n)
except StopIteration as e:
    print('stop', e.value)
class Miss(dict):
    def __missing__(self, k): self[k] = k * 2; return self[k]
m = Miss()
print(m['a'], m, m.get('z'))
class Rev:
    def __reversed__(self): return 'rev'
    def __length_hint__(self): return 10
    def __bytes__(self): return b'bytes'
    def __format__(self, spec): return f'fmt<{spec}>'
    def __sizeof__(self): return 1
    def __hash__(self): return 2**65
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
r = Rev()
print(reversed(r), bytes(r), format(r, 'abc'), f'{r:x>5}', f'{r}', f'{r!r}', f'{r!s}', '{:q} {!r}'.format(r, r), '%s %r' % (r, r), hash(r) == hash(2**65))
class S1:
    def __str__(self): return 5
class S2:
    def __repr__(self): return None
class S3:
    def __format__(self, s): return 1
class S4:
    def __hash__(self): return 'x'
class S5:
    def __hash__(self): raise TypeError('custom')
for text in ('str(S1())', 'repr(S2())', "format(S3(), '')", 'hash(S4())', 'hash(S5())', '{S5(): 1}', "format(object(), 'x')", "f'{[]:>5}'"):
    try:
        print(eval(text))
    except TypeError as e:
        print(text, '->', e)
class Old:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
print(list(Old()), 9 in Old(), [*Old()])
class Idx:
    def __index__(self): return 1
print('abc'[Idx()], [1, 2, 3][Idx():], (1, 2)[Idx()], b'ab'[Idx()])
class BadIdx:
    def __index__(self): return 'a'
try:
    [1][BadIdx()]
except TypeError as e:
    print(e)
