"""Values, rows and results as PostgreSQL gives them."""
import datetime
import decimal
import os
import uuid

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

engine = sa.create_engine(os.environ["DATABASE_URL"])
with engine.connect() as conn:
    def one(sql, **given):
        value = conn.execute(sa.text(sql), given).scalar()
        print(sql, "->", type(value).__name__, repr(bytes(value) if isinstance(value, memoryview) else value))

    for sql in (
        "SELECT 1", "SELECT 2::bigint", "SELECT 1.5::numeric", "SELECT 1::numeric(10, 3)", "SELECT 1.5::float8", "SELECT 0.1::real",
        "SELECT 'NaN'::numeric", "SELECT 'Infinity'::float8", "SELECT true", "SELECT NULL", "SELECT 'text'", "SELECT 'c'::char(3)",
        "SELECT '2020-01-02'::date", "SELECT '10:11:12.5'::time", "SELECT '2020-01-02 03:04:05.678'::timestamp",
        "SELECT '2020-01-02 03:04:05+00'::timestamptz", "SELECT '1 day 02:03:04'::interval", "SELECT '1 mon'::interval",
        "SELECT '{\"a\": [1, 2.5, null]}'::jsonb", "SELECT '[1, \"x\"]'::json",
        "SELECT '11111111-2222-3333-4444-555555555555'::uuid", "SELECT ARRAY[1, 2, NULL]", "SELECT ARRAY['a', 'b, \"c\"']::text[]",
        "SELECT ARRAY[[1, 2], [3, 4]]", "SELECT ARRAY[1.5, 2]", "SELECT '{}'::int[]", "SELECT '127.0.0.1'::inet",
        "SELECT (1, 'a')", "SELECT 5::oid", "SELECT '(1,2)'::point",
        "SELECT ARRAY[true, false]", "SELECT ARRAY['2020-01-02'::date]", "SELECT B'101'", "SELECT 'a'::\"char\"",
    ):
        one(sql)
    conn.execute(sa.text("SET TIME ZONE 'Europe/Paris'"))
    one("SELECT '2020-07-02 03:04:05+00'::timestamptz")
    conn.execute(sa.text("SET TIME ZONE 'UTC'"))
    one("SELECT :a + 1", a=2)
    one("SELECT :a || 'x'", a="it's 100% \\ \"q\"")
    one("SELECT CAST(:a AS numeric)", a=decimal.Decimal("1.10"))
    one("SELECT CAST(:a AS date) + 1", a=datetime.date(2020, 1, 31))
    one("SELECT CAST(:a AS timestamptz)", a=datetime.datetime(2020, 1, 31, 1, 2, 3, tzinfo=datetime.timezone.utc))
    one("SELECT CAST(:a AS interval)", a=datetime.timedelta(days=1, seconds=5, microseconds=6))
    one("SELECT :a", a=[1, 2, 3])
    one("SELECT CAST(:a AS text[])", a=["a", "it's", None])
    one("SELECT 3 = ANY(:a)", a=[1, 2, 3])
    one("SELECT :a IS NULL", a=None)
    print(bytes(conn.execute(sa.text("SELECT CAST(:a AS bytea)"), {"a": b"\x00'\\x"}).scalar()))
    one("SELECT 'a:b' || :a", a="c")
    one("SELECT '{\"a\": 1}'::jsonb ->> :a", a="a")
    one("SELECT 1\\:\\:text")
    t = sa.Table(
        "v", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("u", postgresql.UUID(as_uuid=True)),
        sa.Column("us", postgresql.UUID(as_uuid=False)), sa.Column("j", postgresql.JSONB), sa.Column("n", sa.Numeric(10, 2)),
        sa.Column("nf", sa.Numeric(10, 2, asdecimal=False)), sa.Column("f", sa.Float), sa.Column("a", postgresql.ARRAY(sa.Integer)),
        sa.Column("d", sa.Date), sa.Column("b", sa.Boolean), sa.Column("lb", sa.LargeBinary), sa.Column("i", sa.Interval), sa.Column("dt", sa.DateTime(timezone=True)),
    )
    t.create(conn)
    u = uuid.UUID("11111111-2222-3333-4444-555555555555")
    result = conn.execute(t.insert().values(u=u, us=str(u), j={"k": [1, None, "é"]}, n=decimal.Decimal("1.5"), nf=2.25, f=1.5, a=[1, 2],
        d=datetime.date(2020, 2, 3), b=True, lb=b"\x01", i=datetime.timedelta(hours=5), dt=datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc)))
    print(result.inserted_primary_key, result.rowcount, result.is_insert)
    conn.execute(t.insert(), [{"b": False, "j": {}}, {"b": None, "j": None}])
    for row in conn.execute(sa.select(t).order_by(t.c.id)):
        print([bytes(v) if isinstance(v, memoryview) else v for v in row])
    row = conn.execute(sa.select(t.c.id, t.c.j, t.c.n.label("amount")).where(t.c.j["k"][0].as_integer() == 1)).one()
    print(row, row.id, row.amount, row._mapping["j"], row._asdict(), row[1], row._fields, row == (1, row.j, row.amount), len(row))
    first, *rest = row
    print(first, rest)
    result = conn.execute(sa.select(t.c.id, t.c.b).order_by(t.c.id))
    print(result.keys(), list(result.keys()), result.mappings().all())
    print(conn.execute(sa.select(t.c.id)).scalars().all(), conn.execute(sa.select(t.c.id)).first(), conn.execute(sa.select(t.c.id).where(t.c.id > 99)).first())
    print(conn.execute(t.update().where(t.c.id > 1).values(f=2)).rowcount, conn.execute(t.delete().where(t.c.id == 3)).rowcount)
    print(conn.execute(t.update().values(f=t.c.f + 1).returning(t.c.id, t.c.f)).fetchall())
    print(conn.scalar(sa.select(sa.func.count()).select_from(t)), conn.scalars(sa.select(t.c.id)).all())
    print(conn.execute(sa.select(t.c.id).order_by(t.c.id)).fetchmany(1), conn.execute(sa.text("SELECT 1 AS a, 2 AS b")).mappings().one())
    for wrong in (lambda: conn.execute(sa.select(t.c.id)).one(), lambda: conn.execute(sa.select(t.c.id).where(t.c.id > 99)).one(),
                  lambda: conn.execute(t.delete().where(t.c.id > 99)).fetchall(), lambda: row.nothing, lambda: row._mapping["nothing"]):
        try:
            print(wrong())
        except Exception as error:
            print(type(error).__name__, str(error).splitlines()[0])
    conn.rollback()
