import names.public, shop.util as util
import os.path as p, collections.abc
print(names.public.one, util.__name__, p.basename("/a/b"), collections.abc.Mapping.__name__)


class Holder:
    from names.public import one, three as drei
    import math as rechnen


print(Holder.one, Holder.drei, Holder.rechnen.floor(2.5))


def f():
    global public_again
    import names.public as public_again
    return "public_again" in locals()


print(f(), public_again.one)
from names import (
    public,
    listed,  # with a comma
)
print(public.one, listed.hidden)
if True:
    import names.listed as only_here
print(only_here.also, __name__, __package__, __spec__)
import __future__
