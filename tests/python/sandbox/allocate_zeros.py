# ends in: needs more memory than the limit
text = "1".zfill(10 ** 12)
