# ends in: needs more memory than the limit
data = [0] * (10 ** 12)
