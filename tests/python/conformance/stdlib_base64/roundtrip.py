import base64
DATA = [b"", b"a", b"ab", b"abc", bytes(range(20)), "é世".encode()]

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    '[base64.b64decode(base64.b64encode(d)) == d for d in DATA], [base64.urlsafe_b64encode(d) for d in DATA], [base64.b32encode(d) for d in DATA], [base64.b32decode(base64.b32encode(d)) == d for d in DATA], [base64.b16encode(d) for d in DATA], [base64.b85decode(base64.b85encode(d)) == d for d in DATA], base64.b85encode(b"ab", pad=True), base64.decodebytes(base64.encodebytes(b"x" * 100)) == b"x" * 100, base64.standard_b64encode(b"q"), base64.b32hexencode(b"hi"), base64.b64decode(b"YWJj\\nZGVm"), base64.b64encode(bytearray(b"z")).decode()',
    'base64.b16decode("xyz")',
    'base64.b64decode("é")',
    'base64.b85decode(b"\\x7f")',
)
