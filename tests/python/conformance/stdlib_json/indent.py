import json
D = {"b": [1, {"c": []}], "a": {}, "n": None, "s": "x\ny"}

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'json.dumps(D, indent=4)',
    'json.dumps(D, indent=2, sort_keys=True)',
    'json.dumps(D, indent="\\t"), json.dumps([], indent=2), json.dumps([[]], indent=1), json.dumps({"a": []}, indent=2), json.dumps(D, indent=2, separators=(";", "=")), json.dumps((), indent=3), json.dumps(D, indent=None)',
)
