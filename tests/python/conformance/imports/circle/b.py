print("b begins")
from . import a
import circle.a as again
print("b sees", hasattr(a, "value"), a is again)
value = "b's"


def of_a():
    return a.value


print("b ends")
