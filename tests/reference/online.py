"""Runs whole chains through limbeck and through the reference, each on an empty database of its own, and compares
what stands in the two databases: on PostgreSQL `pg_dump` of the schema and of the rows, on SQLite sqlite_master and
the rows of every table.

    PYTHONPATH=<alembic>:<sqlalchemy>/lib:<typing_extensions>/src python3.11 tests/reference/online.py \
        [--limbeck build/limbeck] [--sqlite] [--plain-env] [--each] [--past] [--down] [--keep-going]
        [--absent-imports] PROJECT...

PROJECT is a folder with an alembic.ini (or the ini file itself). It is copied; nothing is written to it. --plain-env
puts a plain env.py in the copy, for projects whose own needs an application. Without --sqlite the server is the one
that psql finds (PGHOST, PGUSER): two databases are made there and dropped again. --each goes revision by revision and
says at which one the two part; --down goes back to the base afterwards and up again. Where both stop with an error
the state at which they stopped is compared. --past goes on after a revision that the reference fails at: limbeck is
brought as far as the reference came, the two are compared (and where they differ, again after each revision, from the
same state), limbeck tries that revision, too, and then both begin at the next one from the reference's state; with
--down both then go back to the base one revision at a time, in the same manner.
--absent-imports gives the reference an object that does nothing for each module that is not installed, so that a chain
whose files import an application can run where nothing depends on it.

Exit status 0 where every comparison was equal.
"""
import argparse
import configparser
import difflib
import os
import pathlib
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback
import warnings

from reference import AbsentFinder

PLAIN_ENV = '''\
import logging
import os
import sys
from alembic import context
from sqlalchemy import create_engine, pool

log = logging.getLogger("alembic")
log.setLevel(logging.INFO)
log.addHandler(logging.StreamHandler(sys.stderr))
context.config.set_main_option("sqlalchemy.url", os.environ["DATABASE_URL"].replace("%", "%%"))

if context.is_offline_mode():
    context.configure(url=os.environ["DATABASE_URL"], literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()
else:
    with create_engine(os.environ["DATABASE_URL"], poolclass=pool.NullPool).connect() as connection:
        context.configure(connection=connection, transaction_per_migration=True)
        with context.begin_transaction():
            context.run_migrations()
'''


class Postgres:
    name = "postgresql"

    def __init__(self, label):
        self.database = f"limbeck_online_{label}_{os.getpid()}"
        host, user = os.environ.get("PGHOST", ""), os.environ.get("PGUSER", "")
        self.url = f"postgresql+psycopg2:///{self.database}?host={host}&user={user}"
        self.admin(f'DROP DATABASE IF EXISTS "{self.database}"')
        self.admin(f'CREATE DATABASE "{self.database}"')

    def admin(self, sql):
        subprocess.run(["psql", "-qX", "-d", "postgres", "-c", sql], check=True, stderr=subprocess.DEVNULL)

    def prepare(self, sql):
        subprocess.run(["psql", "-qX", "-d", self.database, "-c", sql], check=True, stderr=subprocess.DEVNULL)

    def state(self):
        def dump(*options):
            out = subprocess.run(
                ["pg_dump", "-d", self.database, "--no-owner", *options], check=True, capture_output=True, text=True
            ).stdout
            return [line for line in out.splitlines() if not line.startswith(("--", "\\restrict", "\\unrestrict"))]

        rows = dump("--data-only", "--inserts")
        return dump("--schema-only"), [line for line in rows if line.startswith("INSERT")]

    def become(self, other):
        self.drop()
        self.admin(f'CREATE DATABASE "{self.database}" TEMPLATE "{other.database}"')

    def drop(self):
        self.admin(f'DROP DATABASE IF EXISTS "{self.database}"')


class Sqlite:
    name = "sqlite"

    def __init__(self, label, folder):
        self.file = pathlib.Path(folder) / f"{label}.db"
        self.url = f"sqlite:///{self.file}"

    def prepare(self, sql):
        with sqlite3.connect(self.file) as connection:
            connection.executescript(sql)

    def state(self):
        out, found = [], []
        with sqlite3.connect(self.file) as connection:
            master = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
            for kind, name, table, sql in sorted(master, key=lambda row: (row[0], row[1])):
                out += [f"{kind} {name} on {table}"] + constraints_sorted((sql or "").splitlines())
            for kind, name, _, _ in sorted(master):
                if kind == "table":
                    rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()
                    found += [f"{name}: {row}" for row in rows]
        return out, found

    def become(self, other):
        self.drop()
        if other.file.exists():
            shutil.copyfile(other.file, self.file)

    def drop(self):
        self.file.unlink(missing_ok=True)


