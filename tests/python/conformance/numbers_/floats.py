import math
vals = [0.0, -0.0, 1.0, -1.5, 0.1, 1/3, 1e15, 1e16, 1e17, 123456789012345680.0, 1e22, 1e23, 1e-4, 1e-5, 1.5e-7, 5e-324, 1.7976931348623157e308, 2.5, 1e100, 0.1 + 0.2, 100.0, 12345.678, float('inf'), float('-inf'), float('nan'), 3.0e0, 1e1, 9007199254740993.0, 0.00001234, 4.35, 2.675, 1.005, 1e21, 123e-20]
for v in vals:
    print(repr(v), str(v), v.hex(), v.is_integer(), '%f' % v, '%g' % v, '%e' % v, '%.3f' % v, '%.10g' % v, f'{v}', f'{v:.2f}', f'{v:10.3e}|', f'{v:,}', f'{v:+}', f'{v:010.2f}', f'{v:%}', f'{v:g}', f'{v:n}', f'{v:.0f}', f'{v:#.0f}', f'{v:.17g}', f'{v:_.1f}')
    if math.isfinite(v):
        print('  ', int(v), round(v), round(v, 2), round(v, -1), math.floor(v), math.ceil(v), v.as_integer_ratio(), v == int(v), hash(v))
for a in (7.5, -7.5, 0.0, 1e300):
    for b in (2.0, -2.0, 0.3):
        print(a, b, a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a < b)
print(2.0 ** 0.5, (-8) ** (1/3), 2 ** 0.5, 10.0 ** 20, 0.0 ** 0, (-2.0) ** 3, (-1.0) ** 0.5)
print(float('1e5'), float(' 1.5 '), float('1_0.5'), float('.5'), float('5.'), float('-inf'), float('NaN'), float('+Infinity'), float(5), float(True), float(), float('1e400'), float('1e-400'), float.fromhex('0x1.8p1'), float.fromhex('inf'))
for text in ("float('a')", "float('')", "float('1e')", "float([])", "float(None)", "float('1__0')", "1.5 + 'a'", "1e308 * 10", "2.0 ** 10000", "1.0 / 0", "1.0 // 0.0", "0.0 ** -1", "round(float('inf'))", "round(float('nan'))", "round(1.5, 'a')", "int(1e400)", "float('inf') - float('inf')", "1.5 & 1", "math.sqrt(-1)", "math.log(0)", "1.5[0]", "1.5 % 0.0", "float('0x10')", "math.factorial(-1)", "float.fromhex('zz')", "complex('1+2j')", "complex('a')", "1.5 < 'a'", "(1.5).foo", "float(b'a')", "float('1 2')"):
    try:
        print(text, '->', eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
print(1 == 1.0, 0.1 + 0.2 == 0.3, 10**16 == 1e16, 10**16 + 1 == 1e16, 2**53 + 1 > 2.0**53, 1e400 == float('inf'), -0.0 == 0.0, 1 < 1.5, 10**400 > 1e308, float('inf') > 10**400, 0.5 in [0.5], hash(1.0) == hash(1), hash(0.5), hash(2.0**70) == hash(2**70))
print(1e16 + 1, 1e-3, 1E5, 1.e3, .5e1, 1_0.0_1, 0e0, 1e-323, 4.9e-324, 2.2250738585072014e-308)
print(sum([0.1] * 10), math.fsum([0.1] * 10), max(1.5, 2), min(1, 1.0), abs(-0.0), divmod(5.5, -2), -7 // 2.0, -7 % 2.5, 3.7 // 1, round(0.5), round(1.5), round(-0.5), round(0.15, 1), round(5e15 + 0.5), round(1e20), round(1.25, 1), round(123.456, -2), round(-2.5), round(2.5, 0), round(7, 1))
