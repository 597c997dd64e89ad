"""The text encodings that are rules rather than tables: encode() and decode() by their canonical names."""


def _bad_bytes(codec, data, start, end, reason, errors):
    """What stands for bytes that do not decode."""
    if errors == "ignore":
        return ""
    if errors == "replace":
        return "\ufffd"
    if errors == "backslashreplace":
        return "".join("\\x%02x" % byte for byte in data[start:end])
    if errors != "strict":
        raise LookupError(f"unknown error handler name '{errors}'")
    raise UnicodeDecodeError(codec, data, start, end, reason)


# unicode_escape, raw_unicode_escape

_NAMED = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SIMPLE = {
    "\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v",
    "\n": "",
}
_DIGITS = {"x": (2, "truncated \\xXX escape"), "u": (4, "truncated \\uXXXX escape"), "U": (8, "truncated \\UXXXXXXXX escape")}


def _numbered(code):
    return "\\x%02x" % code if code < 256 else "\\u%04x" % code if code < 65536 else "\\U%08x" % code


def _encode_unicode_escape(text, errors):
    return "".join(
        _NAMED[c] if c in _NAMED else c if " " <= c < "\x7f" else _numbered(ord(c)) for c in text).encode("ascii")


def _encode_raw_unicode_escape(text, errors):
    return "".join(c if c < "\u0100" else _numbered(ord(c)) for c in text).encode("latin-1")


def _hex_run(text, at, wanted):
    end = at
    while end < len(text) and end < at + wanted and text[end] in "0123456789abcdefABCDEF":
        end += 1
    return end


def _decode_unicode_escape(data, errors):
    import unicodedata
    text, out, at = data.decode("latin-1"), [], 0

    def bad(start, end, reason):
        out.append(_bad_bytes("unicodeescape", data, start, end, reason, errors))

    while at < len(text):
        slash = text.find("\\", at)
        if slash < 0:
            out.append(text[at:])
            break
        out.append(text[at:slash])
        c, at = text[slash + 1:slash + 2], slash + 2
        if not c:
            bad(slash, slash + 1, "\\ at end of string")
        elif c in _SIMPLE:
            out.append(_SIMPLE[c])
        elif c in "01234567":
            end = slash + 1
            while end < len(text) and end < slash + 4 and text[end] in "01234567":
                end += 1
            out.append(chr(int(text[slash + 1:end], 8)))
            at = end
        elif c in _DIGITS:
            wanted, reason = _DIGITS[c]
            end = _hex_run(text, at, wanted)
            if end < at + wanted:
                bad(slash, end, reason)
            elif int(text[at:end], 16) > 0x10FFFF:
                bad(slash, end, "illegal Unicode character")
            else:
                out.append(chr(int(text[at:end], 16)))
            at = end
        elif c == "N":
            close = text.find("}", at) if text[at:at + 1] == "{" else -1
            if close <= at + 1:
                end = close if close > 0 else len(text) if text[at:at + 1] == "{" else at
                bad(slash, end, "malformed \\N character escape")
            else:
                end = close + 1
                try:
                    out.append(unicodedata.lookup(text[at + 1:close]))
                except KeyError:
                    bad(slash, end, "unknown Unicode character name")
            at = end
        else:
            out.append("\\" + c)
    return "".join(out)


def _decode_raw_unicode_escape(data, errors):
    text, out, at = data.decode("latin-1"), [], 0
    while at < len(text):
        if text[at] != "\\":
            out.append(text[at])
            at += 1
            continue
        run = at
        while run < len(text) and text[run] == "\\":
            run += 1
        # Only an odd number of backslashes begins an escape.
        if (run - at) % 2 == 0 or text[run:run + 1] not in ("u", "U"):
            out.append(text[at:run])
            at = run
            continue
        out.append(text[at:run - 1])
        wanted, reason = _DIGITS[text[run]]
        end = _hex_run(text, run + 1, wanted)
        if end < run + 1 + wanted:
            out.append(_bad_bytes("rawunicodeescape", data, run - 1, end, reason, errors))
        elif int(text[run + 1:end], 16) > 0x10FFFF:
            out.append(_bad_bytes("rawunicodeescape", data, run - 1, end, "\\Uxxxxxxxx out of range", errors))
        else:
            out.append(chr(int(text[run + 1:end], 16)))
        at = end
    return "".join(out)


# UTF-7 (RFC 2152)

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_DIRECT = set(_LETTERS[:-2] + "'(),-./:?" + " \t\n\r" + "!\"#$%&*;<=>@[]^_`{|}")


