import keyword

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'keyword.iskeyword("for"), keyword.iskeyword("match"), keyword.iskeyword("x"), len(keyword.kwlist), keyword.softkwlist[:2], keyword.issoftkeyword("match"), keyword.kwlist[:3]',
)
