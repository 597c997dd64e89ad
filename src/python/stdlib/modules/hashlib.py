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


def _blake(name, full):
    def make(data=b"", /, *, digest_size=full, key=b"", salt=b"", person=b"", usedforsecurity=True, **tree):
        if digest_size != full or key or salt or person or tree:
            raise ValueError(f"limbeck has {name} only in its full size, without a key")
        return _Hash(name, data)

    make.__name__ = make.__qualname__ = name
    return make


blake2b, blake2s = _blake("blake2b", 64), _blake("blake2s", 32)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    return _hashing.pbkdf2(hash_name, password, salt, iterations, dklen)


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    made = new(digest) if isinstance(digest, str) else digest()
    made.update(fileobj.read())
    return made
