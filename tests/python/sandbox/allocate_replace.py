# ends in: MemoryError
text = ("x" * 100000).replace("x", "y" * 100000)
