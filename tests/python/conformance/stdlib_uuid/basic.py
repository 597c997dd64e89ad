import uuid
U = uuid.UUID("12345678-1234-5678-1234-567812345678")

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'U, str(U), U.hex, U.int, U.bytes, U.fields, U.urn, U.version, U.variant, U.bytes_le',
    'uuid.UUID("{12345678123456781234567812345678}"), uuid.UUID("urn:uuid:12345678-1234-5678-1234-567812345678") == U, uuid.UUID(int=5), uuid.UUID(bytes=b"\\0" * 16), uuid.UUID(fields=(1, 2, 3, 4, 5, 6)), uuid.UUID(bytes_le=U.bytes_le) == U',
    'uuid.uuid3(uuid.NAMESPACE_DNS, "example.org"), uuid.uuid5(uuid.NAMESPACE_URL, "http://x"), uuid.NAMESPACE_OID',
    'uuid.uuid4().version, uuid.uuid1().version, uuid.uuid4() != uuid.uuid4(), len(str(uuid.uuid4())), uuid.uuid4().variant, len({uuid.uuid4() for _ in range(100)})',
    'U < uuid.UUID(int=2**127), U == str(U), hash(U) == hash(uuid.UUID(str(U))), int(U) == U.int, sorted([uuid.UUID(int=2), uuid.UUID(int=1)]), {U: 1}[U], f"{U}", "%s" % U',
    'uuid.UUID("xyz")',
    'uuid.UUID()',
    'uuid.UUID(bytes=b"x")',
    'uuid.UUID(int=-1)',
    'setattr(U, "int", 3)',
    'U < 5',
)
