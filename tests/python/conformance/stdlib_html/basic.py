import html

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'html.escape("<a href=\'x\'>\\"&</a>"), html.escape("\'\\"", quote=False), html.unescape("&lt;b&gt; &amp; &quot;&#39;&#x27;&nbsp;&copy; &euro;&hellip;"), html.unescape("&#65;&#x41;&#0;&#xD800;"), html.unescape("a & b"), html.unescape("&lt &amp")',
)
