# ends in: needs more memory than the limit
text = ("x" * 1000000).join(["y"] * 1000000)
