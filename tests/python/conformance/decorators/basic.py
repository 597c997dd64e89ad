import functools


def trace(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print("->", function.__name__, args, kwargs)
        result = function(*args, **kwargs)
        print("<-", result)
        return result
    return wrapper


def times(count):
    print("times", count)

    def decorate(function):
        print("decorate", function.__name__)

        def run(*args):
            return [function(*args) for _ in range(count)]
        run.count = count
        return run
    return decorate


@trace
def add(a, b=1):
    """Adds."""
    return a + b


print(add(1), add(2, b=3), add.__name__, add.__doc__, add.__wrapped__.__name__, add.__qualname__)


@times(2)
@trace
@times(3)
def say(word):
    return word.upper()


print(say("x"), say.count)


class Counted:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function = function
        self.calls = 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)

    def __get__(self, obj, owner=None):
        return self if obj is None else functools.partial(self, obj)


@Counted
def square(x):
    return x * x


print(square(3), square(4), square.calls, square.__name__)


class Shape:
    @Counted
    def area(self, n):
        return n, type(self).__name__

    @staticmethod
    @trace
    def fixed(a):
        return a

    @classmethod
    @trace
    def made(cls, a):
        return cls.__name__, a

    @property
    @functools.lru_cache(maxsize=None)
    def cached(self):
        print("computing")
        return 42

    @functools.cached_property
    def once(self):
        print("once")
        return [1]


shape = Shape()
print(shape.area(1), Shape.area.calls, Shape.fixed(2), shape.made(3))
print(shape.cached, shape.cached, shape.once is shape.once, "once" in vars(shape))


def registered(registry):
    def mark(cls):
        registry[cls.__name__] = cls
        cls.tag = "registered"
        return cls
    return mark


known = {}


@registered(known)
class Plain:
    pass


@(lambda cls: type(cls.__name__ + "2", (cls,), {"extra": 1}))
@registered(known)
class Other:
    def hello(self):
        return "hello"


print(known["Plain"] is Plain, Other.__name__, Other().hello(), Other.extra, Other.tag)
decorators = [trace, lambda f: f]


@decorators[1]
def indexed():
    return "indexed"




print(indexed())


@len
@list
@(lambda f: f.__name__)
def length():
    pass


print(length)
try:
    @5
    def g():
        pass
except TypeError as error:
    print(error)
