# ends in: did not end within 20000 steps
import itertools
for _ in filter(None, map(int, itertools.repeat("0"))):
    pass
