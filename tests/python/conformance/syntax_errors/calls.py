"""Compiles what cannot be: the sentence and the place of each error."""
cases = [
    'f(a=1, a=2)',
    'f(a=1, 2)',
    'f(**a, b)',
    'f(a for a in b, 1)',
    'class A(a=1, a=2): pass',
]


for case in cases:
    try:
        compile(case + "\n", "case.py", "exec")
    except SyntaxError as error:
        print(repr(case), "->", type(error).__name__, error.msg, error.lineno, error.offset)
    else:
        print(repr(case), "-> fine")
