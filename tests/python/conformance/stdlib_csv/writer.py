import csv, io
def w(rows, **k):
    out = io.StringIO()
    csv.writer(out, **k).writerows(rows)
    return out.getvalue()
def d(rows, *a, **k):
    out = io.StringIO()
    x = csv.DictWriter(out, *a, **k)
    x.writeheader()
    x.writerows(rows)
    return out.getvalue()

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'w([[1, "a", None, 2.5, True]]), w([["a,b", \'q"q\', "x\\ny", " s"]]), w([["a", 1]], quoting=csv.QUOTE_ALL), w([["a", 1, 2.5]], quoting=csv.QUOTE_NONNUMERIC), w([["a"], [""], []], lineterminator="\\n")',
    'w([["a b"]], delimiter=" "), w([["a;b"]], delimiter=";", quotechar="\'"), w([["a,b"]], quoting=csv.QUOTE_NONE, escapechar="\\\\"), w([[\'a"b\']], doublequote=False, escapechar="\\\\"), w([("x", "y")], dialect="unix")',
    'd([{"a": 1, "b": 2}, {"a": 3}], ["a", "b"]), d([{"a": 1, "z": 2}], ["a"], extrasaction="ignore"), d([{}], ["a", "b"], restval="?")',
    'd([{"z": 1}], ["a"])',
    'w([5])',
    'w([["a,b"]], quoting=csv.QUOTE_NONE)',
)
