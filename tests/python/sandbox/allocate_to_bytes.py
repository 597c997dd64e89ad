# ends in: needs more memory than the limit
data = (1).to_bytes(10 ** 12, "big")
