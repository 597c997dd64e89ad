# ends in: MemoryError
data = set(range(10 ** 12))
