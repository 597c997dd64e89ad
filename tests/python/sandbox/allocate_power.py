# ends in: needs more memory than the limit
number = 7 ** (10 ** 10)
