"""uuid, random with seeds, secrets' shapes."""
import random
import secrets
import uuid
from uuid import UUID


def attempt(*texts):
    for text in texts:
        try:
            print(text, "=", repr(eval(text)))
        except Exception as error:
            print(text, "!", type(error).__name__, error)


u = UUID("12345678-1234-5678-1234-567812345678")
attempt(
    "u, str(u), u.hex, u.int, u.urn, u.bytes, u.bytes_le, u.fields", "u.version, u.variant, uuid.uuid4().version, UUID(int=0).version", "UUID('{12345678123456781234567812345678}')", "UUID('urn:uuid:12345678-1234-5678-1234-567812345678')", "UUID('1234')", "UUID()", "UUID(5)", "UUID(int=-1)", "UUID(int=2**128)", "UUID(bytes=b'x' * 16)", "UUID(bytes=b'x')", "UUID(bytes_le=b'0123456789abcdef')", "UUID(fields=(1, 2, 3, 4, 5, 6))", "UUID(fields=(1,))", "UUID(hex='12345678123456781234567812345678', version=4)", "UUID(hex='12345678123456781234567812345678', version=9)", "UUID('zz345678123456781234567812345678')", "UUID('12345678-1234-5678-1234-567812345678', int=3)", "u == UUID(str(u)), u == str(u), u < UUID(int=5), hash(u) == hash(UUID(str(u)))", "u < 5", "sorted([u, UUID(int=1)])[0]", "int(u)", "setattr(u, 'int', 5)", "uuid.uuid3(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid5(uuid.NAMESPACE_URL, 'http://x')", "uuid.uuid5('x', 'y')", "uuid.NAMESPACE_OID, uuid.NAMESPACE_X500", "u.time_low, u.time_mid, u.time_hi_version, u.clock_seq, u.node, u.time", "len(str(uuid.uuid1())), uuid.uuid4() != uuid.uuid4()", "uuid.RFC_4122, uuid.SafeUUID.unknown, u.is_safe", "f'{u}', '%s' % u, '{!r}'.format(u)", "bytes(u)", "isinstance(u, UUID), UUID.__module__",
    "len(secrets.token_hex(8)), len(secrets.token_bytes(3)), len(secrets.token_urlsafe(6)), secrets.randbelow(1), secrets.choice('a'), secrets.randbits(0), secrets.compare_digest('a', 'a')", "secrets.randbelow(0)", "secrets.choice([])",
)
for seed in (0, 1, -5, 2**70, "text", b"bytes", 1.5, bytearray(b"x"), None):
    if seed is not None:
        random.seed(seed)
        print(repr(seed), random.random(), random.randint(1, 100), random.choice("abcdef"))
r = random.Random(42)
attempt(
    "[r.random() for _ in range(3)]", "[r.randint(-5, 5) for _ in range(5)]", "r.randrange(10), r.randrange(5, 50, 5), r.randrange(10**30)", "r.randrange(0)", "r.randrange(5, 5)", "r.randrange(1, 2, 0)", "r.randrange(1.5)", "r.randint(5, 1)", "r.choice([])", "r.choice(5)", "r.choices('abc', k=4), r.choices([1, 2], weights=[1, 3], k=4), r.choices('ab', cum_weights=[1, 5], k=2)", "r.choices('ab', weights=[1], k=1)", "r.choices('ab', weights=[0, 0])", "r.choices('ab', weights=[1, 2], cum_weights=[1, 2])", "r.sample(range(100), 5), r.sample('abc', 3), r.sample([1, 2], counts=[2, 1], k=2)", "r.sample([1], 2)", "r.sample({1, 2}, 1)", "r.sample('abc', -1)", "(lambda x: (r.shuffle(x), x))(list(range(8)))", "r.uniform(1, 2), r.triangular(), r.triangular(1, 5, 2)", "r.gauss(0, 1), r.gauss(0, 1), r.normalvariate(5, 2)", "r.expovariate(0.5), r.betavariate(1, 2), r.gammavariate(2, 1), r.lognormvariate(0, 1)", "r.getrandbits(8), r.getrandbits(100), r.getrandbits(0)", "r.getrandbits(-1)", "r.randbytes(5)", "r.seed([1])", "(lambda s: (r.random(), r.setstate(s), r.random()))(r.getstate())[2]", "random.Random(5).random() == random.Random(5).random()", "r.seed('x', version=1), r.random()", "random.SystemRandom().random() < 1", "r.shuffle('abc')", "r.shuffle((1, 2))", "r.choice({1: 2})" , "r.choice('a'), r.choice(range(3)), r.choice((1,))",
)
