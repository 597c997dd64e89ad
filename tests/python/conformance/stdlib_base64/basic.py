import base64, binascii

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'base64.b64encode(b"hello"), base64.b64decode("aGVsbG8="), base64.b64encode(b""), base64.b64decode(b"aGk="), base64.urlsafe_b64encode(b"\\xff\\xfe?"), base64.urlsafe_b64decode("__4_"), base64.b64encode(b"\\xfb\\xff", b"-_")',
    'base64.b32encode(b"hello"), base64.b32decode("NBSWY3DP"), base64.b16encode(b"\\xab"), base64.b16decode("AB"), base64.b16decode("ab", casefold=True), base64.b85encode(b"hello"), base64.b85decode(b"Xk~0{Zv"), base64.encodebytes(b"a" * 60)',
    'binascii.hexlify(b"\\x01\\xff"), binascii.unhexlify("01ff"), binascii.hexlify(b"abc", "-"), binascii.b2a_base64(b"a"), binascii.crc32(b"hello"), binascii.a2b_hex(b"AB"), binascii.crc_hqx(b"abc", 0)',
    'base64.b64decode("aGVsbG8"),',
    'base64.b64decode("a")',
    'base64.b64decode("aGVs!bG8=")',
    'base64.b64decode("aGVs!bG8=", validate=True)',
    'base64.b64encode("text")',
    'binascii.unhexlify("abc")',
    'binascii.unhexlify("zz")',
    'base64.b32decode("A")',
)
