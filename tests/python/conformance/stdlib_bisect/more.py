import bisect
l = [1, 3, 3, 5]

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    '[bisect.bisect_left(l, x) for x in range(7)], [bisect.bisect_right(l, x) for x in range(7)], (lambda a: [bisect.insort_left(a, 3), a])([1, 3, 5]), (lambda a: [bisect.insort(a, (2, "z"), key=lambda p: p[0]), a])([(1, "a"), (2, "b"), (3, "c")]), bisect.bisect("aceg", "d"), bisect.bisect_left([], 5), ["FDCBA"[bisect.bisect([60, 70, 80, 90], s)] for s in (33, 99, 77, 70, 89, 90)]',
    'bisect.bisect([1, "a"], 2)',
)
