# ends in: MemoryError
text = "x".ljust(10 ** 12)
