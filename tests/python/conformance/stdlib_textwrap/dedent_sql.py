import textwrap

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'textwrap.dedent("\\n        CREATE TABLE t (\\n            id INTEGER\\n        );\\n    "), textwrap.dedent("\\tx\\n\\t\\ty\\n\\tz"), textwrap.dedent("  a\\n  \\n  b"), textwrap.dedent(""), textwrap.dedent("a\\n b"), textwrap.dedent("    one\\n  two\\n      three").splitlines(), textwrap.indent("a\\n  b\\n\\nc", "    "), textwrap.indent("x", "- "), textwrap.fill("a b c d e f", width=5), textwrap.fill("word " * 10, 20, subsequent_indent="    "), textwrap.wrap("hello-world foo-bar-baz", 8), textwrap.shorten("hello world foo", width=11), textwrap.shorten("hello", 10), textwrap.wrap("a" * 15, 5), textwrap.wrap("  leading", 20), textwrap.wrap("x  y", 20, drop_whitespace=False)',
)
