# ends in: needs more memory than the limit
import itertools
data = list(itertools.product(range(1000), repeat=5))
