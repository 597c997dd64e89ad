import shlex

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'shlex.split("a \'b c\' \\"d e\\" f\\\\ g"), shlex.split(""), shlex.split("a # b", comments=True), shlex.split("a\\n\\tb"), shlex.split("\'\'"), shlex.split(\'"a\\\\"b"\'), shlex.split("a\'b\'c"), shlex.quote("a b"), shlex.quote("it\'s"), shlex.quote(""), shlex.quote("safe-1.txt"), shlex.join(["a b", "c"])',
    'shlex.split("\'a")',
    'shlex.split("a\\\\")',
)
