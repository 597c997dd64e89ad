# ends in: steps
import itertools
print(sum(itertools.repeat(1)))
