import json

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    '[json.loads(json.dumps(v)) == v for v in (None, True, 0, -1, 1.5, "", "é\\u2028", [], [1, [2]], {}, {"a": {"b": [None]}}, 10**40, 1e-300, "\\U0001f600", "\\x00")], json.dumps(json.loads(\'{"z": 1, "a": 2}\')), json.loads("\\t[\\n1 ,\\r2 ]  "), json.dumps("</script>"), json.dumps("\\ud800"), json.loads(\'"\\\\ud83d"\'), json.dumps({"a": 1.0, "b": 1e16, "c": 1e-5, "d": 123456789.123})',
)
