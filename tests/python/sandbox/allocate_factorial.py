# ends in: MemoryError
import math
number = math.factorial(10 ** 8)
