f"", f"a", f"{a}", f"a{b}c" "d" f"{e!r:>{width}.{precision}}"
f"{{}} {x=} {y = !s} {z=:5}", rf"\{a}\n", F'\N{BULLET}{a}'
f"{a['b']}{f"{1 + 1}"}", f"{f'{f"{c}"}'}"
f'''{
a
}{b:
>}
''', f"{lambda_:{'x'}}" "tail", u"u" f"{a}"
f"{a, *b}{yield_ if c else d}{ {1: 2}[1] }{x:{y:{z}}}{w!a}"
f"{a!=b}{(lambda: 1)}{(c := 1)}{d:=^5}"
