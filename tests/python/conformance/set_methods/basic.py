s = {3, 1, 2}
s.add(5); s.add(1); s.discard(99); s.discard(3); print(s, len(s), 1 in s, 9 in s)
s.update([7, 8], (9,)); s.remove(9); print(s)
a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a.union([9], [8]), a.intersection([1, 3], {3}), a.difference([1]), a.symmetric_difference([1, 7]), a.isdisjoint({9}), {1}.issubset(a), a.issuperset([1]), a < {1, 2, 3, 4}, a <= a, a > {1}, a >= b, a == {3, 2, 1}, a != b)
c = set(a); c |= {10}; print(c); c &= {1, 10}; print(c); c -= {1}; print(c); c ^= {10, 11}; print(c)
c = {1, 2, 3, 4}; c.intersection_update([1, 2, 3]); print(c); c.difference_update([1]); print(c); c.symmetric_difference_update([2, 9]); print(c)
print(set(), frozenset(), {1}, frozenset([1, 2]), set('aaa'), type(frozenset([1]) | {2}).__name__, type({2} | frozenset([1])).__name__, {frozenset([1]): 'k'}[frozenset([1])], {1, 1.0, True})
print(sorted({'b', 'a'}), {x % 3 for x in range(10)}, set(range(5)) - {2}, bool(set()), {1, 2}.copy() == {2, 1}, hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
x = {5}; print(x.pop(), x)
x.clear(); print(x)
for text in ('set().pop()', '{1}.remove(2)', '{[]}', '{{1}}', 'set(5)', '{1} | [2]', '{1} + {2}', '{1} < [1]', 'hash({1})', 'frozenset([1]).add(2)', '{1}[0]', "{1}.add()", "{1}.union(5)", "{1}.nope", "set([[]])", "set(1, 2)", "{1} - [1]", "{1}.update(1)", "[] in {1}", "{1}.remove([])", "{1}.discard([])", "frozenset(1)", "{1} & 'a'", "{1} <= [1]"):
    try:
        print(text, '->', eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
print({1} in [{1}], {1} in {frozenset([1])}, {2, 1} == frozenset([1, 2]), {1: 2}.keys() | [3])
for i in {3, 1, 2}: print(i, end=' ')
print(); print({100, 5, 33, 64, 7}, {-1, -2, 0}, {*range(20)} == set(range(20)), frozenset({3: 1}))
