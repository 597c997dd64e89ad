import struct

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'struct.pack("<I", 5), struct.pack(">hH", -1, 65535), struct.pack("<bB?c", -1, 255, True, b"x"), struct.pack("<q", -2**63), struct.pack("<f", 1.5), struct.pack(">d", 0.1), struct.pack("<e", 1.5), struct.pack("5s", b"abc"), struct.pack("<3i", 1, 2, 3), struct.pack("<hxh", 1, 2), struct.pack("3p", b"abcd")',
    'struct.unpack("<I", b"\\x05\\0\\0\\0"), struct.unpack(">hH", b"\\xff\\xff\\xff\\xff"), struct.unpack("<f", struct.pack("<f", 0.1)), struct.unpack("3s", b"abc"), struct.unpack("<2h", b"\\1\\0\\2\\0"), struct.calcsize("<ihb"), struct.calcsize("ihb"), struct.calcsize("bi"), struct.unpack_from("<H", b"abcd", 1), list(struct.iter_unpack("<H", b"abcd")), struct.Struct("<I").size',
    'struct.pack("<I", -1)',
    'struct.pack("<b", 200)',
    'struct.pack("<I", "x")',
    'struct.pack("<I")',
    'struct.unpack("<I", b"x")',
    'struct.pack("<z", 1)',
    'struct.pack("<f", 1e40)',
)
