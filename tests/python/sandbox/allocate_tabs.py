# ends in: needs more memory than the limit
text = ("\t" * 1000).expandtabs(10 ** 9)
