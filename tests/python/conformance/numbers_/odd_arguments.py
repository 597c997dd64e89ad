"""Reading and printing of numbers."""
def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)

for text in '''
int("  12  "), int("+5"), int("-0"), int("1_000"), int("٣")
int("1__0")
int("_1")
int("1_")
int("")
int(" ")
int("1.5")
int("0x1f")
int("0x1f", 16), int("0X1F", 0), int("0b11", 0), int("0o17", 0), int("z", 36)
int("012", 0)
int("0", 0), int("00", 0)
int("9", 8)
int("1", 1)
int("1", 37)
int("1", -2)
int(5, 10)
int("1", base=2)
int(b"12"), int(bytearray(b"12")), int(b"ff", 16)
int(b"x")
int("12\\n"), int("\\u200312")
int("1\\x002")
int(None)
int([1])
int(1.9), int(-1.9), int(1e20)
int(float("nan"))
int(float("inf"))
int(True), int()
int("5", x=1)
int("9" * 30), -int("9" * 30)
float("1e5"), float(" 1.5 "), float("-.5"), float("1_0.5"), float("Infinity"), float("-inf"), float("nan"), float("+NaN")
float("1e")
float("")
float("1.5.5")
float("0x1p3")
float("1__0")
float(None)
float([])
float(10**400)
float("1e400"), float("-1e400"), float("1e-400")
float(b"1.5"), float("١٫٥") if False else 0
float.fromhex("0x1.8p3"), (12.0).hex(), float.fromhex("inf"), (0.1).hex(), (-0.0).hex()
float.fromhex("xyz")
1e16, 1e15, 123456789012345678.0, 1e-4, 1e-5, 0.00001234, 1e22, 1e23, 5e-324, 1.7976931348623157e308
0.1 + 0.2, 1/3, 2/3, 100.0, 1e100, -0.0, 1.0, 3.0e0
repr(1e16), str(1e16), repr(123456.789e3)
round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(1e300, 5), round(0.5), round(1.5)
round(5, -1), round(15, -1), round(25, -1), round(-15, -1), round(12345, -5), round(10**30, -29)
round(2.5, None), round(True), round(1.0, 0)
round("a")
round(1.5, "a")
round(float("nan"))
round(float("inf"))
round(float("inf"), 2)
10 // 3, -10 // 3, 10 // -3, 10 % 3, -10 % 3, 10 % -3, divmod(-10, 3), divmod(10, -3)
10.5 // 3, -10.5 // 3, 10.5 % 3, -10.5 % 3, divmod(-10.5, 3), 1e300 % 7
1 // 0
1 % 0
1 / 0
1.0 / 0
1.0 // 0
1.0 % 0
0 ** -1
0.0 ** -1
divmod(1, 0)
pow(2, 10), pow(2, -1), pow(2, 10, 7), pow(3, -1, 7), pow(2, 0.5), pow(-8, 1/3), pow(-1, 0.5)
pow(2, -1, 4)
pow(2, 5, 0)
pow(2.0, 5, 3)
(-2) ** 2, -2 ** 2, 2 ** -2, 2 ** 100, (-2) ** 3, 0 ** 0
1 << 100, 1 << 0, -1 << 3, 255 >> 4, -255 >> 4, 1 >> 1000
1 << -1
1 >> -1
1 << 1.0
5 & 3, 5 | 3, 5 ^ 3, ~5, -5 & 3, -5 | 3, -5 ^ 3, True & False, True | 2
5 & 1.0
hex(255), hex(-255), oct(8), bin(5), bin(-5), hex(10**20)
hex(1.5)
abs(-5), abs(-5.5), abs(3+4j), abs(True)
abs("a")
(5).bit_length(), (-5).bit_length(), (0).bit_length(), (255).bit_count(), (2**100).bit_length()
(5).numerator, (5).denominator, (5).real, (5).imag, (5).conjugate(), (5).as_integer_ratio(), (5).__index__()
(0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (3.0).is_integer(), (3.5).is_integer()
float("inf").as_integer_ratio()
float("nan").as_integer_ratio()
1 == 1.0, 1 == True, hash(1) == hash(1.0), 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 10**400 > 1e308, 10**400 > float("inf")
float("nan") == float("nan")
1 < "a"
1 < None
1 + None
None + 1
[] + 1
1 + []
1 - "a"
"a" - 1
{} | 1
1 if 0.0 else 2, bool(-0.0), bool(0j), bool(float("nan"))
sum([0.1] * 10), sum([1, 2.5]), sum([], 5), sum([[1], [2]], [])
sum(["a"])
sum("ab", "")
sum([1], "a")
min(3, 1.0, True), max(1, 1.0), max([1, 3, 2]), min("b", "a"), max({}, default=5), min([3, -4], key=abs)
min()
min([])
min(5)
max(1, "a")
max([1], default=2, key=None)
max(1, 2, default=3)
complex(1, 2), complex("1+2j"), complex("j"), complex(" -1e3j "), complex("(1-2j)"), 1j * 1j, complex(1), 1j ** 2
complex("1 + 2j")
complex("a")
complex("1", 2)
(1+2j).real, (1+2j).conjugate(), (1+2j) == (1+2j), repr(1+0j), repr(-0j), repr(complex(-0.0, -0.0)), str(1e20j), complex("nan+infj")
1j < 2j
1j // 2
(1+2j) % 2
int(1j)
f"{255:08b} {255:#06x} {-5:+d} {5: d} {1234567.891:,.2f} {0.000123:.2e} {1e10:g} {True:d} {True}"
f"{1.5:}" f"{1.5!s:>6}|{10:<6}|{10:^6}|{10:>6}|{10:=+6}|{'a':->6}"
f"{3:.2f} {3:e} {10**20:,} {10**20:.3e} {2**70:x} {1.0:.0%}"
f"{1:.5}"
f"{1.5:d}"
f"{1.5:x}"
f"{'a':d}"
f"{1:s}"
f"{1j:.2f} {1+2j:>10} {1+2j:g}"
f"{1j:05}"
f"{1j:%}"
f"{float('nan'):05} {float('inf'):+} {float('-inf'):,.2f} {float('nan'):%}"
f"{1e20:.10g} {123456789.0:.3g} {0.1:.20f} {1e-7:.3f} {12345.6789:012,.3f} {5:,d} {12345:012,}"
f"{1234567:_d} {0b1011:_b} {0xffff:_x} {1234.5:_.1f}"
"%.50f" % 0.1
"%.0f %.0f %.0f" % (0.5, 1.5, 2.5)
repr(float("1" * 20)), repr(1.0e-10), repr(1234567890123456.7), repr(9007199254740993.0), repr(0.1 + 0.7), repr(4.35 * 100)
1_000_000, 0x_ff, 0b_1, 1_0.0_1, 1e1_0, 0o17, 00, 1j, .5, 5., 0xDEAD_beef
10 ** 20 // 7, -(10 ** 20) // 7, 10 ** 20 % -7, 10 ** 40 // 10 ** 20, divmod(-10**20, 10**10 + 1)
(10 ** 20) / 3, 10 ** 20 / 10 ** 19, 2 ** 1000 / 2 ** 999, 1 / 10 ** 320
10 ** 400 / 2
10 ** 400 * 1.0
str(10 ** 50), repr(-10 ** 50), int(str(3 ** 100)) == 3 ** 100, len(str(7 ** 777))
10 ** 50 & (2 ** 70 - 1), -(10 ** 50) >> 20, -(10 ** 50) & 0xff, ~10 ** 30, (10 ** 30) ^ -(10 ** 29)
isinstance(True, int), type(True + True), True + 1.5, True == 1, str(True), repr(False), bool("False"), True * "ab"
bool()
bool(1, 2)
int.__add__(1, 2), int.__add__(1, 2.0), (1).__add__("a"), (1.5).__add__(1), (1).__lt__(2.0), (1).__eq__("a"), (1).__truediv__(2)
(5).__floordiv__(2), (5).__rfloordiv__(2), (5).__pow__(2, 3), (5).__divmod__(2), (5).__neg__(), (5).__invert__(), (5).__bool__(), (5).__float__(), (5).__hash__(), (5).__format__("03d"), (5).__str__()
'''.strip().splitlines():
    show(text)
