"""What the classes of collections refuse, and their less known members."""
from collections import *
import collections


def attempt(text):
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "!", type(error).__name__, error)


P = namedtuple("P", "x y", defaults=[5])
Q = namedtuple("Q", ["a", "def", "a", "_b", "1c"], rename=True)
for text in (
    "namedtuple('P', 'x x')", "namedtuple('P', 'x def')", "namedtuple('P', '_x')", "namedtuple('P', '1x')", "namedtuple('1P', 'x')", "namedtuple('class', 'x')", "namedtuple('P', 'x-y')", "namedtuple('P', 'x', defaults=[1, 2])", "namedtuple('P', [1])", "namedtuple('P', 5)", "namedtuple('P', 'x', foo=1)", "namedtuple('E', '')()", "namedtuple('P', 'x, y z')._fields",
    "P(1)", "P()", "P(1, 2, 3)", "P(1, z=2)", "P(1, x=2)", "P(y=1, x=2)", "P._make([1, 2])", "P._make([1])", "P(1)._replace(x=3)", "P(1)._replace(z=3)", "P(1)._asdict()", "P._fields, P._field_defaults", "P.x, P.__doc__, P.__match_args__", "P(1) == (1, 5), P(1) < (2,)", "P(1) + (1,)", "P(1)[0], P(1)[-1], P(1)[:1]", "P(1).z", "setattr(P(1), 'x', 2)", "Q._fields", "Q(1, 2, 3, 4, 5)", "hash(P(1, 2)) == hash((1, 2))", "repr(P('a', [1]))", "P(*'ab')", "'%s %s' % P(1)", "P.__new__.__defaults__", "P(1).count(5), P(1).index(5)", "P.x.__doc__", "type(P.x).__name__", "isinstance(P(1), tuple)", "P.__name__, P.__module__, P.__qualname__", "P.__slots__",
    "Counter('abca')", "Counter(a=1, b=-1)", "Counter({'a': 2})['z']", "Counter(5)", "Counter([1], [2])", "Counter('aab').most_common(1)", "Counter('aab').most_common()", "Counter('aab').most_common(0)", "list(Counter(a=2, b=0, c=-1).elements())", "Counter('ab') + Counter('b')", "Counter('ab') - Counter('bb')", "Counter('abb') & Counter('bbc')", "Counter('abb') | Counter('bbc')", "+Counter(a=1, b=-1)", "-Counter(a=1, b=-1)", "Counter('ab') == Counter('ba'), Counter(a=0) == Counter()", "Counter('a') <= Counter('ab')", "Counter('a') < Counter('a')", "Counter('aab').total()", "Counter.fromkeys('a')", "Counter('ab').pop('a')", "Counter('ab') + 1", "Counter('ab').subtract('a')", "Counter([[1]])", "repr(Counter())", "Counter('ab').copy()", "Counter({'x': 'a'}) + Counter({'x': 1})", "Counter(b=1, a=1)",
    "defaultdict(list)['a']", "defaultdict(5)", "defaultdict(None)['a']", "defaultdict()", "defaultdict(int, a=1)", "defaultdict(lambda: 1/0)['k']", "repr(defaultdict(list, {1: [2]}))", "defaultdict(list).default_factory", "defaultdict(list) | {'a': 1}", "defaultdict(int).get('x'), 'x' in defaultdict(int)", "defaultdict(list).copy()", "defaultdict(int, [(1, 2)], b=3)", "defaultdict(list) == {}", "{1: 2} | defaultdict(int)",
    "OrderedDict(a=1, b=2)", "OrderedDict([('a', 1)]) == {'a': 1}", "OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1)", "OrderedDict().popitem()", "OrderedDict(a=1).move_to_end('b')", "OrderedDict(a=1, b=2).popitem(last=False)", "list(reversed(OrderedDict(a=1, b=2)))", "repr(OrderedDict())", "OrderedDict(a=1) | {'b': 2}", "OrderedDict(5)", "OrderedDict(a=1).pop('z')", "OrderedDict(a=1).pop('z', None)", "OrderedDict.fromkeys('ab', 0)", "OrderedDict(a=1).setdefault('b', 2)",
    "deque([1, 2, 3], maxlen=2)", "deque(maxlen=-1)", "deque(maxlen='x')", "deque(5)", "deque().pop()", "deque().popleft()", "deque([1])[1]", "deque([1, 2]).index(3)", "deque([1]).remove(2)", "deque([1, 2]) + deque([3])", "deque([1]) + [2]", "deque([1]) * 2", "deque([1, 2], 3).insert(0, 1)", "deque([1, 2], 2).insert(0, 1)", "deque('abc') == deque('abc'), deque('ab') < deque('b')", "repr(deque('a', 3))", "deque([1, 2])[0:1]", "deque([3, 1]).count(3)", "deque('abc').maxlen", "list(reversed(deque('abc')))", "deque('ab').copy()", "hash(deque())", "deque('ab').rotate(1)", "deque('ab').extendleft('cd')", "2 in deque([1, 2])",
    "ChainMap({'a': 1}, {'a': 2, 'b': 3})", "ChainMap({'a': 1}, {'b': 3})['c']", "ChainMap({}).pop('a')", "ChainMap({}, {'a': 1}).pop('a')", "ChainMap({}).popitem()", "ChainMap({}, {'a': 1}).__delitem__('a')", "ChainMap({'a': 1}, {'b': 2}).parents", "ChainMap({'a': 1}).new_child({'z': 0})", "ChainMap({'a': 1}).new_child(z=0)", "list(ChainMap({'a': 1}, {'b': 2, 'a': 3}))", "dict(ChainMap({'a': 1}, {'b': 2}))", "len(ChainMap({'a': 1}, {'a': 2}))", "ChainMap({'a': 1}) | {'b': 2}", "ChainMap()", "ChainMap({'a': 1}).get('x', 5)", "bool(ChainMap({}, {}))", "ChainMap({'a': 1}).maps",
    "UserDict(a=1)", "UserDict({'a': 1})['b']", "UserDict(5)", "UserList([1]) + [2]", "UserString('ab').upper()", "UserList('ab').data", "UserDict(a=1) | {'b': 2}", "UserString('ab') + 'c' == 'abc'",
):
    attempt(text)
d = deque([1, 2, 3])
try:
    for item in d:
        d.append(item)
except RuntimeError as error:
    print(error)
d = {"a": 1}
try:
    for key in d:
        d[key + "x"] = 1
except RuntimeError as error:
    print(error)


class Missing(dict):
    def __missing__(self, key):
        return f"<{key}>"


print(Missing(a=1)["z"], Missing().get("z"), "{z} {a}".format_map(Missing(a=1)), "%(q)s" % Missing())
