print("price", __name__, __package__)
from ..util import shout as _shout


def price(n):
    return _shout(f"{n:.2f}")


_hidden = 1
