# ends in: MemoryError
number = 1 << (10 ** 12)
