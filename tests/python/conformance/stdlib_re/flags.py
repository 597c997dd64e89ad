import re

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    're.findall("a.c", "a\\nc abc", re.S), re.findall("^x", "x\\nx", re.M), re.findall("x$", "x\\nx"), re.findall("X", "xX", re.I), re.findall(r"(?i)straße", "STRAßE"), re.findall(r"\\w", "aé1_", re.A), re.findall("a b", "ab", re.X), re.findall(r"[A-Z]+", "abC", re.I), re.findall("É", "é", re.I), re.findall("(?i:a)b", "AB Ab"), re.findall("(?-i:a)b", "aB AB", re.I), re.sub("(?m)^", "#", "a\\nb"), re.findall(r"(?s:a.)b", "a\\nb"), re.I.value, (re.I | re.M).value, re.compile("a", 2).flags, re.RegexFlag(10), ~re.I & re.M, bool(re.I & re.M)',
)
