import uuid
u = uuid.UUID("c9bf9e57-1685-4c89-bafb-ff5af830be8a")

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'u.time_low, u.time_mid, u.time_hi_version, u.clock_seq, u.node, u.time, u.hex, u.urn, u.version, u.variant, u.is_safe, str(u), repr(u), u.bytes.hex(), u.bytes_le.hex(), uuid.UUID(hex=u.hex) == u, uuid.UUID(bytes=u.bytes) is u, u in [u], u in {u}, u != 5, [str(uuid.uuid5(u, n)) for n in ("a", "é")], [str(uuid.uuid3(u, n)) for n in ("a", "b")], uuid.UUID("C9BF9E5716854C89BAFBFF5AF830BE8A") == u, sorted([u, uuid.NAMESPACE_DNS])[0], uuid.UUID(int=0), uuid.UUID(u.hex, version=4).version, bool(u)',
    'uuid.UUID(5)',
    'uuid.UUID("g" * 32)',
    'uuid.UUID(u)',
    'uuid.UUID(fields=(1, 2))',
    'uuid.UUID(int=2**128)',
    'uuid.UUID(hex="1", bytes=b"")',
)
