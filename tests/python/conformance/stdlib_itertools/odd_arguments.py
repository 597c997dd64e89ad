"""Each function of itertools with arguments that are odd or wrong."""
from itertools import *
import operator


def attempt(text):
    try:
        value = eval(text)
        if not isinstance(value, (int, str, tuple, list)):
            value = list(islice(value, 12))
        print(text, "=", value)
    except Exception as error:
        print(text, "!", type(error).__name__, error)


for text in (
    "count()", "count(5)", "count(5, -2)", "count(0.5, 0.25)", "count(step=3)", "count(start=2)", "count('a')", "count(1, 'a')", "repr(count(3))", "repr(count(3, 2))", "repr(count(1.5))", "count(True)", "count(10**20)", "count(1+2j)",
    "cycle('ab')", "cycle([])", "cycle(5)", "repeat('x', 3)", "repeat('x', 0)", "repeat('x', -1)", "repeat('x', times=2)", "repeat(object='y', times=1)", "repeat(1, 'a')", "repr(repeat('x', 3))", "repr(repeat('x'))", "operator.length_hint(repeat(1, 4))",
    "accumulate([1, 2, 3])", "accumulate([])", "accumulate([1, 2, 3], operator.mul)", "accumulate([1, 2, 3], initial=10)", "accumulate([], initial=5)", "accumulate('abc')", "accumulate([1, 'a'])", "accumulate([1, 2], func=max, initial=None)", "accumulate(5)", "accumulate([1], 5)", "accumulate([1, 2], 5)",
    "chain()", "chain('ab', [1], range(2))", "chain(1)", "chain('a', 1)", "chain.from_iterable(['ab', 'c'])", "chain.from_iterable([1])", "chain.from_iterable(5)", 
    "compress('abcdef', [1, 0, 1, 0, 1])", "compress('ab', [1, 1, 1])", "compress(data='ab', selectors=[0, 1])", "compress(1, [1])",
    "dropwhile(lambda x: x < 3, [1, 4, 1])", "dropwhile(None, [1])", "dropwhile(bool, [])", "takewhile(lambda x: x < 3, [1, 4, 1])", "takewhile(5, [1])", "filterfalse(None, [0, 1, '', 'a'])", "filterfalse(lambda x: x % 2, range(5))", "filterfalse(bool, 3)",
    "[(k, list(g)) for k, g in groupby('aabbca')]", "[(k, list(g)) for k, g in groupby([1, 3, 2, 4], lambda x: x % 2)]", "[k for k, g in groupby([])]", "groupby(5)", "[(k, list(g)) for k, g in groupby([1, 1.0, True])]", "[list(g) for k, g in list(groupby('aab'))]", "[k for k, g in groupby('ab', key=str.upper)]", "list(groupby([1], 5))",
    "islice('abcdef', 2)", "islice('abcdef', 2, None)", "islice('abcdef', 1, 5, 2)", "islice('abcdef', None)", "islice('abcdef', -1)", "islice('abcdef', 0, -1)", "islice('abcdef', 0, 1, 0)", "islice('abcdef', 'a')", "islice('abcdef', 1, 'a')", "islice('abcdef', 1, 2, 'a')", "islice('abcdef', 1.0)", "islice('abc')", "islice(5, 1)", "islice('abc', 1, 2, 3, 4)", "islice('abc', 5, 2)", 
    "pairwise('abcd')", "pairwise('a')", "pairwise([])", "pairwise(5)", "starmap(pow, [(2, 3), (3, 2)])", "starmap(pow, [2])", "starmap(pow, [(1,)])", "starmap(5, [(1,)])", "starmap(max, ['ab', [3, 1]])",
    "[list(t) for t in tee('abc')]", "[list(t) for t in tee('abc', 3)]", "tee('abc', 0)", "tee('abc', -1)", "tee(5)", "tee('a', 'b')", "len(tee([], 2))",
    "zip_longest('abc', [1])", "zip_longest('abc', [1], fillvalue='-')", "zip_longest()", "zip_longest('a', 1)", "zip_longest([1])",
    "product('ab', [1, 2])", "product('ab', repeat=2)", "product()", "product(repeat=2)", "product('ab', repeat=0)", "product('ab', repeat=-1)", "product('ab', [])", "product(5)", "product('ab', repeat='x')",
    "permutations('abc')", "permutations('abc', 2)", "permutations('abc', 0)", "permutations('abc', 4)", "permutations('abc', -1)", "permutations('abc', 'x')", "permutations('abc', None)", "permutations(5)", "permutations('ab', r=1)",
    "combinations('abcd', 2)", "combinations('ab', 3)", "combinations('ab', 0)", "combinations('ab', -1)", "combinations(r=1, iterable='ab')", "combinations('ab', 'x')", "combinations_with_replacement('ab', 2)", "combinations_with_replacement('', 0)", "combinations_with_replacement('', 1)", "combinations_with_replacement('ab', -1)",
):
    attempt(text)
print(type(chain()).__name__, type(count()), type(tee([1])[0]), type(groupby([])), chain.__module__)
source = iter(range(6))
print(list(islice(source, 2)), list(source))
source = iter([1, 2, 3, 4])
print(list(takewhile(lambda x: x < 2, source)), list(source))
a, b = tee(iter([1, 2, 3]))
print(next(a), next(a), next(b), list(a), list(b))
c = tee(b)
print(len(c))
groups = groupby("aabb")
k, g = next(groups)
print(k, next(g))
k, h = next(groups)
print(k, list(g), list(h))
it = repeat("z", 2)
print(next(it), it, next(it), it)
n = count(1)
next(n)
print(n)
