#!/usr/bin/env python3
"""A project with a random chain: bases, branches, merges, labels and dependencies. The same seed, the same project.

usage: make_project.py FOLDER --seed N [--revisions N] [--form py|sql] [--straight]

`--form sql` writes the same chain as SQL revisions, whose bodies are empty: their plans can be run without a word of
Python. env.py is there for the reference; limbeck.yaml asks limbeck for its built-in environment.
"""
import argparse
import dataclasses
import pathlib
import random

INI = """\
[alembic]
script_location = scripts
sqlalchemy.url = sqlite:///chain.db

[loggers]
keys = root,alembic

[handlers]
keys = console

[formatters]
keys = generic

[logger_root]
level = WARNING
handlers = console
qualname =

[logger_alembic]
level = INFO
handlers =
qualname = alembic

[handler_console]
class = StreamHandler
args = (sys.stderr,)
level = NOTSET
formatter = generic

[formatter_generic]
format = %(levelname)-5.5s [%(name)s] %(message)s
"""

ENV = '''\
from logging.config import fileConfig

from alembic import context
from sqlalchemy import engine_from_config, pool

config = context.config
fileConfig(config.config_file_name)

if context.is_offline_mode():
    context.configure(
        url=config.get_main_option("sqlalchemy.url"),
        target_metadata=None,
        literal_binds=True,
        dialect_opts={"paramstyle": "named"},
    )
    with context.begin_transaction():
        context.run_migrations()
else:
    engine = engine_from_config(config.get_section(config.config_ini_section, {}), prefix="sqlalchemy.",
                                poolclass=pool.NullPool)
    with engine.connect() as connection:
        context.configure(connection=connection, target_metadata=None)
        with context.begin_transaction():
            context.run_migrations()
'''

MESSAGES = [
    "create account table", "add a column", "drop it again", "merge heads", "naïve café — ünïcode", "x",
    "a message that goes on for rather longer than one line of a terminal would hold, to see what becomes of it",
    "50% of \"quoted\" text", "trailing space ", "first line\n\nand a longer story\nover several lines",
]


@dataclasses.dataclass
class Revision:
    id: str
    parents: list[str]
    depends: list[str]
    labels: list[str]
    message: str
    date: str


def make_chain(seed: int, count: int, straight: bool = False) -> list[Revision]:
    chance = random.Random(seed)
    revisions: list[Revision] = []
    by_id: dict[str, Revision] = {}
    # What each revision stands on, itself included: nothing depends on its own descendants.
    below: dict[str, set[str]] = {}
    heads: list[str] = []
    labelled: set[str] = set()
    for number in range(count):
        while True:
            id_ = f"{chance.getrandbits(48):012x}"
            # Some ids share their first letters, so that partial ones are ambiguous.
            if revisions and chance.random() < 0.15:
                id_ = chance.choice(revisions).id[:5] + id_[5:]
            if id_ not in by_id:
                break
        roll = chance.random()
        if not revisions or (not straight and roll < 0.05):
            parents = []
        elif not straight and roll < 0.18 and len(heads) > 1:
            parents = chance.sample(heads, chance.randint(2, min(3, len(heads))))
        elif not straight and roll < 0.33:
            parents = [chance.choice(revisions).id]
        else:
            parents = [chance.choice(heads)]
        # A merge of a revision and what it stands on is no merge.
        parents = [p for p in parents if not any(p != q and p in below[q] for q in parents)]
        stands_on = {id_}.union(*(below[p] for p in parents))
        depends = []
        if not straight and revisions and chance.random() < 0.12:
            others = [r for r in revisions if r.id not in stands_on] or revisions
            target = chance.choice(others)
            depends = [target.labels[0] if target.labels and chance.random() < 0.5 else target.id]
            stands_on |= below[target.id]
        labels = []
        # A label belongs to a whole branch: at most one on a line, so that it is never given twice.
        if not straight and chance.random() < 0.15 and not (stands_on & labelled):
            labels = [f"label{number}"] + ([f"also{number}"] if chance.random() < 0.3 else [])
        revision = Revision(
            id_, parents, depends, labels, chance.choice(MESSAGES),
            f"2024-{1 + number // 28 % 12:02d}-{1 + number % 28:02d} 09:{number % 60:02d}:07.123456")
        revisions.append(revision)
        by_id[id_] = revision
        below[id_] = stands_on
        if labels:
            labelled.add(id_)
        heads = [h for h in heads if h not in parents] + [id_]
    return revisions


def literal(items: list[str], empty: str = "None") -> str:
    if not items:
        return empty
    return repr(items[0]) if len(items) == 1 else repr(tuple(items))


def python_file(r: Revision) -> str:
    revises = f"Revises: {', '.join(r.parents)}"
    return f'''"""{r.message.replace('"', chr(92) + '"')}

Revision ID: {r.id}
{revises}
Create Date: {r.date}

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = {r.id!r}
down_revision = {literal(r.parents)}
branch_labels = {literal(r.labels)}
depends_on = {literal(r.depends)}


def upgrade():
    pass


def downgrade():
    pass
'''


def sql_file(r: Revision) -> str:
    lines = [*r.message.splitlines(), "", f"Revision ID: {r.id}", f"Revises: {', '.join(r.parents)}"]
    if r.labels:
        lines.append(f"Branch Labels: {', '.join(r.labels)}")
    if r.depends:
        lines.append(f"Depends On: {', '.join(r.depends)}")
    lines.append(f"Create Date: {r.date}")
    return "".join(f"-- {line}\n" if line else "--\n" for line in lines) + "\n-- upgrade\n\n-- downgrade\n"


def write_project(folder: pathlib.Path, chain: list[Revision], form: str) -> None:
    versions = folder / "scripts" / "versions"
    versions.mkdir(parents=True)
    (folder / "alembic.ini").write_text(INI, encoding="utf-8")
    (folder / "limbeck.yaml").write_text("env: builtin\n", encoding="utf-8")
    (folder / "scripts" / "env.py").write_text(ENV, encoding="utf-8")
    for r in chain:
        slug = "_".join("".join(c if c.isascii() and c.isalnum() else " " for c in r.message).split())[:40].lower()
        name = f"{r.id}_{slug}.{form}"
        (versions / name).write_text(python_file(r) if form == "py" else sql_file(r), encoding="utf-8")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--seed", type=int, required=True)
    arguments.add_argument("--revisions", type=int, default=30)
    arguments.add_argument("--form", choices=("py", "sql"), default="py")
    arguments.add_argument("--straight", action="store_true", help="one line, no branches")
    given = arguments.parse_args()
    write_project(given.folder, make_chain(given.seed, given.revisions, given.straight), given.form)


if __name__ == "__main__":
    main()
