# ends in: MemoryError
text = ("x" * 1000000).join(["y"] * 1000000)
