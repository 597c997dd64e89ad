# ends in: needs more memory than the limit
width = 2000000000
text = f"{1:{width}}"
