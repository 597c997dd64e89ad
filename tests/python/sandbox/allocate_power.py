# ends in: MemoryError
number = 7 ** (10 ** 10)
