# ends in: MemoryError
data = ()
while True:
    data += (1,) * 100000
