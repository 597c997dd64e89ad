import hashlib
def parts(name, *pieces):
    h = hashlib.new(name)
    for p in pieces:
        h.update(p)
    return h.hexdigest()

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'parts("md5", b"a", b"b") == hashlib.md5(b"ab").hexdigest(), parts("sha256", b"x" * 1000), [hashlib.new(n, b"test").hexdigest()[:12] for n in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_512", "blake2b", "blake2s")], (lambda h: [h.copy().hexdigest()[:6], h.update(b"y"), h.hexdigest()[:6]])(hashlib.sha1(b"x")), hashlib.sha256(b"a").digest()[:4], hashlib.md5("é".encode()).hexdigest(), hashlib.sha512().block_size, hashlib.shake_256(b"x").digest(5), int(hashlib.md5(b"k").hexdigest(), 16) % 1000, hashlib.md5(bytearray(b"a")).hexdigest()[:8], hashlib.sha256("users_email".encode("utf-8")).hexdigest()[:10]',
    'hashlib.md5(5)',
    'hashlib.shake_128(b"").hexdigest()',
)
