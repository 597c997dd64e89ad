# ends in: MemoryError
data = bytes(10 ** 12)
