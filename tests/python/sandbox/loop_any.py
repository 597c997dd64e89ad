# ends in: did not end within 20000 steps
import itertools
print(any(itertools.repeat(0)))
