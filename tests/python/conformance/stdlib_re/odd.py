"""Regular expressions: groups, flags, replacements, splits and errors."""
import re


def attempt(*texts):
    for text in texts:
        try:
            print(text, "=", repr(eval(text)))
        except Exception as error:
            print(text, "!", type(error).__name__, error)


attempt(
    "re.match('a', 'ba')", "re.search('a', 'ba')", "re.fullmatch('a', 'ab')", "re.match('(a)(b)?', 'a').groups()", "re.match('(a)(b)?', 'a').groups('-')", "re.match('(?P<x>a)(?P<y>b)?', 'a').groupdict()", "re.match('(a)', 'a').group(1, 0)", "re.match('(a)', 'a').group(2)", "re.match('(a)', 'a').group('x')", "re.match('(?P<x>a)', 'a')['x']", "re.match('(a)(b)?', 'a').span(2)", "re.match('(a)(b)', 'ab').lastindex, re.match('(?P<n>a)', 'a').lastgroup", "re.search('b', 'abc').start(), re.search('b', 'abc').end()", "re.match('a', 'a').re, re.match('a', 'a').string, re.match('a', 'a').pos, re.match('a', 'a').endpos", "re.match('(a)(b)', 'ab').expand(r'\\2-\\1\\g<0>')", "re.match('(a)(b)', 'ab').regs",
    "re.findall('a|b', 'cab')", "re.findall('(a)|(b)', 'cab')", "re.findall('(a)', 'aa')", "re.findall('', 'ab')", "re.findall('x*', 'axb')", "[m.span() for m in re.finditer('x*', 'axb')]", "re.findall(r'\\b\\w', 'one two')", "re.findall(r'(?i)AB', 'abAB')", "re.findall('^a', 'a\\na', re.M)", "re.findall('a.b', 'a\\nb', re.S)", "re.findall('a # c', 'a', re.X)", "re.findall(r'\\w+', 'é ü', re.A)", "re.findall(r'\\d', '٣3')", "re.findall(r'\\d', '٣3', re.ASCII)",
    "re.sub('a', 'b', 'aaa', 2)", "re.sub('(a)', r'<\\1>', 'aa')", "re.sub('(?P<n>a)', r'<\\g<n>>', 'aa')", "re.sub('a', lambda m: m.group().upper(), 'aba')", "re.sub('x*', '-', 'abxd')", "re.subn('a', 'b', 'aa')", "re.sub('a', r'\\n\\t\\\\', 'a')", "re.sub('a', r'\\q', 'a')", "re.sub('a', r'\\1', 'a')", "re.sub('a', r'\\g<x>', 'a')", "re.sub('a', r'\\g<1', 'a')", "re.sub('(a)(b)?', r'\\2', 'a')", "re.sub('a', 5, 'a')", "re.sub('a', 'b', 5)", "re.sub('a', 'b', b'a')", "re.sub(b'a', b'b', b'aa')", "re.sub('', '-', 'abc')", "re.sub(r'\\s+', ' ', ' a  b ')", "re.sub('a', 'b', 'aa', count=-1)", "re.sub('A', 'b', 'aa', flags=re.I)", "re.sub(r'(\\d+)', lambda m: str(int(m[1]) * 2), 'a1b22')",
    "re.split(',', 'a,b,,c')", "re.split('(,)', 'a,b')", "re.split(',', 'a,b,c', 1)", "re.split('x*', 'axbc')", "re.split(r'\\W', ' a b ')", "re.split('(a)|b', 'xaybz')", "re.split('', 'ab')",
    "re.escape('a.b*c d-é_/\\n')", "re.escape(b'a.b')", "re.compile('a', re.I | re.M)", "re.compile('a' * 300)", "re.compile('(?x) a').flags", "re.compile('a').flags", "re.compile(b'a').flags", "re.compile('(?P<a>x)(?P<b>y)').groupindex", "re.compile('(a)').groups, re.compile('(a)').pattern", "re.compile('a') == re.compile('a')", "re.compile(re.compile('a'))", "re.compile(re.compile('a'), re.I)", "re.compile('b').match('abc', 1), re.compile('b').search('abc', 2)", "re.compile('^b').match('ab', 1)", "re.compile('b$').search('abc', 0, 2)", "re.compile('a').fullmatch('xa', 1)", "re.match('a', 'a')", "re.match('a', 'a' * 100)", "re.I, re.IGNORECASE | re.M, re.RegexFlag(0)", "re.compile('a').sub('b', 'aXa'), re.compile('a').split('xay'), re.compile('a').findall('aa')",
    "re.compile('(')", "re.compile(')')", "re.compile('[')", "re.compile('a**')", "re.compile('*a')", "re.compile('a{2,1}')", "re.compile('(?P<1>a)')", "re.compile('(?P<a>x)(?P<a>y)')", "re.compile('(?P=x)')", "re.compile('\\\\')", "re.compile(r'\\1')", "re.compile('(?z)')", "re.compile('[b-a]')", "re.compile(r'\\q')", "re.compile('(?<=a+)b')", "re.compile('(?<=ab|c)d')", "re.compile('a(?i)b')", "re.compile('(?i:a)b').match('Ab')", "re.compile('(?-i:a)', re.I).match('A')", "re.compile('(?#comment)a').match('a')", "re.compile('(?')", "re.compile('(?P')", "re.compile('(?P<')", "re.compile('(?P<a')", "re.compile(r'\\x1')", "re.compile(r'\\u12')", "re.compile('[[:alpha:]]')", "re.compile('x{1000000}').match('x')", "re.compile(5)", "re.compile(b'(?u)x')", "re.compile('(?L)x')",
    "re.match(r'(a)\\1', 'aa')", "re.match('(?=a)a', 'a')", "re.match('(?!a)b', 'b')", "re.search('(?<=a)b', 'ab')", "re.search('(?<!a)b', 'cb')", "re.match('(?P<q>.)x(?P=q)', 'axa')", "re.match('(a)?(?(1)b|c)', 'ab'), re.match('(a)?(?(1)b|c)', 'c')", "re.match('a*?b', 'aab')", "re.match('(?>a*)b', 'aab')", "re.match('a++b', 'aab')", "re.match('a{2}', 'aaa'), re.match('a{,2}', 'aaa'), re.match('a{2,}', 'aaa')", "re.match('a{,}', 'aa')", "re.match('a{x}', 'a{x}')", "re.match(r'\\Aa\\Z', 'a')", "re.match(r'[\\]\\-^]+', ']-^')", "re.match(r'[^\\W\\d]+', 'ab1')", "re.match('.', '\\n')", "re.match('(?s:.)', '\\n')", "re.match('ß', 'SS', re.I)", "re.match('É', 'é', re.I)", "re.match('(?:a|ab)(?:c|bcd)(d*)', 'abcd').groups()", "re.match('(a|b)*', 'abab').groups()", "re.error is re.compile.__globals__['error'] if False else re.error.__name__", "re.purge()", "re.match('a', None)", "re.match(None, 'a')", "re.match(b'a', 'a')", "re.findall(r'[\\w.+-]+@[\\w-]+\\.[\\w.]+', 'x a.b@c.de y')", "bool(re.match('', ''))", "re.match('(a)', 'a').__copy__() is not None",
)
for text in ("(a", "a{1", "[a-", "(?P<x>a", "*", "a|*", "x\n*y(", "(?P<é>a)"):
    try:
        re.compile(text)
        print(repr(text), "fine")
    except re.error as error:
        print(repr(text), error, error.msg, error.pos, error.lineno, error.colno, error.pattern == text)
