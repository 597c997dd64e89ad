@decorator
@other.one(1)
def f(a, b: int = 1, /, c=2, *args: int, d, e: str = "x", **kwargs: dict) -> None:
    """doc"""
    nonlocal_ = 1

    def g():
        nonlocal a
        return
    return a, *b
async def h(*, k):
    async for i in j: await i
    async with k as m, n: yield
    return [await o async for o in p]
def i(*args: *Ts): yield from args
class C: x: int
@dataclass
class D(B, *bases, metaclass=M, **options):
    def __init__(self): self.x = lambda self: super().x
