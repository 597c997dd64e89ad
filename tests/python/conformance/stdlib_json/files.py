import json, io
def dump(obj, **k):
    f = io.StringIO()
    json.dump(obj, f, **k)
    return f.getvalue()
loop = []
loop.append(loop)
ring = {}
ring["self"] = ring

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'dump({"a": [1]}), dump([1], indent=1), json.load(io.StringIO(\'[1, {"x": 2}]\')), json.load(io.BytesIO(b"[1]")), json.loads(bytearray(b"[2]"))',
    'json.dumps(loop)',
    'json.dumps(ring)',
    'json.load(io.StringIO(""))',
)
