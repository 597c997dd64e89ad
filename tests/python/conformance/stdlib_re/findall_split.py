import re

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    're.findall(r"\\d+", "a1b22c333"), re.findall("(a)(b)?", "abaab"), re.findall("(a)|b", "ab"), re.findall("", "abc"), re.findall("x*", "axb"), re.findall("z", "abc")',
    '[m.span() for m in re.finditer("a*", "baac")], [m.group() for m in re.finditer(r"\\b\\w", "hello world")]',
    're.split(",", "a,b,,c"), re.split(r"\\s*,\\s*", "a , b,c"), re.split("(,)", "a,b"), re.split(",", "a,b,c", maxsplit=1), re.split("x*", "axbc"), re.split("(a)|b", "xay")',
    're.split(r"\\W+", "Words, words, words."), re.split("[a-f]+", "0a3B9", flags=re.IGNORECASE), re.compile("a").split("banana", 2)',
    're.compile("a").findall("banana", 2), re.compile("a").search("banana", 2, 3), re.compile("^a").search("ba", 1), re.compile("a$").search("ab", 0, 1)',
)
