import hmac, hashlib

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'hmac.new(b"k", b"m", "sha256").hexdigest()[:16], hmac.new(b"k" * 200, b"m", hashlib.sha1).hexdigest(), hmac.new(b"k", digestmod="md5").digest_size, (lambda h: [h.update(b"a"), h.copy().hexdigest()[:8], h.update(b"b"), h.hexdigest()[:8]])(hmac.new(b"k", digestmod="sha512")), hmac.new(b"", b"", "sha1").name, hmac.compare_digest("abc", "abd")',
    'hmac.new("k", b"m", "md5")',
    'hmac.new(b"k", b"m")',
)
