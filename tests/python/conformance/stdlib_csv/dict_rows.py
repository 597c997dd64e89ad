"""DictReader, DictWriter, writers and dialects."""
import csv
import io


def attempt(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


text = "id,name,age\n1,Ann,30\n2,Bob\n3,Cy,40,extra,more\n\n4,Di,50\n"
for options in ({}, {"restkey": "rest"}, {"restval": "?"}, {"fieldnames": ["a", "b"]}, {"fieldnames": ["a"], "restkey": "others", "restval": 0}):
    reader = csv.DictReader(io.StringIO(text), **options)
    print(options, reader.fieldnames)
    for row in reader:
        print("  ", reader.line_num, row)
reader = csv.DictReader(io.StringIO(""))
print(reader.fieldnames, list(reader))
reader = csv.DictReader(io.StringIO("a,b\n1,2"))
reader.fieldnames = ["x", "y"]
print(list(reader))
print(list(csv.DictReader(["a;b", "1;2"], delimiter=";")), type(next(csv.DictReader(["a", "1"]))))


def write(rows, header=True, names=("a", "b"), **options):
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, names, **options)
    if header:
        print("header", writer.writeheader())
    for row in rows:
        print(writer.writerow(row))
    return repr(out.getvalue())


attempt(lambda: write([{"a": 1, "b": 2}]))
attempt(lambda: write([{"a": 1}]))
attempt(lambda: write([{"a": 1}], restval="-"))
attempt(lambda: write([{"a": 1, "c": 2}]))
attempt(lambda: write([{"a": 1, "c": 2}], extrasaction="ignore"))
attempt(lambda: write([], extrasaction="nothing"))
attempt(lambda: write([{"a": None, "b": True}], quoting=csv.QUOTE_ALL, lineterminator="\n"))


def plain(*rows, **options):
    out = io.StringIO(newline="")
    csv.writer(out, **options).writerows(rows)
    return repr(out.getvalue())


sample = ["a", 1, 1.5, None, True, "x,y", 'q"q', "l\nl", "", " s", "it's", b"b"]
attempt(lambda: plain(sample))
for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE):
    attempt(lambda: plain(sample, quoting=quoting))
    attempt(lambda: plain(sample, quoting=quoting, escapechar="\\"))
    attempt(lambda: plain(sample, quoting=quoting, escapechar="\\", doublequote=False, lineterminator="\n"))
attempt(lambda: plain(sample, delimiter="\t", quotechar="'"))
attempt(lambda: plain(['a"b'], doublequote=False))
attempt(lambda: plain(["a,b"], quotechar=None, quoting=csv.QUOTE_NONE))
attempt(lambda: plain([], [""], [None], ["", ""], ["a"]))
attempt(lambda: plain([""], quoting=csv.QUOTE_NONE))
attempt(lambda: plain([1e16, 0.1, 10**20, -0.0, float("nan")]))
attempt(lambda: plain("abc", (1, 2), range(2), {"k": 1}, (x for x in "yz")))
attempt(lambda: plain(5))
attempt(lambda: csv.writer(5))
attempt(lambda: csv.writer(io.StringIO(), nothing=1))
attempt(lambda: csv.writer(io.StringIO(), quotechar=None).writerow(["a b", 1]))
attempt(lambda: csv.writer(io.StringIO()).writerows([[1], 2]))
attempt(lambda: csv.writer(io.StringIO(), lineterminator="!").writerow(["a!"]))
attempt(lambda: plain(["a!", "b\r", "c"], lineterminator="!"))


class Mine(csv.Dialect):
    delimiter = ";"
    quotechar = "'"
    lineterminator = "\n"
    quoting = csv.QUOTE_MINIMAL


attempt(lambda: plain(["a;b", "it's"], dialect=Mine))
attempt(lambda: plain(["a;b", "it's"], dialect=Mine()))
csv.register_dialect("mine", Mine)
csv.register_dialect("other", delimiter="|", quoting=csv.QUOTE_ALL)
attempt(lambda: plain(["a", 1], dialect="other"))
attempt(lambda: plain(["a", 1], dialect="other", delimiter="+"))
print(sorted(csv.list_dialects()))
csv.unregister_dialect("mine")
attempt(lambda: csv.unregister_dialect("mine"))
attempt(lambda: csv.get_dialect("mine"))
attempt(lambda: csv.register_dialect(5))
attempt(lambda: csv.register_dialect("bad", delimiter="xx"))


class Bad(csv.Dialect):
    pass


attempt(lambda: Bad())


class Worse(csv.Dialect):
    delimiter = ""
    lineterminator = "\n"
    quoting = csv.QUOTE_NONE


attempt(lambda: Worse())
print(issubclass(csv.Error, Exception), csv.excel.lineterminator == "\r\n", csv.unix_dialect.quoting, csv.excel_tab.delimiter)
