"""functools, operator, copy, types."""
import copy
import functools
import operator
import types
from functools import *


def attempt(*texts):
    for text in texts:
        try:
            print(text, "=", repr(eval(text)))
        except Exception as error:
            print(text, "!", type(error).__name__, error)


def f(a, b=2, *c, d=4, **e):
    """doc"""
    return (a, b, c, d, e)


class Point:
    def __init__(self, x):
        self.x = x
        self.parts = [1, [2]]

    def __eq__(self, other):
        return self.x == other.x

    def __lt__(self, other):
        return self.x < other.x

    @cached_property
    def slow(self):
        print("computed")
        return self.x * 2

    @partialmethod
    def bad(self):
        return 1

    def power(self, n):
        return self.x ** n

    square = partialmethod(power, 2)

    @lru_cache(maxsize=None)
    def cached(self, n):
        return n

    __hash__ = object.__hash__


Point = total_ordering(Point)


@lru_cache(maxsize=2)
def small(n):
    return n * 2


@cache
def any_(*args, **kw):
    return (args, kw)


@singledispatch
def show(value):
    return "object"


@show.register
def _(value: int):
    return "int"


@show.register(list)
@show.register(tuple)
def _(value):
    return "sequence"


p = Point(3)
part = partial(f, 1, d=5)
attempt(
    "part(), part(9), part(b=3, z=1), part(d=7)", "part.func is f, part.args, part.keywords", "partial(partial(f, 1), 2).args", "partial(5)", "partial()", "partial(f)(1)", "partial(int, base=2)('101')", "reduce(operator.add, [1, 2, 3])", "reduce(operator.add, [])", "reduce(operator.add, [], 5)", "reduce(operator.add, [1], 5)", "small(1), small(1), small(2), small(3), small.cache_info()", "small.cache_parameters()", "small.cache_clear(), small.cache_info()", "small([])", "small.__wrapped__(4)", "any_(1), any_(1.0), any_(a=1), any_.cache_info()", "show(1), show('a'), show([]), show(()), show(True)", "show.dispatch(bool) is show.dispatch(int), show.registry.keys()" if False else "show.dispatch(bool) is show.dispatch(int)", "show()", "show.register(5)", "p.slow, p.slow", "Point.slow.__class__", "p.square()", "p < Point(4), p <= Point(3), p > Point(1), p >= Point(5)", "p.cached(1)", "sorted([1, 3, 2], key=cmp_to_key(lambda a, b: b - a))", "wraps(f)(lambda *a: a).__name__, wraps(f)(lambda *a: a).__doc__, wraps(f)(lambda: 1).__wrapped__ is f", "update_wrapper(partial(f), f).__name__", "WRAPPER_ASSIGNMENTS", "lru_cache(maxsize='a')", "lru_cache(5)(len)([1])", "functools.lru_cache(typed=True)(abs)(1)",
    "operator.itemgetter(1)([1, 2]), operator.itemgetter(0, 2)('abc'), operator.itemgetter('a')({'a': 1})", "operator.itemgetter(5)([1])", "operator.itemgetter(1)", "operator.itemgetter('a', 1)", "operator.attrgetter('real')(5), operator.attrgetter('real', 'imag')(5), operator.attrgetter('__class__.__name__')(5)", "operator.attrgetter('x.y')(p)", "operator.attrgetter(5)", "operator.attrgetter('a.b')", "operator.methodcaller('upper')('a'), operator.methodcaller('split', ',', maxsplit=1)('a,b,c')", "operator.methodcaller('x', 1, k=2)", "operator.methodcaller('nothing')(1)", "operator.concat([1], [2]), operator.concat(1, 2)" if False else "operator.concat([1], [2])", "operator.concat(1, 2)", "operator.contains([1], 1), operator.countOf([1, 1], 1), operator.indexOf([1, 2], 2)", "operator.indexOf([1], 5)", "operator.add(1, 2), operator.truediv(1, 2), operator.floordiv(7, 2), operator.mod(7, 2), operator.pow(2, 3)", "operator.and_(6, 3), operator.or_(6, 3), operator.xor(6, 3), operator.inv(5), operator.invert(5), operator.not_(0), operator.neg(1), operator.pos(1), operator.abs(-1), operator.index(True), operator.truth([])", "operator.lt(1, 2), operator.eq(1, 1), operator.is_(1, 1), operator.is_not(1, None)", "operator.getitem([1], 0), operator.length_hint([1, 2]), operator.length_hint(5, 9)", "operator.iadd([1], [2]), operator.ior(1, 2), operator.iconcat([1], (2,))", "operator.index(1.5)", "operator.lshift(1, 3), operator.rshift(8, 1)", "operator.call(f, 1)", "operator.__add__(1, 2)",
    "copy.copy([1, [2]]), copy.deepcopy((1, [2])), copy.copy(p).parts is p.parts, copy.deepcopy(p).parts is p.parts", "copy.copy(5), copy.copy(f) is f, copy.deepcopy(len) is len, copy.deepcopy(Point) is Point", "copy.copy({1: [2]}), copy.deepcopy({1: {2}}), copy.copy(frozenset([1])), copy.deepcopy(range(3)), copy.copy(bytearray(b'a'))", "copy.copy(x for x in [])", "copy.deepcopy(part)(), copy.copy(part).keywords", "copy.Error", "copy.copy(types)", "copy.copy(None), copy.copy(Ellipsis), copy.copy(1.5), copy.deepcopy(1j)",
    "types.SimpleNamespace(a=1, b='x')", "types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1)", "types.SimpleNamespace(1)", "vars(types.SimpleNamespace(a=1))", "types.MappingProxyType({'a': 1})", "types.MappingProxyType({'a': 1})['b']", "types.MappingProxyType({})['a'] if False else types.MappingProxyType({1: 2}) | {3: 4}", "types.MappingProxyType({1: 2}).__setitem__(1, 2)" if False else "types.MappingProxyType({1: 2}).copy()", "types.MappingProxyType(5)", "type(lambda: 0) is types.FunctionType, type(len) is types.BuiltinFunctionType, type(p.power) is types.MethodType, type(types) is types.ModuleType, type(x for x in []) is types.GeneratorType, type(None) is types.NoneType, type(...) is types.EllipsisType", "types.ModuleType('m', 'doc').__doc__, types.ModuleType('m').__name__", "types.MethodType(lambda self: self, 5)()", "types.new_class('N', (Point,)).__mro__[1].__name__", "types.new_class('N', (), {}, lambda ns: ns.update(a=1)).a", "types.prepare_class('N')[1:]", "types.DynamicClassAttribute", "types.GenericAlias(list, (int,))", "types.UnionType is type(int | str), int | None, list[int] | str", "types.resolve_bases((Point,))[0].__name__", "types.get_original_bases" , "types.CodeType, types.TracebackType", "types.coroutine(lambda: 1)()",
)
loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again[1] is again, again is not loop)


class Slotted:
    __slots__ = ("a",)


s = Slotted()
s.a = [1]
print(copy.copy(s).a is s.a, copy.deepcopy(s).a is s.a)


class Hooks:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return ("deep", len(memo) >= 0)


print(copy.copy(Hooks()), copy.deepcopy([Hooks()]))


class Reduced:
    def __init__(self, v):
        self.v = v

    def __reduce__(self):
        return (Reduced, (self.v + 1,))


print(copy.copy(Reduced(1)).v, copy.deepcopy(Reduced(1)).v)


class State:
    def __getstate__(self):
        return {"k": 1}

    def __setstate__(self, state):
        self.got = state


print(copy.copy(State()).got)
namespace = types.SimpleNamespace(b=1, a=2)
namespace.c = namespace
print(namespace)
