#!/usr/bin/env python3
"""Revision files: limbeck evaluating their module level and calling their upgrade(), beside CPython importing them.

usage: revisions.py path/to/limbeck-modules [--count 1000] [--rounds 5]

The files are made here, as the reference's template writes them, with nothing in upgrade(). CPython imports them with
importlib, without reading or writing a cache; that alembic and sqlalchemy are imported already is not counted (they
must be there: PYTHONPATH). limbeck's time is everything, a new interpreter included. The best of the rounds counts.
Build limbeck-modules with -Dbuildtype=release.
"""
import argparse
import importlib.util
import os
import subprocess
import sys
import tempfile
import time

TEMPLATE = '''"""{message}

Revision ID: {id}
Revises: {parent}
Create Date: 2026-01-{day:02} 10:00:00.000000

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = {id!r}
down_revision: Union[str, Sequence[str], None] = {parent!r}
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    pass


def downgrade() -> None:
    """Downgrade schema."""
    pass
'''


def write_files(folder, count):
    paths = []
    parent = None
    for number in range(count):
        id = f"{number * 2654435761 % 2 ** 48:012x}"
        path = os.path.join(folder, f"{id}_change_{number}.py")
        with open(path, "w") as file:
            file.write(TEMPLATE.format(message=f"change {number}", id=id, parent=parent, day=number % 28 + 1))
        paths.append(path)
        parent = id
    return paths


def cpython(paths, rounds):
    import alembic.op
    import sqlalchemy
    sys.dont_write_bytecode = True
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        for number, path in enumerate(paths):
            spec = importlib.util.spec_from_file_location(f"module_{number}", path)
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            module.upgrade()
        best = min(best, time.perf_counter() - start)
    return best


def limbeck(tool, folder, paths, rounds):
    names = os.path.join(folder, "names.txt")
    with open(names, "w") as file:
        file.write("\n".join(paths) + "\n")
    done = subprocess.run([tool, "--rounds", str(rounds), "--call", "upgrade", "--list", names],
                          stdout=subprocess.PIPE, check=True, text=True)
    return min(map(float, done.stdout.split()))


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("tool")
    arguments.add_argument("--count", type=int, default=1000)
    arguments.add_argument("--rounds", type=int, default=5)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = write_files(folder, options.count)
        ours = limbeck(options.tool, folder, paths, options.rounds)
        theirs = cpython(paths, options.rounds)
    print(f"{options.count} files: limbeck {ours * 1000:.1f} ms, CPython {sys.version.split()[0]} "
          f"{theirs * 1000:.1f} ms: {theirs / ours:.1f} times as fast")


if __name__ == "__main__":
    main()
