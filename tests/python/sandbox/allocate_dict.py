# ends in: needs more memory than the limit
data = {}
for i in range(10 ** 9):
    data[i] = str(i)
