"""Internet addresses and networks."""
import functools


class AddressValueError(ValueError):
    pass


class NetmaskValueError(ValueError):
    pass


def ip_address(address):
    for kind in (IPv4Address, IPv6Address):
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 address")


def ip_network(address, strict=True):
    for kind in (IPv4Network, IPv6Network):
        try:
            return kind(address, strict)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 network")


def ip_interface(address):
    for kind in (IPv4Interface, IPv6Interface):
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 interface")


def _parse4(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    octets = text.split(".")
    if len(octets) != 4:
        raise AddressValueError(f"Expected 4 octets in {text!r}")
    value = 0
    for octet in octets:
        if not octet:
            raise AddressValueError(f"Empty octet not permitted in {text!r}")
        if not (octet.isascii() and octet.isdigit()):
            raise AddressValueError(f"Only decimal digits permitted in {octet!r} in {text!r}")
        if len(octet) > 3:
            raise AddressValueError(f"At most 3 characters permitted in {octet!r} in {text!r}")
        if octet != "0" and octet[0] == "0":
            raise AddressValueError(f"Leading zeros are not permitted in {octet!r} in {text!r}")
        if int(octet) > 255:
            raise AddressValueError(f"Octet {int(octet)} (> 255) not permitted in {text!r}")
        value = value << 8 | int(octet)
    return value


def _parse6(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    text, percent, scope = text.partition("%")
    parts = text.split(":")
    if len(parts) < 3:
        raise AddressValueError(f"At least 3 parts expected in {text!r}")
    if "." in parts[-1]:
        low = _parse4(parts.pop())
        parts += ["%x" % (low >> 16), "%x" % (low & 0xFFFF)]
    if len(parts) > 9:
        raise AddressValueError(f"At most 8 colons permitted in {text!r}")
    gap = [i for i in range(1, len(parts) - 1) if not parts[i]]
    if len(gap) > 1:
        raise AddressValueError(f"At most one '::' permitted in {text!r}")
    if gap:
        high, low = parts[:gap[0]], parts[gap[0] + 1:]
        if high == [""]:
            high = []
        if low == [""]:
            low = []
        if high and not high[0]:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if low and not low[-1]:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        missing = 8 - len(high) - len(low)
        if missing < 1:
            raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
        parts = high + ["0"] * missing + low
    else:
        if len(parts) != 8:
            raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
        if not parts[0]:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not parts[-1]:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
    value = 0
    for part in parts:
        if any(c not in "0123456789abcdefABCDEF" for c in part):
            raise AddressValueError(f"Only hex digits permitted in {part!r} in {text!r}")
        if len(part) > 4:
            raise AddressValueError(f"At most 4 characters permitted in {part!r} in {text!r}")
        value = value << 16 | int(part, 16)
    return value


def _text4(value):
    return ".".join(str(value >> shift & 255) for shift in (24, 16, 8, 0))


def _text6(value):
    words = ["%x" % (value >> shift & 0xFFFF) for shift in range(112, -1, -16)]
    best_start, best_length, at = -1, 1, 0
    while at < 8:
        end = at
        while end < 8 and words[end] == "0":
            end += 1
        if end - at > best_length:
            best_start, best_length = at, end - at
        at = max(end, at + 1)
    if best_start < 0:
        return ":".join(words)
    return ":".join(words[:best_start]) + "::" + ":".join(words[best_start + best_length:])


@functools.total_ordering
class _Address:
    __slots__ = ("_ip",)

    def __init__(self, address):
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError(f"{address} (< 0) is not permitted as an IPv{self.version} address")
            if address >> self.max_prefixlen:
                raise AddressValueError(
                    f"{address} (>= 2**{self.max_prefixlen}) is not permitted as an IPv{self.version} address")
            self._ip = address
        elif isinstance(address, bytes):
            if len(address) * 8 != self.max_prefixlen:
                raise AddressValueError(
                    f"{address!r} (len {len(address)} != {self.max_prefixlen // 8}) is not permitted as an IPv{self.version} address")
            self._ip = int.from_bytes(address, "big")
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            self._ip = self._parse(text)

    packed = property(lambda self: self._ip.to_bytes(self.max_prefixlen // 8, "big"))
    compressed = property(str)
    exploded = property(lambda self: self._exploded())

    def _exploded(self):
        return str(self)

    def __int__(self):
        return self._ip

    def __str__(self):
        return self._text(self._ip)

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __eq__(self, other):
        return self._ip == other._ip and self.version == other.version if isinstance(other, _Address) else NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return self._ip < other._ip

    def __hash__(self):
        return hash(hex(self._ip))

    def __add__(self, other):
        return type(self)(int(self) + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return type(self)(int(self) - other) if isinstance(other, int) else NotImplemented

    def _within(self, *networks):
        return any(self in self._network(n) for n in networks)

    @property
    def is_unspecified(self):
        return self._ip == 0


class IPv4Address(_Address):
    __slots__ = ()
    version, max_prefixlen = 4, 32
    _parse, _text = staticmethod(_parse4), staticmethod(_text4)

    @staticmethod
    def _network(text):
        return IPv4Network(text)

    is_loopback = property(lambda self: self._ip >> 24 == 127)
    is_multicast = property(lambda self: self._ip >> 28 == 14)
    is_link_local = property(lambda self: self._within("169.254.0.0/16"))
    is_reserved = property(lambda self: self._within("240.0.0.0/4"))
    is_private = property(lambda self: self._within(
        "0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/29", "192.0.0.170/31",
        "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
        "255.255.255.255/32"))
    is_global = property(lambda self: not self._within("100.64.0.0/10") and not self.is_private)
    reverse_pointer = property(lambda self: ".".join(reversed(str(self).split("."))) + ".in-addr.arpa")


class IPv6Address(_Address):
    __slots__ = ()
    version, max_prefixlen = 6, 128
    _parse, _text = staticmethod(_parse6), staticmethod(_text6)

    @staticmethod
    def _network(text):
        return IPv6Network(text)

    def _exploded(self):
        return ":".join("%04x" % (self._ip >> shift & 0xFFFF) for shift in range(112, -1, -16))

    is_loopback = property(lambda self: self._ip == 1)
    is_multicast = property(lambda self: self._ip >> 120 == 0xFF)
    is_link_local = property(lambda self: self._within("fe80::/10"))
    is_private = property(lambda self: self._within(
        "::1/128", "::/128", "::ffff:0:0/96", "100::/64", "2001::/23", "2001:2::/48", "2001:db8::/32", "2001:10::/28",
        "fc00::/7", "fe80::/10"))
    is_global = property(lambda self: not self.is_private)
    ipv4_mapped = property(lambda self: IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None)


@functools.total_ordering
class _Network:
    def __init__(self, address, strict=True):
        if isinstance(address, tuple):
            address, prefix = address[0], str(address[1]) if len(address) > 1 else None
        elif isinstance(address, str):
            address, slash, prefix = address.partition("/")
            if "/" in prefix:
                raise AddressValueError(f"Only one '/' permitted in {address + slash + prefix!r}")
            prefix = prefix if slash else None
        else:
            prefix = None
        base = self._address(address)
        self.prefixlen = base.max_prefixlen if prefix is None else self._prefix(prefix, base.max_prefixlen)
        mask = ((1 << self.prefixlen) - 1) << (base.max_prefixlen - self.prefixlen)
        if int(base) & ~mask:
            if strict:
                raise ValueError("%s has host bits set" % (f"{base}/{self.prefixlen}" if prefix is None or prefix.isdigit() else f"{base}/{prefix}"))
            base = self._address(int(base) & mask)
        self.network_address = base
        self.netmask = self._address(mask)
        self.hostmask = self._address(mask ^ (1 << base.max_prefixlen) - 1)
        self.version, self.max_prefixlen = base.version, base.max_prefixlen

    def _prefix(self, text, most):
        if text.isascii() and text.isdigit():
            if int(text) > most:
                raise NetmaskValueError(f"{text!r} is not a valid netmask")
            return int(text)
        try:
            mask = int(self._address(text))
        except AddressValueError:
            raise NetmaskValueError(f"{text!r} is not a valid netmask") from None
        for candidate in (mask, mask ^ (1 << most) - 1):
            bits = bin(candidate)[2:].zfill(most)
            if "01" not in bits:
                return bits.count("1")
        raise NetmaskValueError(f"{text!r} is not a valid netmask")

    broadcast_address = property(lambda self: self._address(int(self.network_address) | int(self.hostmask)))
    num_addresses = property(lambda self: int(self.hostmask) + 1)
    with_prefixlen = property(str)
    with_netmask = property(lambda self: f"{self.network_address}/{self.netmask}")
    compressed = property(str)

    def hosts(self):
        low, high = int(self.network_address), int(self.broadcast_address)
        if self.prefixlen >= self.max_prefixlen - 1:
            return iter([self._address(i) for i in range(low, high + 1)])
        return (self._address(i) for i in range(low + 1, high + (1 if self.version == 6 else 0)))

    def __iter__(self):
        for i in range(int(self.network_address), int(self.broadcast_address) + 1):
            yield self._address(i)

    def __getitem__(self, n):
        low, high = int(self.network_address), int(self.broadcast_address)
        found = low + n if n >= 0 else high + n + 1
        if not low <= found <= high:
            raise IndexError("address out of range")
        return self._address(found)

    def __contains__(self, other):
        if isinstance(other, _Network) or self.version != getattr(other, "version", None):
            return False
        return int(other) & int(self.netmask) == int(self.network_address)

    def overlaps(self, other):
        return other.network_address in self or self.network_address in other

    def subnet_of(self, other):
        return self.version == other.version and other.prefixlen <= self.prefixlen and self.network_address in other

    def supernet_of(self, other):
        return other.subnet_of(self)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        new = self.prefixlen + prefixlen_diff if new_prefix is None else new_prefix
        if new < self.prefixlen:
            raise ValueError("new prefix must be longer")
        if new > self.max_prefixlen:
            raise ValueError(f"prefix length diff {new - self.prefixlen} is invalid for netblock {self}")
        step = 1 << (self.max_prefixlen - new)
        for at in range(int(self.network_address), int(self.broadcast_address) + 1, step):
            yield type(self)((at, new))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        new = self.prefixlen - prefixlen_diff if new_prefix is None else new_prefix
        if new < 0:
            raise ValueError("current prefixlen is %d, cannot have a prefixlen_diff of %d" % (self.prefixlen, prefixlen_diff))
        return type(self)((int(self.network_address), new), strict=False)

    is_private = property(lambda self: self.network_address.is_private and self.broadcast_address.is_private)
    is_global = property(lambda self: not self.is_private)
    is_loopback = property(lambda self: self.network_address.is_loopback and self.broadcast_address.is_loopback)
    is_multicast = property(lambda self: self.network_address.is_multicast and self.broadcast_address.is_multicast)

    def __str__(self):
        return f"{self.network_address}/{self.prefixlen}"

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __eq__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        return (self.version, int(self.network_address), self.prefixlen) == (
            other.version, int(other.network_address), other.prefixlen)

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        return (int(self.network_address), self.prefixlen) < (int(other.network_address), other.prefixlen)

    def __hash__(self):
        return hash((int(self.network_address), self.prefixlen))


class IPv4Network(_Network):
    _address = IPv4Address


class IPv6Network(_Network):
    _address = IPv6Address


class _Interface:
    def __init__(self, address):
        if isinstance(address, tuple):
            text = f"{address[0]}/{address[1]}"
        else:
            text = str(address)
        super().__init__(text.partition("/")[0])
        self.network = self._network_class(text, strict=False)
        self.netmask, self.hostmask = self.network.netmask, self.network.hostmask

    ip = property(lambda self: self._plain(int(self)))
    with_prefixlen = property(str)

    def __str__(self):
        return f"{self._text(self._ip)}/{self.network.prefixlen}"

    def __hash__(self):
        return hash((self._ip, self.network.prefixlen))

    def __eq__(self, other):
        if not isinstance(other, _Interface):
            return NotImplemented
        return self._ip == other._ip and self.network == other.network


class IPv4Interface(_Interface, IPv4Address):
    _network_class, _plain = IPv4Network, IPv4Address


class IPv6Interface(_Interface, IPv6Address):
    _network_class, _plain = IPv6Network, IPv6Address
