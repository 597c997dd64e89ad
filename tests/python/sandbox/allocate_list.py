# ends in: MemoryError
data = []
while True:
    data.append([0] * 1000)
