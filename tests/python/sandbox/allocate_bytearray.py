# ends in: MemoryError
data = bytearray(b"x")
while True:
    data += data
