# ends in: MemoryError
data = [0] * (10 ** 12)
