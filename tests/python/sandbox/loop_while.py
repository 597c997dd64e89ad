# ends in: did not end within 20000 steps
while True:
    pass
