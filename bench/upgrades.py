#!/usr/bin/env python3
"""How long `upgrade head` takes on typical revisions, offline and on PostgreSQL, beside the reference and psql.

usage: upgrades.py BINARY [--revisions 1000] [--runs 3] [--offline-only]

REFERENCE names a Python command that can import alembic and psycopg2 (PYTHONPATH may lead to it). The server is
PostgreSQL's from PG_BIN (default: the newest below /usr/lib/postgresql), made in a temporary folder for this run,
with its usual settings; it is run as `postgres` where this script is run as root. All figures are of this one run on
this machine: the median of the wall clock times, from the start of a process to its end, and the largest resident
set. The SQL of both must be the same, or there is nothing to compare.
"""
import argparse
import os
import pathlib
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HEADER = '''"""change number {number}

Revision ID: {id}
Revises: {parent}
Create Date: 2024-01-01 09:00:00.000000

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision: str = "{id}"
down_revision: Union[str, None] = {parent!r}
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
{upgrade}

def downgrade() -> None:
{downgrade}
'''

# What revisions do, in turns; every turn belongs to the table that its first one makes.
TURNS = [
    (
        """
    op.create_table(
        "orders_{n}",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=False),
        sa.Column("quantity", sa.Integer(), server_default="1", nullable=False),
        sa.Column("price", sa.Numeric(precision=12, scale=2), nullable=True),
        sa.Column("details", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("quantity > 0", name="ck_orders_{n}_quantity"),
        sa.ForeignKeyConstraint(["parent_id"], ["orders_{n}.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("reference", name="uq_orders_{n}_reference"),
    )
    op.create_index(op.f("ix_orders_{n}_created_at"), "orders_{n}", ["created_at"], unique=False)
""",
        """
    op.drop_index(op.f("ix_orders_{n}_created_at"), table_name="orders_{n}")
    op.drop_table("orders_{n}")
""",
    ),
    (
        """
    op.add_column("orders_{n}", sa.Column("note", sa.String(length=255), nullable=True))
    op.execute("UPDATE orders_{n} SET note = 'none' WHERE note IS NULL")
    op.alter_column("orders_{n}", "note", existing_type=sa.String(length=255), nullable=False)
""",
        """
    op.drop_column("orders_{n}", "note")
""",
    ),
    (
        """
    status = postgresql.ENUM("open", "paid", "sent", name="status_{n}")
    status.create(op.get_bind())
    op.add_column(
        "orders_{n}",
        sa.Column("status", postgresql.ENUM(name="status_{n}", create_type=False), server_default="open", nullable=False),
    )
    op.create_index("ix_orders_{n}_status", "orders_{n}", ["status"], postgresql_where=sa.text("status <> 'sent'"))
""",
        """
    op.drop_column("orders_{n}", "status")
    op.execute("DROP TYPE status_{n}")
""",
    ),
    (
        """
    op.alter_column("orders_{n}", "price", existing_type=sa.Numeric(12, 2), type_=sa.BigInteger(),
                    postgresql_using="(price * 100)::bigint", existing_nullable=True)
    op.alter_column("orders_{n}", "quantity", new_column_name="amount")
    op.create_table_comment("orders_{n}", "what was ordered")
""",
        """
    op.drop_table_comment("orders_{n}")
    op.alter_column("orders_{n}", "amount", new_column_name="quantity")
""",
    ),
    (
        """
    op.bulk_insert(
        sa.table("orders_{n}", sa.column("reference", sa.String), sa.column("amount", sa.Integer), sa.column("note", sa.String)),
        [{{"reference": f"r{{i}}", "amount": i + 1, "note": "it's"}} for i in range(3)],
    )
    op.create_foreign_key("fk_orders_{n}_parent", "orders_{n}", "orders_{n}", ["parent_id"], ["id"])
    op.drop_constraint("orders_{n}_parent_id_fkey", "orders_{n}", type_="foreignkey")
""",
        """
    op.drop_constraint("fk_orders_{n}_parent", "orders_{n}", type_="foreignkey")
""",
    ),
]

ENV_PY = '''
from logging.config import fileConfig

from alembic import context
from sqlalchemy import engine_from_config, pool

config = context.config
fileConfig(config.config_file_name)


def run_migrations_offline():
    context.configure(url=config.get_main_option("sqlalchemy.url"), literal_binds=True, dialect_opts={"paramstyle": "named"})
    with context.begin_transaction():
        context.run_migrations()


def run_migrations_online():
    connectable = engine_from_config(config.get_section(config.config_ini_section, {}), prefix="sqlalchemy.", poolclass=pool.NullPool)
    with connectable.connect() as connection:
        context.configure(connection=connection)
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
'''

INI = """[alembic]
script_location = %(here)s/migrations
sqlalchemy.url = {url}

[loggers]
keys = root
[handlers]
keys = console
[formatters]
keys = plain
[logger_root]
level = WARNING
handlers = console
[handler_console]
class = StreamHandler
args = (sys.stderr,)
level = NOTSET
formatter = plain
[formatter_plain]
format = %(levelname)s %(message)s
"""


