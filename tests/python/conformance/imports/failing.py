import sys
try:
    import names.nowhere
except ImportError as error:
    print(type(error).__name__, error, error.name)
try:
    from names import nowhere
except ImportError as error:
    print(type(error).__name__, str(error).split(" (")[0], error.name)
try:
    from names.public import nothing
except ImportError as error:
    print(type(error).__name__, str(error).split(" (")[0], error.name)
for attempt in range(2):
    try:
        import names.raises
    except ValueError as error:
        print(error, "names.raises" in sys.modules)
try:
    import names.broken
except SyntaxError as error:
    print(error.msg, error.lineno, error.filename.rsplit("/", 1)[-1])
try:
    from shop.deep.er import est
except ImportError as error:
    print(type(error).__name__, error)
try:
    from . import sibling
except ImportError as error:
    print(type(error).__name__, error)
try:
    import names.public.below
except ImportError as error:
    print(type(error).__name__, error)
try:
    __import__("")
except ValueError as error:
    print(error)
try:
    __import__("names.public", level=-1)
except ValueError as error:
    print(error)
sys.modules["shut"] = None
try:
    import shut
except ImportError as error:
    print(type(error).__name__, error)
