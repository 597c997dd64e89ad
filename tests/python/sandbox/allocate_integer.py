# ends in: needs more memory than the limit
number = 1 << (10 ** 12)
