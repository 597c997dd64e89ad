import re

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    're.findall(r"(?<=-)\\w+", "a-b-cd"), re.findall(r"(?<!-)\\b\\w", "a-b c"), re.findall(r"a(?=b)", "abac"), re.findall(r"a(?!b)", "abac"), re.search(r"([\'\\"])(.*?)\\1", "say \'hi \\"x\\"\'").group(2)',
    're.search(r"(<)?\\w+(?(1)>)", "<a>").group(), re.findall("a{2}", "aaaaa"), re.findall("a{1,2}?", "aaa"), re.findall("a{,2}", "aaa"), re.search("a{x}", "a{x}").group(), re.search("x{", "x{").group()',
    're.findall("[^a-c]", "abcd"), re.findall(r"[\\d\\s]", "a1 b"), re.findall("[]a]", "]a"), re.findall("[a\\-z]", "-az"), re.findall("[^]]", "]a"), re.findall(r"[\\w.-]+", "a.b-c d")',
    're.findall("a|b|", "ab"), re.search("(?:ab)+", "ababx").group(), re.search("a++b", "aab"), re.search("(?>a+)b", "aab"), re.search("a*+a", "aa"), re.findall("(?i:a)b", "AbAB"), re.findall("(?s:.)", "\\n")',
    're.findall(r"\\Aab\\Z", "ab"), re.findall(r"\\Bb", "ab b"), re.findall("a$", "a\\n"), re.findall(r"a\\Z", "a\\n"), re.findall(r"\\x41\\u00e9\\101", "Aé\\x41"), re.findall(r"[\\x30-\\x39]", "a5")',
    're.findall("(?x) a  # comment\\n b", "ab"), re.findall("(?m)^.", "a\\nb"), re.findall(".+?", "abc"), re.findall("a??b", "ab"), re.findall("((a)|b)+", "ab"), re.search("(a*)*", "aab").groups(), re.search("(a|ab)(c|bcd)(d*)", "abcd").groups()',
)
