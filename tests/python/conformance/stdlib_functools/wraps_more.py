import functools
def count_calls(f):
    @functools.wraps(f)
    def inner(*args, **kwargs):
        inner.calls += 1
        return f(*args, **kwargs)
    inner.calls = 0
    return inner
@count_calls
def hi(name="x"):
    "doc"
    return "hi " + name
class Cls:
    @functools.cached_property
    def big(self):
        return [1]
    @functools.lru_cache(maxsize=None)
    def sq(self, n):
        return n * n
c = Cls()

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'hi(), hi("b"), hi.calls, hi.__name__, hi.__doc__, hi.__wrapped__("z"), c.big is c.big, c.sq(4), c.sq(4), Cls.sq.cache_info().hits, functools.partial(int, base=2)("101"), functools.partial(hi, "q")(), functools.reduce(lambda a, b: a + [b], "abc", []), functools.reduce(max, [1, 5, 3]), sorted("bca", key=functools.cmp_to_key(lambda a, b: (a < b) - (a > b))), functools.partial(print, 1, sep="-").keywords, functools.partial(pow, 2)(5), list(map(functools.partial(max, 3), [1, 5]))',
    'functools.reduce(max, [])',
    'functools.partial()',
    'functools.lru_cache(maxsize="x")',
)
