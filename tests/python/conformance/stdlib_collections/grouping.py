from collections import defaultdict, Counter, OrderedDict, deque, namedtuple
rows = [("eng", "ann", 5), ("ops", "bob", 3), ("eng", "cy", 7)]
Row = namedtuple("Row", "team name score")
by = defaultdict(list)
for r in map(Row._make, rows):
    by[r.team].append(r)
totals = Counter()
for r in rows:
    totals[r[0]] += r[2]

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    '{k: [r.name for r in v] for k, v in by.items()}, totals, totals.most_common(1), OrderedDict(sorted(totals.items())), sorted(by), max(by["eng"], key=lambda r: r.score), [r._asdict() for r in by["ops"]], deque((r[1] for r in rows), maxlen=2), {n: len(list(v)) for n, v in by.items()}, Counter(r[0] for r in rows) == {"eng": 2, "ops": 1}, sum((Counter({r[0]: r[2]}) for r in rows), Counter())',
)
