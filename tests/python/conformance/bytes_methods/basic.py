b = b'hello world'
print(b, b[0], b[1:3], b[-1], len(b), list(b[:3]), b + b'!', b * 2, b'ell' in b, 104 in b, b == b'hello world', b < b'i', b.decode(), hash(b) == hash(b'hello world'))
print(bytes(3), bytes([1, 2, 255]), bytes('é', 'utf-8'), bytes(b'x'), bytes(range(4)), bytes(), bytes(bytearray(b'q')))
print(b.upper(), b.title(), b.capitalize(), b.swapcase(), b.find(b'o'), b.rfind(b'o'), b.index(111), b.count(b'l'), b.replace(b'l', b'L', 2), b.split(), b.split(b'o'), b.partition(b' '), b.rpartition(b'o'))
print(b.startswith(b'he'), b.endswith((b'x', b'ld')), b.strip(b'hd'), b'  x '.strip(), b.center(15, b'*'), b.ljust(13) + b'|', b.rjust(13), b'42'.zfill(5), b'a\tb'.expandtabs(3), b'-'.join([b'a', b'b']), b'a\nb\r\n'.splitlines())
print(b.hex(), b.hex('-'), b.hex(':', 2), b.hex('_', -3), bytes.fromhex('48 65 6c'), b'abc'.translate(bytes.maketrans(b'ab', b'xy')), b'abc'.translate(None, b'b'), b'abc'.isalpha(), b'12'.isdigit(), b'a1'.isalnum(), b' '.isspace(), b'A'.isupper(), b'a'.islower(), b'Ab'.istitle(), b'a'.isascii(), b'\xff'.isascii())
print(repr(b"it's"), repr(b'"\''), repr(b'\x00\n\t\\\x7f\xff'), str(b'a'), b'%d %s %r %x %c %a' % (5, b'x', 'y', 255, 65, 'z'), b'%5.2f|%-5s|%05d' % (1.5, b'a', 3), b'%b' % b'q')
print(b'abc'.removeprefix(b'a'), b'abc'.removesuffix(b'c'), b'a,b'.rsplit(b',', 1), b'abc'[::-1], b'abc'[::2])
for text in ("b'a' + 'b'", "b'a'[5]", "bytes('a')", "bytes([256])", "bytes(-1)", "bytes(['a'])", "bytes(1.5)", "b'a'.join(['b'])", "b'a'.find('b')", "b'é'", "bytes.fromhex('zz')", "bytes.fromhex('abc')", "b'a' < 'a'", "b'%d' % 'a'", "b'%s' % 'a'", "'a' in b'a'", "300 in b'a'", "b'a'.decode('nope')", "bytes(b'a', 'utf-8')", "b'a'.replace('a', b'b')", "b'a'.startswith('a')", "b'abc'.index(b'z')", "b'a' % 1", "int(b'12')", "float(b'1.5')", "int(b'x')", "bytes.maketrans(b'a', b'bc')", "b'a'.split(b'')", "b'a'.center(3, b'xx')", "b'a'[0] = 1", "b'a'.hex('xx')", "b'a'.foo"):
    try:
        print(text, '->', eval(text))
    except SyntaxError as e:
        print(text, '->', type(e).__name__, e.msg)
    except Exception as e:
        print(text, '->', type(e).__name__, e)
