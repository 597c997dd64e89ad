# ends in: MemoryError
data = list(range(10 ** 12))
