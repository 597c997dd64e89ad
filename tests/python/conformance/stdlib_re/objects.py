import re

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    're.compile("a"), re.compile("a", re.I), re.compile("a", re.I | re.M), re.compile(b"x"), re.compile("a").pattern, re.compile("(?i)a").flags, re.compile("(a)(?P<n>b)").groups, dict(re.compile("(a)(?P<n>b)").groupindex)',
    're.I, re.IGNORECASE | re.MULTILINE, re.S | re.X, int(re.A), re.compile("a") == re.compile("a"), re.compile("a") is re.compile("a"), re.compile(re.compile("a"))',
    're.escape("a.b*c[d]"), re.escape("a b-c_d"), re.escape(b"a.b"), re.escape("é/"), re.escape("")',
    're.match("a", "abc"), repr(re.match("x" * 60, "x" * 60)), isinstance(re.match("a", "a"), re.Match), isinstance(re.compile("a"), re.Pattern), type(re.compile("a")).__name__',
    're.purge(), re.search("a", "ba").expand("x"), {re.compile("a"): 1}[re.compile("a")]',
)
