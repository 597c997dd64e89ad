from collections import defaultdict

groups = defaultdict(list)
for word in "apple avocado banana blueberry cherry".split():
    groups[word[0]].append(word)
print(groups, dict(groups))
counts = defaultdict(int, a=1)
counts["b"] += 2
print(counts, counts["zzz"], len(counts), counts.get("no"), "no" in counts)
nested = defaultdict(lambda: defaultdict(int))
nested["x"]["y"] += 1
print({k: dict(v) for k, v in nested.items()})
plain = defaultdict(None)
for attempt in (lambda: plain["k"], lambda: defaultdict(5)):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)
print(counts.copy(), counts | {"z": 3}, counts.default_factory, counts == {"a": 1, "b": 2, "zzz": 0})
