import re

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    're.findall(r"\\w+", "naïve café Ünïcode 世界"), re.findall(r"\\d", "1٣५"), re.findall(r"\\s", "a\\u00a0b\\u2003c"), re.sub(r"[^\\w]", "", "é-è_1"), re.search("世", "hello 世界").span(), re.split("é", "aébéc"), re.findall(".", "😀é"), re.sub("😀", ":)", "a😀b"), re.match("[à-ü]+", "éè").group(), re.findall(r"\\b", "é a"), re.findall(r"[\\u4e00-\\u9fff]", "a世b"), [m.start() for m in re.finditer("b", "ébéb")]',
)
