# ends in: needs more memory than the limit
text = ("x" * 100000).replace("x", "y" * 100000)
