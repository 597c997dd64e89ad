"""Where one is: currentframe() and getfile()."""
import inspect
import os


def name(thing):
    try:
        return os.path.basename(inspect.getfile(thing))
    except TypeError as error:
        return type(error).__name__


class Kept:
    def method(self):
        return inspect.currentframe()


def here():
    return inspect.currentframe().f_back.f_code.co_name, inspect.currentframe().f_code.co_name


print(name(inspect.currentframe()), inspect.currentframe().f_lineno, here())
print(name(here), name(Kept), name(Kept.method), name(Kept().method), name(Kept().method()))
print(name(int), name(3), name(print), name(os) != "TypeError")
print(inspect.getsourcefile(here) == inspect.getfile(here), os.path.isabs(inspect.getabsfile(here)))
