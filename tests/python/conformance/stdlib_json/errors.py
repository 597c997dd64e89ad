import json

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'json.loads("")',
    'json.loads("{")',
    'json.loads("[1,")',
    'json.loads("[1 2]")',
    'json.loads(\'{"a" 1}\')',
    'json.loads(\'{"a":1,}\')',
    'json.loads("{a:1}")',
    'json.loads("nul")',
    'json.loads(\'"abc\')',
    'json.loads(\'"a\\nb"\')',
    'json.loads(\'"\\\\q"\')',
    'json.loads(\'"\\\\u12"\')',
    'json.loads("[1]x")',
    'json.loads("01")',
    'json.loads("[1,\\n2,\\n}")',
    'json.loads(5)',
    'json.loads("\\ufeff{}")',
    'issubclass(json.JSONDecodeError, ValueError)',
)
