from dataclasses import dataclass, FrozenInstanceError


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0


v = Version(1, 2)
print(v, hash(v) == hash(Version(1, 2)), v < Version(2), sorted([Version(2), v, Version(1)]), v >= v)
print({v: "x"}[Version(1, 2)])
for attempt in ("v.major = 2", "del v.major", "v.extra = 1", "v < 3"):
    try:
        exec(attempt)
    except (FrozenInstanceError, TypeError) as error:
        print(type(error).__name__, error)


@dataclass(eq=False)
class Plain:
    x: int


p = Plain(1)
print(p == Plain(1), p == p, hash(p) == hash(p))


@dataclass(unsafe_hash=True)
class Hashed:
    x: int


print(hash(Hashed(1)) == hash(Hashed(1)))
