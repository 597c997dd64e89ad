# ends in: needs more memory than the limit
data = []
try:
    while True:
        data.append("x" * 100000 + str(len(data)))
except MemoryError:
    data.append("x" * (10 ** 12))
