import importlib

json = importlib.import_module("json")
print(json.dumps([1]), importlib.import_module("os.path").join("a", "b"))
try:
    importlib.import_module("surely_not_there_x")
except ModuleNotFoundError as error:
    print(error)
print(importlib.import_module(".abc", "collections").Mapping.__name__)
try:
    importlib.import_module(".x")
except TypeError as error:
    print(error)
