# ends in: did not end within 20000 steps
import itertools
print(len([None for _ in itertools.repeat(0) if False]))
