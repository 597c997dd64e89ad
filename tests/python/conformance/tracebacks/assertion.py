def check(value):
    assert isinstance(value, int), f"no int: {value!r}"
    assert value > 0


check(1)
try:
    check("x")
except AssertionError as error:
    print(error)
check(
    0
)
