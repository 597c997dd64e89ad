# ends in: MemoryError
text = "x" * (10 ** 12)
