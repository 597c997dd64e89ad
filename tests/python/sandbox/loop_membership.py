# ends in: steps
import itertools
print(-1 in itertools.count())
