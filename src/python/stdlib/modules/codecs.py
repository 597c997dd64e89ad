"""Encodings by name, those between bytes and bytes or text and text among them."""
import binascii
import io

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM = BOM_UTF16 = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32 = BOM_UTF32_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"
BOM32_LE, BOM32_BE, BOM64_LE, BOM64_BE = BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE

_LOWER, _UPPER = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ROT13 = str.maketrans(_LOWER + _UPPER, _LOWER[13:] + _LOWER[:13] + _UPPER[13:] + _UPPER[:13])


def _rot_13(text):
    return str.translate(text, _ROT13)


def _base64_encode(data):
    return b"".join(binascii.b2a_base64(data[at:at + 57]) for at in range(0, len(data), 57))


# name: (encode, decode); the other codecs of this kind (bz2, zlib, quopri, uu) are not there.
_OTHERS = {
    "rot_13": (_rot_13, _rot_13),
    "hex": (binascii.hexlify, binascii.unhexlify),
    "base64": (_base64_encode, binascii.a2b_base64),
}
_ALIASES = {
    "rot13": "rot_13", "hex_codec": "hex", "base64_codec": "base64", "base_64": "base64",
}


def _other(encoding):
    name = encoding.lower().replace("-", "_").replace(" ", "_")
    return _OTHERS.get(_ALIASES.get(name, name))


def encode(obj, encoding="utf-8", errors="strict"):
    other = _other(encoding)
    if other:
        return other[0](obj)
    "".encode(encoding)  # a LookupError where it is none
    if not isinstance(obj, str):
        raise TypeError(f"utf_8_encode() argument 1 must be str, not {type(obj).__name__}")
    return obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    other = _other(encoding)
    if other:
        return other[1](obj)
    b"".decode(encoding)
    if not isinstance(obj, (bytes, bytearray)):
        raise TypeError(f"a bytes-like object is required, not '{type(obj).__name__}'")
    return obj.decode(encoding, errors)


class CodecInfo(tuple):
    """What lookup() gives: the functions of one encoding."""

    def __new__(cls, name, encode, decode):
        self = tuple.__new__(cls, (encode, decode, None, None))
        self.name, self.encode, self.decode = name, encode, decode
        return self

    def __repr__(self):
        return f"<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>"


_NAMES = {"latin-1": "iso8859-1", "latin1": "iso8859-1", "utf8": "utf-8", "us-ascii": "ascii"}


def lookup(encoding):
    if not _other(encoding):
        "".encode(encoding)  # a LookupError where it is none

    def encoder(obj, errors="strict"):
        return encode(obj, encoding, errors), len(obj)

    def decoder(obj, errors="strict"):
        return decode(obj, encoding, errors), len(obj)

    name = encoding.lower().replace("_", "-")
    return CodecInfo(_NAMES.get(name, name), encoder, decoder)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def iterencode(iterator, encoding, errors="strict", **kwargs):
    for text in iterator:
        if text:
            yield encode(text, encoding, errors)


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    if encoding is None:
        return io.open(filename, mode)
    return io.open(filename, mode.replace("b", ""), encoding=encoding, errors=errors, newline="")


def utf_8_encode(text, errors="strict"):
    return text.encode("utf-8", errors), len(text)


def utf_8_decode(data, errors="strict", final=False):
    return bytes(data).decode("utf-8", errors), len(data)


def unicode_escape_decode(data, errors="strict"):
    return (data.encode() if isinstance(data, str) else data).decode("unicode_escape", errors), len(data)


def unicode_escape_encode(text, errors="strict"):
    return text.encode("unicode_escape", errors), len(text)
