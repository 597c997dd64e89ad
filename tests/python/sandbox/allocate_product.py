# ends in: MemoryError
import itertools
data = list(itertools.product(range(1000), repeat=5))
