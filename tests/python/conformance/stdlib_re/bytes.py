import re

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    're.findall(rb"\\w+", b"ab cd"), re.sub(rb"a", rb"<\\g<0>>", b"banana"), re.split(b",", b"a,b"), re.match(b"(a)(b)?", b"a").groups(b"-"), re.compile(b"a").pattern, re.search(rb"\\xff", b"a\\xff").span(), re.escape(b"a.b"), re.findall(b"(?i)A", b"aA"), re.sub(b"a", lambda m: m.group() * 2, b"ab")',
    're.sub(b"a", "b", b"a")',
    're.compile(b"a", re.U)',
    're.match("a", bytearray(b"a"))',
)
