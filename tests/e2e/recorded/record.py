"""Records what the reference prints for the projects of this folder.

    PYTHONPATH=<alembic>:<sqlalchemy>/lib:<typing_extensions>/src[:<packages>] python3.11 tests/e2e/recorded/record.py [PROJECT...]

Each project has a file `commands`, a line of arguments each; what the lines print on standard output, one
after the other in one copy of the project, goes into `expected.out` under the line. Nothing of the machine
may stand in it. A project without an env.py gets plain_env.py.
"""
import pathlib
import shutil
import os
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent
environment = {
    "PATH": os.environ["PATH"],
    "PYTHONPATH": os.environ["PYTHONPATH"],
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONHASHSEED": "0",
}
for name in sys.argv[1:] or sorted(p.parent.name for p in here.glob("*/commands")):
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / name
        shutil.copytree(here / name, copy)
        if not (copy / "migrations" / "env.py").exists():
            shutil.copy(here / "plain_env.py", copy / "migrations" / "env.py")
        out = b""
        for line in (copy / "commands").read_text().splitlines():
            done = subprocess.run(
                [sys.executable, "-W", "ignore", "-m", "alembic", *line.split()],
                cwd=copy,
                capture_output=True,
                env=environment,
            )
            if done.returncode:
                sys.stderr.write(done.stderr.decode())
            out += b"$ " + line.encode() + b"\n" + done.stdout
        (here / name / "expected.out").write_bytes(out)
