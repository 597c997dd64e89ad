"""Bytes as text and back."""
import _hashing
from _hashing import crc32


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


Error.__module__ = Incomplete.__module__ = "binascii"


def hexlify(data, sep=None, bytes_per_sep=1):
    plain = _hashing.hexlify(data)
    return plain if sep is None else bytes(data).hex(sep, bytes_per_sep).encode()


b2a_hex = hexlify


def unhexlify(hexstr, /):
    made = _hashing.unhexlify(hexstr)
    if made is None:
        raise Error("Odd-length string")
    if made is False:
        raise Error("Non-hexadecimal digit found")
    return made


a2b_hex = unhexlify


def b2a_base64(data, /, *, newline=True):
    return _hashing.to_base64(data) + (b"\n" if newline else b"")


def a2b_base64(data, /, *, strict_mode=False):
    made = _hashing.from_base64(data, strict_mode)
    if isinstance(made, str):
        raise Error(made)
    return made


def crc_hqx(data, crc, /):
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc
