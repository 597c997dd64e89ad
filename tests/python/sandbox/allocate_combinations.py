# ends in: MemoryError
import itertools
data = list(itertools.permutations(range(30), 12))
