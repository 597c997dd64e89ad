"""Compiles what cannot be: the sentence and the place of each error."""
cases = [
    'def f(a, *): pass',
    'def f(*, **k): pass',
    'def f(**k, a): pass',
    'def f(*a, *b): pass',
    'def f(a, /, b, /): pass',
    'def f(/, a): pass',
    'def f(*, /): pass',
    'def f(1): pass',
    'def f(None): pass',
    'x = ',
]


for case in cases:
    try:
        compile(case + "\n", "case.py", "exec")
    except SyntaxError as error:
        print(repr(case), "->", type(error).__name__, error.msg, error.lineno, error.offset)
    else:
        print(repr(case), "-> fine")
