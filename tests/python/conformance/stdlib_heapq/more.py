import heapq
from dataclasses import dataclass, field
@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
jobs = []
for p, n in [(3, "c"), (1, "a"), (2, "b")]:
    heapq.heappush(jobs, Job(p, n))

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    '[heapq.heappop(jobs).name for _ in range(3)], heapq.nlargest(3, range(10)), heapq.nsmallest(2, [3, 1, 2], key=lambda x: -x), heapq.nlargest(0, [1]), heapq.nlargest(5, [2, 1]), (lambda h: [heapq.heapify(h), h])([9, 8, 7, 1, 2]), list(heapq.merge([1, 5], [2, 6], [0])), list(heapq.merge(["b"], ["A"], key=str.lower)), heapq.heappushpop([], 5)',
    'heapq.heapreplace([], 1)',
)
