from urllib.parse import *

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'urlparse("postgresql://user:p%40ss@host:5432/db?a=1&b=2#frag"), urlparse("http://u:p@h:80/p;x?q#f").port, urlparse("HTTP://User@HOST/").hostname, urlparse("//h/p"), urlparse("a/b"), urlsplit("http://h/p?q#f"), urlparse("http://[::1]:80/").hostname, urlparse("mailto:x@y")',
    'urlunparse(("http", "h", "/p", "", "q=1", "f")), urlparse("http://h/p?q").geturl(), urlunsplit(("http", "h", "p", "", "")), urlparse("http://h/p")._replace(path="/x").geturl(), urldefrag("http://h/p#f")',
    'quote("a b/c?é"), quote("a/b", safe=""), quote_plus("a b&c"), unquote("a%20b%C3%A9"), unquote_plus("a+b%2B"), quote(b"\\xff"), unquote("%zz%"), unquote("%E9"), quote("~-._"), quote(""), unquote_to_bytes("a%ff"), quote("p@ss:w/rd", safe="")',
    'urlencode({"a": 1, "b": "x y"}), urlencode([("a", [1, 2])], doseq=True), urlencode({"k": "é"}), parse_qs("a=1&a=2&b=&c"), parse_qs("a=", keep_blank_values=True), parse_qsl("a=1&b=%20x+y"), urlencode({"a": None})',
    'urljoin("http://a/b/c", "d"), urljoin("http://a/b/c", "/d"), urljoin("http://a/b/c", "../d"), urljoin("http://a/b/c", "http://x"), urljoin("http://a/b/", "?q"), urljoin("http://a/b/c/d", "./../g"), urljoin("", "x")',
    'urlparse("http://h:99999/").port',
    'urlparse("http://h:x/").port',
    'urlparse("http://[::1/")',
    'quote(5)',
    'urlencode("abc")',
)
