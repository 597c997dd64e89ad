import re

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    're.match(r"(\\d+)-(?P<w>\\w+)", "12-ab").groupdict(), re.match(r"(\\d+)-(\\w+)", "12-ab").group(2, 1), re.match("(a)|(b)", "b").groups(), re.match("(a)|(b)", "b").span(1), re.match("((a)(b))", "ab").groups(), re.match("(?P<a>x)(?P<b>y)?", "x").groupdict("none"), re.match("(?:a)(b)", "ab").groups()',
    're.match("(a)(b)", "ab").lastindex, re.match("((a))", "a").lastindex, re.match("(a)|b", "b").lastindex, re.match("(?P<n>a)", "a").start("n"), re.match("(?P<n>a)", "a").span("n"), re.compile("(?P<n>a)(?P<m>b)").groupindex["m"]',
    're.match("a", "a").group("x")',
    're.match("(a)", "a")[2]',
    're.match("(a)", "a").start(5)',
)
