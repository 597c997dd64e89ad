import re

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    're.findall(r"\\d+(?=€)", "5€ 6$ 7€"), re.findall(r"(?<=\\$)\\d+", "$5 6 $7"), re.findall(r"(?<!\\$)\\b\\d+", "$5 6 $7"), re.findall(r"\\b(?!not)\\w+", "not this one"), re.sub(r"(?<=\\d)(?=(\\d{3})+$)", ",", "1234567"), re.search("(?=(a+))a*b\\\\1", "baaabac").group(), re.findall("(?<=ab|cd)x", "abx cdx"), re.findall("(?<=^)a", "aa"), re.search("(?<=(a))b", "ab").groups(), re.search("(?!)", "a"), re.search("a(?=)", "a").group(), re.findall(r"(?<=a.)c", "abc adc")',
)
