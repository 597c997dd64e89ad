import binascii

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'binascii.hexlify(b"\\x00\\xfe"), binascii.unhexlify(b"00FE"), binascii.b2a_hex(b"a"), binascii.a2b_hex("61"), binascii.b2a_base64(b"abc", newline=False), binascii.a2b_base64(b"YWJj"), binascii.crc32(b""), binascii.crc32(b"b", binascii.crc32(b"a")) == binascii.crc32(b"ab"), binascii.hexlify(b"abcd", ":", 2)',
    'binascii.hexlify("text")',
    'binascii.a2b_base64("YQ=")',
    'issubclass(binascii.Error, ValueError)',
)
