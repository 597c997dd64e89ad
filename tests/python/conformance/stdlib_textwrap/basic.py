import textwrap
T = "The quick brown fox jumped over the lazy dog, and then some-hyphenated-words followed."

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'textwrap.wrap(T, 20)',
    'textwrap.fill(T, 30, initial_indent="* ", subsequent_indent="  ")',
    'textwrap.dedent("""\\n    a\\n      b\\n\\n    c\\n"""), textwrap.dedent("  a\\n\\tb"), textwrap.dedent("x\\n  y"), textwrap.dedent("   \\n  a")',
    'textwrap.indent("a\\n\\nb\\n", "> "), textwrap.indent("a\\n\\nb", "+", lambda l: True), textwrap.shorten(T, 30), textwrap.shorten(T, 25, placeholder="...")',
    'textwrap.wrap("aaaaaaaaaaaaaaaaaaaa bb", 8), textwrap.wrap("aaaaaaaaaaaa bb", 5, break_long_words=False), textwrap.wrap("a-b-c d", 3, break_on_hyphens=False), textwrap.wrap("", 5), textwrap.wrap("a\\tb\\nc", 10)',
    'textwrap.wrap(T, 25, max_lines=2), textwrap.wrap("one.  two three.", 10, fix_sentence_endings=True)',
    'textwrap.wrap("x", 0)',
)
