from pprint import pformat, pprint

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'pformat({"name": "x" * 20, "items": [{"id": i, "label": "label %d" % i} for i in range(4)]}), pformat([[1] * 30, [2] * 30]), pformat({"a": ("x" * 40, "y" * 40)}), pformat(list("abcdefghij" * 3), width=30), pformat(list(range(30)), width=40, compact=True), pformat({1: {2: {3: {4: 5}}}}, width=10), pformat({"k": "word " * 30}), pformat([{}, [], (), set(), None, True]), pformat("short"), pformat({"b": 1, 2: "mixed"}), pformat(frozenset([1]))',
)
