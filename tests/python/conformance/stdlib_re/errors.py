import re

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    're.compile("a**")',
    're.compile("*a")',
    're.compile("(")',
    're.compile("a)")',
    're.compile("[a")',
    're.compile("[z-a]")',
    're.compile("\\\\q")',
    're.compile("(?P<1>a)")',
    're.compile("(?P<a>x)(?P<a>y)")',
    're.compile("(?P=b)")',
    're.compile("\\\\1")',
    're.compile("(?<=a+)b")',
    're.compile("a{3,1}")',
    're.compile("(?z)")',
    're.compile("a\\\\")',
    're.compile("x(?i)a")',
    're.compile("a\\n(")',
    're.compile(5)',
    're.compile("a", re.U | re.A)',
    're.compile(re.compile("a"), re.I)',
    'issubclass(re.error, Exception), re.error("m", "p", 0).msg',
)
