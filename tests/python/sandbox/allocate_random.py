# ends in: MemoryError
import random
number = random.getrandbits(10 ** 12)
