import string
from string import Template

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'string.ascii_letters, string.digits, string.punctuation, string.hexdigits, string.whitespace, string.capwords("hello  world x")',
    'Template("$a and ${b} $$").substitute(a=1, b=2), Template("$a $b").safe_substitute(a=1), Template("$who").substitute({"who": "x"}), Template("$x").get_identifiers(), Template("$ bad").is_valid(), Template("a$Ab_1-").substitute(Ab_1=3)',
    'Template("$a").substitute()',
    'Template("a $ b").substitute()',
    'Template("x\\n  $1").substitute()',
    'string.Formatter().format("{0} {name!r:>5} {0[0]}", "ab", name="c"), string.Formatter().format("{} {}", 1, 2), list(string.Formatter().parse("a{b!r:c}d{{"))',
    'string.Formatter().format("{x}")',
)
