# ends in: needs more memory than the limit
data = bytearray(b"x")
while True:
    data += data
