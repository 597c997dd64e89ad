# ends in: steps
import itertools
for _ in filter(None, map(int, itertools.repeat("0"))):
    pass
