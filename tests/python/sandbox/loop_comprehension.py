# ends in: steps
import itertools
print(len([None for _ in itertools.repeat(0) if False]))
