"""URLs taken apart and put together."""
from _unresolved import passes_on
from collections import namedtuple

_relative = {
    "", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp",
    "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss",
}
_netloc = _relative | {"telnet", "snews", "rsync", "nfs", "git", "git+ssh"}
_params = {"", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtspu", "sip", "sips", "mms", "sftp", "tel"}
uses_relative, uses_netloc, uses_params = list(_relative), list(_netloc), list(_params)
scheme_chars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."
_unreserved = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")


class _Netloc:
    __slots__ = ()

    def _split_user(self):
        user, have, host = self.netloc.rpartition("@")
        if not have:
            return None, None, host
        name, have_password, password = user.partition(":")
        return name, password if have_password else None, host

    def _host_port(self):
        host = self._split_user()[2]
        before, bracket, rest = host.partition("[")
        if bracket:
            name, _, port = rest.partition("]")
            port = port.partition(":")[2]
        else:
            name, _, port = host.partition(":")
        return name or None, port or None

    @property
    def username(self):
        return self._split_user()[0]

    @property
    def password(self):
        return self._split_user()[1]

    @property
    def hostname(self):
        name = self._host_port()[0]
        if not name:
            return None
        name, percent, zone = name.partition("%")
        return name.lower() + percent + zone

    @property
    def port(self):
        port = self._host_port()[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        port = int(port)
        if not 0 <= port <= 65535:
            raise ValueError("Port out of range 0-65535")
        return port


_SplitBase = namedtuple("SplitResult", "scheme netloc path query fragment")
_ParseBase = namedtuple("ParseResult", "scheme netloc path params query fragment")
_DefragBase = namedtuple("DefragResult", "url fragment")


class _Text:
    __slots__ = ()

    def encode(self, encoding="ascii", errors="strict"):
        return self._other(*(part.encode(encoding, errors) for part in self))


class _Bytes:
    __slots__ = ()

    def decode(self, encoding="ascii", errors="strict"):
        return self._other(*(part.decode(encoding, errors) for part in self))


class _BytesNetloc:
    __slots__ = ()

    def _of_text(self, name):
        value = getattr(self.decode(), name)
        return value.encode() if isinstance(value, str) else value

    username = property(lambda self: self._of_text("username"))
    password = property(lambda self: self._of_text("password"))
    hostname = property(lambda self: self._of_text("hostname"))
    port = property(lambda self: self._of_text("port"))


class SplitResult(_SplitBase, _Netloc, _Text):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class SplitResultBytes(_SplitBase, _BytesNetloc, _Bytes):
    __slots__ = ()
    geturl = SplitResult.geturl


class ParseResult(_ParseBase, _Netloc, _Text):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class ParseResultBytes(_ParseBase, _BytesNetloc, _Bytes):
    __slots__ = ()
    geturl = ParseResult.geturl


class DefragResult(_DefragBase, _Text):
    __slots__ = ()

    def geturl(self):
        return self.url + "#" + self.fragment if self.fragment else self.url


class DefragResultBytes(_DefragBase, _Bytes):
    __slots__ = ()

    def geturl(self):
        return self.url + b"#" + self.fragment if self.fragment else self.url


SplitResult._other, SplitResultBytes._other = SplitResultBytes, SplitResult
ParseResult._other, ParseResultBytes._other = ParseResultBytes, ParseResult
DefragResult._other, DefragResultBytes._other = DefragResultBytes, DefragResult


def _as_text(*given):
    """The texts, and whether they were bytes."""
    is_text = isinstance(given[0], str)
    if any(each and isinstance(each, str) != is_text for each in given[1:]):
        raise TypeError("Cannot mix str and non-str arguments")
    return (given, False) if is_text else (tuple(each.decode("ascii") if each else "" for each in given), True)


def _check_netloc(netloc):
    """Characters that become others, and then mean something else, are refused."""
    if not netloc or netloc.isascii():
        return
    import unicodedata
    plain = netloc
    for c in "@:#?":
        plain = plain.replace(c, "")
    normal = unicodedata.normalize("NFKC", plain)
    if plain == normal:
        return
    for c in "/?#@:":
        if c in normal:
            raise ValueError("netloc " + repr(netloc) + " contains invalid characters under NFKC normalization")


@passes_on
def urlsplit(url, scheme="", allow_fragments=True):
    (url, scheme), was_bytes = _as_text(url, scheme)
    url = url.lstrip("".join(map(chr, range(33))))
    scheme = scheme.strip("".join(map(chr, range(33))))
    for c in "\t\r\n":
        url, scheme = url.replace(c, ""), scheme.replace(c, "")
    netloc = query = fragment = ""
    at = url.find(":")
    if at > 0 and url[0].isascii() and url[0].isalpha() and all(c in scheme_chars for c in url[:at]):
        scheme, url = url[:at].lower(), url[at + 1:]
    if url[:2] == "//":
        end = min([i for i in (url.find(c, 2) for c in "/?#") if i >= 0] or [len(url)])
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
        _check_netloc(netloc)
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    parts = SplitResult(scheme, netloc, url, query, fragment)
    return parts.encode() if was_bytes else parts


@passes_on
def urlparse(url, scheme="", allow_fragments=True):
    (url, scheme), was_bytes = _as_text(url, scheme)
    scheme, netloc, url, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in _params and ";" in url:
        slash = url.rfind("/")
        at = url.find(";", slash if slash >= 0 else 0)
        if at >= 0:
            url, params = url[:at], url[at + 1:]
    parts = ParseResult(scheme, netloc, url, params, query, fragment)
    return parts.encode() if was_bytes else parts


@passes_on
def urlunparse(components):
    (scheme, netloc, url, params, query, fragment), was_bytes = _as_text(*components)
    if params:
        url = f"{url};{params}"
    url = urlunsplit((scheme, netloc, url, query, fragment))
    return url.encode() if was_bytes else url


@passes_on
def urlunsplit(components):
    (scheme, netloc, url, query, fragment), was_bytes = _as_text(*components)
    if netloc or (scheme and scheme in _netloc and url[:2] != "//"):
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + (netloc or "") + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url = url + "?" + query
    if fragment:
        url = url + "#" + fragment
    return url.encode() if was_bytes else url


@passes_on
def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    (base, url), was_bytes = _as_text(base, url)
    if was_bytes:
        return urljoin(base, url, allow_fragments).encode()
    bscheme, bnetloc, bpath, bparams, bquery, bfragment = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, bscheme, allow_fragments)
    if scheme != bscheme or scheme not in _relative:
        return url
    if scheme in _netloc:
        if netloc:
            return urlunparse((scheme, netloc, path, params, query, fragment))
        netloc = bnetloc
    if not path and not params:
        path, params = bpath, bparams
        if not query:
            query = bquery
        return urlunparse((scheme, netloc, path, params, query, fragment))
    base_parts = bpath.split("/")
    if base_parts[-1] != "":
        del base_parts[-1]
    if path[:1] == "/":
        segments = path.split("/")
    else:
        segments = base_parts + path.split("/")
        segments[1:-1] = [s for s in segments[1:-1] if s]
    resolved = []
    for segment in segments:
        if segment == "..":
            if resolved:
                resolved.pop()
        elif segment != ".":
            resolved.append(segment)
    if segments[-1] in (".", ".."):
        resolved.append("")
    return urlunparse((scheme, netloc, "/".join(resolved) or "/", params, query, fragment))


def urldefrag(url):
    (url,), was_bytes = _as_text(url)
    frag = ""
    if "#" in url:
        s, n, p, a, q, frag = urlparse(url)
        url = urlunparse((s, n, p, a, q, ""))
    parts = DefragResult(url, frag)
    return parts.encode() if was_bytes else parts


def quote_from_bytes(bs, safe="/"):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    kept = _unreserved | frozenset(safe.encode("ascii", "ignore") if isinstance(safe, str) else safe)
    return "".join(chr(b) if b in kept else "%%%02X" % b for b in bs)


@passes_on
def quote(string, safe="/", encoding=None, errors=None):
    if isinstance(string, str):
        string = string.encode(encoding or "utf-8", errors or "strict")
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


@passes_on
def quote_plus(string, safe="", encoding=None, errors=None):
    space = " " if isinstance(string, str) else b" "
    if space not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + (" " if isinstance(safe, str) else b" "), encoding, errors).replace(" ", "+")


