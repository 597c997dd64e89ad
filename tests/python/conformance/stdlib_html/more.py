import html

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'html.escape("a & b < c > d"), html.escape(""), html.escape("&amp;"), html.unescape("&amp;lt;"), html.unescape("no entities"), html.unescape("&#169;&#xA9;&copy;"), html.unescape(html.escape("<\\"\'&>")) == "<\\"\'&>", html.unescape("&unknown"), html.unescape("&#9999999999;") if False else ""',
    'html.escape(5)',
)
