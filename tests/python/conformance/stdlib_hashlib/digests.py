import hashlib, hmac

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'hashlib.md5(b"abc").hexdigest(), hashlib.sha1(b"abc").hexdigest(), hashlib.sha256(b"").hexdigest(), hashlib.sha512(b"abc").hexdigest()[:32]',
    'hashlib.sha224(b"a").hexdigest(), hashlib.sha384(b"a").hexdigest()[:20], hashlib.sha3_256(b"a").hexdigest(), hashlib.blake2b(b"a").hexdigest()[:20], hashlib.blake2s(b"a").hexdigest(), hashlib.shake_128(b"a").hexdigest(8)',
    'hashlib.md5(b"abc").digest(), hashlib.md5().digest_size, hashlib.sha256().block_size, hashlib.sha256().name, hashlib.new("sha256", b"x").hexdigest()[:8], hashlib.md5(b"x", usedforsecurity=False).hexdigest()',
    'hmac.new(b"key", b"msg", hashlib.sha256).hexdigest(), hmac.new(b"key", b"msg", "md5").hexdigest(), hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", b"b"), hmac.digest(b"k", b"m", "sha1").hex()',
    'hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1000).hex(), hashlib.pbkdf2_hmac("sha1", b"p", b"s", 2, 8).hex(), "md5" in hashlib.algorithms_available',
    'hashlib.md5("abc")',
    'hashlib.new("nope")',
)
