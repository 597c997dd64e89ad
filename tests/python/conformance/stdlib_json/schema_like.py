import json
doc = json.loads('{"type": "object", "properties": {"a": {"type": "integer"}, "b": {"enum": ["x", null, 1.5]}}, "required": ["a"]}')
def walk(node, path=""):
    if isinstance(node, dict):
        for k, v in node.items():
            yield from walk(v, path + "/" + k)
    elif isinstance(node, list):
        for i, v in enumerate(node):
            yield from walk(v, f"{path}/{i}")
    else:
        yield path, node

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'list(walk(doc)), json.dumps(doc, separators=(",", ":")), json.dumps(doc, sort_keys=True, indent=1).splitlines()[:4], doc["properties"]["b"]["enum"][2], json.loads(json.dumps(doc)) == doc, json.dumps({**doc, "required": sorted(doc["required"] + ["b"])})[-24:], json.dumps(list(doc)), json.dumps({"nested": json.dumps({"a": 1})})',
)
