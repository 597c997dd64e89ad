"""Every kind of value under every kind of type, written into the text, on all dialects."""
import datetime
import decimal
import enum
import uuid

import sqlalchemy as sa
from sqlalchemy import types as T
from sqlalchemy.dialects import postgresql, sqlite


class Color(enum.Enum):
    red = "R"
    green = 2


class Level(enum.IntEnum):
    low = 1
    high = 9


class Mood(str, enum.Enum):
    sad = "sad'"
    fine = "fine"


values = [
    None, True, False, 0, 1, -1, 7, 2**31, -2**63, 10**30, 0.0, -0.0, 1.5, -2.25, 1e16, 1e-7, 1e300, 123456789.125, 0.1,
    float("inf"), float("-inf"), float("nan"), 3 + 4j,
    decimal.Decimal("1.10"), decimal.Decimal("-0.00"), decimal.Decimal("1E+3"), decimal.Decimal("1E-10"), decimal.Decimal("NaN"),
    "", "plain", "it's", "''", "100%", "%s", "back\\slash", "\\'", "two\nlines", "tab\there", "nul-free \x01", "é ü 漢字 🐍", '"double"',
    ":colon ::cast", "?", "$1", "--", "/* */", ";", " ", "null", "true", "5", "-5", "1.5", "1e5", "nan", "0x10", "1_000",
    b"", b"bytes", b"quote'", b"\xff\x00", b"back\\slash",
    datetime.date(2024, 2, 29), datetime.date(1, 1, 1), datetime.time(1, 2, 3), datetime.time(1, 2, 3, 4000), datetime.time(0, 0),
    datetime.datetime(2024, 2, 29, 12, 30, 15), datetime.datetime(2024, 2, 29, 12, 30, 15, 123), datetime.datetime(999, 1, 1),
    datetime.datetime(2024, 2, 29, 12, 30, 15, tzinfo=datetime.timezone.utc),
    datetime.datetime(2024, 2, 29, 12, 30, 15, tzinfo=datetime.timezone(datetime.timedelta(hours=-3, minutes=-30))),
    datetime.time(1, 2, 3, tzinfo=datetime.timezone.utc),
    datetime.timedelta(0), datetime.timedelta(days=1, seconds=5), datetime.timedelta(days=-1, microseconds=5), datetime.timedelta(weeks=200),
    uuid.UUID("12345678-1234-5678-1234-567812345678"), "12345678-1234-5678-1234-567812345678",
    Color.red, Color.green, Level.low, Mood.fine, Color,
    [], [1, 2], ["a'", "b"], [None, 1], [[1, 2], [3, 4]], (1, 2), {"a": 1}, {}, {"k": [1, None, "x'"]}, {1, 2} and frozenset([5]),
    range(3), object, len,
]
types = [
    None, T.String(), T.String(5), T.Text(), T.Unicode(), T.Integer(), T.BigInteger(), T.SmallInteger(), T.Numeric(), T.Numeric(10, 2),
    T.Float(), T.Double(), T.Boolean(), T.Date(), T.Time(), T.DateTime(), T.DateTime(timezone=True), T.Interval(), T.LargeBinary(),
    T.Uuid(), T.Uuid(as_uuid=False), T.Uuid(native_uuid=False), T.UUID(), T.JSON(), T.JSON(none_as_null=True), T.PickleType(), T.Enum("a", "fine", "it's", name="e"),
    T.Enum(Color), T.Enum(Mood), T.Enum(Color, values_callable=lambda e: [str(m.value) for m in e]), T.ARRAY(T.Integer), T.ARRAY(T.String), T.NullType(),
    postgresql.JSONB(), postgresql.ARRAY(T.Integer), postgresql.INTERVAL(), postgresql.BYTEA(), postgresql.INET(), postgresql.HSTORE(),
    postgresql.TIMESTAMP(precision=3), postgresql.ENUM("a", "fine", name="pe"), postgresql.MONEY(), postgresql.BIT(3), postgresql.OID(),
    postgresql.TSVECTOR(), postgresql.CITEXT(), postgresql.UUID(as_uuid=False), sqlite.DATETIME(), sqlite.DATE(), sqlite.JSON(), T.CHAR(3), T.VARCHAR(), T.TIMESTAMP(),
    T.MatchType(), T.REAL(), T.DECIMAL(6, 3), T.BLOB(), T.NCHAR(2), T.CLOB(),
]
named = postgresql.dialect(paramstyle="named")
dialects = [("generic", None), ("postgresql", postgresql.dialect()), ("named", named), ("sqlite", sqlite.dialect())]


def render(value, type_, dialect):
    element = sa.literal(value) if type_ is None else sa.literal(value, type_)
    return str(element.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))


def fits(type_, value):
    """Not what the reference makes of values that belong to quite another type: a text as an array of its letters."""
    if isinstance(value, enum.Enum):
        if isinstance(value, Mood):
            return isinstance(type_, T.String) and getattr(type_, "enum_class", None) in (None, Mood)
        return isinstance(type_, T.Enum) or isinstance(value, Level) and isinstance(type_, (T.Integer, T.Numeric, T.Boolean))
    if isinstance(type_, (T.Interval, postgresql.INTERVAL)):
        return isinstance(value, datetime.timedelta)
    if isinstance(type_, T.Uuid):
        return value is None or isinstance(value, uuid.UUID if type_.as_uuid else str)
    if isinstance(type_, T.ARRAY):
        return value is None or isinstance(value, list)
    return not (isinstance(type_, T.Integer) and isinstance(value, uuid.UUID))


for type_ in types:
    print("==", repr(type_))
    refused = []
    for value in (v for v in values if fits(type_, v)):
        shown = repr(value).split(" at 0x")[0]
        texts = {}
        for name, dialect in dialects:
            try:
                texts.setdefault(render(value, type_, dialect), []).append(name)
            except Exception as e:
                texts.setdefault(None, []).append(name)
                if type_ is None or isinstance(type_, (T.Integer, T.JSON)) and name == "sqlite":
                    print(shown, "|", name, "|", type(e).__name__, str(e).split(" at 0x")[0].split("(Background")[0].strip())
        if list(texts) == [None]:
            refused.append(shown)
        elif len(texts) == 1:
            print(shown, "|", *texts)
        else:
            print(shown, "|", " | ".join("%s: %s" % (" ".join(names), text) for text, names in texts.items()))
    print("refused:", ", ".join(refused))
