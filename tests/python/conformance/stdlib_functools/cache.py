from functools import lru_cache, cache, cached_property

calls = []


@lru_cache(maxsize=2)
def square(x):
    calls.append(x)
    return x * x


print([square(n) for n in (1, 2, 1, 3, 1, 2)], calls, square.cache_info())
square.cache_clear()
print(square.cache_info(), square.cache_parameters())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


@lru_cache
def plain(a, b=1):
    return a + b


print(plain(1), plain(1, b=1), plain(1, 1), plain.cache_info().misses)
try:
    plain([1])
except TypeError as error:
    print(error)


class Lazy:
    def __init__(self):
        self.count = 0

    @cached_property
    def value(self):
        self.count += 1
        return self.count


z = Lazy()
print(z.value, z.value, z.__dict__)
del z.value
print(z.value)
