import fnmatch

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'fnmatch.fnmatch("a.py", "*.py"), fnmatch.fnmatch("a.pyc", "*.py"), fnmatch.filter(["a.py", "b.txt"], "*.py"), fnmatch.fnmatch("abc", "a?c"), fnmatch.fnmatch("abc", "a[b-d]c"), fnmatch.fnmatch("abc", "a[!b]c"), fnmatch.fnmatch("a[c", "a[[]c"), fnmatch.fnmatchcase("A", "a")',
)
