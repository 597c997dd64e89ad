"""Digests."""
import _hashing

algorithms_guaranteed = {
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224", "sha3_256", "sha3_384",
    "sha3_512", "shake_128", "shake_256",
}
algorithms_available = set(algorithms_guaranteed)


class _Hash:
    def __init__(self, name, data=b""):
        self._digest = _hashing.Digest(name)
        self.name = name
        self._variable = name.startswith("shake")
        self.digest_size, self.block_size = self._digest.sizes()
        if self._variable:
            self.digest_size = 0
        if data != b"":
            self._digest.update(data)

    def update(self, data, /):
        self._digest.update(data)

    def digest(self, *length):
        if self._variable:
            if not length:
                raise TypeError("digest() missing required argument 'length' (pos 1)")
            return self._digest.digest(*length)
        return self._digest.digest(0)

    def hexdigest(self, *length):
        if self._variable and not length:
            raise TypeError("hexdigest() missing required argument 'length' (pos 1)")
        return self.digest(*length).hex()

    def copy(self):
        made = _Hash(self.name)
        made._digest.become(self._digest)
        return made

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ 0x{id(self):x}>"


def new(name, data=b"", *, usedforsecurity=True, **kwargs):
    if name in ("blake2b", "blake2s"):
        return (blake2b if name == "blake2b" else blake2s)(data, **kwargs)
    for option in kwargs:
        raise TypeError(f"'{option}' is an invalid keyword argument for new()")
    return _Hash(name.lower(), data)


def _named(name):
    def make(string=b"", *, usedforsecurity=True):
        return _Hash(name, string)

    make.__name__ = make.__qualname__ = "openssl_" + name
    return make


md5, sha1, sha224, sha256 = _named("md5"), _named("sha1"), _named("sha224"), _named("sha256")
sha384, sha512 = _named("sha384"), _named("sha512")
sha3_224, sha3_256, sha3_384, sha3_512 = _named("sha3_224"), _named("sha3_256"), _named("sha3_384"), _named("sha3_512")
shake_128, shake_256 = _named("shake_128"), _named("shake_256")


def _index(value):
    if not hasattr(type(value), "__index__"):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return value.__index__()


def _parameter(name, value, low, high, sentence):
    value = _index(value)
    if not low <= value <= high:
        raise ValueError(sentence if sentence else f"{name} must be between {low} and {high}")
    return value


def _unsigned(name, value, bits):
    value = _index(value)
    if value < 0:
        raise ValueError("value must be positive")
    if value >= 1 << bits:
        raise OverflowError(f"{name} is too large" if name == "leaf_size" or value < 1 << 64 else "int too big to convert")
    return value


def _limited(name, value, limit):
    if not isinstance(value, (bytes, bytearray)):
        raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'")
    if len(value) > limit:
        raise ValueError(f"maximum {name} length is {limit} bytes")
    return bytes(value)


def _blake(name, state, full, offset_bits):
    class blake:
        MAX_DIGEST_SIZE = MAX_KEY_SIZE = full
        SALT_SIZE = PERSON_SIZE = full // 4
        block_size = full * 2
        __slots__ = ("_state", "_settings", "digest_size")

        def __new__(cls, *args, **options):
            if len(args) > 1:
                raise TypeError(f"{name}() takes at most 1 positional argument ({len(args)} given)")
            for option in options:
                if option not in _BLAKE_OPTIONS:
                    raise TypeError(f"'{option}' is an invalid keyword argument for {name}()")
            return cls._make(*args, **options)

        @classmethod
        def _make(cls, data=b"", *, digest_size=full, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0,
                  node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
            self = object.__new__(cls)
            self.digest_size = _parameter("", digest_size, 1, full, f"digest_size must be between 1 and {full} bytes")
            self._settings = (
                self.digest_size, _limited("key", key, full), _limited("salt", salt, full // 4),
                _limited("person", person, full // 4), _parameter("fanout", fanout, 0, 255, ""),
                _parameter("depth", depth, 1, 255, ""), _unsigned("leaf_size", leaf_size, 32),
                _unsigned("node_offset", node_offset, offset_bits), _parameter("node_depth", node_depth, 0, 255, ""),
                _parameter("", inner_size, 0, full, f"inner_size must be between 0 and is {full}"), bool(last_node))
            self._state = state(*self._settings)
            self._state.update(data)
            return self

        @property
        def name(self):
            return name

        def update(self, data, /):
            self._state.update(data)

        def digest(self):
            return self._state.digest()

        def hexdigest(self):
            return self._state.digest().hex()

        def copy(self):
            made = object.__new__(type(self))
            made.digest_size, made._settings = self.digest_size, self._settings
            made._state = state(*self._settings)
            made._state.become(self._state)
            return made

    blake.__name__ = blake.__qualname__ = name
    blake.__module__ = "_blake2"
    return blake


_BLAKE_OPTIONS = {
    "digest_size", "key", "salt", "person", "fanout", "depth", "leaf_size", "node_offset", "node_depth", "inner_size",
    "last_node", "usedforsecurity",
}
blake2b, blake2s = _blake("blake2b", _hashing.Blake2b, 64, 63), _blake("blake2s", _hashing.Blake2s, 32, 48)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    if not isinstance(hash_name, str):
        raise TypeError(f"pbkdf2_hmac() argument 'hash_name' must be str, not {type(hash_name).__name__}")
    return _hashing.pbkdf2(
        hash_name, _limited("", password, 1 << 31), _limited("", salt, 1 << 31), _index(iterations), dklen)


def scrypt(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64):
    for name, value in (("n", n), ("r", r), ("p", p)):
        if value is not None and not isinstance(value, int):
            raise TypeError(f"scrypt() argument '{name}' must be int, not {type(value).__name__}")
    password = _limited("", password, 1 << 31)
    if salt is None:
        raise TypeError("salt is required")
    salt = _limited("", salt, 1 << 31)
    for name, value in (("n", n), ("r", r), ("p", p)):
        if value is None:
            raise TypeError(f"{name} is required and must be an unsigned int")
        if name == "n" and (n < 2 or n & n - 1):
            raise ValueError("n must be a power of 2.")
    if not 0 <= maxmem <= 0x7FFFFFFF:
        raise ValueError("maxmem must be positive and smaller than 2147483647")
    if not 1 <= dklen <= 0x7FFFFFFF:
        raise ValueError("dklen must be greater than 0 and smaller than 2147483647")
    made = _hashing.scrypt(password, salt, n, r, p, maxmem, dklen)
    if isinstance(made, str):
        raise ValueError(made)
    return made


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    made = new(digest) if isinstance(digest, str) else digest()
    made.update(fileobj.read())
    return made
