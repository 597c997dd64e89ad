"""Base 64, 32, 16 and 85."""
import binascii


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    raise TypeError(f"argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}")


def _data(s):
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError(f"memoryview: a bytes-like object is required, not '{type(s).__name__}'")
    return bytes(s)


def _swapped(data, old, new):
    table = list(range(256))
    for a, b in zip(old, new):
        table[a] = b
    return data.translate(bytes(table))


def b64encode(s, altchars=None):
    made = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        made = _swapped(made, b"+/", altchars)
    return made


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = _swapped(s, altchars, b"+/")
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


_b32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_b32hex = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _encode32(letters, s):
    s = _data(s)
    out = bytearray()
    for at in range(0, len(s), 5):
        part = bytes(s[at:at + 5])
        number = int.from_bytes(part.ljust(5, b"\0"), "big")
        text = bytes(letters[number >> shift & 31] for shift in range(35, -1, -5))
        kept = (len(part) * 8 + 4) // 5
        out += text[:kept] + b"=" * (8 - kept)
    return bytes(out)


def _decode32(letters, s, casefold=False, map01=None):
    s = _bytes(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        s = _swapped(s, b"01", b"O" + _bytes(map01))
    if casefold:
        s = s.upper()
    full = len(s)
    s = s.rstrip(b"=")
    pads = full - len(s)
    values = {c: i for i, c in enumerate(letters)}
    out = bytearray()
    for at in range(0, len(s), 8):
        number = 0
        part = s[at:at + 8]
        for c in part:
            if c not in values:
                raise binascii.Error("Non-base32 digit found")
            number = number << 5 | values[c]
        number <<= 5 * (8 - len(part))
        out += number.to_bytes(5, "big")[:len(part) * 5 // 8]
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    return bytes(out)


def b32encode(s):
    return _encode32(_b32, s)


def b32decode(s, casefold=False, map01=None):
    return _decode32(_b32, s, casefold, map01)


def b32hexencode(s):
    return _encode32(_b32hex, s)


def b32hexdecode(s, casefold=False):
    return _decode32(_b32hex, s, casefold)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    if any(c not in b"0123456789ABCDEF" for c in s):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


_b85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


def b85encode(b, pad=False):
    out = bytearray()
    data = _data(b)
    missing = -len(data) % 4
    data += b"\0" * missing
    for at in range(0, len(data), 4):
        number = int.from_bytes(data[at:at + 4], "big")
        out += bytes(_b85[number // 85 ** place % 85] for place in (4, 3, 2, 1, 0))
    return bytes(out if pad or not missing else out[:-missing])


def b85decode(b):
    b = _bytes(b)
    missing = -len(b) % 5
    data = b + b"~" * missing
    out = bytearray()
    for at in range(0, len(data), 5):
        number = 0
        for i, c in enumerate(data[at:at + 5]):
            digit = _b85.find(bytes([c]))
            if digit < 0:
                raise ValueError("bad base85 character at position %d" % (at + i))
            number = number * 85 + digit
        if number > 0xFFFFFFFF:
            raise ValueError("base85 overflow in hunk starting at byte %d" % at)
        out += number.to_bytes(4, "big")
    return bytes(out[:-missing] if missing else out)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    data = _data(b)
    missing = -len(data) % 4
    data += b"\0" * missing
    groups = []
    for at in range(0, len(data), 4):
        group = data[at:at + 4]
        if group == b"\0\0\0\0":
            groups.append(b"z")
        elif foldspaces and group == b"    ":
            groups.append(b"y")
        else:
            number = int.from_bytes(group, "big")
            groups.append(bytes(33 + number // 85 ** place % 85 for place in (4, 3, 2, 1, 0)))
    if missing and not pad:
        last = b"!!!!!" if groups[-1] == b"z" else groups[-1]
        groups[-1] = last[:-missing]
    out = b"".join(groups)
    if adobe:
        out = b"<~" + out
    if wrapcol:
        width = max(2 if adobe else 1, wrapcol)
        lines = [out[at:at + width] for at in range(0, len(out), width)]
        if adobe and (not lines or len(lines[-1]) + 2 > width):
            lines.append(b"")
        out = b"\n".join(lines)
    return out + b"~>" if adobe else out


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _bytes(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with {!r}".format(b"~>"))
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    out, group = bytearray(), []
    for c in b + b"u" * 4:
        if 33 <= c <= 117:
            group.append(c - 33)
            if len(group) == 5:
                number = 0
                for digit in group:
                    number = number * 85 + digit
                if number > 0xFFFFFFFF:
                    raise ValueError("Ascii85 overflow") from None
                out += number.to_bytes(4, "big")
                group = []
        elif c == ord("z"):
            if group:
                raise ValueError("z inside Ascii85 5-tuple")
            out += b"\0\0\0\0"
        elif foldspaces and c == ord("y"):
            if group:
                raise ValueError("y inside Ascii85 5-tuple")
            out += b"    "
        elif c not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: %c" % c)
    # What the four letters at the end filled up is no data.
    filled = 4 - len(group)
    return bytes(out[:-filled] if filled else out)


def _line_data(s):
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError("expected bytes-like object, not %s" % s.__class__.__name__)
    return bytes(s)


def encodebytes(s):
    s = _line_data(s)
    return b"".join(binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57))


def decodebytes(s):
    return binascii.a2b_base64(_line_data(s))


def encode(input, output):
    while data := input.read(57):
        while len(data) < 57 and (more := input.read(57 - len(data))):
            data += more
        output.write(binascii.b2a_base64(data))


def decode(input, output):
    while line := input.readline():
        output.write(binascii.a2b_base64(line))