def _encode_utf_7(text, errors):
    out, bits, count, shifted = [], 0, 0, False
    for c in text:
        if shifted and c in _DIRECT:
            if count:
                out.append(_LETTERS[bits << (6 - count) & 63])
            if c in _LETTERS or c == "-":
                out.append("-")
            bits, count, shifted = 0, 0, False
        if not shifted:
            if c == "+":
                out.append("+-")
                continue
            if c in _DIRECT:
                out.append(c)
                continue
            out.append("+")
            shifted = True
        for byte in c.encode("utf-16-be", "surrogatepass"):
            bits, count = bits << 8 | byte, count + 8
            while count >= 6:
                count -= 6
                out.append(_LETTERS[bits >> count & 63])
            bits &= (1 << count) - 1
    if count:
        out.append(_LETTERS[bits << (6 - count) & 63])
    if shifted:
        out.append("-")
    return "".join(out).encode("ascii")


def _decode_utf_7(data, errors):
    text, out, at = data.decode("latin-1"), [], 0

    def bad(start, end, reason):
        out.append(_bad_bytes("utf7", data, start, end, reason, errors))

    while at < len(text):
        c = text[at]
        if c != "+":
            if c < "\x80":
                out.append(c)
            else:
                bad(at, at + 1, "unexpected special character")
            at += 1
            continue
        start, at = at, at + 1
        if text[at:at + 1] == "-":
            out.append("+")
            at += 1
            continue
        end, bits, units = at, 0, bytearray()
        count = 0
        while end < len(text) and text[end] in _LETTERS:
            bits, count = bits << 6 | _LETTERS.index(text[end]), count + 6
            end += 1
        if end == at and at == len(text):
            break
        if end == at:
            bad(start, min(at + 1, len(text)), "ill-formed sequence" if at < len(text) else "unterminated shift sequence")
            at += 1
            continue
        spare = count % 16
        if end == len(text) and (spare >= 6 or bits & (1 << spare) - 1):
            bad(start, end, "unterminated shift sequence")
        elif spare >= 6:
            bad(start, min(end + 1, len(text)), "partial character in base 64")
        elif bits & (1 << spare) - 1:
            bad(start, min(end + 1, len(text)), "non-zero padding bits in base 64")
        else:
            units = (bits >> spare).to_bytes(count // 16 * 2, "big")
            out.append(units.decode("utf-16-be", "surrogatepass"))
        at = end + 1 if text[end:end + 1] == "-" else end
    return "".join(out)


# Punycode (RFC 3492) and the names of internationalised domains (RFC 3490)


def _adapt(delta, first, length):
    delta = delta // 700 if first else delta // 2
    delta += delta // length
    steps = 0
    while delta > 455:
        delta //= 35
        steps += 36
    return steps + 36 * delta // (delta + 38)


def _threshold(step, bias):
    return min(max(36 * (step + 1) - bias, 1), 26)


_BASE36 = "abcdefghijklmnopqrstuvwxyz0123456789"


def _encode_punycode(text, errors):
    basic = [c for c in text if c < "\x80"]
    out = basic + ["-"] if basic else []
    code, delta, bias, done = 128, 0, 72, len(basic)
    while done < len(text):
        wanted = min(ord(c) for c in text if ord(c) >= code)
        delta += (wanted - code) * (done + 1)
        code = wanted
        for c in text:
            if ord(c) < code:
                delta += 1
            elif ord(c) == code:
                rest, step = delta, 0
                while rest >= (limit := _threshold(step, bias)):
                    rest, digit = divmod(rest - limit, 36 - limit)
                    out.append(_BASE36[limit + digit])
                    step += 1
                out.append(_BASE36[rest])
                bias = _adapt(delta, done == len(basic), done + 1)
                delta, done = 0, done + 1
        delta, code = delta + 1, code + 1
    return "".join(out).encode("ascii")


def _decode_punycode(data, errors):
    if errors not in ("strict", "replace", "ignore"):
        raise UnicodeError("Unsupported error handling " + errors)
    cut = data.rfind(b"-")
    basic, extended = (data[:cut], data[cut + 1:]) if cut >= 0 else (b"", data)
    out = list(basic.decode("ascii", errors))
    code, at, bias, read, first = 128, 0, 72, 0, True
    letters = extended.decode("ascii").lower()
    while read < len(letters):
        start, weight, step = at, 1, 0
        while True:
            if read == len(letters):
                if errors == "strict":
                    raise UnicodeError("incomplete punicode string")
                return "".join(out)
            digit = _BASE36.find(letters[read])
            if digit < 0:
                if errors == "strict":
                    raise UnicodeError("Invalid extended code point '%s'" % letters[read].upper())
                return "".join(out)
            read += 1
            at += digit * weight
            limit = _threshold(step, bias)
            if digit < limit:
                break
            weight *= 36 - limit
            step += 1
        length = len(out) + 1
        bias, first = _adapt(at - start, first, length), False
        code, at = code + at // length, at % length
        if code > 0x10FFFF:
            if errors == "strict":
                raise UnicodeError("Invalid character U+%x" % code)
            code = ord("?")
        out.insert(at, chr(code))
        at += 1
    return "".join(out)


_DOTS = "\u3002\uff0e\uff61"


def _prepared(label):
    """Folded and normalised as nameprep (RFC 3491) has it for the characters that names are made of."""
    import unicodedata
    kept = "".join(c for c in label if not ("\ufe00" <= c <= "\ufe0f" or c in "\u00ad\u034f\u1806\u200b\u200c\u200d\u2060\ufeff"))
    made = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", kept.casefold()).casefold())
    for c in made:
        if unicodedata.category(c) in ("Cc", "Cs", "Co", "Zs", "Zl", "Zp") and c > "\x7f":
            raise UnicodeError("Invalid character %r" % c)
    return made


def _checked(label):
    if not label:
        raise UnicodeError("label empty or too long")
    if len(label) >= 64:
        raise UnicodeError("label too long")
    return label


def _to_ascii(label):
    if label.isascii():
        return _checked(label.encode("ascii"))
    label = _prepared(label)
    if label.isascii():
        return _checked(label.encode("ascii"))
    if label.startswith("xn--"):
        raise UnicodeError("Label starts with ACE prefix")
    return _checked(b"xn--" + _encode_punycode(label, "strict"))


def _encode_idna(text, errors):
    if errors != "strict":
        raise UnicodeError("unsupported error handling " + errors)
    if not text:
        return b""
    for dot in _DOTS:
        text = text.replace(dot, ".")
    labels = text.split(".")
    end = b""
    if not labels[-1]:
        labels.pop()
        end = b"."
    return b".".join([_to_ascii(label) for label in labels]) + end


def _to_unicode(label):
    if not label.isascii():
        label = _prepared(label)
    if not label.startswith("xn--"):
        return label
    made = decode("punycode", label[4:].encode("ascii"), "strict")
    if _to_ascii(made).decode().lower() != label.lower():
        raise UnicodeError("IDNA does not round-trip", label.encode(), _to_ascii(made))
    return made


def _decode_idna(data, errors):
    if not data:
        return ""
    if errors != "strict":
        raise UnicodeError("Unsupported error handling " + errors)
    text = data.decode("ascii")
    if "xn--" not in text:
        return text
    labels = text.split(".")
    end = ""
    if not labels[-1]:
        labels.pop()
        end = "."
    return ".".join([_to_unicode(label) for label in labels]) + end


# HZ (RFC 1843): GB 2312 in seven bits


def _encode_hz(text, errors):
    out, chinese = bytearray(), False
    for at, c in enumerate(text):
        if c < "\x80":
            if chinese:
                out += b"~}"
                chinese = False
            out += b"~~" if c == "~" else c.encode()
            continue
        try:
            pair = c.encode("gb2312")
        except UnicodeEncodeError:
            if errors == "strict":
                raise UnicodeEncodeError("hz", text, at, at + 1, "illegal multibyte sequence") from None
            if errors == "replace":
                out += (b"~}" if chinese else b"") + b"?"
                chinese = False
            continue
        if not chinese:
            out += b"~{"
            chinese = True
        out += bytes(byte & 0x7F for byte in pair)
    return bytes(out + b"~}" if chinese else out)


def _decode_hz(data, errors):
    out, at, chinese = [], 0, False
    while at < len(data):
        pair = data[at:at + 2]
        if pair in (b"~{", b"~}"):
            chinese = pair == b"~{"
            at += 2
        elif pair == b"~~" and not chinese:
            out.append("~")
            at += 2
        elif pair == b"~\n":
            at += 2
        elif data[at] >= 0x80 or data[at:at + 1] == b"~":
            reason = "incomplete" if data[at:] == b"~" else "illegal"
            out.append(_bad_bytes("hz", data, at, at + 1, reason + " multibyte sequence", errors))
            at += 1
        elif chinese and data[at:at + 1] != b"\n":
            if len(pair) < 2:
                out.append(_bad_bytes("hz", data, at, at + 1, "incomplete multibyte sequence", errors))
                break
            try:
                out.append(bytes(byte | 0x80 for byte in pair).decode("gb2312"))
                at += 2
            except UnicodeDecodeError:
                out.append(_bad_bytes("hz", data, at, at + 1, "illegal multibyte sequence", errors))
                at += 1
        else:
            chinese = chinese and data[at:at + 1] != b"\n"
            out.append(chr(data[at]))
            at += 1
    return "".join(out)


def _run(way, name, given, errors):
    try:
        return globals()[f"_{way}_{name}"](given, errors)
    except UnicodeError as error:
        if type(error) is not UnicodeError or len(error.args) != 1:
            raise
        raise UnicodeError(f"{way[:-1]}ing with '{name}' codec failed (UnicodeError: {error})") from error


def encode(name, text, errors):
    return _run("encode", name, text, errors)


def decode(name, data, errors):
    return _run("decode", name, data, errors)
