a or b and not c, a if b else c, lambda: 0
lambda x, /, y=1, *z, k, j=2, **w: (x, y)
a + b * c ** -d // e % f @ g - h << 1 >> 2 & 3 | 4 ^ ~5
a < b <= c != d is not e not in f is g in h
x.y[1].z(1, *a, k=2, **b)(c for c in d)[1:2, ::3, :, *rest]
[], [1], [*a, 2], (), (1,), (1, 2), {}, {1}, {**a, "k": 1}, {*a, 1}
[x async for x in y if z if w for v in x], {x: y for x, y in z}, {x for x, in y}
(yield), (n := 10), [m := 1, m ** 2], f(p := 3), q[r := 4]
None, True, False, ..., __debug__
0, 00, 1_000, 0xFF_ff, 0o17, 0b1_0, 123456789012345678901234567890, 0xFFFFFFFFFFFFFFFFFFFF
1.0, 1., .5, 1e3, 1_0.2_5e-1_0, 1e400, 2j, 1_0.5J, 3e2j
1if x else 2
