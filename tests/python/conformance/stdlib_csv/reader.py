import csv, io

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'list(csv.reader(["a,b,c", "1,2,3"])), list(csv.reader([\'"a,b",c\', \'"x""y",z\'])), list(csv.reader(["a;b"], delimiter=";")), list(csv.reader(["a, b"], skipinitialspace=True)), list(csv.reader(["\'a,b\',c"], quotechar="\'"))',
    'list(csv.reader(io.StringIO("a,b\\r\\n1,\\"x\\ny\\"\\r\\n\\r\\n3,4\\n"))), list(csv.reader([\'1,"a",2.5\'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(["a\\tb"], dialect="excel-tab")), list(csv.reader([""])), list(csv.reader([]))',
    'list(csv.DictReader(["a,b", "1,2", "3", "4,5,6"])), list(csv.DictReader(["1,2"], fieldnames=["x", "y"])), list(csv.DictReader(["a,b", "1"], restval="-")), csv.DictReader(["a,b"]).fieldnames',
    'csv.list_dialects(), list(csv.reader(["a\\\\,b,c"], escapechar="\\\\")), list(csv.reader(["a,b"], quoting=csv.QUOTE_NONE))',
    'csv.reader(["a"], delimiter="ab")',
    'csv.reader(["a"], dialect="nope")',
    'list(csv.reader([b"a"]))',
    'list(csv.reader([\'"a"b\'], strict=True))',
)
