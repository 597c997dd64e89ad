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


def _swapped(data, old, new):
    table = list(range(256))
    for a, b in zip(old, new):
        table[a] = b
    return data.translate(bytes(table))


def b64encode(s, altchars=None):
    made = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        made = _swapped(made, b"+/", altchars)
    return made


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        s = _swapped(s, _bytes(altchars), b"+/")
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
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError(f"a bytes-like object is required, not '{type(s).__name__}'")
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
    missing = -len(b) % 4
    data = bytes(b) + b"\0" * missing
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


def encodebytes(s):
    return b"".join(binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57))


def decodebytes(s):
    return binascii.a2b_base64(s)
