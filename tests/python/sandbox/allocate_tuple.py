# ends in: needs more memory than the limit
data = ()
while True:
    data += (1,) * 100000
