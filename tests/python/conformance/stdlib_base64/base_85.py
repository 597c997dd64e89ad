import base64, io
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
datas = [b"", b"a", b"ab", b"abc", b"abcd", b"hello world, this is it", b"\0\0\0\0", b"\0\0\0", b"\0", b"    ", b"     x", bytes(range(256)), b"\xff" * 9]
for d in datas:
    for kw in ({}, {"foldspaces": True}, {"pad": True}, {"adobe": True}, {"wrapcol": 7}, {"wrapcol": 7, "adobe": True}, {"wrapcol": 1, "adobe": True}, {"wrapcol":24,"adobe":True}):
        e = base64.a85encode(d, **kw)
        print(e)
        t(lambda: base64.a85decode(e, foldspaces=kw.get("foldspaces", False), adobe=kw.get("adobe", False)) == d)
    for pad in (False, True):
        e = base64.b85encode(d, pad)
        print(e, base64.b85decode(e))
    print(base64.encodebytes(d), base64.decodebytes(base64.encodebytes(d)) == d, base64.b32hexencode(d), base64.b32hexdecode(base64.b32hexencode(d)) == d, base64.b16encode(d), base64.urlsafe_b64encode(d))
for bad in (b"zz!z", b"x", b"uuuuu", b"~>", "s8W-!", "\xe9", b"abc{", b"!", b"!!", 5, b"<~abc", b"ay"):
    t(lambda: base64.a85decode(bad)); t(lambda: base64.a85decode(bad, adobe=True)); t(lambda: base64.a85decode(bad, foldspaces=True)); t(lambda: base64.b85decode(bad)); t(lambda: base64.b32decode(bad)); t(lambda: base64.b16decode(bad)); t(lambda: base64.b64decode(bad)); t(lambda: base64.b64decode(bad, validate=True)); t(lambda: base64.b32decode(bad, True, b"L")); t(lambda: base64.b16decode(bad, True)); t(lambda: base64.decodebytes(bad)); t(lambda: base64.urlsafe_b64decode(bad)); t(lambda: base64.standard_b64decode(bad))
o = io.BytesIO(); base64.encode(io.BytesIO(b"x" * 100), o); print(o.getvalue())
o2 = io.BytesIO(); o.seek(0); base64.decode(o, o2); print(o2.getvalue())
t(lambda: base64.encodebytes("a")); t(lambda: base64.b64encode("a")); t(lambda: base64.b85encode("a")); t(lambda: base64.a85encode("abc")); t(lambda: base64.b32encode("abc")); t(lambda: base64.b16encode("abc"))
t(lambda: base64.b64encode(b"abc\xff\xfe", b"-_")); t(lambda: base64.b64decode("YWJj__4=", "-_")); t(lambda: base64.b64encode(b"a", b"-")); t(lambda: base64.b64decode(b"YWJj\n"));t(lambda: base64.b64encode(bytearray(b"ab"))); t(lambda: base64.b32decode("MFRGG===", casefold=True)); t(lambda: base64.b32decode("mfrgg")); t(lambda: base64.b32decode("M1023456", map01="L"))
