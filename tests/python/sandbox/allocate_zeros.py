# ends in: MemoryError
text = "1".zfill(10 ** 12)
