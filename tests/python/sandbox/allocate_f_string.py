# ends in: MemoryError
width = 2000000000
text = f"{1:{width}}"
