"""Numbers as bytes."""
import _struct


class error(Exception):
    pass


error.__module__ = "struct"
_sizes = {
    "x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8, "e": 2,
    "f": 4, "d": 8, "s": 1, "p": 1, "n": 8, "N": 8, "P": 8,
}
_native_sizes = {**_sizes, "l": 8, "L": 8}


def _parse(format):
    """(little endian, [(count, code, offset)], size, count of values)"""
    if isinstance(format, bytes):
        format = format.decode("ascii")
    if not isinstance(format, str):
        raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")
    order = "@"
    if format[:1] in ("@", "=", "<", ">", "!"):
        order, format = format[0], format[1:]
    little, native = order not in (">", "!"), order == "@"
    sizes = _native_sizes if native else _sizes
    parts, offset, at, values = [], 0, 0, 0
    while at < len(format):
        c = format[at]
        if c.isspace():
            at += 1
            continue
        start = at
        while at < len(format) and format[at].isdigit():
            at += 1
        if at >= len(format):
            raise error("repeat count given without format specifier")
        count = int(format[start:at]) if at > start else 1
        code = format[at]
        at += 1
        if code not in sizes or (not native and code in "nNP"):
            raise error("bad char in struct format")
        size = sizes[code]
        if native and code not in "xsp":
            offset = (offset + size - 1) // size * size
        if code in "sp":
            parts.append((count, code, offset))
            values += 1
        elif code == "x":
            pass
        else:
            for i in range(count):
                parts.append((1, code, offset + i * size))
            values += count
        offset += size * count
    return little, parts, offset, values


def _pack_one(little, code, count, value, size):
    order = "little" if little else "big"
    if code in "sp":
        if not isinstance(value, (bytes, bytearray)):
            raise error(f"argument for '{code}' must be a bytes object")
        value = bytes(value)
        if code == "p":
            value = value[:max(0, min(count - 1, 255))]
            value = bytes([len(value)]) + value
        return value[:count].ljust(count, b"\0")
    if code == "c":
        if not isinstance(value, bytes) or len(value) != 1:
            raise error("char format requires a bytes object of length 1")
        return value
    if code == "?":
        return b"\1" if value else b"\0"
    if code in "efd":
        if not isinstance(value, (int, float)) and not hasattr(value, "__float__"):
            raise error("required argument is not a float")
        made = _struct.pack_float(float(value), size)
        if made is None:
            raise OverflowError(f"float too large to pack with {code} format")
        return made if little else made[::-1]
    if not isinstance(value, int):
        if not hasattr(value, "__index__"):
            raise error("required argument is not an integer")
        value = value.__index__()
    signed = code in "bhilqn"
    bits = size * 8
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
    if not low <= value <= high:
        if code in "bB":
            raise error(f"{'byte' if signed else 'ubyte'} format requires {low} <= number <= {high}")
        if code in "hH":
            raise error(f"{'short' if signed else 'ushort'} format requires {low if signed else 0} <= number <= {high}")
        if code in "qQn" or size == 8 or not signed and value < 0:
            raise error("argument out of range")
        raise error(f"'{code}' format requires {low} <= number <= {high}")
    return value.to_bytes(size, order, signed=signed)


class Struct:
    def __init__(self, format):
        self._little, self._parts, self.size, self._values = _parse(format)
        self.format = format.decode() if isinstance(format, bytes) else format
        self._sizes = _native_sizes if self.format[:1] not in ("=", "<", ">", "!") else _sizes

    def pack(self, *values):
        if len(values) != self._values:
            raise error("pack expected %d items for packing (got %d)" % (self._values, len(values)))
        out = bytearray(self.size)
        for (count, code, offset), value in zip(self._parts, values):
            data = _pack_one(self._little, code, count, value, self._sizes[code])
            out[offset:offset + len(data)] = data
        return bytes(out)

    def pack_into(self, buffer, offset, *values):
        data = self.pack(*values)
        if offset + len(data) > len(buffer):
            raise error(
                f"pack_into requires a buffer of at least {offset + self.size} bytes for packing {self.size} bytes at "
                f"offset {offset} (actual buffer size is {len(buffer)})")
        buffer[offset:offset + len(data)] = data

    def unpack(self, buffer):
        if len(buffer) != self.size:
            raise error(f"unpack requires a buffer of {self.size} bytes")
        return self._unpack(bytes(buffer))

    def unpack_from(self, buffer, offset=0):
        if len(buffer) - offset < self.size:
            raise error(
                f"unpack_from requires a buffer of at least {offset + self.size} bytes for unpacking {self.size} bytes "
                f"at offset {offset} (actual buffer size is {len(buffer)})")
        return self._unpack(bytes(buffer[offset:offset + self.size]))

    def iter_unpack(self, buffer):
        if not self.size or len(buffer) % self.size:
            raise error(f"iterative unpacking requires a buffer of a multiple of {self.size} bytes")
        for at in range(0, len(buffer), self.size):
            yield self._unpack(bytes(buffer[at:at + self.size]))

    def _unpack(self, data):
        order = "little" if self._little else "big"
        out = []
        for count, code, offset in self._parts:
            if code == "s":
                out.append(data[offset:offset + count])
                continue
            if code == "p":
                out.append(data[offset + 1:offset + 1 + min(data[offset], max(count - 1, 0))] if count else b"")
                continue
            part = data[offset:offset + self._sizes[code]]
            if code == "c":
                out.append(part)
            elif code == "?":
                out.append(part != b"\0")
            elif code in "efd":
                out.append(_struct.unpack_float(part if self._little else part[::-1]))
            else:
                out.append(int.from_bytes(part, order, signed=code in "bhilqn"))
        return tuple(out)


def calcsize(format):
    return _parse(format)[2]


def pack(format, *values):
    return Struct(format).pack(*values)


def pack_into(format, buffer, offset, *values):
    Struct(format).pack_into(buffer, offset, *values)


def unpack(format, buffer):
    return Struct(format).unpack(buffer)


def unpack_from(format, buffer, offset=0):
    return Struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer):
    return Struct(format).iter_unpack(buffer)
