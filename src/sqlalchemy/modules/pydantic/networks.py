"""URLs. They are texts here, in the form that pydantic 2 writes them."""
import re

_special = {"http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21}
_parts = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):(?://)?([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?\Z", re.DOTALL)
_host = re.compile(r"(\[[^\]]*\]|[^:]*)(?::(\d*))?\Z")


def _escaped(text):
    """As a URL's user or password stands in it."""
    out = []
    for one in text:
        if one in ' "#<>?`{}/:;=@[\\]^|' or ord(one) < 32 or ord(one) > 126:
            out.extend("%{:02X}".format(byte) for byte in one.encode())
        else:
            out.append(one)
    return "".join(out)


class AnyUrl(str):
    allowed_schemes = None
    host_required = True
    default_host = default_port = default_path = None

    def __new__(cls, url, first=False, **ignored):
        match = _parts.match(str(url).strip())
        if match is None:
            raise ValueError("Input should be a valid URL, relative URL without a base")
        scheme, authority, path, query, fragment = match.groups()
        scheme = scheme.lower()
        if cls.allowed_schemes is not None and scheme not in cls.allowed_schemes:
            named = ["'{}'".format(one) for one in cls.allowed_schemes]
            shown = named[0] if len(named) == 1 else ", ".join(named[:-1]) + " or " + named[-1]
            raise ValueError("URL scheme should be {}".format(shown))
        userinfo, at, hosts = authority.rpartition("@")
        user, colon, password = userinfo.partition(":")
        found = [_host.match(one) for one in hosts.split(",")]
        if not all(found):
            raise ValueError("Input should be a valid URL, invalid port number")
        found = [[one[1], int(one[2]) if one[2] else None] for one in found]
        if scheme in _special:
            if not hosts:
                raise ValueError("Input should be a valid URL, empty host")
            found = [[host.lower(), None if port == _special[scheme] else port] for host, port in found]
            path = path or ("" if first else "/")
        if len(found) == 1:
            host, port = found[0]
            host = host or cls.default_host
            found = [[host, port if port is not None or not host else cls.default_port]]
            path = path or cls.default_path or ""
        written = scheme + "://"
        if at:
            written += _escaped(user) + (":" + _escaped(password) if colon else "") + "@"
        written += ",".join((host or "") + ("" if port is None else ":{}".format(port)) for host, port in found) + path
        written += ("" if query is None else "?" + query) + ("" if fragment is None else "#" + fragment)
        made = str.__new__(cls, url if first else written)
        made.scheme, made.path, made.query, made.fragment = scheme, path or None, query, fragment
        made.username = made.user = _escaped(user) if user else None
        made.password = _escaped(password) if colon else None
        made._hosts = found
        made.host, port = found[0]
        made.host = made.host or None
        made.port = port if port is not None else _special.get(scheme)
        return made

    def hosts(self):
        return [
            {"username": self.username, "password": self.password, "host": host or None, "port": port}
            for host, port in self._hosts
        ]

    def unicode_string(self):
        return str.__str__(self)

    encoded_string = unicode_string

    def query_params(self):
        from urllib.parse import parse_qsl

        return parse_qsl(self.query or "", keep_blank_values=True)

    def __str__(self):
        return "".join(self)

    def __repr__(self):
        return "{}({!r})".format(type(self).__name__, "".join(self))

    @classmethod
    def build(cls, *, scheme, host=None, username=None, password=None, port=None, path=None, query=None, fragment=None,
              user=None, hosts=None):
        """Before 2.0 the path has its slash; from 2.0 on it gets one."""
        first = user is not None
        if first:
            username = user

        def place(user, password, host, port):
            text = "" if user is None else user if first else _escaped(user)
            if password is not None:
                text += ":" + (password if first else _escaped(password))
            text += "@" if user or password else ""
            return text + (host or "") + ("" if port in (None, "") else ":{}".format(port))

        url = scheme + "://"
        if hosts:
            url += ",".join(
                place(one.get("username"), one.get("password"), one.get("host"), one.get("port")) for one in hosts
            )
        else:
            url += place(username, password, host, port)
        if path:
            url += path if first else "/" + path
        url += ("?" + query if query else "") + ("#" + fragment if fragment else "")
        return cls(url, first=first)


Url = MultiHostUrl = AnyUrl


def _kind(name, schemes, port=None, path=None, host=None):
    members = {"allowed_schemes": schemes, "default_port": port, "default_path": path, "default_host": host}
    return type(name, (AnyUrl,), {"__module__": __name__, **members})


AnyHttpUrl = _kind("AnyHttpUrl", ("http", "https"))
HttpUrl = _kind("HttpUrl", ("http", "https"))
FileUrl = _kind("FileUrl", ("file",))
_postgres = (
    "postgres", "postgresql", "postgresql+asyncpg", "postgresql+pg8000", "postgresql+psycopg", "postgresql+psycopg2",
    "postgresql+psycopg2cffi", "postgresql+py-postgresql", "postgresql+pygresql",
)
PostgresDsn = _kind("PostgresDsn", _postgres)
CockroachDsn = _kind("CockroachDsn", ("cockroachdb", "cockroachdb+psycopg2", "cockroachdb+asyncpg"))
AmqpDsn = _kind("AmqpDsn", ("amqp", "amqps"))
RedisDsn = _kind("RedisDsn", ("redis", "rediss"), 6379, "/0", "localhost")
MongoDsn = _kind("MongoDsn", ("mongodb", "mongodb+srv"), 27017)
KafkaDsn = _kind("KafkaDsn", ("kafka",), 9092, None, "localhost")
NatsDsn = _kind("NatsDsn", ("nats", "tls", "ws", "wss"), 4222, None, "localhost")
_mysql = (
    "mysql", "mysql+mysqlconnector", "mysql+aiomysql", "mysql+asyncmy", "mysql+mysqldb", "mysql+pymysql",
    "mysql+cymysql", "mysql+pyodbc",
)
MySQLDsn = _kind("MySQLDsn", _mysql, 3306)


class EmailStr:
    """An annotation: its values are plain texts."""

    @staticmethod
    def checked(value):
        name, at, domain = value.strip().rpartition("@")
        if not at or not name or not domain or re.search(r"\s", name + domain):
            raise ValueError("value is not a valid email address: An email address must have an @-sign.")
        return name + "@" + domain.lower()
