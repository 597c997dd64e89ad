"""HTML's five special characters, and the named ones that are common."""
_names = {
    "amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\xa0", "copy": "\xa9", "reg": "\xae",
    "hellip": "\u2026", "mdash": "\u2014", "ndash": "\u2013", "lsquo": "\u2018", "rsquo": "\u2019",
    "ldquo": "\u201c", "rdquo": "\u201d", "euro": "\u20ac", "pound": "\xa3", "yen": "\xa5", "cent": "\xa2",
    "sect": "\xa7", "deg": "\xb0", "plusmn": "\xb1", "times": "\xd7", "divide": "\xf7", "laquo": "\xab",
    "raquo": "\xbb", "bull": "\u2022", "middot": "\xb7", "trade": "\u2122", "auml": "\xe4", "ouml": "\xf6",
    "uuml": "\xfc", "Auml": "\xc4", "Ouml": "\xd6", "Uuml": "\xdc", "szlig": "\xdf", "eacute": "\xe9",
    "egrave": "\xe8", "agrave": "\xe0", "ccedil": "\xe7", "ntilde": "\xf1", "iexcl": "\xa1", "iquest": "\xbf",
}


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


def _character(match):
    text = match[1]
    if text[0] == "#":
        number = int(text[2:].rstrip(";"), 16) if text[1] in "xX" else int(text[1:].rstrip(";"))
        if number in (0, 13) or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
            return "\r" if number == 13 else "\ufffd"
        return chr(number)
    name = text.rstrip(";")
    if name in _names and text.endswith(";"):
        return _names[name]
    if text.endswith(";"):
        raise ValueError(f"limbeck does not know the HTML character reference &{text}")
    if name in ("amp", "lt", "gt", "quot", "nbsp", "copy", "reg"):
        return _names[name]
    return "&" + text


def unescape(s):
    if "&" not in s:
        return s
    import re
    return re.sub(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]*;?)", _character, s)
