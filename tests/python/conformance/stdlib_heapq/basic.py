import heapq, bisect
def heap(items):
    h = []
    for i in items:
        heapq.heappush(h, i)
    return h
L = [5, 1, 4, 2, 3]
h = list(L)
heapq.heapify(h)

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'h, heap(L), [heapq.heappop(h) for _ in range(5)], heapq.nsmallest(2, L), heapq.nlargest(2, L), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), list(heapq.merge([1, 4], [2, 3])), heapq.heappushpop([2, 3], 1), heapq.heapreplace([2, 3], 1), list(heapq.merge([3, 1], [2], reverse=True))',
    'bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect_right([1, 3], 2, 0, 1), (lambda l: [bisect.insort(l, 2), l])([1, 3]), bisect.bisect_left([(1, "a"), (2, "b")], 2, key=lambda p: p[0])',
    'heapq.heappop([])',
    'bisect.bisect([1], 1, lo=-1)',
)
