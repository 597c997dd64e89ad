"""urllib.parse: splitting, joining, quoting, queries, odd input."""
from urllib.parse import *


def attempt(text):
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "!", type(error).__name__, error)


for url in (
    "http://user:pa%40ss@host:80/path;p?q=1#f", "postgresql+psycopg2://u:p@h/db?sslmode=require", "sqlite:///a.db", "sqlite:////abs/a.db", "//host/path", "/path?x", "?q", "#f", "", "mailto:a@b.c", "http://[::1]:8080/x", "http://[::1/x", "http://h:port/", "http://h:99999/", "HTTP://Host.COM/Path", "a:b:c", "http://h:/", "http://@h", "http://u@h:1@i:2/", "1http://x", "http:///x", "file:///etc/x", "urn:isbn:1", "http://h?q#f?g", "http://h/a b", "http://h/\n\tx", " http://h", "x://y/z;a=1;b=2/c;d", "http://ex\u2100mple.com", "http://host\\x", "scheme:", ":x", "http://h:0/", "http://h:-1/", "http://u:@h", "//[v1.x]/",
):
    for function in (urlsplit, urlparse):
        try:
            parts = function(url)
        except ValueError as error:
            print(function.__name__, ascii(url), error)
            continue
        row = [ascii(tuple(parts))]
        for name in ("username", "password", "hostname", "port"):
            try:
                row.append(getattr(parts, name))
            except ValueError as error:
                row.append(f"<{error}>")
        row.append(ascii(parts.geturl()))
        print(function.__name__, *row)
for text in (
    "urljoin('http://a/b/c/d;p?q', '../g')", "urljoin('http://a/b/c/d', 'g?y#s')", "urljoin('http://a/b/c/d', '//x/y')", "urljoin('http://a/b/c/d', '')", "urljoin('', 'x')", "urljoin('http://a/b/c/', '../../../g')", "urljoin('http://a', 'b')", "urljoin('http://a/b', '?x')", "urljoin('http://a/b?q', '#f')", "urljoin('mailto:x', 'y')", "urljoin('http://a/b/./c/../d', './e/.')", "urljoin('http://a/b', 'https:c')", "urljoin('http://a/b', 'http:c')", "urljoin(b'http://a/', b'x')", "urljoin('a', b'b')",
    "quote('a b/c?d=é&~')", "quote('a/b', safe='')", "quote('é', encoding='latin-1')", "quote(b'\\xff a')", "quote('a', encoding='nothing')", "quote(b'a', encoding='utf-8')", "quote(5)", "quote('')", "quote('+-_.~!*()')", "quote_plus('a b+c/')", "quote_plus('a b', safe=' ')", "quote_from_bytes(b'a b\\x80')", "quote_from_bytes('a')", "quote('\\ud800')", "quote('\\ud800', errors='replace')", "quote('a/b', safe=b'/')",
    "unquote('a%20b%C3%A9')", "unquote('%')", "unquote('%zz%4')", "unquote('%E9')", "unquote('%E9', encoding='latin-1')", "unquote('%E9', errors='strict')", "unquote('a+b')", "unquote_plus('a+b%2B')", "unquote(b'a%20b')", "unquote(5)", "unquote_to_bytes('a%20%ff')", "unquote_to_bytes('é%20')", "unquote('%C3%A9é%41')",
    "urlencode({'a': 1, 'b': 'x y', 'c': 'é'})", "urlencode([('a', 1), ('a', 2)])", "urlencode({'a': [1, 2]})", "urlencode({'a': [1, 2], 'b': 'xy', 'c': ()}, doseq=True)", "urlencode({'a': None, 'b': True, 'c': 1.5})", "urlencode({'a b': 'c/d'}, quote_via=quote)", "urlencode({'a': 'c/d'}, safe='/')", "urlencode('abc')", "urlencode(5)", "urlencode([1])", "urlencode({b'a': b'\\xff'})", "urlencode({})", "urlencode({'a': {'x': 1}}, True)",
    "parse_qs('a=1&b=2&a=3')", "parse_qs('a=&b')", "parse_qs('a=&b', keep_blank_values=True)", "parse_qs('a&b=1', strict_parsing=True)", "parse_qs('a=1;b=2')", "parse_qs('a=1;b=2', separator=';')", "parse_qs('a=1', separator='')", "parse_qsl('a=%20+&é=1')", "parse_qsl('a=1&b=2', max_num_fields=1)", "parse_qsl('')", "parse_qsl(b'a=1')", "parse_qsl('a=b=c')", "parse_qsl('=x')", "parse_qs('a=%ff')", "parse_qs(None)", "parse_qsl('a=1&&b=2')", "parse_qs('&'.join(f'k{i}={i}' for i in range(3)))",
    "urlunsplit(('http', 'h', 'p', 'q', 'f'))", "urlunsplit(('http', '', '/p', '', ''))", "urlunsplit(('', '', 'p', '', ''))", "urlunsplit(('http', 'h', '', '', ''))", "urlunsplit(('sqlite', '', '/x', '', ''))", "urlunparse(('http', 'h', '/p', 'x', 'q', 'f'))", "urldefrag('http://h/p#f')", "urldefrag('http://h/p').fragment", "urlsplit('http://h')._replace(scheme='https', query='a=1').geturl()", "urlsplit('http://h:1')._replace(netloc='x').netloc", "urlsplit('h', scheme='http')", "urlsplit('http://h#f', allow_fragments=False)", "urlparse('//h/p', 'ftp').scheme", "urlsplit(b'http://h/p')", "urlsplit(b'http://h/p').hostname", "repr(urlparse('http://a/b;c?d#e'))", "type(urlsplit('')).__name__, type(urlparse('')).__name__, type(urldefrag('')).__name__", "urlsplit('http://a').encode()", "urlsplit('http://a')[1], len(urlsplit('a')), urlsplit('a') == ('', '', 'a', '', '')",
):
    attempt(text)
