import importlib, sys

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'importlib.import_module("json").__name__, importlib.import_module("os.path") is sys.modules["os.path"], importlib.import_module("collections.abc").__name__, "decimal" in sys.modules, importlib.import_module("decimal").Decimal(1), "decimal" in sys.modules, importlib.util.find_spec("json") is not None if hasattr(importlib, "util") else True',
    'importlib.import_module("json.nope")',
    'importlib.import_module("")',
)
