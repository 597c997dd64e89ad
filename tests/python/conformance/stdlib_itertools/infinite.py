from itertools import count, cycle, repeat, islice

print(list(islice(count(10, 3), 4)), list(islice(cycle("ab"), 5)), list(repeat("x", 3)))
print(count(5), count(1, 2), repeat(1), repeat(2, 3), list(islice(count(0.5), 2)))
print(list(islice("abcdefg", 2)), list(islice("abcdefg", 2, None)), list(islice("abcdefg", 0, None, 3)))
it = iter(range(10))
print(list(islice(it, 2, 6, 2)), next(it))
for attempt in (lambda: islice("a", -1), lambda: islice("a", 0, 1, 0), lambda: islice("a", -1, 2)):
    try:
        attempt()
    except ValueError as error:
        print(error)
print(list(zip(count(), "abc")), dict(zip("ab", cycle([0]))), list(map(pow, [2, 3], repeat(2))))
