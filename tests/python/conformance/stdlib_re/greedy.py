import re

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    're.match("<.*>", "<a><b>").group(), re.match("<.*?>", "<a><b>").group(), re.match("a{2,3}", "aaaa").group(), re.match("a{2,3}?", "aaaa").group(), re.match("(a+)(a+)", "aaaa").groups(), re.match("(a+?)(a+)", "aaaa").groups(), re.match("(a*)(ab)*(b*)", "aabb").groups(), re.findall("(?:a|b)*?c", "abac"), re.match("(.*)(\\\\d+)", "abc123").groups(), re.match("(.*?)(\\\\d+)$", "abc123").groups(), re.match("x*", "").group(), re.match("(a|b|ab)*c", "ababc").groups(), re.match("a*+b", "aab").group(), re.match("(?>a|ab)c", "abc")',
)
