import re
SQL = """
CREATE TABLE users (id INT, name VARCHAR(50)); -- people
/* block
   comment */ INSERT INTO users VALUES (1, 'a;b');
"""
TOKEN = re.compile(r"(?P<comment>--[^\n]*|/\*.*?\*/)|(?P<string>'(?:[^']|'')*')|(?P<word>\w+)|(?P<punct>[^\s\w])", re.S)

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    '[(m.lastgroup, m.group()) for m in TOKEN.finditer(SQL)][:6], [m.lastgroup for m in TOKEN.finditer(SQL)].count("word"), [m.group() for m in TOKEN.finditer(SQL) if m.lastgroup == "comment"], re.sub(r"/\\*.*?\\*/", "", SQL, flags=re.S).count("\\n"), re.findall(r"(?i)create table (\\w+)", SQL), re.search(r"VARCHAR\\((\\d+)\\)", SQL)[1], re.sub(r"\\bINT\\b", "INTEGER", SQL).count("INTEGER"), [m.start() for m in re.finditer(";", SQL)], re.split(r";(?=(?:[^\']*\'[^\']*\')*[^\']*$)", "a;\'b;c\';d"), re.sub(r":(\\w+)", r"%(\\1)s", "x = :x AND y = :y")',
)
