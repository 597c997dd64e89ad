# ends in: maximum recursion depth exceeded
import copy
a = []
for _ in range(10000):
    a = [a]
copy.deepcopy(a)
