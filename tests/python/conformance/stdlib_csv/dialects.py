import csv, io
def r(text, **k):
    return list(csv.reader(io.StringIO(text), **k))
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_MINIMAL, lineterminator="\n")

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'r("a|b\\n", dialect="pipes"), r("a,b\\r\\nc,d\\r\\n"), r(\'"a ""q"" b",c\'), r(\'a,"b\\nc",d\\n\'), r("a,,b"), r(","), r("\\n\\na"), r("a b", delimiter=" "), r("\'x\',\'y\'", quotechar="\'"), r(\'a"b,c\'), r(\'"a"b,c\'), r("  a,  b", skipinitialspace=True), r("1,x", quoting=csv.QUOTE_NONE), r("a\\tb", delimiter="\\t"), r(\'"1",2\', quoting=csv.QUOTE_NONNUMERIC), "pipes" in csv.list_dialects(), csv.get_dialect("pipes").delimiter, csv.excel.delimiter, csv.field_size_limit(), [row["b"] for row in csv.DictReader(io.StringIO("a,b\\n1,2\\n3,4"))], csv.QUOTE_ALL',
    'r("a", quotechar="")',
    'csv.get_dialect("none")',
    'r(\'"a\', strict=True)',
)
