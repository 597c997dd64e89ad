import re

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    're.findall(r"(\\w)\\1", "aabbcd"), re.search(r"(?P<q>[\'\\"]).*?(?P=q)", "x \'a\\"b\' y").group(), re.sub(r"\\b(\\w+) \\1\\b", r"\\1", "the the cat cat sat"), re.match(r"(a)(b)\\2\\1", "abba").group(), re.match(r"(?i)(a)\\1", "aA").group(), re.search(r"(a)?b\\1", "b"), re.search(r"(?:(a)|b)\\1", "aa").group(), re.match(r"(\\()?x(?(1)\\))", "(x)").group(), re.match(r"(\\()?x(?(1)\\)|!)", "x!").group(), re.match(r"(?P<o><)?y(?(o)>)", "y").group()',
)