def unquote_to_bytes(string):
    if not string:
        return b""
    if isinstance(string, str):
        string = string.encode()
    first, *rest = string.split(b"%")
    out = [first]
    for part in rest:
        try:
            out.append(bytes([int(part[:2].decode("ascii"), 16)]) if len(part[:2]) == 2 and
                       all(c in b"0123456789abcdefABCDEF" for c in part[:2]) else b"%" + part[:2])
        except ValueError:
            out.append(b"%" + part[:2])
        out.append(part[2:])
    return b"".join(out)


@passes_on
def unquote(string, encoding="utf-8", errors="replace"):
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding or "utf-8", errors or "replace")
    if "%" not in string:
        return string
    out, run = [], []

    def flush():
        if run:
            out.append(unquote_to_bytes("".join(run)).decode(encoding or "utf-8", errors or "replace"))
            run.clear()

    # Escapes are decoded in runs of ASCII: other characters stay as they are.
    for c in string:
        if c.isascii():
            run.append(c)
        else:
            flush()
            out.append(c)
    flush()
    return "".join(out)


@passes_on
def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
              max_num_fields=None, separator="&"):
    if isinstance(qs, (bytes, bytearray)):
        found = parse_qsl(qs.decode("ascii"), keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator)
        return [(name.encode(encoding), value.encode(encoding)) for name, value in found]
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    found = []
    for pair in qs.split(separator) if qs else []:
        if not pair and not strict_parsing:
            continue
        name, equals, value = pair.partition("=")
        if not equals:
            if strict_parsing:
                raise ValueError("bad query field: %r" % (pair,))
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            found.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return found


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
             max_num_fields=None, separator="&"):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found


@passes_on
def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError:
            raise TypeError("not a valid non-string sequence or mapping object") from None

    def one(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    pairs = []
    for key, value in query:
        key = one(key)
        if doseq and not isinstance(value, (str, bytes)):
            try:
                values = list(value)
            except TypeError:
                values = [value]
            pairs += [key + "=" + one(v) for v in values]
        else:
            pairs.append(key + "=" + one(value))
    return "&".join(pairs)


def unwrap(url):
    url = str(url).strip()
    if url[:1] == "<" and url[-1:] == ">":
        url = url[1:-1].strip()
    return url[4:].strip() if url[:4] == "URL:" else url
