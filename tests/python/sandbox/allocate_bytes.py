# ends in: needs more memory than the limit
data = bytes(10 ** 12)
