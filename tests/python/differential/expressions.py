"""Random expressions and formatting calls, evaluated by limbeck and by the CPython that runs this script.

usage: expressions.py LIMBECK_PYTHON [--seed 1] [--count 5000] [--show 20]

Every expression is evaluated by eval() in a `try`; what is compared is its repr(), or the class and the words of its
exception. Words of exceptions differ between versions of CPython, so they are compared where this one is 3.11, which
the rest of the tests is recorded from. The exit status is 0 where all are equal.
"""
import argparse
import random
import subprocess
import sys
import tempfile

INTEGERS = ["0", "1", "-1", "2", "3", "7", "10", "-13", "16", "100", "255", "-256", "1000", "65537", "2**31", "-2**31",
            "2**63 - 1", "-2**63", "2**64", "10**18", "10**19 + 7", "-10**30", "3**80", "0xFF", "0o17", "0b1011", "1_000",
            "True", "False"]
FLOATS = ["0.0", "-0.0", "1.0", "-1.5", "0.1", "0.5", "2.5", "3.5", "1e16", "1e-5", "123456.789", "1e300", "-1e-300",
          "5e-324", "1.7976931348623157e308", "float('inf')", "-float('inf')", "float('nan')", "1e22", "1e23", "0.30000000000000004",
          "1/3", "2.675", "1e15", "123456789012345680.0", "9.995", "0.00012345", "99999.5"]
TEXTS = ["''", "'a'", "'abc'", "'Hello World'", "'  padded\\t'", "'ab,cd,,ef'", "'x=1;y=2'", "'ÄÖÜß'", "'straße'", "'ﬁx'",
         "'日本語'", "'e\\u0301'", "'\\U0001F600!'", "'line\\nbreak\\r\\nend'", "'a\\x85b\\x1cc'", "'it\\'s'", "'\"q\"'",
         "'tab\\there'", "'123'", "'-42'", "'١٢'", "'½'", "'CamelCase'", "'snake_case_name'", "'aXbXc'", "'%d%%'", "'{0}{{}}'",
         "'\\x00\\x7f'", "'ǅ'", "'İi'", "'ΑΣ'", "'mississippi'", "'UPPER lower'", "r'\\d+'", "'\\ud800'"]
BYTES = ["b''", "b'a'", "b'abc'", "b'Hello World'", "b'\\x00\\xff'", "b'  x '", "b'a,b,,c'", "b'\\n\\r\\t\\\\'", "b\"it's\"",
         "bytearray(b'xyz')", "b'123'"]
SMALL = ["0", "1", "2", "3", "-1", "-2", "5"]
FILLS = ["", "", "", "*", "0", " ", "x", "é", "_"]


