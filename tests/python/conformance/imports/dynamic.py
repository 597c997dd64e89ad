import importlib
import sys
public = importlib.import_module("names.public")
print(public.one, public.__name__)
util = importlib.import_module("..util", "shop.items")
print(util.shout("x"))
print(__import__("names.public").__name__, __import__("names.public", fromlist=["one"]).__name__)
try:
    importlib.import_module(".x")
except TypeError as error:
    print(error)
try:
    importlib.import_module("names.none")
except ModuleNotFoundError as error:
    print(error)
from names import lazy
print(lazy.made_up, dir(lazy), hasattr(lazy, "other"))
try:
    lazy.other
except AttributeError as error:
    print(error)
from names.lazy import made_here
print(made_here)
try:
    from names.lazy import not_made
except ImportError as error:
    print(str(error).split(" (")[0])
public.four = 4
from names.public import four
print(four, vars(public)["four"], "names" in sys.modules)
del sys.modules["names.public"]
import names.public as again
print(again is public, hasattr(again, "four"))
import types
made = types.ModuleType("made", "its doc")
made.x = 1
sys.modules["made"] = made
import made as m2
from made import x
print(m2 is made, x, made.__doc__, made)
try:
    made.y
except AttributeError as error:
    print(error)
