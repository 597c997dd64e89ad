def numbers():
    yield 1
    yield from more()


def more():
    yield 2
    yield [n for n in (1, 0)
           if 1 / n]


class Total:
    total = sum(
        len(str(n))
        for n in numbers()
    )
