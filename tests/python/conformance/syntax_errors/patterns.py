"""Compiles what cannot be: the sentence and the place of each error."""
cases = [
    'match x:\n    case _: pass\n    case 1: pass',
    'match x:\n    case a: pass\n    case 1: pass',
    'match x:\n    case a | 1: pass',
    'match x:\n    case _ | 1: pass',
    'match x:\n    case (a, a): pass',
    'match x:\n    case a | b: pass',
    'match x:\n    case (a, 1) | (1, b): pass',
    'match x:\n    case [*a, *b]: pass',
    "match x:\n    case {'a': 1, 'a': 2}: pass",
    "match x:\n    case {**rest, 'a': 2}: pass",
    'match x:\n    case A(x=1, x=2): pass',
    "match x:\n    case {'a': b, **b}: pass",
    'match x:\n    case 1 as a, 2 as a: pass',
]


for case in cases:
    try:
        compile(case + "\n", "case.py", "exec")
    except SyntaxError as error:
        print(repr(case), "->", type(error).__name__, error.msg, error.lineno, error.offset)
    else:
        print(repr(case), "-> fine")
