"""textwrap and string."""
import string
import textwrap


def attempt(*texts):
    for text in texts:
        try:
            print(text, "=", repr(eval(text)))
        except Exception as error:
            print(text, "!", type(error).__name__, error)


text = "The quick brown fox-trot jumps over the   lazy dog.  It was\ta very-very-long-hyphenated-word, wasn't it? http://example.com/path/that/is/long"
attempt(
    "textwrap.wrap(text, 20)", "textwrap.wrap(text, 10)", "textwrap.wrap(text, 5)", "textwrap.wrap('', 5)", "textwrap.wrap('   ', 5)", "textwrap.wrap('a b', 0)", "textwrap.wrap('a b', 1)", "textwrap.fill(text, 30, initial_indent='* ', subsequent_indent='  ')", "textwrap.wrap(text, 20, break_long_words=False)", "textwrap.wrap(text, 20, break_on_hyphens=False)", "textwrap.wrap(text, 40, drop_whitespace=False)", "textwrap.wrap(text, 40, expand_tabs=False)", "textwrap.wrap(text, 40, replace_whitespace=False)", "textwrap.wrap(text, 40, fix_sentence_endings=True)", "textwrap.wrap(text, 20, max_lines=2)", "textwrap.wrap(text, 20, max_lines=2, placeholder='~')", "textwrap.wrap(text, 3, max_lines=1, placeholder='.....')", "textwrap.wrap(text, 20, tabsize=4)", "textwrap.shorten(text, 20)", "textwrap.shorten('a b', 10)", "textwrap.shorten('abcdefghij klm', 8)", "textwrap.shorten(text, 3)", "textwrap.shorten(text, 30, placeholder='...')",
    "textwrap.dedent('  a\\n    b\\n  c')", "textwrap.dedent('\\ta\\n  b')", "textwrap.dedent('\\n   a\\n\\n   b\\n  ')", "textwrap.dedent('a\\n  b')", "textwrap.dedent('')", "textwrap.dedent('   ')", "textwrap.dedent('  a\\n \\n  b')", "textwrap.indent('a\\n\\nb\\n', '  ')", "textwrap.indent('a\\n\\nb', '> ', lambda line: True)", "textwrap.indent('', 'x')", "textwrap.indent('a\\r\\nb', '-')", "textwrap.wrap(5)", "textwrap.TextWrapper(width=12).wrap('hello wide world again')", "textwrap.TextWrapper(width=12).fill('hello wide world again')", "textwrap.TextWrapper(12, '>', '<').wrap('hello wide world again')", "textwrap.wrap('para one\\n\\npara two', 50)", "textwrap.wrap('a\\u00a0b c', 3)", "textwrap.wrap('--option --other-option', 9)", "textwrap.wrap('x' * 25, 10)", "textwrap.wrap('word ' * 3, -1)",
    "string.Template('$a ${b} $$').substitute(a=1, b=2)", "string.Template('$a').substitute()", "string.Template('$a').safe_substitute()", "string.Template('$a $1').substitute(a=1)", "string.Template('$').substitute()", "string.Template('x\\n ${').substitute()", "string.Template('$a').substitute({'a': 5})", "string.Template('$a').substitute({'a': 5}, a=6)", "string.Template('$é').safe_substitute(a=1)", "string.Template('$a_b').substitute(a_b=1)", "string.Template('$a').template", "string.Template('$a $b ${c}').get_identifiers()", "string.Template('$a').is_valid(), string.Template('$1').is_valid()", "string.capwords('hello  wORLD x')", "string.capwords('a-b c', '-')", "string.ascii_letters, string.digits, string.hexdigits, string.octdigits", "string.punctuation, string.whitespace, string.printable[:5]", "string.Formatter().format('{0} {a!r:>5} {0.real}', 1, a='x')", "string.Formatter().format('{}', )", "string.Formatter().format('{} {1}', 1, 2)", "string.Formatter().vformat('{a[0]} {b.real}', (), {'a': [1], 'b': 2})", "list(string.Formatter().parse('a{b!r:c}d{{}}{}'))", "string.Formatter().format('{a}')", "string.Formatter().get_field('a.real', (), {'a': 5})",
    "'{0[a]} {0[1]}'.format({'a': 1, 1: 2})", "'{0[1]}'.format([1, 2])", "'{0.__class__}'.format(1)", "'{:{}}'.format('a', 5)", "'{:{w}.{p}f}'.format(1.234, w=8, p=1)", "'{!r}'.format('a')", "'{!x}'.format('a')", "'{'.format()", "'}'.format()", "'{0} {}'.format(1, 2)", "'{a}'.format(a=1, b=2)", "'{a}'.format()", "'{2}'.format(1)", "'{0!s:>4}|{0!a}'.format('é')", "'{:%Y}'.format(__import__('datetime').date(2020, 1, 1))", "'{:5}|{:<5}|{:^5}|{:>5}'.format('a', 1, 2.5, True)", "'{:,} {:_} {:x} {:#b} {:e}'.format(1234567, 1234567, 255, 5, 12345.678)", "'{:d}'.format(1.5)", "'{:s}'.format(1)", "'{:c}'.format(65)", "'{:+} {: } {:-}'.format(1, 1, 1)", "'{:08.2f} {:=+8}'.format(-3.14159, 5)", "'{}'.format([1, 'a'])", "'{0:>{1}}'.format('a', 4)", "'{:<}'.format(None)", "'{:>5}'.format(None)", "'{:>5}'.format([1])", "'%(a)s %(b)05d' % {'a': 1, 'b': 2}", "'%s' % (1, 2)", "'%s %s' % 1", "'%d' % 'a'", "'%x' % 1.5", "'%c' % 'ab'", "'%' % ()", "'%z' % 1", "'%*d|%-*s|' % (5, 1, 4, 'a')", "'%.*f' % (2, 1.239)", "'%%'", "'%(a)' % {'a': 1}", "'%s' % None, '%r' % 'a', '%a' % 'é'", "'%5.1f|%-8s|%+d|% d|%#x|%#o|%e|%G' % (3.14159, 'ab', 3, 4, 255, 8, 12345.6, 1e-10)", "'%i %u' % (3.9, 4)", "'%s' % [1, 2]", "'%s' % {'a': 1}", "'%(a)s' % 5",
)


class Percent(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+"


print(Percent("%a %{b} %% $c").substitute(a=1, b=2))
