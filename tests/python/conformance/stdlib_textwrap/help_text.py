import textwrap

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'textwrap.fill("usage: tool [-h] [--name NAME] [--config CONFIG] command", 30, subsequent_indent=" " * 7), textwrap.wrap("one two  three\\nfour\\tfive", 9), textwrap.fill("a-very-long-hyphenated-compound word", 12), textwrap.dedent("    x = 1\\n    if x:\\n        y\\n"), textwrap.indent("l1\\nl2\\n", "# "), textwrap.shorten("The quick brown fox", 12, placeholder="…"), textwrap.wrap("em--dash and x -- y", 6), textwrap.TextWrapper(width=10, tabsize=2).wrap("a\\tb\\tc"), textwrap.fill("x" * 25, 10), textwrap.TextWrapper(width=12, initial_indent="> ").fill("alpha beta gamma")',
    'textwrap.shorten("abc def", 2)',
)
