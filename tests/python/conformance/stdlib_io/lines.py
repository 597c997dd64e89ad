import io

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'io.StringIO("a\\nb\\nc").readline(), [l.strip() for l in io.StringIO("x\\ny\\n")], io.StringIO("abc").read(2), (lambda s: [s.read(1), s.tell(), s.read(), s.read()])(io.StringIO("abc")), io.StringIO("a\\nb").readlines(), io.StringIO("abc\\n").readline(2), (lambda s: [print("hi", 5, file=s), s.getvalue()])(io.StringIO()), (lambda s: [s.write("x") , s.write("yy"), s.tell(), s.getvalue()])(io.StringIO()), (lambda b: [b.write(b"ab"), b.seek(0), b.read(1), b.getvalue()])(io.BytesIO()), io.BytesIO(b"a\\nb\\n").readlines(), list(io.BytesIO(b"1\\n2")), io.TextIOWrapper(io.BytesIO("é\\n".encode())).read(), io.StringIO("q").seekable(), (lambda s: [s.seek(0, 2), s.write("!"), s.getvalue()])(io.StringIO("end")), isinstance(io.StringIO(), io.TextIOBase), isinstance(io.BytesIO(), io.IOBase), io.SEEK_END',
    'io.StringIO("x").fileno()',
    'next(io.StringIO(""))',
)
