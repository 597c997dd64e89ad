import io

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    '(lambda s: [s.write("ab\\ncd"), s.getvalue(), s.seek(0), s.readline(), s.read(), s.read(), s.tell(), s.seek(1), s.read(2)])(io.StringIO())',
    'list(io.StringIO("a\\nb\\n")), io.StringIO("x\\ny").readlines(), (lambda s: [s.seek(2), s.write("ZZ"), s.getvalue()])(io.StringIO("abcd")), (lambda s: [s.truncate(1), s.getvalue()])(io.StringIO("abc")), (lambda s: [s.seek(3), s.write("x"), s.getvalue()])(io.StringIO())',
    '(lambda b: [b.write(b"abc"), b.getvalue(), b.seek(-1, 2), b.read(), b.seek(0), b.readline(), b.tell()])(io.BytesIO()), io.BytesIO(b"a\\nb").readlines(), list(io.BytesIO(b"x\\n"))',
    '(lambda s: [s.writelines(["a", "b"]), s.getvalue(), s.close(), s.closed])(io.StringIO()), io.StringIO("a\\r\\nb", newline=None).read(), io.StringIO("q").readable(), io.StringIO().isatty()',
    'io.StringIO(5)',
    'io.StringIO().write(b"x")',
    'io.BytesIO().write("x")',
    '(lambda s: [s.close(), s.read()])(io.StringIO())',
    'io.StringIO().seek(-1)',
)
