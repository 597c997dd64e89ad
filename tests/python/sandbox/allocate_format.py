# ends in: needs more memory than the limit
text = "{:>2000000000}".format("x")
