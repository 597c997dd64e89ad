# ends in: steps
while True:
    pass
