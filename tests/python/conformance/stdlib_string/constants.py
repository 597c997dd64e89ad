import string

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'string.ascii_lowercase, string.ascii_uppercase, string.octdigits, string.punctuation, string.whitespace, string.printable[-6:], "".join(c for c in "a1!" if c in string.ascii_letters), str.maketrans("", "", string.punctuation)[33], "a.b!c".translate(str.maketrans("", "", string.punctuation)), string.capwords("the QUICK  fox")',
)
