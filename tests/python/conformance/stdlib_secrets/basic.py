import secrets

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'len(secrets.token_bytes(8)), len(secrets.token_hex(4)), len(secrets.token_urlsafe(16)), 0 <= secrets.randbelow(5) < 5, secrets.choice([3]), secrets.compare_digest("a", "a"), secrets.token_hex() != secrets.token_hex(), secrets.randbits(3) < 8, len(secrets.token_bytes())',
    'secrets.randbelow(0)',
)
