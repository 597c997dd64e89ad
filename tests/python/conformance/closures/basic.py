def adder(n):
    def add(m):
        return n + m
    return add

add2, add5 = adder(2), adder(5)
print(add2(1), add5(1))
print(add2.__name__, add2.__qualname__, add2.__closure__[0].cell_contents)

def compose(*functions):
    def composed(value):
        for function in reversed(functions):
            value = function(value)
        return value
    return composed
print(compose(str, lambda v: v * 2, abs)(-21))

def memoize(function):
    cache = {}
    def wrapper(*args):
        if args not in cache:
            cache[args] = function(*args)
        return cache[args]
    wrapper.cache = cache
    return wrapper

@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), len(fib.cache))

def y_combinator():
    return (lambda f: (lambda x: x(x))(lambda y: f(lambda a: y(y)(a))))
print(y_combinator()(lambda f: lambda n: 1 if n < 2 else n * f(n - 1))(10))

def late():
    def use():
        return value
    value = 'now'
    return use
print(late()())

def recursive(n):
    def down(k):
        return 0 if k == 0 else 1 + down(k - 1)
    return down(n)
print(recursive(50))

class Accumulator:
    def __init__(self): self.total = 0
    def feeder(self):
        def feed(n):
            self.total += n
            return self.total
        return feed
a = Accumulator()
feed = a.feeder()
feed(3); print(feed(4), a.total)

def defaults(items=[], *, key={}):
    items.append(len(items))
    key[len(items)] = True
    return list(items), dict(key)
print(defaults(), defaults(), defaults([9]))
print(defaults.__defaults__, defaults.__kwdefaults__)
