# ends in: steps
def endless():
    while True:
        yield 1


print(sum(endless()))
