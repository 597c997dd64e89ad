#!/usr/bin/env python3
"""Records what the reference writes for the revisions in tests/alembic/revisions/, offline.

usage: record.py        (with the reference on PYTHONPATH)

Writes tests/alembic/recorded.json: for each file, dialect and direction the script, or under "error" the
exception that ended it.
"""

import io
import json
import multiprocessing
import os
import pathlib
import sys
import tempfile
import warnings

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "reference"))

import ordered_reference  # noqa: E402
import revisions  # noqa: E402

import sqlalchemy.sql.schema  # noqa: E402
from alembic import command  # noqa: E402
from alembic.config import Config  # noqa: E402

sqlalchemy.sql.schema.set = ordered_reference.OrderedSet


def run(revision, dialect, direction):
    buffer = io.StringIO()
    config = Config(f"{dialect}.ini", output_buffer=buffer)
    try:
        getattr(command, direction)(config, revision.arguments(direction)[1], sql=True)
    except Exception as error:
        text = str(error)
        # CommandErrors are sentences by themselves.
        name = type(error).__name__
        return {"error": text if name == "CommandError" else f"{name}: {text}"}
    return {"sql": buffer.getvalue()}


def answer(path, dialect, direction):
    revision = revisions.Revision("", path)
    assert revision.detach(), path
    with tempfile.TemporaryDirectory() as folder:
        revision.write(pathlib.Path(folder))
        os.chdir(folder)
        done = run(revision, dialect, direction)
        os.chdir(HERE)
    return f"{path.stem}/{dialect}/{direction}", done


def main():
    warnings.simplefilter("ignore")
    wanted = [
        (path, dialect, direction)
        for path in sorted((HERE / "revisions").glob("*.py"))
        for dialect in revisions.DIALECTS
        for direction in revisions.DIRECTIONS
    ]
    # A process for each: what a revision registers stays in its own.
    with multiprocessing.get_context("fork").Pool(2, maxtasksperchild=1) as pool:
        recorded = dict(pool.starmap(answer, wanted, chunksize=1))
    text = json.dumps(recorded, indent=1, ensure_ascii=False, sort_keys=True)
    (HERE / "recorded.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
