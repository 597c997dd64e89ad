"""Edges of the csv reader: quotes, escapes, ends of lines, errors with their line."""
import csv
import io


def read(lines, **options):
    reader = None
    try:
        reader = csv.reader(lines if not isinstance(lines, str) else io.StringIO(lines, newline=""), **options)
        for row in reader:
            print("  ", reader.line_num, row)
    except Exception as error:
        print("  ", type(error).__module__, type(error).__name__, error, reader and reader.line_num)


for text in ("a,b,c", "a,b\n", "a\r\nb\rc\n", '"a\nb",c\n', '"a""b"\n', '"a"b,c\n', '"a" ,b\n', 'a"b"\n', ' "a",b\n', "\n\n\n", ",,\n", '"",""\n', '"unclosed\nline', "a,b\x00c\n", "'a,b',c\n", "a\\,b\n", "é,\U0001f600\n", '""""\n', '"a\r\nb"\r\nc'):
    print(ascii(text))
    read(text)
print("escapes")
read("a\\,b,c\\\\d\n", escapechar="\\")
read('"a\\"b",c\n', escapechar="\\", doublequote=False)
read("a\\", escapechar="\\")
read("a,b\\\nc", escapechar="\\")
read('"a""b",c\n', doublequote=False)
print("strict")
read('"a"b\n', strict=True)
read('"a', strict=True)
read('a,"b\nc', strict=True)
print("options")
read("a;b\n", delimiter=";")
read("a; b\n", delimiter=";", skipinitialspace=True)
read("'a,b',c\n", quotechar="'")
read('"a",b\n', quoting=csv.QUOTE_NONE)
read('"a",b\n', quotechar=None, quoting=csv.QUOTE_NONE)
read('1,"2",3.5\n', quoting=csv.QUOTE_NONNUMERIC)
read('a,"2"\n', quoting=csv.QUOTE_NONNUMERIC)
read("a", delimiter="")
read("a", delimiter="ab")
read("a", delimiter=1)
read("a", delimiter=None)
read("a", quotechar="ab")
read("a", quoting=9)
read("a", quoting="x")
read("a", lineterminator=None)
read("a", nothing=1)
read("a", dialect="nothing")
read("a", dialect=csv.excel_tab)
read("a\tb", dialect="excel-tab")
read("a\tb", dialect="unix")
read(["a,b", "c,d"])
read(["a,b\nc,d"])
read([b"a,b"])
read([1])
read(5)
read(("x,y" for _ in range(2)))
read([["a"]])
previous = csv.field_size_limit(10)
print(previous)
read("a" * 20)
print(csv.field_size_limit(previous))
reader = csv.reader(["a"], delimiter="|", quoting=csv.QUOTE_ALL)
print(reader.dialect.delimiter, reader.dialect.quoting, repr(reader.dialect.lineterminator), reader.dialect.strict, reader.dialect.escapechar, reader.dialect.quotechar, reader.dialect.doublequote, reader.dialect.skipinitialspace)
print(next(reader), next(reader, "end"))
