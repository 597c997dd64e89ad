# ends in: MemoryError
data = {}
for i in range(10 ** 9):
    data[i] = str(i)
