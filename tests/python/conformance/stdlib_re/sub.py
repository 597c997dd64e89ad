import re

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    're.sub("a", "b", "banana"), re.sub("a", "b", "banana", count=2), re.subn("a", "b", "banana"), re.sub("x", "y", "abc"), re.sub("x*", "-", "abxd"), re.sub("", "-", "ab")',
    're.sub(r"(\\w+) (\\w+)", r"\\2 \\1", "hello world"), re.sub(r"(?P<a>\\w)", r"<\\g<a>>", "ab"), re.sub("(a)(b)?", r"[\\2]", "aab"), re.sub("a", r"\\g<0>\\g<0>", "bab"), re.sub("a", r"\\n\\t\\\\", "a"), re.sub("a", "\\\\\\\\", "a")',
    're.sub(r"\\d+", lambda m: str(int(m.group()) * 2), "a1b22"), re.sub("[aeiou]", lambda m: m[0].upper(), "education"), re.sub(b"a", b"b", b"aba"), re.sub(r"\\s+", " ", "a  b\\n\\tc").strip()',
    're.sub("(?i)HELLO", "bye", "Hello hello"), re.sub("^", "> ", "a\\nb", flags=re.M), re.sub(r"(?<!^)(?=[A-Z])", "_", "CamelCaseName").lower(), re.sub(r"([a-z])([A-Z])", r"\\1_\\2", "camelCase")',
    're.search(r"(\\d)(\\d)", "12").expand(r"\\2-\\1"), re.sub("é", "e", "café")',
    're.sub("a", r"\\2", "a")',
    're.sub("a", r"\\g<x>", "a")',
    're.sub("a", r"\\q", "a")',
    're.sub("a", r"\\g<", "a")',
    're.sub("a", lambda m: 5, "a")',
    're.sub("a", "b", 5)',
)
