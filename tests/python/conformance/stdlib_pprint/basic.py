from pprint import pformat

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'pformat({"b": 1, "a": [1, 2]}), pformat(list(range(40))), pformat({"key%d" % i: "value" * 3 for i in range(6)}), pformat([["x" * 30] * 3, {"a": "y" * 60}]), pformat({"a": {"b": {"c": 1}}}, depth=2), pformat([1, 2], width=3), pformat({"z": 1, "a": 2}, sort_dicts=False), pformat(("a",)), pformat("x " * 60), pformat({3, 1, 2}), pformat([])',
)
