s = 'abcdefgh'
for a in (None, 0, 2, -3, 100, -100):
    for b in (None, 0, 5, -2, 100):
        print(a, b, repr(s[a:b]), repr(s[a:b:2]), repr(s[a:b:-1]), repr(s[a:b:-3]))
u = 'aé中😀z'
print(len(u), u[0], u[1], u[3], u[-1], u[::-1], u[1:4], u[::2], list(u))
print([ord(c) for c in u], [hex(ord(c)) for c in u], chr(128512), chr(0x10ffff) == '\U0010ffff')
for text in ('s[8]', 's[-9]', 'chr(-1)', 'chr(0x110000)', "ord('ab')", "ord('')", 'ord(5)', "chr('a')", "chr(1.5)", "s[None]", "s[1:'a']", "del s[0]", "s[0] = 'x'"):
    try:
        exec(text)
        print(text, 'fine')
    except Exception as e:
        print(text, type(e).__name__, e)
print(s * 2, s * 0, s * -1, 2 * 'ab', 'a' 'b' "c" '''d''', 'a' + 'b')
print('a' < 'b', 'a' < 'B', 'abc' < 'abd', 'ab' < 'abc', '' < 'a', 'Z' < 'a', 'é' > 'z', '😀' > '\uffff')
print(hash('abc') == hash('abc'), 'abc' is 'abc', max('hello'), min('hello'), sorted('hello'), ''.join(reversed('abc')))
print(*map(repr, ["it's", 'say "x"', 'both \' and "', '\\', '\n\t\r', '\x00\x1b\x7f', '\x80\xa0\xad', 'é', '\u200b\u2028', '\ud800', '😀', '\U000e0001', 'tab\there']))
print(ascii('é中😀\n'), ascii("it's"), repr(str(b'x')), str(b'abc', 'ascii'), str(), str(None), str(5), str(1.0))
