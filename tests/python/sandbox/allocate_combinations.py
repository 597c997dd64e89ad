# ends in: needs more memory than the limit
import itertools
data = list(itertools.permutations(range(30), 12))
