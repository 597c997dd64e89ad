# ends in: needs more memory than the limit
data = []
while True:
    data.append([0] * 1000)
