"""re: what scripts do with it, and what it refuses."""
import re


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


for text in r'''
re.match("a", "abc")
re.match("b", "abc")
re.search("b(?P<x>c)?", "abcd")
re.fullmatch("a.c", "abc").group()
re.match("(a)(b)?", "ac").groups()
re.match("(a)(b)?", "ac").groups("-")
re.match("(a)(b)?", "ac").group(0, 1, 2)
re.match("(?P<n>a)(?P<m>b)?", "ac").groupdict()
re.match("(?P<n>a)(?P<m>b)?", "ac").groupdict("d")
re.match("(?P<n>a)", "a")["n"], re.match("(a)", "a")[1]
re.match("(a)", "a").group(2)
re.match("(a)", "a").group("x")
re.match("(a)(b)", "ab").span(2), re.match("(a)(b)?", "ac").span(2), re.match("ab", "ab").start(), re.match("ab", "ab").end()
re.search("c", "abcabc", re.I).span(), re.search("C", "abc", flags=re.IGNORECASE)
re.match("a+", "aaab").re.pattern, re.match("a", "ab").string, re.match("a", "ab").pos, re.match("a", "ab").endpos, re.match("(a)(b)", "ab").lastindex, re.match("(?P<z>a)", "ab").lastgroup
re.findall("a", "banana"), re.findall("(a)(n)?", "banana"), re.findall("(a)n", "banana"), re.findall("", "ab")
[m.span() for m in re.finditer("a*", "baac")]
re.split(",", "a,b,,c"), re.split("(,)", "a,b"), re.split("(,)|(;)", "a,b;c"), re.split(",", "a,b,c", maxsplit=1), re.split("", "abc"), re.split("x*", "axbc"), re.split(r"\s*", " a b ")
re.sub("a", "x", "banana"), re.sub("a", "x", "banana", 2), re.sub("a", "x", "banana", count=1), re.subn("a", "x", "banana")
re.sub("(a)(n)", r"\2\1", "banana"), re.sub("(?P<x>a)", r"<\g<x>>", "ba"), re.sub("(a)", r"\g<1>0", "ba"), re.sub("a", r"\g<0>\g<0>", "ba")
re.sub("(a)|b", r"[\1]", "ab"), re.sub("x*", "-", "abxd"), re.sub("", "-", "ab"), re.sub("a", "\\n", "bab"), re.sub("a", r"\\", "ba")
re.sub("a", lambda m: m.group().upper() + str(m.start()), "banana")
re.sub("a", lambda m: None, "a")
re.sub("a", lambda m: 5, "a")
re.sub("a", r"\1", "a")
re.sub("a", r"\g<x>", "a")
re.sub("a", r"\q", "a")
re.sub("a", r"\g<1", "a")
re.sub("a", "\\", "a")
re.sub("a", 5, "a")
re.sub("a", "b", 5)
re.match("a", b"a")
re.match(b"a", "a")
re.findall(b"a.", b"abac"), re.sub(b"a", b"x", b"aa"), re.match(b"(a)", b"ab").group(1)
re.compile("(")
re.compile(")")
re.compile("[a")
re.compile("*a")
re.compile("a**")
re.compile("a{2,1}")
re.compile("(?P<1a>x)")
re.compile("(?P<a>x)(?P<a>y)")
re.compile("(?P=a)")
re.compile("(?x")
re.compile("(?z)")
re.compile("\\")
re.compile(r"\1")
re.compile(r"\q")
re.compile("[z-a]")
re.compile(r"\x1")
re.compile("(?<=a+)b")
re.compile("a)b(")
re.compile("(?P<a")
re.compile("(?Pa)")
re.compile("(?:a")
re.compile("x{1}{2}")
re.compile(5)
re.compile("a{,3}").fullmatch("aaa"), re.compile("a{3").search("a{3"), re.compile("a{2}").findall("aaaa"), re.compile("{").match("{")
re.compile("a", re.I), re.compile("a", re.I | re.M | re.S | re.X), re.compile(b"a"), repr(re.compile("'\"")), re.compile("a") == re.compile("a"), hash(re.compile("a")) == hash(re.compile("a"))
re.compile("(?P<x>a)(b)").groups, re.compile("(?P<x>a)(b)").groupindex, re.compile("a", re.I).flags, re.compile("(?i)a").flags, re.compile("a").pattern
re.compile("a").match("ba", 1), re.compile("^a").match("ba", 1), re.compile("^a").search("ba", 1), re.compile("a").search("abca", 1, 3), re.compile("b$").search("abc", 0, 2)
re.compile("a").sub("b", "aa", 1), re.compile(",").split("a,b"), re.compile("a").fullmatch("a"), re.compile("a").findall("aba", 1), list(re.compile("a").finditer("aba"))[1].start()
re.escape("a.b*c[d] -_/é\n"), re.escape(b"a.b"), re.escape("~!@#$%^&()+={}|;:'\",<>?`")
re.search(r"(\w)\1", "hello").group(), re.search(r"(?P<c>\w)(?P=c)", "hello").group(), re.findall(r"(.)\1", "aabbc")
re.search(r"(?<=a)b", "ab"), re.search(r"(?<!a)b", "ab cb").start(), re.search(r"a(?=b)", "acab").start(), re.search(r"a(?!b)", "abac").start(), re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", "1234567")
re.search(r"(a)?(?(1)b|c)", "ab").group(), re.search(r"^(a)?(?(1)b|c)$", "c").group()
re.findall(r"\bfoo\b", "foo food foo"), re.findall(r"\Bo", "foo o"), re.findall(r"^\w", "ab\ncd", re.M), re.findall(r"\w$", "ab\ncd\n", re.M), re.findall(r"\w\Z", "ab\ncd"), re.search(r"a$", "a\n")
re.search(".", "\n"), re.search(".", "\n", re.S), re.search("(?s).", "\n"), re.search("(?m)^b", "a\nb"), re.search("(?x) a  b # c", "ab"), re.search("(?i:A)b", "aB"), re.search("(?i:A)b", "ab"), re.search("a(?-i:B)", "AB", re.I)
re.findall(r"\d+", "a1b22٣"), re.findall(r"\d+", "a1٣", re.A), re.findall(r"\w+", "é a_1 中"), re.findall(r"\w+", "é a", re.ASCII), re.findall(r"\s", "a b\u00a0c\u2003"), re.findall(r"\S+", " a b ")
re.findall(r"[^\W\d_]+", "ab1_c"), re.findall(r"[a-c-]", "a-d"), re.findall(r"[]a]", "]a"), re.findall(r"[^]]", "]a"), re.findall(r"[\]\\]", "]\\"), re.findall(r"[\d.]+", "1.2 a"), re.findall("[a\\-z]", "a-mz")
re.findall(r"a*?b", "aab"), re.findall(r"a+?", "aa"), re.findall(r"a??b", "ab"), re.findall(r"<.*?>", "<a><b>"), re.findall(r"a{1,2}?", "aaa"), re.findall(r"(?:ab)+", "ababa")
re.match(r"\x41\u0042\n\t\101", "AB\n\tA"), re.match(r"\N{DIGIT ONE}", "1"), re.match(r"\0", "\0")
re.match("(?#comment)a", "a"), re.match("a|b|", "c"), re.match("(|a)", "a").group(1), re.match("()", "a").groups(), re.match("(a|ab)(c|bcd)(d*)", "abcd").groups()
re.I, re.I | re.M, re.RegexFlag(0), repr(re.S), re.ASCII.value, re.X.name, re.T if hasattr(re, "T") else 0
re.match("(a)(b)", "ab").expand(r"\2-\1"), re.match("(?P<k>a)", "a").expand(r"\g<k>")
re.match("a", "a") is None, bool(re.match("a", "a")), type(re.match("a", "a")), type(re.compile("a"))
re.match("(a)(b)?", "a").regs, re.match("(a)(?P<q>b)", "ab").re.groupindex["q"]
re.sub(r"([a-z])([A-Z])", r"\1_\2", "camelCaseString").lower(), re.sub(r"(?<!^)(?=[A-Z])", "_", "CamelCaseString").lower(), re.sub(r"[^0-9a-zA-Z]+", "-", "Hello, World!").strip("-"), re.sub(r"\s+", " ", "a  b\n c")
re.split(r"[,;]\s*", "a, b;c"), re.split(r"(?<=,)", "a,b"), re.findall(r"(\w+)=(\w+)", "a=1 b=2"), dict(re.findall(r"(\w+)=(\w+)", "a=1 b=2")), re.findall(r"'([^']*)'", "'a' 'b'")
re.match(r"(?P<year>\d{4})-(?P<month>\d\d)", "2024-05-06").groupdict(), re.match(r"^(?:(\d+)|(\w+))$", "abc").groups()
re.match("(?>a+)b", "aab"), re.match("a++b", "aab"), re.match("a*+a", "aaa"), re.match("(?>a|ab)c", "abc")
re.error("x", "a", 1).msg, re.purge(), re.template if False else 1
'''.strip().splitlines():
    show(text)
try:
    re.compile("ab(c\n[d", re.X)
except re.error as error:
    print(error.msg, error.pattern, error.pos, error.lineno, error.colno, error)
p = re.compile(r"(?P<a>\d+)(?:\.(?P<b>\d+))?")
for m in p.finditer("1.2 3 44.55"):
    print(m, m.group("a"), m["b"], m.span("b"), m.lastgroup, m.lastindex)
m = p.search("x 1.5 y")
print(m.string[:m.start()], m.string[m.end():], m.start("a"), m.end("b"), m.group("a", "b"))
import copy
print(copy.copy(p) is p, copy.deepcopy(p) is p)
