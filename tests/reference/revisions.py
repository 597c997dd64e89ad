#!/usr/bin/env python3
"""Measures how many revision files give the reference's SQL, byte for byte.

    PYTHONPATH=... revisions.py [options] LIMBECK FOLDER...

For every revision file below the folders that imports nothing beyond Alembic, SQLAlchemy and the standard
library, the file is copied alone into a project of its own (down_revision, depends_on and branch_labels set
to None), and `upgrade head --sql` and `downgrade REV:base --sql` run with the reference (imported by this
process, a fork per file) and with limbeck, on postgresql:// and sqlite://. Runs that the reference itself
fails are left out and counted. Where the two differ, the reference is asked again, in new processes: a script that
it answers differently from run to run (a new uuid4(), the time of day, the order of a set of texts) has no answer
that could be identical, and is counted apart. Each remaining difference is printed with its first differing line.

With --absent-imports files count that import more, too: what is installed beside the reference is used there, and
what is not is an object that does nothing. Both are what a revision file has where limbeck runs it.

Exit status: 0 where at least --at-least percent of the runs are identical.
"""

import argparse
import contextlib
import ast
import concurrent.futures
import hashlib
import io
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import traceback
import warnings

DIALECTS = {"postgresql": "postgresql://", "sqlite": "sqlite://"}
DIRECTIONS = ("upgrade", "downgrade")

ENV_PY = '''
from alembic import context

config = context.config


def run_migrations_offline():
    context.configure(
        url=config.get_main_option("sqlalchemy.url"),
        target_metadata=None,
        literal_binds=True,
        dialect_opts={"paramstyle": "named"},
    )
    with context.begin_transaction():
        context.run_migrations()


run_migrations_offline()
'''


def imported_packages(tree):
    """The top-level packages that a module imports; None stands for a relative import."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name.split(".")[0]
        elif isinstance(node, ast.ImportFrom):
            yield None if node.level else node.module.split(".")[0]


def header_assignments(tree):
    """(name, value node) of the module's own assignments to the header's names."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    yield target.id, node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            yield node.target.id, node.value


class Revision:
    """One file, detached from its chain."""

    absent_imports = False  # whether files that import more than the reference's packages count

    def __init__(self, project, path):
        self.project = project
        self.path = path
        self.text = path.read_text(encoding="utf-8")
        self.id = None

    def detach(self):
        """False where this is no revision file, or one that needs more than the reference's packages."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                tree = ast.parse(self.text)
        except SyntaxError:
            return False
        allowed = {"alembic", "sqlalchemy", "__future__"} | set(sys.stdlib_module_names)
        self.imports_more = any(name not in allowed for name in imported_packages(tree))
        if self.imports_more and not self.absent_imports:
            return False
        lines = self.text.encode().splitlines(keepends=True)
        cuts = []
        for name, value in header_assignments(tree):
            if name == "revision" and isinstance(value, ast.Constant) and isinstance(value.value, str):
                self.id = value.value
            if name in ("down_revision", "depends_on", "branch_labels"):
                cuts.append(value)
        if self.id is None:
            return False
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line))
        data = b"".join(lines)
        for value in sorted(cuts, key=lambda v: (v.lineno, v.col_offset), reverse=True):
            begin = starts[value.lineno - 1] + value.col_offset
            end = starts[value.end_lineno - 1] + value.end_col_offset
            data = data[:begin] + b"None" + data[end:]
        self.text = data.decode()
        return True

    def write(self, folder):
        versions = folder / "migrations" / "versions"
        versions.mkdir(parents=True)
        (versions / self.path.name).write_text(self.text, encoding="utf-8")
        (folder / "migrations" / "env.py").write_text(ENV_PY)
        (folder / "migrations" / "script.py.mako").write_text("")
        for dialect, url in DIALECTS.items():
            (folder / f"{dialect}.ini").write_text(
                f"[alembic]\nscript_location = migrations\nsqlalchemy.url = {url}\n"
            )

    def arguments(self, direction):
        return ["upgrade", "head"] if direction == "upgrade" else ["downgrade", f"{self.id}:base"]


def reference_runs(revision, folder):
    """{dialect/direction: text or None}, from a child process that may do to itself what it likes."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            data = pipe.read()
        os.waitpid(child, 0)
        return json.loads(data) if data else {}
    results = {}
    try:
        os.close(reading)
        os.chdir(folder)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        warnings.simplefilter("ignore")
        if revision.imports_more:
            from reference import AbsentFinder

            sys.meta_path.append(AbsentFinder())
            resource.setrlimit(resource.RLIMIT_CPU, (60, 60))  # a loop over what is absent never ends
        from alembic import command
        from alembic.config import Config

        for dialect in DIALECTS:
            for direction in DIRECTIONS:
                buffer = io.StringIO()
                config = Config(f"{dialect}.ini", output_buffer=buffer)
                try:
                    # What a script prints stands among the statements.
                    with contextlib.redirect_stdout(buffer):
                        getattr(command, direction)(config, revision.arguments(direction)[1], sql=True)
                    results[f"{dialect}/{direction}"] = buffer.getvalue()
                except BaseException:
                    results[f"{dialect}/{direction}"] = None
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(json.dumps(results).encode("utf-8", "surrogatepass"))
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(0)


