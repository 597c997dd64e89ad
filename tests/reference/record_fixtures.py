"""Records what the reference prints with --sql for the fixtures whose revisions are Python: every step up and down,
and the whole chain both ways, on PostgreSQL and on SQLite.

    PYTHONPATH=<alembic>:<sqlalchemy>/lib:<typing_extensions>/src python3.11 tests/reference/record_fixtures.py [NAME...]

Each command's standard output goes to fixtures/NAME/expected/DIALECT/<command>.sql, where a command reads
"upgrade_0024_0025" for `upgrade 0024:0025 --sql`. Where the reference fails, its sentence stands in <command>.err.
The versions that printed them stand in fixtures/NAME/expected/VERSIONS. tests/e2e/fixtures_test.cpp compares.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

FIXTURES = pathlib.Path(__file__).resolve().parents[2] / "fixtures"
URLS = {"postgresql": "postgresql:///expected", "sqlite": "sqlite:///expected.db"}


def alembic(project, url, *arguments):
    environment = dict(os.environ, DATABASE_URL=url, PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1")
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "alembic", *arguments], cwd=project, env=environment, capture_output=True, text=True
    )


def chain_of(project):
    """The revisions, from the base on."""
    out = alembic(project, URLS["sqlite"], "history").stdout
    return [line.split(" -> ")[1].split(",")[0].split()[0] for line in out.splitlines() if " -> " in line][::-1]


def record(name):
    fixture = FIXTURES / name
    expected = fixture / "expected"
    shutil.rmtree(expected, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / name
        shutil.copytree(fixture, project)
        chain = ["base", *chain_of(project)]
        steps = [("upgrade", a, b) for a, b in zip(chain, chain[1:])]
        steps += [("downgrade", b, a) for a, b in zip(chain, chain[1:])]
        steps += [("upgrade", "base", "head"), ("downgrade", "head", "base")]
        for dialect, url in URLS.items():
            (expected / dialect).mkdir(parents=True)
            for command, start, end in steps:
                done = alembic(project, url, command, f"{start}:{end}", "--sql")
                file = expected / dialect / f"{command}_{start}_{end}.sql"
                file.write_text(done.stdout)
                if done.returncode:
                    file.with_suffix(".err").write_text(done.stderr.strip().splitlines()[-1] + "\n")
    versions = "import alembic, sqlalchemy; print('alembic', alembic.__version__, 'sqlalchemy', sqlalchemy.__version__)"
    (expected / "VERSIONS").write_bytes(subprocess.run([sys.executable, "-c", versions], capture_output=True).stdout)
    print(name, len(steps), "commands on", ", ".join(URLS))


for each in sys.argv[1:] or sorted(p.parent.name for p in FIXTURES.glob("*/alembic.ini")):
    record(each)
