import shop
print(shop.price(3), shop.VERSION, shop.things is shop.items)
print(shop.__doc__, shop.__name__, shop.__package__)
import shop.deep.er
print(shop.deep.er.parent, shop.deep.er.util is shop.util)
from shop.deep import er
print(er.price(1), er.__package__)
import shop.items.price as module
print(type(module).__name__, module.__qualname__)
from shop import items, util as u
print(items.__name__, u.__name__)
import sys
print(sorted(name for name in sys.modules if name.startswith("shop")))
print(sys.modules["shop.util"] is u)
print(repr(sys.modules["shop"]).split(" from ")[0])
