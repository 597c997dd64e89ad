# ends in: MemoryError
text = "{:>2000000000}".format("x")
