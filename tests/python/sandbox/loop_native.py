# ends in: did not end within 20000 steps
import itertools
print(sum(itertools.repeat(1)))
