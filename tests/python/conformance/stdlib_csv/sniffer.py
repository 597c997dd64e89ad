import csv
s = csv.Sniffer()
samples = ["a,b,c\n1,2,3\n4,5,6\n", "a;b\n1;2\n", "a|b|c\n1|2|3\n4|5|6", "name\tage\nx\t3\n", "'a','b'\n'1','2'\n", '"a", "b"\n"c", "d"\n',
  '"x""y",2\n"z",3\n', "", "abc", "one\ntwo\n", "a, b, c\n1, 2, 3\n", '"only"\n"col"\n', "Harry's, Arlington Heights, IL, 2/1/03, Kimi Hayes\nShark City, Glendale Heights, IL, 12/28/02, Prezence\nTommy's Place, Blue Island, IL, 12/28/02, Blue Sunday/White Crow\n",
  "Harry's:Arlington Heights:IL:2/1/03:Kimi Hayes\nShark City:Glendale Heights:IL:12/28/02:Prezence\n", "05/05/03?05/05/03?05/05/03\n06/06/03?06/06/03?06/06/03\n", "2147483648;43.0e12;17;abc;def\n147483648;43.0e2;17;abc;def\n", "abc,def\r\nghijkl,mno\r\nghi,jkl\r\n",
  "ab\t\"c d\"\tef\ngh\t\"i\"\tjk\n", "a b c\nd e f\n", "x=1&y=2\nx=3&y=4\n", "id,name,when\n1,aa,2020\n2,bb,2021\n", "1,2\n3,4\n", "name,len\nabc,3\nabd,4\nabe,5\n", "\n".join("r%d,%d;x" % (i, i*i) for i in range(35)), "'Harry''s':'x'\n'q':'w'\n"]
for sample in samples:
    try:
        d = s.sniff(sample)
        print([getattr(d, k) for k in ("_name", "delimiter", "quotechar", "doublequote", "skipinitialspace", "lineterminator", "quoting", "escapechar")], list(csv.reader(sample.splitlines(), d))[:2])
    except Exception as e:
        print(type(e).__name__, e)
    for allowed in (",;", ":|", " "):
        try:
            print(repr(s.sniff(sample, delimiters=allowed).delimiter), end=" ")
        except Exception as e:
            print(type(e).__name__, e, end=" ")
    try:
        print(s.has_header(sample))
    except BaseException as e:
        print(type(e).__name__, e)
print(s.preferred, csv.Sniffer.__name__)
