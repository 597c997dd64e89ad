from collections import *

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'deque(range(5), 3), deque([1, 2]) + deque([3]), deque([1]) * 3, list(deque("abc")), deque("abc")[1], deque([3, 1, 2]) == deque([3, 1, 2]), deque([1]) != deque([2]), (lambda d: [d.extend([4, 5]), d.rotate(2), d])(deque([1, 2, 3])), (lambda d: [d.appendleft(9), d.pop(), d])(deque([1, 2])), sorted(deque([3, 1])), deque("aab").count("a"), (lambda d: [d.insert(1, "x"), d])(deque("ab")), (lambda d: [d.reverse(), d])(deque("abc")), (lambda d: [d.clear(), d, len(d)])(deque("abc")), bool(deque()), list(reversed(deque("abc"))), deque("abc").copy(), max(deque([1, 5, 2])), 5 in deque([5]), deque(maxlen=2).maxlen',
    'deque(5)',
    'deque([1])["a"]',
    'deque([1])[3]',
)
