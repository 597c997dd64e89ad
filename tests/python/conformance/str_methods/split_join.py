for s in ('a b  c', '  lead', 'trail  ', '', '   ', 'a,b,,c,', ',', 'one', 'a\tb\nc\x0bd', 'a\u2003b', '1<>2<>3'):
    print(repr(s), s.split(), s.split(' '), s.split(','), s.split(None, 1), s.rsplit(None, 1), s.split(',', 1), s.rsplit(',', 1), s.split('<>'), s.split(maxsplit=0))
    print('  ', s.partition(','), s.rpartition(','), s.splitlines(), s.splitlines(True))
for s in ('a\nb\r\nc\rd', 'a\n', '\n', 'a\n\nb', 'x\x0cy\x1cz\x85w\u2028v', 'no'):
    print(s.splitlines(), s.splitlines(keepends=True))
print(', '.join(['a', 'b']), '-'.join('abc'), ''.join([]), 'x'.join(['one']), ' '.join(str(i) for i in range(3)), ','.join({'k': 1, 'j': 2}))
print('a.b.c'.rsplit('.', 1), 'a.b.c'.split('.', -1), 'aXXbXXc'.split('XX', 1))
print('  x '.strip(), '  x '.lstrip() + '|', '  x '.rstrip() + '|', 'xxaxx'.strip('x'), 'abcba'.strip('ab'), 'www.example.com'.strip('cmowz.'), '\t\n x \u3000'.strip())
print('test.py'.removesuffix('.py'), 'test.py'.removesuffix('.txt'), 'pre_x'.removeprefix('pre_'), 'x'.removeprefix(''), ''.removesuffix('a'))
print('aXbXc'.replace('X', '-'), 'aXbXc'.replace('X', '-', 1), 'abc'.replace('', '.'), 'abc'.replace('', '.', 2), ''.replace('', 'x'), 'aaa'.replace('aa', 'b'), 'abc'.replace('b', ''))
print('abc'.center(9), 'abc'.center(8, '*'), 'ab'.center(5, '*'), 'abc'.ljust(6, '.'), 'abc'.rjust(6, '.'), 'abc'.center(1), '中'.center(5, '-'))
print('42'.zfill(5), '-42'.zfill(5), '+42'.zfill(5), 'x'.zfill(1), ''.zfill(3), '--1'.zfill(5))
print('a\tb'.expandtabs(), 'a\tb'.expandtabs(4), '\t\t'.expandtabs(2), 'ab\tc\n\td'.expandtabs(3), 'a\tb'.expandtabs(0))
table = str.maketrans('abc', 'xyz', 'd')
print('abcd'.translate(table), table, str.maketrans({'a': 'AA', 98: None, 'c': 0x43}), 'abc'.translate(str.maketrans({'a': 'AA', 98: None, 'c': 0x43})))
print('abc'.translate({97: '', 98: 'long'}), 'é'.translate({233: 'e'}))
class Upper:
    def __getitem__(self, i): return chr(i).upper()
print('mixed'.translate(Upper()))
