import shlex

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'shlex.split("ls -l \'a b\'"), shlex.split("a=b c=\'d e\'"), shlex.split(r"a\\ b c"), shlex.split(\'"x\\\'y"\'), shlex.split("x\'y\'z"), shlex.split("a\\\\\\nb"), shlex.join(["x", "it\'s", "$HOME"]), shlex.quote("*"), shlex.split(shlex.join(["a b", "c\'d", ""]))',
)
