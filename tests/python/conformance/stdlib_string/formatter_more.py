import string
class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, "<" + key + ">")
        return super().get_value(key, args, kwargs)
class Percent(string.Template):
    delimiter = "%"
class Wide(string.Template):
    idpattern = "[a-z]+:[a-z]+"

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'Default().format("{a} {b}", a=1), Percent("%x $y").substitute(x=1), Wide("$a:b").substitute({"a:b": 5}), string.Template("${x}s").substitute(x="a"), string.Template("$x$y").safe_substitute({"x": 1}, y=2), string.Template("$$").substitute(), string.Formatter().vformat("{0:>{w}}", [1], {"w": 5}), string.Formatter().format("{0!r} {0!s} {0!a}", "é"), string.Formatter().format("{a.real} {b[0]} {c[k]}", a=5, b=[1], c={"k": 2}), list(string.Formatter().parse("{a:>{w}}x")), string.ascii_lowercase[:5], len(string.printable), string.capwords("a-b c", "-")',
    'string.Formatter().format("{0} {}", 1, 2)',
    'string.Formatter().format("{!x}", 1)',
    'string.Template("$x").substitute(y=1)',
    'string.Formatter().format("{", 1)',
    'string.Formatter().format("{0}")',
)
