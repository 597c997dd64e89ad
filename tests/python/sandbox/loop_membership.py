# ends in: did not end within 20000 steps
import itertools
print(-1 in itertools.count())
