try:
    import names.faster as json
except ImportError:
    import json
print(json.dumps({"a": [1, 2]}))
try:
    from names.faster import loads
except ModuleNotFoundError as error:
    print(error.name, error.path)
    loads = None
else:
    print("not here")
finally:
    print("finally")
print(loads)


def load():
    try:
        from names import absent
    except ImportError:
        absent = "nothing"
    return absent


print(load())
