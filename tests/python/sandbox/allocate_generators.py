# ends in: MemoryError
def one():
    yield 1


data = []
while True:
    generator = one()
    next(generator)
    data.append(generator)
