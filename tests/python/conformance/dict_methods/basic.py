d = {'a': 1, 'b': 2}
d['c'] = 3; d['a'] = 9
print(d, len(d), 'a' in d, 'z' in d, d.get('a'), d.get('z'), d.get('z', 0), d.setdefault('a', 5), d.setdefault('n', 5), d)
print(d.pop('n'), d.pop('zz', None), d.popitem(), d)
d.update({'x': 1}, y=2); d.update([('p', 1)]); d.update(q=5); d.update(); print(d)
print(list(d), list(d.keys()), list(d.values()), list(d.items()), list(reversed(d)), list(reversed(d.items())))
print(d.keys() & {'a', 'zz'}, sorted(d.keys() | {'zz'}), d.keys() - {'a', 'b', 'x', 'y', 'p'}, sorted(d.keys() ^ {'a', 'new'}), d.keys() >= {'a'}, d.keys() == set(d), d.items() & {('a', 9)}, 'a' in d.keys(), 9 in d.values(), ('a', 9) in d.items(), d.keys().isdisjoint({'q1'}))
print(d.keys(), d.values(), d.items(), {}.keys(), type(d.keys()).__name__, len(d.items()))
print({'a': 1} | {'b': 2}, {'a': 1} | {'a': 2}, dict(a=1, b=2), dict([('k', 'v')]), dict({'z': 1}, y=2), dict(zip('ab', [1, 2])), dict(), dict.fromkeys('ab'), dict.fromkeys([1, 2], 0))
e = {'k': 1}; e |= {'l': 2}; e |= [('m', 3)]; print(e)
print({1: 'int', 1.0: 'float', True: 'bool'}, {0: 'a', False: 'b'}, {(1, 2): 't', frozenset([1]): 'f', None: 'n', 'x': 's'})
print({'a': 1, 'b': 2} == {'b': 2, 'a': 1}, {'a': 1} != {'a': 2}, {} == {}, {'a': 1} == [('a', 1)])
del d['a']; d['a'] = 'back'; print(d)
c = d.copy(); c['new'] = 1; print('new' in d, c is d); d.clear(); print(d, bool(d))
r = {}; r['self'] = r; print(r)
view = {'a': 1}
keys = view.keys(); view['b'] = 2; print(keys, list(keys))
for text in ("{}['k']", "{}[1]", "{}.pop('k')", "{}.popitem()", "{[]: 1}", "{{}: 1}", "dict(5)", "dict([1])", "dict([(1, 2, 3)])", "dict(['abc'])", "{'a': 1} + {}", "{'a': 1} | 5", "{} < {}", "hash({})", "{}.update(5)", "{}.update([1])", "{}.get()", "{}.nope", "dict(**{1: 2})", "dict.fromkeys(5)", "{}.setdefault()", "{[1]: 2}[0]", "{}.keys() + {}.keys()", "{}.items()[0]", "dict({}, {})", "{1: 2}.pop()", "{}[[]]", "[] in {}", "{}.get([])", "{'a': 1}.__getitem__('b')", "{**5}", "{**[1]}", "del {}['k']"):
    try:
        print(text, '->', eval(text) if not text.startswith('del') else exec(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
print({k: v for k, v in sorted({'z': 1, 'a': 2}.items())}, {v: k for k, v in {'x': 1}.items()}, max({'a': 3, 'b': 5}, key={'a': 3, 'b': 5}.get), sorted({'b': 1, 'a': 2}), sum({1: 2, 3: 4}))
