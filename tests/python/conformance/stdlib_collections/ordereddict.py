from collections import OrderedDict

d = OrderedDict([("b", 1), ("a", 2)])
d["c"] = 3
print(d, list(d), d.popitem(), d.popitem(last=False), d)
d.update(x=1, y=2)
d.move_to_end("a")
print(list(d))
d.move_to_end("y", last=False)
print(list(d), list(reversed(d)))
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1})
print(OrderedDict.fromkeys("ab", 0), OrderedDict(), d | {"z": 1}, isinstance(d, dict), d.copy() == d)
for attempt in (lambda: OrderedDict().popitem(), lambda: d.move_to_end("nope"), lambda: d["nope"]):
    try:
        attempt()
    except KeyError as error:
        print(type(error).__name__, error)
