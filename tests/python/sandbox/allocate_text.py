# ends in: needs more memory than the limit
text = "x" * (10 ** 12)
