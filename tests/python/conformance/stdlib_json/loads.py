import json

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'json.loads(\'{"a": [1, 2.5, null, true, false, "x"]}\'), json.loads("[]"), json.loads(\' {} \'), json.loads(\'"a"\'), json.loads("-1.5e3"), json.loads("123456789012345678901234567890")',
    'json.loads(\'"\\\\u00e9\\\\ud83d\\\\ude00\\\\n\\\\/"\'), json.loads("NaN"), json.loads("[Infinity, -Infinity]"), json.loads(b\'{"a": "\\xc3\\xa9"}\'), json.loads(\'{"a":1,"a":2}\')',
    'json.loads(\'{"a": 1}\', object_hook=lambda d: sorted(d.items())), json.loads(\'{"b": 1, "a": 2}\', object_pairs_hook=list), json.loads("[1.5, 2]", parse_float=str, parse_int=float), json.loads("[NaN]", parse_constant=lambda c: c)',
    'json.loads(\'"a\\tb"\', strict=False), json.JSONDecoder().raw_decode(\'{"a": 1} rest\'), json.loads("1e400")',
)