def constraints_sorted(lines):
    """A batch writes the constraints that it has read in the order of a set."""
    lines = [line.rstrip(", ") for line in lines]
    starts = ("\tCONSTRAINT ", "\tFOREIGN KEY", "\tUNIQUE ", "\tCHECK ")
    return [line for line in lines if not line.startswith(starts)] + sorted(
        line for line in lines if line.startswith(starts)
    )


def settled(schema, rows):
    """The state without its moments and random identifiers, which no two runs share; rows have no order."""
    return without_times(schema) + sorted(without_times(rows))


def without_times(lines):
    moment = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d(:?\d\d)?)?")
    unique = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}")
    return [unique.sub("<uuid>", moment.sub("<moment>", line)) for line in lines]


class Runner:
    """Runs a program's commands on one database."""

    def __init__(self, command, project, ini, database):
        self.command, self.project, self.ini, self.database = command, project, ini, database
        self.environment = dict(os.environ, DATABASE_URL=database.url)
        self.environment.pop("LIMBECK_URL", None)
        self.environment.pop("PYTHONPATH", None)  # limbeck finds nothing installed

    def run(self, *arguments):
        done = subprocess.run(
            [*self.command, "-c", self.ini, *arguments],
            cwd=self.project,
            env=self.environment,
            capture_output=True,
            text=True,
        )
        return done.returncode, done.stdout, done.stderr


class Reference(Runner):
    """Imported once, here, and forked for each command: its start costs more than most steps."""

    def __init__(self, absent_imports, project, ini, database):
        super().__init__(["alembic"], project, ini, database)
        self.absent_imports = absent_imports
        import alembic.autogenerate
        import alembic.command
        import alembic.config
        import sqlalchemy.dialects.postgresql.psycopg2
        import sqlalchemy.dialects.sqlite  # noqa: F401  what the commands import late, before the fork

        self.main = alembic.config.main

    def run(self, *arguments):
        with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
            sys.stdout.flush()
            pid = os.fork()
            if pid == 0:
                self.child(arguments, out, err)
            status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            out.seek(0)
            err.seek(0)
            return status, out.read(), err.read()

    def child(self, arguments, out, err):
        status = 1
        try:
            os.chdir(self.project)
            os.environ.clear()
            os.environ.update(self.environment)
            os.dup2(out.fileno(), 1)
            os.dup2(err.fileno(), 2)
            resource.setrlimit(resource.RLIMIT_CPU, (60, 60))  # a loop over what is absent never ends
            sys.path[0] = str(self.project)
            warnings.simplefilter("ignore")
            if self.absent_imports:
                sys.meta_path.append(AbsentFinder())
            sys.argv = [*self.command, "-c", self.ini, *arguments]
            self.main(prog="alembic", argv=sys.argv[1:])
            status = 0
        except SystemExit as stop:
            status = stop.code if isinstance(stop.code, int) else 0 if stop.code is None else 1
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)


def compare(what, ours, reference):
    """Whether both databases are in the same state; prints where they differ."""
    own, theirs = settled(*ours.database.state()), settled(*reference.database.state())
    if own == theirs:
        return True
    print(f"    differs after {what}:")
    for line in list(difflib.unified_diff(theirs, own, "reference", "limbeck", lineterm="", n=1))[:40]:
        print("      " + line)
    return False


def stopped_at(said):
    """The revision that was under way when a run ended, if its log says so."""
    found = steps_of(said)
    return found[-1] if found else ""


def steps_of(said):
    """In their order; a revision that sets up logging anew has each line of the log written twice."""
    return list(dict.fromkeys(re.findall(r"Running upgrade .*?-> ([^\s,(]+)", said)))


