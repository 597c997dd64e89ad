"""Random expressions and formatting calls, evaluated by limbeck-python and by CPython: prints where they differ.

    python3.11 tests/reference/python_expressions.py BUILD/tools/limbeck-python [COUNT] [SEED]
"""
import pathlib
import random
import subprocess
import sys
import tempfile

tool, count, seed = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20000, int(sys.argv[3]) if len(sys.argv) > 3 else 1
rng = random.Random(seed)
NUMBERS = ["0", "1", "-1", "7", "-13", "255", "10**20", "-(2**70)", "2**63", "-2**63", "True", "0.5", "-2.25", "1e16", "1e-7", "123456.789", "float('inf')", "1e300", "3.0"]
TEXTS = ["''", "'a'", "'Hello World'", "'  x '", "'a,b,,c'", "'\\u00e9\\u4e2d'", "'12'", "'\\tq\\n'", "'\\U0001f600z'", '"it\'s"']
SEQUENCES = ["[]", "[1, 2, 3]", "(1, 'a', None)", "[3, 1, 2]", "'hello'", "b'abc'", "range(5)", "(1,)", "{1, 5, 3}", "{'k': 1, 'z': [2]}", "[[1], [0.5]]"]
pick = rng.choice
SPECS = ["", "d", "5", "<8", "^9", ">6", "=+8", "08", "+", " ", ",", "_", ".2f", "10.3e", "g", "%", "x", "#x", "#010b", "o", "c", "s", ".3", "*^12", "n", "G", "E", ",.2f", "012,", "z", ".0f", "é>5", "#.3g", "_x", "5.1"]

def operand():
    return pick([pick(NUMBERS)] * 5 + [pick(TEXTS)] * 2 + [pick(SEQUENCES)])

def expression(depth=2):
    kind = rng.randrange(14)
    if depth == 0 or kind == 0:
        return operand()
    if kind <= 4:
        op = pick(["+", "-", "*", "/", "//", "%", "&", "|", "^", "==", "<", ">=", "!=", "in", "and", "or"])
        left, right = expression(depth - 1), expression(depth - 1)
        return f"({left}) {op} ({right})"
    if kind == 5:
        return f"({pick(NUMBERS)}) ** {pick(['2', '3', '0', '-1', '0.5', '10'])}"
    if kind == 6:
        return f"({pick(TEXTS)}).{pick(['upper()', 'title()', 'split()', 'split(chr(44))', 'strip()', 'center(9, chr(42))', 'zfill(6)', 'partition(chr(97))', 'find(chr(97))', 'replace(chr(97), chr(98))', 'isalpha()', 'isdigit()', 'encode()', 'casefold()', 'splitlines()', 'swapcase()', 'rjust(7)', 'expandtabs()', 'rsplit(None, 1)', 'startswith(chr(72))'])}"
    if kind == 7:
        return f"({pick(SEQUENCES)})[{pick(['0', '-1', '1:', '::-1', ':2', '::2', '10', '1:10:3', '-2:'])}]"
    if kind == 8:
        return f"format({pick(NUMBERS + TEXTS)}, {pick(SPECS)!r})"
    if kind == 9:
        spec = pick(["%d", "%5d", "%-5d|", "%05d", "%+d", "%x", "%#x", "%o", "%s", "%r", "%10s", "%.2f", "%8.3f", "%e", "%g", "%G", "%c", "%a", "%%", "%.3s", "%i", "% d", "%-8.2e|"])
        return f"{spec!r} % ({pick(NUMBERS + TEXTS)},)"
    if kind == 10:
        return f"{pick(['len', 'repr', 'str', 'bool', 'abs', 'int', 'float', 'hex', 'list', 'tuple', 'sorted', 'sum', 'max', 'min', 'round', 'ascii', 'hash', 'set', 'type'])}({expression(depth - 1)})"
    if kind == 11:
        return f"round({pick(NUMBERS)}, {pick(['0', '1', '2', '-1', '-2', 'None'])})"
    if kind == 12:
        return f"divmod({pick(NUMBERS)}, {pick(NUMBERS)})"
    return f"{'{:' + pick(SPECS) + '}'!r}.format({pick(NUMBERS + TEXTS)})"

lines = []
while len(lines) < count:
    text = expression()
    if ("hash(" in text or "set(" in text) and ("'" in text or '"' in text or "None" in text or "type" in text or "str(" in text or "repr(" in text or "ascii(" in text or "hex(" in text or "format(" in text):
        continue
    lines.append(text)
program = "cases = [\n" + "".join(f"    {line!r},\n" for line in lines) + "]\n" + """
for case in cases:
    try:
        print(repr(eval(case)))
    except Exception as error:
        print(type(error).__name__, error)
"""
with tempfile.TemporaryDirectory() as folder:
    script = pathlib.Path(folder) / "cases.py"
    script.write_text(program)
    # What no memory could hold ends limbeck's run (the limit cannot be caught), and is MemoryError in CPython.
    answers = subprocess.run([sys.executable, "-W", "ignore", str(script)], capture_output=True).stdout.decode("utf-8", "surrogatepass").splitlines()
    lines = [line for line, answer in zip(lines, answers) if not answer.startswith("MemoryError")]
    program = "cases = [\n" + "".join(f"    {line!r},\n" for line in lines) + program[program.index("]\n\nfor case"):]
    script.write_text(program)
    ours = subprocess.run([tool, str(script)], capture_output=True).stdout.decode("utf-8", "surrogatepass").splitlines()
    theirs = subprocess.run([sys.executable, "-W", "ignore", str(script)], capture_output=True).stdout.decode("utf-8", "surrogatepass").splitlines()
different = 0
for line, a, b in zip(lines, ours, theirs):
    if a != b:
        different += 1
        if different <= 40:
            print(f"{line}\n    limbeck: {a}\n    CPython: {b}")
print(f"{len(lines)} expressions, {len(ours)} answers, {different} differ")
sys.exit(1 if different or len(ours) != len(theirs) else 0)
