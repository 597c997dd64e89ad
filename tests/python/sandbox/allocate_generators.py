# ends in: needs more memory than the limit
def one():
    yield 1


data = []
while True:
    generator = one()
    next(generator)
    data.append(generator)