class Generator:
    """Writes one expression after another; depth bounds how deep they nest."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, options):
        return options[self.random.randrange(len(options))]

    def chance(self, share):
        return self.random.random() < share

    # Values

    def integer(self, depth=0):
        if depth <= 0 or self.chance(0.3):
            if self.chance(0.3):
                return str(self.random.randint(-10 ** self.random.randint(1, 40), 10 ** self.random.randint(1, 40)))
            return f"({self.pick(INTEGERS)})"
        a, b = self.integer(depth - 1), self.integer(depth - 1)
        return self.pick([
            lambda: f"({a} {self.pick(['+', '-', '*', '//', '%', '&', '|', '^'])} {b})",
            lambda: f"({a} ** {self.random.randint(0, 12)})",
            lambda: f"({a} {self.pick(['<<', '>>'])} {self.random.randint(-1, 90)})",
            lambda: f"({self.pick(['-', '+', '~', 'not '])}{a})",
            lambda: f"abs({a})",
            lambda: f"pow({a}, {self.random.randint(0, 30)}, {b})",
            lambda: f"divmod({a}, {b})[{self.random.randint(0, 1)}]",
            lambda: f"int({self.number(depth - 1)})",
            lambda: f"int({self.text(depth - 1)})",
            lambda: f"int({self.pick(['ff', '0x1F', '-0b101', '0o17', '1_0', ' 12 ', 'zz', '09', '0_7', ''])!r}, {self.pick([0, 2, 8, 10, 16, 36, 1])})",
            lambda: f"round({self.number(depth - 1)})",
            lambda: f"round({a}, {self.random.randint(-5, 3)})",
            lambda: f"len({self.sequence(depth - 1)})",
            lambda: f"({a}).bit_length()",
            lambda: f"({a}).bit_count()",
            lambda: f"hash({a})",
            lambda: f"sum({self.list_of(self.integer, depth - 1)})",
            lambda: f"max({a}, {b})",
            lambda: f"int.from_bytes({self.bytes_(depth - 1)}, {self.pick(['big', 'little'])!r}, signed={self.chance(0.5)})",
            lambda: f"({self.text(depth - 1)}).{self.pick(['find', 'rfind', 'index', 'count', 'rindex'])}({self.text(0)})",
            lambda: f"ord({self.text(0)}[0])",
        ])()

    def floating(self, depth=0):
        if depth <= 0 or self.chance(0.3):
            if self.chance(0.4):
                value = self.random.uniform(-1, 1) * 10 ** self.random.randint(-30, 30)
                return repr(round(value, self.random.randint(0, 20)) if self.chance(0.5) else value)
            return f"({self.pick(FLOATS)})"
        a, b = self.number(depth - 1), self.floating(depth - 1)
        return self.pick([
            lambda: f"({a} {self.pick(['+', '-', '*', '/', '//', '%'])} {b})",
            lambda: f"({b} ** {self.random.randint(-4, 9)})",
            lambda: f"(-{b})",
            lambda: f"abs({b})",
            lambda: f"float({a})",
            lambda: f"round({b}, {self.random.randint(-3, 12)})",
            lambda: f"float({self.pick(['1e5', ' 2.5 ', '1_0.5', 'nan', '-Infinity', '1e', '.5', '5.', '0x1', '1__0', '١.٥'])!r})",
            lambda: f"float.fromhex(({b}).hex())",
            lambda: f"divmod({b}, {a})[{self.random.randint(0, 1)}]",
            lambda: f"sum({self.list_of(self.floating, depth - 1)})",
            lambda: f"min({a}, {b})",
        ])()

    def number(self, depth=0):
        return self.integer(depth) if self.chance(0.5) else self.floating(depth)

    def text(self, depth=0):
        if depth <= 0 or self.chance(0.25):
            return self.pick(TEXTS)
        a, b = self.text(depth - 1), self.text(0)
        small = self.pick(SMALL)
        return self.pick([
            lambda: f"({a} + {b})",
            lambda: f"({a} * {small})",
            lambda: f"{a}[{self.slice()}]",
            lambda: f"{a}[{small}]",
            lambda: f"({a}).{self.pick(['upper', 'lower', 'title', 'capitalize', 'swapcase', 'casefold', 'strip', 'lstrip', 'rstrip'])}()",
            lambda: f"({a}).{self.pick(['strip', 'lstrip', 'rstrip', 'removeprefix', 'removesuffix'])}({b})",
            lambda: f"({a}).{self.pick(['center', 'ljust', 'rjust'])}({self.random.randint(0, 20)}, {self.pick(['*', 'é', '', '--'])!r})",
            lambda: f"({a}).zfill({self.random.randint(0, 12)})",
            lambda: f"({a}).replace({b}, {self.text(0)}{self.pick(['', ', ' + small])})",
            lambda: f"({a}).expandtabs({small})",
            lambda: f"({a}).join({self.list_of(self.text, 1)})",
            lambda: f"({a}).translate({{97: 'A', 98: None, 32: 0x2d}})",
            lambda: f"({self.pick(['repr', 'ascii', 'str'])}({self.value(depth - 1)}))",
            lambda: f"chr({self.random.choice([self.random.randint(-1, 0x300), self.random.randint(0xD7F0, 0xE010), 0x110000])})",
            lambda: f"{self.pick(['hex', 'oct', 'bin'])}({self.integer(depth - 1)})",
            lambda: self.formatted(depth - 1),
            lambda: f"({self.bytes_(depth - 1)}).decode({self.pick(['utf-8', 'latin-1', 'ascii', 'cp1252'])!r}, {self.pick(['strict', 'replace', 'ignore', 'backslashreplace'])!r})",
        ])()

    def bytes_(self, depth=0):
        if depth <= 0 or self.chance(0.4):
            return self.pick(BYTES)
        a, b = self.bytes_(depth - 1), self.bytes_(0)
        return self.pick([
            lambda: f"({a} + {b})",
            lambda: f"({a} * {self.pick(SMALL)})",
            lambda: f"{a}[{self.slice()}]",
            lambda: f"({a}).{self.pick(['upper', 'lower', 'title', 'capitalize', 'swapcase', 'strip', 'hex'])}()",
            lambda: f"({a}).{self.pick(['find', 'count', 'startswith', 'endswith', 'split', 'partition', 'removeprefix'])}({b})",
            lambda: f"({self.text(depth - 1)}).encode({self.pick(['utf-8', 'latin-1', 'ascii', 'utf-16', 'utf-32-be', 'cp1252'])!r}, {self.pick(['strict', 'replace', 'ignore', 'xmlcharrefreplace', 'backslashreplace'])!r})",
            lambda: f"({self.integer(1)}).to_bytes({self.random.randint(0, 20)}, {self.pick(['big', 'little'])!r}, signed={self.chance(0.5)})",
            lambda: f"bytes({self.list_of(lambda d=0: str(self.random.randint(-1, 257)), 1)})",
            lambda: f"({a} % ({self.pick(INTEGERS + BYTES)},))",
        ])()

    def slice(self):
        part = lambda: self.pick(["", "", *SMALL, "None", "10", "-10"])
        return f"{part()}:{part()}" + (f":{self.pick(SMALL + [''])}" if self.chance(0.5) else "")

    def list_of(self, make, depth):
        items = [make(depth) for _ in range(self.random.randint(0, 4))]
        return "[" + ", ".join(items) + "]"

    def sequence(self, depth=0):
        a = lambda: self.list_of(self.value, depth - 1)
        if depth <= 0:
            return self.pick([lambda: self.list_of(self.integer, 0), lambda: self.list_of(self.text, 0), lambda: self.text(0)])()
        return self.pick([
            a,
            lambda: f"tuple({a()})",
            lambda: f"({a()} {self.pick(['+', '*'])} {self.pick(SMALL + [a()])})",
            lambda: f"{a()}[{self.slice()}]",
            lambda: f"sorted({self.list_of(self.pick([self.integer, self.text, self.number]), depth - 1)}, reverse={self.chance(0.5)})",
            lambda: f"list(reversed({self.sequence(depth - 1)}))",
            lambda: f"list(zip({self.sequence(depth - 1)}, {self.sequence(depth - 1)}))",
            lambda: f"list(enumerate({self.sequence(depth - 1)}, {self.pick(SMALL)}))",
            lambda: f"list(range({self.pick(SMALL)}, {self.random.randint(-20, 20)}, {self.pick(SMALL)}))",
            lambda: f"range({self.random.randint(-20, 20)}, {self.random.randint(-20, 20)}, {self.pick(SMALL)})[{self.slice()}]",
            lambda: f"({self.text(depth - 1)}).{self.pick(['split', 'rsplit'])}({self.pick(['', 'None', self.text(0)])}{self.pick(['', ', maxsplit=' + self.pick(SMALL)])})".replace("(, ", "("),
            lambda: f"({self.text(depth - 1)}).{self.pick(['partition', 'rpartition'])}({self.text(0)})",
            lambda: f"({self.text(depth - 1)}).splitlines({self.chance(0.5)})",
            lambda: f"[x for x in {self.sequence(depth - 1)} if x]",
            lambda: f"[*{self.sequence(depth - 1)}, {self.value(depth - 1)}]",
            lambda: f"sorted(set({self.list_of(self.integer, 0)}) {self.pick(['|', '&', '-', '^'])} {{{self.integer(0)}, {self.integer(0)}}})",
            lambda: f"list(map(str, {self.sequence(depth - 1)}))",
            lambda: f"({self.sequence(depth - 1)}, {self.sequence(depth - 1)})",
        ])()

    def mapping(self, depth=0):
        entries = ", ".join(f"{self.pick([self.integer, self.text, self.floating])(0)}: {self.value(depth - 1)}"
                            for _ in range(self.random.randint(0, 3)))
        a = "{" + entries + "}"
        if depth <= 0:
            return a
        return self.pick([
            lambda: a,
            lambda: f"({a} | {self.mapping(depth - 1)})",
            lambda: f"{{**{a}, 'k': {self.value(depth - 1)}}}",
            lambda: f"dict.fromkeys({self.sequence(depth - 1)}, {self.value(0)})",
            lambda: f"{{k: v for k, v in {a}.items()}}",
            lambda: f"list({a}.{self.pick(['keys', 'values', 'items'])}())",
            lambda: f"{a}[{self.value(0)}]",
            lambda: f"{a}.get({self.value(0)}, {self.value(0)})",
        ])()

    def truth(self, depth=0):
        operator = lambda: self.pick(["==", "!=", "<", "<=", ">", ">=", "is", "is not"] if self.chance(0.05) else ["==", "!=", "<", "<=", ">", ">="])
        kind = self.pick([self.number, self.text, self.sequence, self.value])
        a, b, c = kind(depth - 1), kind(depth - 1), kind(depth - 1)
        return self.pick([
            lambda: f"({a} {operator().replace('is not', '==').replace('is', '==')} {b})",
            lambda: f"({a} {self.pick(['<', '<=', '==', '!='])} {b} {self.pick(['<', '>=', '=='])} {c})",
            lambda: f"({a} {self.pick(['and', 'or'])} {b})",
            lambda: f"(not {a})",
            lambda: f"({a} {self.pick(['in', 'not in'])} {self.sequence(depth - 1)})",
            lambda: f"bool({a})",
            lambda: f"({a} if {b} else {c})",
            lambda: f"({self.text(depth - 1)}).{self.pick(['isalpha', 'isdigit', 'isdecimal', 'isnumeric', 'isalnum', 'isidentifier', 'isupper', 'islower', 'istitle', 'isspace', 'isprintable', 'isascii'])}()",
            lambda: f"({self.text(depth - 1)}).{self.pick(['startswith', 'endswith'])}({self.pick([self.text(0), '(' + self.text(0) + ', ' + self.text(0) + ')'])})",
            lambda: f"isinstance({a}, {self.pick(['int', 'str', '(int, float)', 'list', 'int | str'])})",
            lambda: f"{self.pick(['any', 'all'])}({self.sequence(depth - 1)})",
            lambda: f"float({self.floating(depth - 1)}).is_integer()",
            lambda: f"(lambda x, *y, z=3: (x, y, z))({a}, {b})",
        ])()

    def value(self, depth=0):
        return self.pick([self.integer, self.floating, self.text, self.bytes_, self.sequence, self.mapping, self.truth,
                          lambda d: "None", self.text, self.integer])(depth)

    # Formatting

    def spec(self, types):
        sign = self.pick(["", "", "+", "-", " "])
        fill = self.pick(FILLS)
        align = self.pick(["<", ">", "^", "="]) if fill or self.chance(0.4) else ""
        return (fill + align + sign + self.pick(["", "", "", "z"] if self.chance(0.1) else [""]) + self.pick(["", "", "#"]) + self.pick(["", "", "0"])
                + self.pick(["", str(self.random.randint(0, 25))]) + self.pick(["", "", "", ",", "_"])
                + self.pick(["", "", "." + str(self.random.randint(0, 20))]) + self.pick(types))

    def percent_spec(self):
        return ("%" + "".join(self.pick(["", "", "", "-", "+", " ", "#", "0"]) for _ in range(2))
                + self.pick(["", "", str(self.random.randint(1, 20))])
                + self.pick(["", "", "." + str(self.random.randint(0, 15))]) + self.pick(list("diouxXeEfFgGcrsa%")))

    def formatted(self, depth=0):
        integer_types = ["", "", "d", "x", "X", "o", "b", "n", "c", "f", "e", "g", "%", "s"]
        float_types = ["", "", "f", "F", "e", "E", "g", "G", "%", "n", "d"]
        text_types = ["", "", "s", "d"]

        def pair():
            return self.pick([
                lambda: (self.integer(depth), self.spec(integer_types)),
                lambda: (self.floating(depth), self.spec(float_types)),
                lambda: (self.floating(depth), self.spec(float_types)),
                lambda: (self.text(depth), self.spec(text_types)),
                lambda: (self.value(depth), self.pick(["", "", "s", "10", ">5"])),
            ])()

        def fstring():
            parts = []
            for _ in range(self.random.randint(1, 3)):
                a, spec = pair()
                # Before 3.12 a field of an f-string can hold neither a backslash nor its own quotes.
                if "\\" in a or "'" in a or '"' in a or "{" in a or "#" in a:
                    a = self.pick(["12", "3.25", "None", "(1, 2)", "[1]"])
                parts.append("{" + f"({a})" + self.pick(["", "", "!r", "!s", "!a", "="]) + (":" + spec if spec else "") + "}")
            return "f'''" + self.pick(["", "x ", "{{}}", "é"]).join(parts) + "'''"

        def format_call():
            values, fields = [], []
            for i in range(self.random.randint(1, 3)):
                a, spec = pair()
                values.append(a)
                fields.append("{" + self.pick(["", "", "", str(i), "0"]) + self.pick(["", "", "!r", "!s", "!a"]) + (":" + spec if spec else "") + "}")
            return f"{(self.pick(['', ' ', '{{', 'é']).join(fields))!r}.format({', '.join(values)})"

        def percent():
            specs = [self.percent_spec() for _ in range(self.random.randint(1, 3))]
            values = [self.pick([self.integer, self.floating, self.text, self.value])(depth) for _ in specs]
            return f"({' '.join(specs)!r} % ({', '.join(values)},))"

        def builtin():
            a, spec = pair()
            return f"format({a}, {spec!r})"

        return self.pick([fstring, format_call, percent, builtin, builtin])()


RUNNER = '''
def show(number, expression):
    try:
        said = repr(eval(expression))
    except Exception as error:
        said = "!" + type(error).__name__ + ": " + str(error)
    print(number, said.encode("utf-8", "backslashreplace").decode().replace(chr(10), chr(92) + "n").replace(chr(13), chr(92) + "r"))

'''


def answers(command, script):
    done = subprocess.run([*command, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode:
        raise SystemExit(f"{command[0]} ended with status {done.returncode}: {done.stderr.decode(errors='replace')[-2000:]}")
    # Not splitlines(): it would break a line at every character that Unicode calls one.
    return dict(line.split(" ", 1) for line in done.stdout.decode("utf-8").split("\n") if line)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("limbeck_python")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--count", type=int, default=5000)
    arguments.add_argument("--show", type=int, default=20)
    options = arguments.parse_args()
    generator = Generator(options.seed)
    expressions = []
    while len(expressions) < options.count:
        text = (generator.formatted(1) if generator.chance(0.4) else generator.value(3))
        if len(text) < 600:
            expressions.append(text)
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as script:
        script.write(RUNNER)
        for number, text in enumerate(expressions):
            script.write(f"show({number}, {text!a})\n")
        script.flush()
        expected = answers([sys.executable, "-W", "ignore", "-X", "utf8"], script.name)
        got = answers([options.limbeck_python], script.name)
    words_too = sys.version_info[:2] == (3, 11)
    different = 0
    for number, text in enumerate(expressions):
        theirs, ours = expected[str(number)], got.get(str(number), "(nothing)")
        if not words_too and theirs.startswith("!"):
            theirs, ours = theirs.split(":")[0], ours.split(":")[0]
        if theirs != ours:
            different += 1
            if different <= options.show:
                print(f"{text}\n    CPython: {theirs[:300]}\n    limbeck: {ours[:300]}")
    errors = sum(said.startswith("!") for said in expected.values())
    print(f"{len(expressions)} expressions, {errors} of them errors, {different} different")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
