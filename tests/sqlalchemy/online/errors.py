"""Errors of the server and what a script does with them; transactions and savepoints."""
import os

import sqlalchemy as sa

engine = sa.create_engine(os.environ["DATABASE_URL"])
with engine.begin() as conn:
    conn.execute(sa.text("CREATE TABLE p (id int PRIMARY KEY, n int NOT NULL, CONSTRAINT positive CHECK (n > 0))"))
    conn.execute(sa.text("CREATE TABLE q (p_id int REFERENCES p (id))"))


def show(error):
    print(" ", type(error).__name__, [c.__name__ for c in type(error).__mro__[1:4]], type(error.orig).__module__, type(error.orig).__name__)
    print(" ", getattr(error.orig, "pgcode", None), str(error.orig).splitlines()[0], "|", error.statement, "|", error.params, "|", error.code)
    print(" ", str(error).splitlines())


for sql in (
    "INSERT INTO p VALUES (1, 0)", "INSERT INTO p VALUES (2, NULL)", "INSERT INTO q VALUES (77)", "SELEC 1", "SELECT * FROM nowhere",
    "SELECT nothing FROM p", "SELECT nothing()", "SELECT 1 / 0", "SELECT 'x'::int", "SELECT 99999999999::int", "CREATE TABLE p (id int)",
    "DROP TABLE p", "DROP TABLE nowhere", "ALTER TABLE p ADD COLUMN n int", "SELECT repeat('x', -1)::date", "CREATE SCHEMA pg_x",
    "SELECT 1 FROM p GROUP BY n HAVING id", "INSERT INTO p (n) SELECT 'a'", "DROP TYPE none", "SELECT 'abc'::varchar(2)::json", "CREATE INDEX CONCURRENTLY i ON p (n)",
):
    with engine.connect() as conn:
        try:
            conn.execute(sa.text(sql))
            print(sql, "-> fine")
        except sa.exc.DBAPIError as error:
            print(sql)
            show(error)
with engine.connect() as conn:
    try:
        conn.execute(sa.text("INSERT INTO p VALUES (:id, :n)"), [{"id": 1, "n": 1}, {"id": 1, "n": 2}])
    except sa.exc.IntegrityError as error:
        print(type(error).__name__, type(error.orig).__name__)
    try:
        conn.execute(sa.text("SELECT 1"))
    except sa.exc.InternalError as error:
        print("aborted:", type(error).__name__, str(error.orig).strip())
    conn.rollback()
    print(conn.execute(sa.text("SELECT 1")).scalar(), conn.in_transaction())
    conn.rollback()
    with conn.begin():
        conn.execute(sa.text("INSERT INTO p VALUES (1, 1)"))
        for id_ in (1, 2):
            nested = conn.begin_nested()
            try:
                conn.execute(sa.text("INSERT INTO p VALUES (:id, 5)"), {"id": id_})
                nested.commit()
                print("kept", id_)
            except sa.exc.IntegrityError:
                nested.rollback()
                print("undone", id_, nested.is_active)
        try:
            with conn.begin_nested():
                conn.execute(sa.text("INSERT INTO p VALUES (3, 5)"))
                raise ValueError("mine")
        except ValueError as error:
            print(error)
        print(conn.execute(sa.text("SELECT array_agg(id ORDER BY id) FROM p")).scalar(), conn.in_nested_transaction())
    try:
        with conn.begin():
            conn.execute(sa.text("DELETE FROM p"))
            raise KeyError("back")
    except KeyError:
        pass
    print(conn.execute(sa.text("SELECT count(*) FROM p")).scalar())
    conn.commit()
    try:
        conn.execute(sa.text("SELECT :a"))
    except sa.exc.StatementError as error:
        print(type(error).__name__, str(error).splitlines()[0])
    conn.rollback()
    auto = conn.execution_options(isolation_level="AUTOCOMMIT")
    auto.execute(sa.text("CREATE INDEX CONCURRENTLY i ON p (n)"))
    print(sa.inspect(auto).has_index("p", "i"))
for wrong in (lambda c: c.execute(sa.text("SELECT 1").bindparams(a=1)), lambda c: c.begin_twice()):
    with engine.connect() as conn:
        try:
            print(wrong(conn))
        except (sa.exc.ArgumentError, AttributeError) as error:
            print(type(error).__name__, str(error).splitlines()[0])
with engine.begin() as conn:
    conn.execute(sa.text("DROP TABLE q"))
    conn.execute(sa.text("DROP TABLE p"))
