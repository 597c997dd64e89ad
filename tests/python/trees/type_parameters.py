type A = int
type B[T, *Ts, **P] = dict[T, (*Ts,)]
def f[T: int, U: (int, str) = int, *Ts = *tuple[int, ...], **P = [int]](x: T) -> U: pass
class C[T = int](Base[T]): pass
async def g[T](): pass
