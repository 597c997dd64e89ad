s = 'hello world, hello'
for name in ('find', 'rfind', 'index', 'rindex', 'count'):
    f = getattr(s, name)
    for args in (('hello',), ('o', 5), ('o', -6, -1), ('zz',), ('',), ('', 100), ('hello', 1), ('l', None, 4)):
        try:
            print(name, args, f(*args))
        except ValueError as e:
            print(name, args, e)
print(s.startswith('hell'), s.startswith(('x', 'he')), s.startswith('world', 6), s.endswith('llo'), s.endswith(('a', 'b')), s.endswith('', 100), s.startswith('', 18), s.startswith('', 19))
for bad in ("s.find(1)", "s.startswith(1)", "s.startswith(('a', 1))", "s.index('q')", "'a' in 5", "5 in 'a'", "s.replace(1, 2)", "s.join([1])", "s.join(5)", "s.strip(1)", "s.center('x')", "s.center(30, 'ab')", "s.split('')", "s.partition('')", "s.zfill('a')", "s.encode('nope')", "s.nope()", "s.upper(1)", "s.expandtabs('x')", "s.translate(5)", "s[1.0]", "s['a']", "s[100]", "s % 5", "s + 1", "s * 1.5", "s * 'a'", "s < 1", "s.encode(5)", "'a'.join(['b', 2])", "str('a', 'utf-8')", "'%d' % 'x'", "s.format_map(1)", "s.maketrans('ab', 'c')", "s.maketrans({'ab': 1})", "s.ljust()", "s[::0]", "s.__getitem__('x')"):
    try:
        print(bad, '->', eval(bad))
    except Exception as e:
        print(bad, '->', type(e).__name__, e)
print('é' in 'café', 'caf' in 'café', '' in '', 'a' not in 'b')
print('中文中'.find('中', 1), '中文中'.rindex('中'), 'aXbXc'.count('X'), 'aaaa'.count('aa'), 'é中é'.index('é', 1))