def step(what, arguments, ours, reference):
    """(whether the two are equal, whether both went on, where both stopped)"""
    theirs, own = reference.run(*arguments), ours.run(*arguments)
    equal = compare(what, ours, reference)
    at = stopped_at(theirs[2])
    if at != stopped_at(own[2]):
        print(f"    {what}: limbeck's last was {stopped_at(own[2])!r}, the reference's {at!r}")
        equal = False
    if (own[0] == 0) != (theirs[0] == 0):
        who, said = ("limbeck", own[2]) if own[0] else ("the reference", theirs[2])
        print(f"    {what}: only {who} stopped: " + "\n      ".join(said.strip().splitlines()[-12:]))
        equal = False
    elif own[0]:
        print(f"    {what}: both stop at {at or 'the start'}: {reason(theirs[2])}")
        print(f"      limbeck: {reason(own[2])}")
    return equal, own[0] == 0 and theirs[0] == 0, at


def reason(text):
    lines = [line for line in text.strip().splitlines() if line.strip()]
    errors = [line for line in lines if re.match(r"([\w.]*(Error|Exception|Iteration)\b|FAILED|limbeck: )", line)]
    return (errors[0] if errors else lines[-1] if lines else "")[:200]


def revisions(runner):
    """Identifiers in the order of an upgrade."""
    _, out, _ = runner.run("history")
    found = [re.match(r".*? -> ([^\s,(]+)", line) for line in out.splitlines()]
    return [match.group(1) for match in found if match][::-1]


def chain(options, source, folder):
    source = pathlib.Path(source).resolve()
    ini = source if source.is_file() else source / "alembic.ini"
    project = pathlib.Path(folder) / "project"
    shutil.copytree(ini.parent, project, symlinks=True, ignore=shutil.ignore_patterns(".git", "node_modules", "*.db"))
    if options.plain_env:
        parser = configparser.RawConfigParser()
        parser.read(ini)
        location = parser.get("alembic", "script_location").replace("%(here)s/", "")
        (project / location / "env.py").write_text(PLAIN_ENV)
    databases = [
        Sqlite(label, folder) if options.sqlite else Postgres(label) for label in ("own", "reference")
    ]
    try:
        for database in databases:
            for sql in options.prepare:
                database.prepare(sql)
        ours = Runner([os.path.abspath(options.limbeck)], project, ini.name, databases[0])
        reference = Reference(options.absent_imports, project, ini.name, databases[1])
        if not options.past:
            return follow(options, ours, reference)
        equal = follow_past(ours, reference)
        return back_past(ours, reference) and equal if options.down else equal
    finally:
        for database in databases:
            database.drop()


def follow(options, ours, reference):
    equal = True
    targets = revisions(ours) if options.each else []
    if options.each and not targets:
        print("    no revisions")
        return False
    steps = [("upgrade", target) for target in targets] or [("upgrade", "heads")]
    if options.down:
        steps += [("downgrade", "-1") for _ in targets] or [("downgrade", "base")]
        steps += [("upgrade", "heads")]
    while steps:
        arguments = steps.pop(0)
        same, goes_on, _ = step(" ".join(arguments), arguments, ours, reference)
        equal = equal and same
        if not goes_on or not same and not options.keep_going:
            break
    return equal


def bring(runner, targets):
    """To each of the targets, in their order; (the last one's end, those that did not run)"""
    left, done = list(targets), (0, "", "")
    while left and not done[0]:
        # The last one runs those that it depends on; of several branches others may be left.
        done = runner.run("upgrade", left[-1])
        ran = steps_of(done[2])
        left = [target for target in left if target not in (ran[:-1] if done[0] else ran)]
        if not ran:
            break
    return done, left


def catch_up(targets, ours, reference):
    """Limbeck to where the reference came; true where it could."""
    done, left = bring(ours, targets)
    if done[0]:
        print(f"    only limbeck stops at {left[0]}:\n      " + "\n      ".join(done[2].splitlines()[-12:]))
    return not done[0]


