"""Runs one case of batch mode: tables made from plain SQL, a batch, then what the database has."""
import sqlalchemy as sa
from alembic import op


def reset():
    bind = op.get_bind()
    bind.execute(sa.text("PRAGMA foreign_keys=OFF"))
    rows = bind.execute(sa.text("SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' AND name != 'alembic_version'")).fetchall()
    for kind, name in rows:
        bind.execute(sa.text('DROP %s "%s"' % (kind, name)))


def in_order(sql):
    """Constraints in the order of their text: of those of a table that was reflected, hashes decide."""
    lines = (sql or "None").split(", \n\t")
    if len(lines) == 1:
        return sql
    lines[-1], end, rest = lines[-1].partition("\n)")
    words = ("CONSTRAINT ", "UNIQUE", "FOREIGN KEY", "CHECK", "PRIMARY KEY")
    columns = [line for line in lines if not line.startswith(words)]
    return ", \n\t".join(columns + sorted(line for line in lines if line.startswith(words))) + end + rest


def show():
    bind = op.get_bind()
    tables = []
    for kind, name, sql in bind.execute(sa.text("SELECT type, name, sql FROM sqlite_master WHERE name != 'alembic_version' ORDER BY type, name")).fetchall():
        print(kind, name)
        print(in_order(sql))
        if kind == "table":
            tables.append(name)
    for name in tables:
        for row in bind.execute(sa.text('SELECT * FROM "%s"' % name)).fetchall():
            print(name, tuple(row))


def case(title, sql, what):
    print("==== " + title)
    reset()
    for statement in sql.split(";"):
        if statement.strip():
            op.get_bind().execute(sa.text(statement.strip().replace(":", "\\:")))
    try:
        what()
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0])
    show()
