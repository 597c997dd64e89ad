"""Methods of bytes and bytearray with arguments that are odd."""
def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)

for text in '''
bytes(5)
bytes(-1)
bytes("a")
bytes("é", "utf-8")
bytes("é", "ascii", "replace")
bytes([1, 2, 255])
bytes([256])
bytes([-1])
bytes(["a"])
bytes(1.5)
bytes(range(4))
bytes(b"x")
bytes(bytearray(b"x"))
bytes(None)
bytes.fromhex("00 ff Ab")
bytes.fromhex("0")
bytes.fromhex("0g")
bytes.fromhex(b"00")
b"\\x00\\xff".hex()
b"abcdef".hex(":")
b"abcdef".hex(":", 2)
b"abcdef".hex(":", -4)
b"abcdef".hex("::")
b"abc"[0], b"abc"[-1], b"abc"[1:]
b"abc"[5]
b"abc"["a"]
b"abc" + "d"
b"abc" + bytearray(b"d")
bytearray(b"abc") + b"d"
b"abc" * 2, b"abc" * -1
b"a" in b"abc", 97 in b"abc", b"" in b"abc"
"a" in b"abc"
300 in b"abc"
b"abc" == "abc", b"abc" == bytearray(b"abc")
b"a" < b"b", b"a" < bytearray(b"b")
b"a" < "b"
b"abc".find(98), b"abc".find(b"c"), b"abc".find(b"z")
b"abc".find("a")
b"abc".index(b"z")
b"abc".count(b""), b"aaa".count(97)
b"abc".replace(b"b", b"xx")
b"abc".replace("b", "x")
b"abc".replace(b"", b"-")
b"a,b".split(b","), b" a  b ".split(), b"a,b,c".rsplit(b",", 1)
b"abc".split("b")
b"a\\nb\\r\\nc".splitlines(), b"a\\nb".splitlines(True)
b",".join([b"a", bytearray(b"b")])
b",".join(["a"])
b",".join([1])
b"abc".partition(b"b"), b"abc".rpartition(b"z")
b"abc".startswith(b"a"), b"abc".startswith((b"x", b"a")), b"abc".endswith(b"c")
b"abc".startswith("a")
b" a ".strip(), b"xax".strip(b"x"), b"xax".lstrip(b"x"), b"xax".rstrip(b"x")
b"abc".removeprefix(b"a"), b"abc".removesuffix(b"c")
b"aBc".upper(), b"aBc".lower(), b"aBc".swapcase(), b"abc def".title(), b"abc".capitalize()
b"abc".center(7), b"abc".ljust(5, b"-"), b"abc".rjust(5, b"-")
b"abc".center(7, "x")
b"abc".center(7, b"xx")
b"-1".zfill(5), b"a".zfill(3)
b"a\\tb".expandtabs(4)
b"abc".isalpha(), b"123".isdigit(), b"a1".isalnum(), b" ".isspace(), b"A".isupper(), b"a".islower(), b"Ab".istitle(), b"\\x80".isascii()
b"abc".translate(None, b"b")
b"abc".translate(bytes(range(256)), b"a")
b"abc".translate(b"x")
bytes.maketrans(b"ab", b"xy")[96:100]
bytes.maketrans(b"ab", b"x")
b"abc".decode(), b"\\xe9".decode("latin-1")
b"\\xe9".decode()
b"\\xe9".decode("ascii", "replace")
b"\\xe9".decode("ascii", "backslashreplace")
b"\\xe9".decode("utf-8", "surrogateescape")
b"a\\x80b".decode("utf-8", "ignore")
b"\\xf0\\x9f\\x98".decode()
b"\\xc0\\x80".decode()
b"\\xed\\xa0\\x80".decode()
b"a\\x00".decode("utf-16-le")
b"a".decode("utf-16-le")
b"abc".decode("nonsense")
b"%s %d %x %r %a" % (b"a", 1, 255, "x", b"y")
b"%b" % b"a"
b"%s" % "a"
b"%c" % 97, b"%c" % b"a"
b"%d" % "a"
b"%(a)s" % {b"a": b"x"}
b"%5.2f|%-5d|%05d" % (3.14159, 3, 4)
repr(b"\\x00\\t\\n\\r'\\"\\\\\\x7f\\x80")
repr(b"it's"), repr(b'a"b\\'c')
str(b"a")
hash(b"abc") == hash(b"abc")
hash(bytearray(b"a"))
list(b"abc"), tuple(b"ab"), sorted(b"cab"), max(b"abc")
int.from_bytes(b"\\x01\\x02", "big"), int.from_bytes(b"\\xff\\xfe", "little", signed=True), int.from_bytes(b"")
(258).to_bytes(2, "big"), (-2).to_bytes(2, "little", signed=True), (5).to_bytes()
(258).to_bytes(1, "big")
(-1).to_bytes(1, "big")
(1).to_bytes(-1, "big")
(1).to_bytes(1, "middle")
bytearray(3), bytearray(b"abc"), bytearray("é", "utf8")
bytearray("é")
bytearray(b"abc").pop(), bytearray(b"abc").pop(0)
bytearray(b"").pop()
bytearray(b"abc").append(256)
bytearray(b"abc").append("a")
bytearray(b"abc").remove(100)
bytearray(b"abc").index(98)
bytearray(b"abc").hex()
bytearray(b"abc").__class__
b"abc".__len__(), b"abc".__contains__(97), b"a".__add__(b"b")
b"abc".fromhex("ff")
bytes.__name__, type(b"").__mro__
bytes(x for x in (1, 2))
bytes({"a": 1})
b"a" b"b"
b"abc".join([])
b"".join(5)
'''.strip().splitlines():
    show(text)
a = bytearray(b"abc")
a[0] = 120; a[1:2] = b"--"; a += b"!"; a.extend([33, 34]); a.insert(0, 64); a.reverse()
print(a, len(a), a.copy(), a[::2])
del a[0]; del a[1:3]
print(a)
a.clear()
print(a, bool(a))
try:
    a[0] = 1
except IndexError as error:
    print(error)
try:
    b"abc"[0] = 1
except TypeError as error:
    print(error)
class B(bytes):
    def __new__(cls, x): return super().__new__(cls, x)
    def extra(self): return len(self)
b = B(b"abc")
print(b, repr(b), b.extra(), b[1:], type(b[1:]), b == b"abc", isinstance(b, bytes))
