print("a begins")
from . import b
value = "a's"


def of_b():
    return b.value


print("a ends")
