for a in (7, -7, 2.5, -2.5, True):
    for b in (2, -3, 0.5):
        print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b))
print(2 ** 64, -2 ** 63, 2 ** -2, 3 ** 40 % 1000, pow(3, 40, 1000), pow(3, -1, 7))
print(10 ** 30 // 7, -(10 ** 30) // 7, -(10 ** 30) % 7, 1 << 70, -(1 << 70) >> 3, ~(1 << 65))
print(0xFF & 0x0F, 0xF0 | 0x0F, 6 ^ 3, -6 & 3, (1 << 80) & -1, (1 << 80) ^ 1)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1250, -2), round(1.5e300, 2))
print(int("0x1f", 16), int("0b101", 0), int("  12_3 "), int(-3.9), float("1e5"), float("-inf"), float(" nan "))
print(1e15, 1e16, 1e-4, 1e-5, 123456789.123, 5e-324, 1.7976931348623157e308, 0.1 + 0.2, -0.0)
print(hash(1) == hash(1.0) == hash(True), 1 == 1.0, 2 ** 53 == float(2 ** 53), 2 ** 53 + 1 == float(2 ** 53))
print((255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"), (10).bit_length(), (-1).to_bytes(1, "big", signed=True))
print(1j * 1j, (1 + 2j) / (3 - 1j), abs(3 + 4j), complex(1, -0.0))
print((0.5).as_integer_ratio(), (1.5).is_integer(), (3.0).hex(), float.fromhex("0x1.8p1"))
for bad in ("1 // 0", "1 / 0", "1.0 % 0", "int('x')", "float('y')", "1 << -1", "'a' + 1", "1 + 'a'", "[] * 2.0", "-'a'", "0 ** -1"):
    try:
        eval(bad)
    except Exception as e:
        print(bad, type(e).__name__, e)
