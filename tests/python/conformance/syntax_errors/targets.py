"""Compiles what cannot be: the sentence and the place of each error."""
cases = [
    '1 = x',
    'x + 1 = 2',
    'f() = 1',
    'None = 1',
    'True = 1',
    '(a, 1) = 2',
    '[a, f()] = 2',
    '"x" = 1',
    'f"x" = 1',
    '{} = 1',
    '{1} = 1',
    '(x for x in y) = 1',
    '[x for x in y] = 1',
    '{x: 1 for x in y} = 1',
    '{x for x in y} = 1',
    'lambda: 1 = 1',
    'x if y else z = 1',
    'x < y = 1',
    '-x = 1',
    'not x = 1',
    'x and y = 1',
    '... = 1',
    'await x = 1',
    'x += 1 = 2',
    '1 += 1',
    'f() += 1',
    '(a, b) += 1',
    '[a] += 1',
    'del 1',
    'del f()',
    'del (a, 1)',
    'del a + b',
    'for 1 in x: pass',
    'for f() in x: pass',
    'for a + b in x: pass',
    'with a as 1: pass',
    'with a as f(): pass',
    'import a as 1',
    '(1 := 2)',
    '(a.b := 2)',
    '(a[1] := 2)',
    'x = y := 2',
    'y := 2',
    'f(a.b=1)',
    'f(1=2)',
    'f(True=1)',
    'f(a+b=1)',
    '1: int',
    'f(): int',
    '(a, b): int',
    '[a]: int',
    'a, b: int',
]


for case in cases:
    try:
        compile(case + "\n", "case.py", "exec")
    except SyntaxError as error:
        print(repr(case), "->", type(error).__name__, error.msg, error.lineno, error.offset)
    else:
        print(repr(case), "-> fine")
