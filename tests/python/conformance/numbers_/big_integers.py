a, b = 3 ** 200, -(7 ** 150)
print(a, b, a + b, a - b, a * b, sep="\n")
print(a // b, a % b, b // a, b % a, divmod(a, b), divmod(-a, 10 ** 30))
print(a & b, a | b, a ^ b, ~a, a << 70, a >> 70, b >> 70, b >> 1000, sep="\n")
print(pow(a, 65537, 10 ** 50), pow(3, -1, 10 ** 20 + 39), pow(a, 3) == a * a * a, (-5) ** 3, (-5) ** 2, 0 ** 0, 2 ** -2)
print(a.bit_length(), b.bit_length(), a.bit_count(), hash(a), hash(b), hash(2 ** 61 - 1), hash(-1), hash(2 ** 61))
print(int("123456789" * 10), int("-ff" * 1, 16), int("z" * 30, 36), int("0b" + "10" * 40, 2), int("1_000_000" * 1), int(" 12\n"))
print(hex(a), oct(b), bin(10 ** 20), f"{a:,}", f"{a:_x}", "%d" % b, "%x" % a, sep="\n")
print(a == float(a), float(a), int(float(a)), a > 1e95, 2 ** 53 + 1 == float(2 ** 53 + 1), 10 ** 22 == 1e22, 10 ** 23 == 1e23)
print(round(a, -90), round(b, -3), round(12345, -2), round(15, -1), round(25, -1), round(-15, -1), int(1e30), int(-1e30 + 0.5))
print(a.to_bytes(40, "big").hex(), b.to_bytes(60, "little", signed=True).hex(), int.from_bytes(b"\xff" * 20, "big"), int.from_bytes(b"\xff" * 20, "big", signed=True))
print(a / b, a / 3, 1 / a, (10 ** 400) / (10 ** 399), 10 ** 400 // 10 ** 399, (10 ** 17 + 1) / 10 ** 17)
for text in ["float(10 ** 400)", "10 ** 400 / 3", "a / 0", "a // 0", "a % 0", "divmod(1, 0)", "1 << -1", "int('x')", "int('1__0')", "int('', 10)", "int('9', 8)", "int('1', 37)", "int(None)", "int(float('nan'))",
             "int(float('inf'))", "a.to_bytes(3, 'big')", "(-1).to_bytes(1, 'big')", "pow(2, -1, 4)", "pow(2, 3, 0)", "0 ** -1", "1 & 1.0", "~1.5", "len(range(10 ** 30))", "[1][2 ** 70]", "'a' * (2 ** 70)"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
import math
print(math.isqrt(a), math.gcd(a, 3 ** 50 * 7), math.lcm(2 ** 70, 6), math.factorial(50), math.comb(100, 50), math.perm(20, 10), math.log(a), math.log2(2 ** 1000), math.sqrt(10 ** 100))
print(sum([10 ** 30, 1.5]), sum(range(10 ** 6)), max(a, 1e300), sorted([a, b, 0, 1e50, -1e200]), a.real, a.imag, a.numerator, int.__add__(1, 2), (5).__rsub__(7))
total = 1
for i in range(1, 100):
    total = total * i + i % 7
print(total)
x, y = 0, 1
for _ in range(300):
    x, y = y, x + y
print(x)
