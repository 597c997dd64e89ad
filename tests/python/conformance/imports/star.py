from names.public import *
print(one, three, math.pi > 3, "_two" in globals())
from names.listed import *
print(_shown, also, "hidden" in globals())
try:
    from names.wrong import *
except AttributeError as error:
    print(error)
from shop import *
print(price(2), VERSION, "things" in globals())


def inner():
    import names.public as p
    from names.listed import hidden
    return p.one, hidden


print(inner())
try:
    exec("def f():\n    from names.public import *\n")
except SyntaxError as error:
    print(error.msg)
