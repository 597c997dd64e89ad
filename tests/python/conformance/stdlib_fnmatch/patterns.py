import fnmatch

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    '[fnmatch.fnmatch(n, p) for n, p in [("abc", "a*"), ("abc", "*c"), ("abc", "?b?"), ("abc", "[a-c]bc"), ("abc", "[!a]bc"), ("a.b", "a.b"), ("axb", "a.b"), ("", "*"), ("a/b", "*"), ("a]b", "a[]]b"), ("a-b", "a[x-]b"), ("a[b", "a[b")]], fnmatch.filter(["001_a.py", "002_b.sql", "x.PY"], "*.py"), fnmatch.fnmatchcase("ABC", "a*")',
)
