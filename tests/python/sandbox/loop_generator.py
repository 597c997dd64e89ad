# ends in: did not end within 20000 steps
def endless():
    while True:
        yield 1


print(sum(endless()))
