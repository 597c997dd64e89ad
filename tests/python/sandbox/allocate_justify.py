# ends in: needs more memory than the limit
text = "x".ljust(10 ** 12)