def follow_past(ours, reference):
    """To the heads, past each revision at which the reference fails."""
    unequal, ran, passed = 0, 0, []
    begin, partial = type(reference.database)(*spare(reference, "begin")), type(reference.database)(*spare(reference, "partial"))
    try:
        while True:
            begin.become(reference.database)
            theirs = reference.run("upgrade", "heads")
            done = steps_of(theirs[2])
            if theirs[0] and (not done or done[-1] in passed):
                print(f"    the reference cannot go on: {reason(theirs[2])}")
                unequal += 1
                break
            whole = done[:-1] if theirs[0] else done
            ran += len(whole)
            if theirs[0] and isinstance(reference.database, Sqlite):
                # What the failing revision did stands in the file: the state before it is made again.
                partial.become(reference.database)
                reference.database.become(begin)
                bring(reference, whole)
            if not (catch_up(whole, ours, reference) and compare(f"{len(whole)} steps", ours, reference)):
                unequal += one_by_one(whole, ours, reference, begin)
            if not theirs[0]:
                break
            at = done[-1]
            passed.append(at)
            own = ours.run("upgrade", at)
            print(f"    the reference stops at {at}: {reason(theirs[2])}")
            print("      limbeck: " + (reason(own[2]) if own[0] else "goes on"))
            if isinstance(reference.database, Sqlite):
                reference.database.become(partial)
            if reference.run("stamp", at)[0]:
                break
            ours.database.become(reference.database)
    finally:
        begin.drop()
        partial.drop()
    print(f"    {ran} revisions ran, {unequal} of them unequal, {len(passed)} passed over, of {len(revisions(ours))}")
    return not unequal


def back_past(ours, reference):
    """From the heads to the base, step by step, past each revision at which the reference fails."""
    order = revisions(ours)[::-1]
    parents = parents_of(ours)
    ran, unequal, passed = 0, 0, []
    before = type(reference.database)(*spare(reference, "before"))
    try:
        for undone in order:
            target = parents[undone][0] if parents[undone] else "base"
            if len(parents[undone]) == 1 and sum(each == parents[undone] for each in parents.values()) > 1:
                target = f"{undone}@{parents[undone][0]}"  # of several branches only this one goes back
            elif not parents[undone] and sum(not each for each in parents.values()) > 1:
                target = f"{undone}@base"
            before.become(reference.database)
            theirs, own = reference.run("downgrade", target), ours.run("downgrade", target)
            if theirs[0]:
                passed.append(undone)
                if not own[0]:
                    print(f"    the reference cannot undo {undone}: {reason(theirs[2])}\n      limbeck: goes on")
                reference.database.become(before)
                if reference.run("stamp", *(parents[undone] or ["base"]))[0]:
                    print(f"    no way past {undone}")
                    break
                ours.database.become(reference.database)
                continue
            ran += 1
            if own[0]:
                print(f"    only limbeck cannot undo {undone}:\n      " + "\n      ".join(own[2].splitlines()[-12:]))
            if own[0] or not compare(f"undoing {undone}", ours, reference):
                unequal += 1
                ours.database.become(reference.database)
    finally:
        before.drop()
    print(f"    {ran} revisions undone, {unequal} of them unequal, {len(passed)} passed over, of {len(order)}")
    return not unequal


def parents_of(runner):
    """The revisions that each one follows."""
    _, out, _ = runner.run("history")
    found = [re.match(r"(.*?) -> ([^\s,(]+)", line) for line in out.splitlines()]
    return {m.group(2): [p for p in re.split(r"[,\s]+", m.group(1)) if p != "<base>"] for m in found if m}


def one_by_one(targets, ours, reference, begin):
    """Which of the revisions part the two; both go on from the reference's state."""
    unequal = 0
    ours.database.become(begin)
    reference.database.become(begin)
    for target in targets:
        reference.run("upgrade", target)
        if not (catch_up([target], ours, reference) and compare(target, ours, reference)):
            unequal += 1
            ours.database.become(reference.database)
    return unequal


def spare(runner, label):
    """What makes another database of the runner's kind."""
    database = runner.database
    return (label, database.file.parent) if isinstance(database, Sqlite) else (label,)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--limbeck", default="build/limbeck")
    parser.add_argument("--sqlite", action="store_true")
    parser.add_argument("--plain-env", action="store_true")
    parser.add_argument("--each", action="store_true")
    parser.add_argument("--past", action="store_true")
    parser.add_argument("--absent-imports", action="store_true")
    parser.add_argument("--down", action="store_true")
    parser.add_argument("--keep-going", action="store_true")
    parser.add_argument("--prepare", action="append", default=[], metavar="SQL", help="run in both databases first")
    parser.add_argument("projects", nargs="+")
    options = parser.parse_args()
    failed = 0
    for project in options.projects:
        print(project, "SQLite" if options.sqlite else "PostgreSQL", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            equal = chain(options, project, folder)
        print("  equal" if equal else "  NOT equal", flush=True)
        failed += not equal
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
