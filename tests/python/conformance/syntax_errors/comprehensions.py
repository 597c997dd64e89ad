"""Compiles what cannot be: the sentence and the place of each error."""
cases = [
    '[x := 1 for x in y]',
    '[(y := 1, [y for y in z]) for x in z]',
    'class A:\n    [y := 1 for x in z]',
    '[x for x in (y := z)]',
    '[x for x in a for b in (x := c)]',
    'x: (y := 1) = 2',
    'def f(a: (yield)): pass',
    'def f() -> (yield): pass',
    'def f():\n    x: (yield)',
    'def f():\n    x: (yield) = 1',
]


for case in cases:
    try:
        compile(case + "\n", "case.py", "exec")
    except SyntaxError as error:
        print(repr(case), "->", type(error).__name__, error.msg, error.lineno, error.offset)
    else:
        print(repr(case), "-> fine")
