import json

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'json.dumps({"a": [1, 2.5, None, True, False, "x"], "b": {}})',
    'json.dumps([]), json.dumps({}), json.dumps(""), json.dumps(0), json.dumps(-0.0), json.dumps(1e100), json.dumps(1e-7), json.dumps(10**30)',
    'json.dumps("é世\\U0001f600\\n\\t\\"\\\\/\\x01\\x7f"), json.dumps("é世", ensure_ascii=False)',
    'json.dumps({"b": 1, "a": 2}, sort_keys=True), json.dumps([1, 2], separators=(",", ":")), json.dumps({"a": 1}, separators=(",", ": "))',
    'json.dumps({1: 1, 2.5: 2, True: 3, None: 4, False: 5}), json.dumps((1, 2)), json.dumps({"a": (1, (2,))})',
    'json.dumps([float("nan"), float("inf"), float("-inf")]), json.dumps({"x": [1, {"y": 2}], "z": []}, indent=2), json.dumps([1, [2]], indent="--"), json.dumps([1], indent=0)',
    'json.dumps({"a": {1, 2}}, default=sorted), json.dumps([object], default=lambda o: o.__name__), json.dumps({(1, 2): 3, "k": 1}, skipkeys=True)',
    'json.dumps({1, 2})',
    'json.dumps({(1, 2): 3})',
    'json.dumps(float("nan"), allow_nan=False)',
    'json.dumps(b"x")',
    'json.dumps({1: 1, "a": 2}, sort_keys=True)',
    'json.dumps(1, nonsense=2)',
)
