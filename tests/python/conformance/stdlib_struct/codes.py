import struct

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    '[struct.pack("<" + c, 1) for c in "bBhHiIlLqQ"], [struct.pack(">" + c, 1) for c in "hHiIqQ"], struct.pack("=bhi", 1, 2, 3), struct.pack("!I", 5), struct.unpack("<bBhH", struct.pack("<bBhH", -1, 255, -2, 65535)), [struct.unpack("<e", struct.pack("<e", v))[0] for v in (0.0, 1.0, -2.5, 65504.0, 6e-8)], struct.unpack("<d", struct.pack("<d", 3.14)), struct.pack("<f", float("inf")), struct.unpack(">f", b"\\x7f\\xc0\\0\\0"), struct.calcsize("@bq"), struct.calcsize("=bq"), struct.calcsize("4s2x"), struct.pack("2s3s", b"abc", b"x"), struct.unpack("?c", b"\\1z"), struct.Struct("<2h").unpack(b"\\1\\0\\2\\0"), struct.Struct("<h").format, struct.pack("0s", b""), struct.pack(" <h h ".strip(), 1, 2)',
    'struct.pack("h", 1.5)',
    'struct.pack("s", "a")',
    'struct.pack("c", b"ab")',
    'struct.calcsize("5")',
    'struct.unpack_from("<I", b"abc")',
)
