# ends in: MemoryError
data = []
while True:
    data.append(lambda: data)
