from urllib.parse import *

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'quote("/a b/ü", safe="/"), quote_plus("a=b&c d"), quote("é", encoding="latin-1"), unquote("%C3%BC%20"), unquote("a+b"), unquote_plus("a+b"), quote("a%b"), quote("~!*\'()"), urlencode({"q": "a b", "x": [1, 2]}), urlencode({"q": "a b"}, quote_via=quote), urlencode([("a", 1), ("a", 2)]), urlencode({}), parse_qs("x=1;y=2"), parse_qs("x=1;y=2", separator=";"), parse_qsl("a=b=c"), parse_qs("a=%E4", encoding="latin-1"), dict(parse_qsl("sslmode=require&connect_timeout=10")), unquote(b"a%20b")',
    'parse_qs("a", strict_parsing=True)',
)
