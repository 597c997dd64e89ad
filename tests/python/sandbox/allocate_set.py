# ends in: needs more memory than the limit
data = set(range(10 ** 12))
