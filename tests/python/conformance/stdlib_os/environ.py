import os

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'os.environ.get("LIMBECK_NOT_SET"), os.getenv("LIMBECK_NOT_SET", "x"), "LIMBECK_NOT_SET" in os.environ, (lambda: [os.environ.__setitem__("LIMBECK_A", "1"), os.environ["LIMBECK_A"], os.getenv("LIMBECK_A"), os.environ.pop("LIMBECK_A"), os.environ.get("LIMBECK_A")])(), os.environ.setdefault("LIMBECK_B", "2"), os.environ.pop("LIMBECK_NOT_SET", None), isinstance(os.environ.copy(), dict), os.fspath("a"), os.sep.join("ab"), callable(os.getcwd), isinstance(os.getpid(), int), len(os.urandom(4))',
    'os.environ["LIMBECK_NOT_SET"]',
    'os.environ.__setitem__("A", 5)',
    'os.environ.__delitem__("LIMBECK_NOT_SET")',
    'os.fspath(None)',
)
