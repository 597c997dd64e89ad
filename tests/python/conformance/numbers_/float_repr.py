import random
import struct
for x in [0.1, 0.2, 0.1 + 0.2, 1 / 3, 2 / 3, 1e15, 1e16, 1e17, 123456789012345678.0, 1e-4, 1e-5, 9.999e-5, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1e21, 1e22, 1e23, 4.35, 0.000123, 100.0, 1e2,
          -0.0, float("inf"), -float("nan"), 9007199254740993.0, 4.5, 5e-5, 1.0e10, 12345678.9, 0.5e-7]:
    print(repr(x), str(x), x.hex(), f"{x}", f"{x:r}" if False else "", [x], x.is_integer())
random.seed(1)
for _ in range(60):
    x = struct.unpack("<d", random.getrandbits(64).to_bytes(8, "little"))[0]
    print(repr(x), "%.15g" % x, "%e" % x, float(repr(x)) == x or x != x)
for x, n in [(2.675, 2), (0.5, 0), (1.5, 0), (2.5, 0), (-0.5, 0), (1e300, 2), (123.456, -1), (1.005, 2), (5e-324, 400), (0.15, 1), (1234.5, -2), (9.995, 2), (1e22, 30)]:
    print(x, n, round(x, n), round(x))
print((0.1).as_integer_ratio(), (1e-10).as_integer_ratio(), float.fromhex("0x1.8p3"), float.fromhex("-inf"), (1.1).__trunc__(), 7.0 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2, 1e308 * 10, 0.0 == -0.0, divmod(7.5, -2))
for text in ["1.5", " 1e3 ", "1_0.0_1", ".5", "5.", "+3", "-0", "inf", "-Infinity", "NaN", "1e400", "1e-400", "0x1", "1e", "", "1_", "_1", "1 2", "١٢.٥", "1e5.5", "infinit", "++1"]:
    try:
        print(repr(text), float(text))
    except ValueError as error:
        print(repr(text), error)
print(1.0 .__hash__(), hash(0.5), hash(1e300), hash(float("inf")), hash(2.0 ** 61 - 1), 2.0 ** 0.5, (-8) ** (1 / 3), 0.0 ** 0, 10.0 ** -2, 1e-7 ** 2)
