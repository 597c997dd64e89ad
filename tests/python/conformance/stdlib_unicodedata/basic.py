import unicodedata as u

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'u.normalize("NFC", "e\\u0301"), u.normalize("NFD", "é"), u.normalize("NFKD", "ﬁ"), u.normalize("NFKC", "①"), u.category("a"), u.category("A"), u.category("1"), u.category(" "), u.category("€"), u.combining("\\u0301"), u.bidirectional("a"), u.is_normalized("NFC", "é"), u.normalize("NFKD", "Crème brûlée").encode("ascii", "ignore").decode()',
    'u.normalize("X", "a")',
    'u.category("ab")',
)
