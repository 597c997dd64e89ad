from functools import reduce


def attempt(*given, **named):
    try:
        print(reduce(*given, **named))
    except TypeError as error:
        print("TypeError:", error)


attempt()
attempt(max)
attempt(max, [])
attempt(max, 1)
attempt(max, [1], 2, 3)
attempt(function=max, iterable=[1])
attempt(max, [3, 1], initial=1)
attempt(max, [1])
attempt(max, [], None)
attempt(lambda total, each: total + each, "abc", "-")
attempt(1, [1, 2])
attempt(1, [1])