def print_reference_run(imports_more, id, dialect, direction):
    """What --answer does, in the folder of one revision."""
    revision = Revision.__new__(Revision)  # what it is called is all that a run needs
    revision.id, revision.imports_more = id, imports_more
    print(json.dumps(reference_runs(revision, ".")[f"{dialect}/{direction}"]))


def changes_from_run_to_run(revision, folder, key, first):
    """Whether the reference gives another text in one of a few new processes."""
    answer = "--answer-absent" if revision.imports_more else "--answer"
    for seed in range(1, 6):
        done = subprocess.run(
            [sys.executable, os.path.abspath(__file__), answer, revision.id, *key.split("/")], cwd=folder,
            env={**os.environ, "PYTHONHASHSEED": str(seed)}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        if done.returncode == 0 and json.loads(done.stdout) != first:
            return True
    return False


def limbeck_run(limbeck, revision, folder, dialect, direction):
    command = [limbeck, "-c", f"{dialect}.ini", *revision.arguments(direction), "--sql"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    try:
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        return None, "no end after 60 seconds"
    text = done.stdout.decode("utf-8", "replace")
    if done.returncode:
        return None, done.stderr.decode("utf-8", "replace").strip()
    return text, ""


def first_difference(expected, got):
    ours, theirs = got.splitlines(), expected.splitlines()
    for number, (a, b) in enumerate(zip(theirs, ours), 1):
        if a != b:
            return number, a, b
    number = min(len(ours), len(theirs)) + 1
    return number, (theirs + ["<end>"])[number - 1], (ours + ["<end>"])[number - 1]


def error_line(text):
    """The sentence of an error report, without the places around it."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return " | ".join(lines[-4:]) if lines else "<no message>"


class Measure:
    def __init__(self, arguments):
        self.arguments = arguments
        self.runs = self.failed = self.identical = self.unsteady = 0
        self.files = self.whole = 0
        self.per_project = {}
        self.differences = []

    def count(self, revision, expected, results, unsteady):
        project = self.per_project.setdefault(revision.project, [0, 0, 0, 0, 0])
        self.unsteady += len(unsteady)
        same = total = 0
        for key, text in expected.items():
            if text is None:
                self.failed += 1
                project[2] += 1
                continue
            if key in unsteady:
                continue
            total += 1
            got, error = results[key]
            if got == text:
                same += 1
            else:
                self.differences.append((revision, key, text, got, error))
        project[0] += 1
        project[1] += total
        project[3] += same
        project[4] += bool(total) and same == total
        self.runs += total
        self.identical += same
        self.files += bool(total)
        self.whole += bool(total) and same == total

    def report(self):
        for revision, key, expected, got, error in self.differences:
            print(f"{revision.path} [{key}]")
            if got is None:
                print(f"    {error_line(error)}")
            else:
                number, a, b = first_difference(expected, got)
                print(f"    line {number}: reference {a[:300]!r}")
                print(f"    line {number}: limbeck   {b[:300]!r}")
        for name, (files, runs, failed, same, whole) in sorted(self.per_project.items()):
            share = 100 * same / runs if runs else 100
            print(f"{name}: {files} files, {runs} reference runs ({failed} failed there), "
                  f"{same} identical ({share:.2f}%), {whole} files wholly")
        share = 100 * self.identical / self.runs if self.runs else 100
        print(f"total: {self.files} files, {self.runs} reference runs ({self.failed} failed there, {self.unsteady} "
              f"more change from run to run), "
              f"{self.identical} identical ({share:.2f}%), {self.whole} files wholly "
              f"({100 * self.whole / max(self.files, 1):.2f}%)")
        return share


def find_revisions(folders, wanted):
    for folder in map(pathlib.Path, folders):
        for path in sorted(folder.rglob("*.py")):
            if wanted and not any(word in str(path) for word in wanted):
                continue
            try:
                revision = Revision(folder.name, path)
            except UnicodeDecodeError:
                continue
            if "revision" in revision.text and revision.detach():
                yield revision


def expected_of(revision, folder, cache):
    mode = "absent imports\0" if revision.imports_more else ""
    name = hashlib.sha256((mode + ENV_PY + revision.path.name + "\0" + revision.text).encode()).hexdigest()
    if cache and (cache / name).exists():
        return json.loads((cache / name).read_text())
    expected = reference_runs(revision, folder)
    if cache:
        (cache / name).write_text(json.dumps(expected))
    return expected


def measure_file(revision, arguments, cache, work):
    folder = pathlib.Path(tempfile.mkdtemp(dir=work))
    try:
        revision.write(folder)
        expected = expected_of(revision, folder, cache)
        expected = {key: text for key, text in expected.items() if key.split("/")[0] in arguments.dialect}
        results = {}
        for key, text in expected.items():
            if text is not None:
                results[key] = limbeck_run(arguments.limbeck, revision, folder, *key.split("/"))
        unsteady = {key for key, (text, _) in results.items() if text is not None and text != expected[key]
                    and changes_from_run_to_run(revision, folder, key, expected[key])}
        return revision, expected, results, unsteady
    finally:
        shutil.rmtree(folder)


def import_reference():
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    import ordered_reference
    import alembic.command  # noqa: F401  (before the forks)
    import sqlalchemy.sql.schema

    # Tables keep their indexes and constraints in sets of objects, which have no order: that of declaration.
    sqlalchemy.sql.schema.set = ordered_reference.OrderedSet
    import sqlalchemy.dialects.postgresql  # noqa: F401
    import sqlalchemy.dialects.sqlite  # noqa: F401


def main():
    if sys.argv[1:2] in (["--answer"], ["--answer-absent"]):
        import_reference()
        print_reference_run(sys.argv[1] == "--answer-absent", *sys.argv[2:])
        return 0
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("limbeck")
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--cache", type=pathlib.Path, help="a folder that keeps the reference's answers")
    parser.add_argument("--only", action="append", help="files whose path contains this")
    parser.add_argument("--dialect", action="append", choices=list(DIALECTS))
    parser.add_argument("--absent-imports", action="store_true", help="files that import more than these, too")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--at-least", type=float, default=99.0)
    arguments = parser.parse_args()
    Revision.absent_imports = arguments.absent_imports
    arguments.limbeck = os.path.abspath(arguments.limbeck)
    arguments.dialect = arguments.dialect or list(DIALECTS)
    if arguments.cache:
        arguments.cache.mkdir(parents=True, exist_ok=True)

    import_reference()
    measure = Measure(arguments)
    with tempfile.TemporaryDirectory() as work, concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        running = [
            pool.submit(measure_file, revision, arguments, arguments.cache, work)
            for revision in find_revisions(arguments.folders, arguments.only)
        ]
        for one in running:
            measure.count(*one.result())
    return 0 if measure.report() >= arguments.at_least else 1


if __name__ == "__main__":
    sys.exit(main())
