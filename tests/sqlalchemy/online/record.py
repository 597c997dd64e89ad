"""Records what the reference prints for the scripts of this folder, each on an empty PostgreSQL database of its own.

    PYTHONPATH=<alembic>:<sqlalchemy>/lib:<typing_extensions>/src python3.11 tests/sqlalchemy/online/record.py

The server is the one that psql finds (PGHOST, PGUSER).
"""
import os
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent
name = f"limbeck_record_{os.getpid()}"
url = f"postgresql+psycopg2:///{name}?host={os.environ.get('PGHOST', '')}&user={os.environ.get('PGUSER', '')}"


def admin(sql):
    subprocess.run(["psql", "-qX", "-d", "postgres", "-c", sql], check=True)


for script in sorted(here.glob("*.py")):
    if script.name == "record.py":
        continue
    admin(f"CREATE DATABASE {name}")
    try:
        done = subprocess.run(
            [sys.executable, "-W", "ignore", script], env=dict(os.environ, DATABASE_URL=url), capture_output=True
        )
        if done.returncode:
            sys.exit(done.stderr.decode())
        script.with_suffix(".out").write_bytes(done.stdout)
    finally:
        admin(f"DROP DATABASE {name}")