def make_project(folder: pathlib.Path, count: int, url: str):
    versions = folder / "migrations" / "versions"
    versions.mkdir(parents=True)
    (folder / "alembic.ini").write_text(INI.replace("{url}", url))
    (folder / "migrations" / "env.py").write_text(ENV_PY)
    parent = None
    for number in range(count):
        up, down = (text.format(n=number // len(TURNS)) for text in TURNS[number % len(TURNS)])
        name = f"{number * 2654435761 % 2**48:012x}"
        text = HEADER.format(number=number, id=name, parent=parent, upgrade=up.strip("\n"), downgrade=down.strip("\n"))
        (versions / f"{name}_change_number_{number}.py").write_text(text)
        parent = name


class Figures:
    def __init__(self):
        self.seconds, self.kilobytes, self.output = [], 0, b""

    @property
    def median(self):
        return statistics.median(self.seconds)

    def run(self, command: list[str], folder: pathlib.Path):
        with tempfile.TemporaryFile() as out:
            start = time.perf_counter()
            process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE)
            error = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
            self.seconds.append(time.perf_counter() - start)
            if status:
                sys.exit(f"{shlex.join(command)}: {error.decode()[-2000:]}")
            out.seek(0)
            self.output = out.read()
        self.kilobytes = max(self.kilobytes, usage.ru_maxrss)


class Server:
    """A PostgreSQL server of its own, on a Unix socket."""

    def __init__(self, folder: pathlib.Path):
        binaries = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))
        self.bin = pathlib.Path(os.environ.get("PG_BIN") or binaries[-1])
        self.folder = folder
        self.user = "postgres" if os.geteuid() == 0 else None
        if self.user:
            shutil.chown(folder, self.user)
        self.do("initdb", "-D", str(folder / "data"), "-A", "trust", "-U", "postgres", "--no-sync")
        self.do("pg_ctl", "-D", str(folder / "data"), "-w", "-l", str(folder / "log"),
                "-o", f"-k {folder} -c listen_addresses=''", "start")

    def do(self, name: str, *arguments: str):
        command = [str(self.bin / name), *arguments]
        if self.user:
            command = ["runuser", "-u", self.user, "--", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=self.folder)

    def fresh(self) -> str:
        """An empty database's URL. What the disk still owes to the one before it is written first."""
        self.do("dropdb", "-h", str(self.folder), "-U", "postgres", "--if-exists", "bench")
        self.do("createdb", "-h", str(self.folder), "-U", "postgres", "bench")
        self.do("psql", "-h", str(self.folder), "-U", "postgres", "-q", "-c", "CHECKPOINT", "bench")
        os.sync()
        return f"postgresql://postgres@/bench?host={self.folder}"

    def stop(self):
        self.do("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")


def offline(folder, commands, runs):
    figures = {name: Figures() for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            figures[name].run([*command, "upgrade", "head", "--sql"], folder)
    ours, theirs = figures["limbeck"], figures["alembic"]
    if ours.output != theirs.output:
        sys.exit("the scripts differ")
    for name, one in figures.items():
        print(f"upgrade head --sql  {name:8} {one.median * 1000:9.1f} ms {one.kilobytes / 1024:7.1f} MiB")
    print(f"                    {theirs.median / ours.median:.1f} times faster, "
          f"{ours.kilobytes / theirs.kilobytes:.2f} of the memory")
    return ours.output


def online(folder, commands, script, runs):
    place = folder / "server"
    place.mkdir()
    folder.chmod(0o755)
    server = Server(place)
    try:
        (folder / "script.sql").write_bytes(script)
        figures = {name: Figures() for name in ("psql", *commands)}
        for number in range(runs):
            # Forth and back: a disk is not as fast after it was busy.
            for name in list(figures)[:: -1 if number % 2 else 1]:
                one = figures[name]
                url = server.fresh()
                if name == "psql":
                    command = [str(server.bin / "psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", "script.sql", url]
                else:
                    (folder / "alembic.ini").write_text(INI.replace("{url}", url))
                    command = [*commands[name], "upgrade", "head"]
                one.run(command, folder)
        psql, ours, theirs = (figures[name].median for name in ("psql", "limbeck", "alembic"))
        for name, one in figures.items():
            print(f"upgrade head        {name:8} {one.median * 1000:9.1f} ms {one.kilobytes / 1024:7.1f} MiB")
        print(f"                    {ours / psql:.2f} times psql, {theirs / ours:.1f} times faster than alembic")
    finally:
        server.stop()


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1].removeprefix("usage: "))
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("--revisions", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--offline-only", action="store_true")
    options = parser.parse_args()
    commands = {
        "limbeck": [str(options.binary.resolve())],
        "alembic": [*shlex.split(os.environ.get("REFERENCE", "python3")), "-m", "alembic"],
    }
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make_project(folder, options.revisions, "postgresql://")
        script = offline(folder, commands, options.runs)
        if not options.offline_only:
            online(folder, commands, script, options.runs)


if __name__ == "__main__":
    main()
