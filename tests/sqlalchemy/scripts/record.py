"""Records what the reference prints for the scripts of this folder, each into a .out file beside it.

    PYTHONPATH=<alembic>:<sqlalchemy>/lib:<typing_extensions>/src python3.11 tests/sqlalchemy/scripts/record.py [FOLDER...]

The versions that printed them stand in VERSIONS. Tracebacks are not recorded: their frames would be the
reference's own; of an uncaught exception the last line is.
"""
import os
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent
environment = {
    "PATH": os.environ["PATH"],
    "PYTHONPATH": os.environ["PYTHONPATH"],
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONIOENCODING": "utf-8:surrogatepass",
    "PYTHONHASHSEED": "0",
}


def run(*arguments):
    return subprocess.run([sys.executable, "-W", "ignore", *arguments], cwd=here, capture_output=True, env=environment)


versions = run("-c", "import alembic, sqlalchemy; print('alembic', alembic.__version__, 'sqlalchemy', sqlalchemy.__version__)")
(here / "VERSIONS").write_bytes(versions.stdout)
for folder in sys.argv[1:] or sorted(p.name for p in here.iterdir() if p.is_dir()):
    for script in sorted((here / folder).glob("*.py")):
        done = run(f"{folder}/{script.name}")
        out = done.stdout
        if done.returncode:
            out += b"--- error\n" + done.stderr.strip().splitlines()[-1] + b"\n"
        script.with_suffix(".out").write_bytes(out)
