from urllib.parse import urlparse, urlunparse, quote_plus

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    '[(u.scheme, u.username, u.password, u.hostname, u.port, u.path, u.query) for u in map(urlparse, ["postgresql+asyncpg://user:p%40ss@db.example.com:5432/app?ssl=require", "sqlite:///relative.db", "sqlite:////abs/x.db", "mysql://root@localhost/db", "postgres://h/d", "redis://:secret@h:6379/0", "postgresql://[::1]:5432/d"])], urlparse("postgresql://u:p@h/d")._replace(scheme="postgresql+psycopg2").geturl(), urlparse("x://a:b@c:1/d")._replace(netloc="e:2").geturl(), "postgresql://u:{}@h/d".format(quote_plus("p@ss/w:rd")), urlparse("postgresql://u@h").path, urlparse("").scheme, urlunparse(("https", "h", "/p", "", "", "")), urlparse("http://h/?a=1").query',
)
