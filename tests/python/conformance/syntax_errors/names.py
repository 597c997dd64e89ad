"""Compiles what cannot be: the sentence and the place of each error."""
cases = [
    'def f(a, a): pass',
    'lambda a, a: 1',
    'def f(a, *, a): pass',
    'def f(a, *a): pass',
    'def f(*a, **a): pass',
    'nonlocal x',
    'def f():\n    nonlocal x',
    'def f():\n    x = 1\n    global x',
    'def f():\n    print(x)\n    global x',
    'def f(x):\n    global x',
    'def f(x):\n    nonlocal x',
    'x = 1\nglobal x',
    'print(x)\nglobal x',
    'def f():\n    global x\n    nonlocal x',
    'def f():\n    x: int\n    global x',
    'def f():\n    global x\n    x: int',
    'def g():\n    x = 1\n    def f():\n        nonlocal x\n        x: int = 2',
    'class A:\n    nonlocal x',
    'def f():\n    global x\n    global x',
    'def f():\n    class x: pass\n    global x',
    'def f():\n    import x\n    global x',
    'def f():\n    for x in y: pass\n    global x',
]


for case in cases:
    try:
        compile(case + "\n", "case.py", "exec")
    except SyntaxError as error:
        print(repr(case), "->", type(error).__name__, error.msg, error.lineno, error.offset)
    else:
        print(repr(case), "-> fine")
