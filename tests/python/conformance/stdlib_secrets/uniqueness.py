import secrets, string

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'len({secrets.token_hex(8) for _ in range(50)}), all(c in string.hexdigits for c in secrets.token_hex(20)), len("".join(secrets.choice(string.ascii_letters) for _ in range(12))), all(0 <= secrets.randbelow(10) < 10 for _ in range(50)), isinstance(secrets.token_bytes(3), bytes), secrets.compare_digest(b"x", b"x"), secrets.token_urlsafe(9).count("="), isinstance(secrets.SystemRandom().random(), float)',
    'secrets.choice([])',
)
