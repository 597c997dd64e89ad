# ends in: needs more memory than the limit
data = list(range(10 ** 12))
