# ends in: steps
import itertools
for i in itertools.count():
    i * 2
