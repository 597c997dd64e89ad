# ends in: did not end within 20000 steps
import itertools
for i in itertools.count():
    i * 2
