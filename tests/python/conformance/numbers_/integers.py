for a in (0, 1, -1, 7, -7, 2**31, 2**63 - 1, -2**63, 2**63, 2**64, 10**30, -10**30):
    for b in (1, -1, 3, -3, 2**32, 10**15, -10**20):
        print(a, b, a + b, a - b, a * b, a // b, a % b, divmod(a, b), a & b, a | b, a ^ b, a < b, a == b)
    print(-a, +a, ~a, abs(a), a << 5, a >> 3, a << 70, a >> 70, bool(a), a.bit_length(), hex(a), oct(a), bin(a), float(a), a ** 2, a ** 3, hash(a), int(str(a)) == a)
print(2 ** 100, 2 ** -1, (-2) ** 3, 0 ** 0, 10 ** 50, 3 ** 200 % 1000, pow(7, 10**18, 1000007), pow(2, -1, 9))
print(int('0x1f', 16), int('1f', 16), int('0b11', 0), int('0o17', 0), int(' 12 '), int('1_000'), int('-5'), int('zz', 36), int(3.99), int(-3.99), int(True), int('١٢'), int(10**20 + 0.0))
for text in ("int('a')", "int('')", "int('1.5')", "int('9', 8)", "int('1', 1)", "int('1', 37)", "int([])", "int(None)", "int(float('inf'))", "int(float('nan'))", "1 // 0", "1 % 0", "1 / 0", "divmod(1, 0)", "0 ** -1", "pow(1, 2, 0)", "1 << -1", "1 >> -1", "10**20 // 0", "1.0 // 0", "1.0 % 0", "pow(2, -1, 4)", "pow(2.0, 1, 3)", "int('1__0')", "int('_1')", "int('0x', 16)", "int(5, 10)", "int('5', 'a')", "int(b'\\xff')", "1 + 'a'", "1 + None", "'a' - 1", "1 & 1.0", "~1.5", "-'a'", "1 << 1.0", "(5).foo", "1()", "1[0]", "hex(1.5)", "bin('a')", "int('1' * 5000)", "str(10**5000)", "2 ** 'a'", "1 if 1 else", "int(x=1)", "int('9'*20, base=10)", "int(base=10)", "(10**400) * 1.0", "10**400 / 3", "float(10**400)", "10**400 // 10**399", "10**400 / 10**399"):
    try:
        r = eval(text)
        print(text, '->', r)
    except SyntaxError as e:
        print(text, '->', type(e).__name__, e.msg)
    except Exception as e:
        print(text, '->', type(e).__name__, e)
print((5).to_bytes(2, 'big'), (-5).to_bytes(2, 'little', signed=True), int.from_bytes(b'\x01\x00', 'big'), int.from_bytes(b'\xff', 'big', signed=True), (10**20).to_bytes(10, 'big'), (255).bit_count(), (5).conjugate(), (5).real, (5).imag, (5).numerator, (5).denominator, (6).as_integer_ratio(), (10).__index__(), int().bit_length(), 'no')
for text in ("(256).to_bytes(1, 'big')", "(-1).to_bytes(1, 'big')", "(1).to_bytes(1, 'middle')"):
    try:
        print(eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
print(0xFF, 0b101, 0o17, 1_000_000, 0xdead_beef, 00, 0_0)
print(True + True, True * 5, -True, ~True, True == 1, True is 1 if False else 'x', isinstance(True, int), True & False, True | 2, True ^ True, str(True), int(True), [10, 20][True], sum([True, False, True]))
