import re

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    're.search("b+", "abbbc"), re.search("b+", "abbbc").group(), re.search("x", "abc"), re.match("a", "abc"), re.match("b", "abc"), re.fullmatch("a.c", "abc"), re.fullmatch("ab", "abc")',
    're.search(r"(\\w+)@(\\w+)\\.com", "me@site.com").groups(), re.search(r"(?P<user>\\w+)@(?P<host>\\w+)", "me@site").groupdict(), re.search("(a)(b)?", "a").groups(), re.search("(a)(b)?", "a").groups("-")',
    're.search("(a)(b)", "xab").span(), re.search("(a)(b)", "xab").start(2), re.search("(a)(b)", "xab").end(1), re.search("(a)(b)", "xab")[1], re.search("(a)(b)", "xab").group(1, 2), re.search("(?P<x>a)", "a")["x"]',
    're.search("(a)(b)", "xab").lastindex, re.search("(?P<q>a)", "a").lastgroup, re.search("(a)(b)?", "xab").regs, re.search("a", "ba").pos, re.search("a", "ba").endpos, re.search("a", "ba").string, re.search("a", "ba").re',
    're.search("A", "a", re.I), re.search("^b", "a\\nb", re.M), re.search("a.b", "a\\nb", re.S), re.search("a b # c", "ab", re.X), re.search(r"\\w", "é"), re.search(r"\\w", "é", re.A)',
    're.search("é", "cafés").span(), re.search(b"b", b"abc"), re.search(rb"\\d+", b"a12").group(), bool(re.search("a", "a"))',
    're.search("a", "ba").group(3)',
    're.search("a", 5)',
    're.search(b"a", "a")',
    're.search("a", b"a")',
)
