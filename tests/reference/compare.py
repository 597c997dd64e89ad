#!/usr/bin/env python3
"""Hold limbeck's answers against the reference's: standard output and exit status byte for byte, and the log lines.

    compare.py live BINARY [PROJECT...] [--seeds A-B] [--revisions N]     against the reference, now
    compare.py record FOLDER [--seeds A-B] [--revisions N]                what the reference says, for later
    compare.py replay FOLDER BINARY                                       against what was recorded

PROJECT is a folder with an alembic.ini, or one with a folder `versions` somewhere below, for which an ini is made.
Generated chains (--seeds) are compared as Python revisions (reports, stamps) and as SQL ones (plans, runs). REFERENCE
names the Python that has the reference, PYTHONPATH may lead to it. What the project's revision files import and is not
installed is replaced by stubs, on the reference's side alone.

Answers of the reference that change with the order of its sets (it is asked under several hash seeds) are compared
without regard to the order of lines. A traceback has no words to compare: there limbeck must fail, too.
"""
import argparse
import dataclasses
import difflib
import json
import os
import pathlib
import re
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import commands  # noqa: E402
import make_project  # noqa: E402
from reference import Limbeck, Place, Reference, Said  # noqa: E402

HASH_SEEDS = (0, 1, 2)


@dataclasses.dataclass
class Expected:
    """What the reference said, under each hash seed; one where all agree."""

    arguments: list[str]
    said: list[Said]


def traceback_in(said: Said) -> bool:
    return "Traceback (most recent call last)" in said.err


def log_lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(("INFO ", "WARNI", "ERROR", "DEBUG"))]


def unordered(lines: list[str]) -> list[list[str]]:
    """Lines in any order, and the names in a line in any order: a set of heads, a set of labels."""
    return sorted(sorted(re.split(r"[\s,()]+", line)) for line in lines)


def branches_into(texts) -> bool:
    """Whether a revision's children are listed, which the reference keeps in a set."""
    return any(re.search(r"(?m)^Branches into: .*,", text) for text in texts)


def difference(expected: Expected, got: Said) -> str | None:
    """What differs: None, "status", "output" or "log"."""
    if any(traceback_in(said) for said in expected.said):
        return None if got.status != 0 else "status"
    # argparse has words of its own about arguments; its status is compared.
    usage = expected.said[0].status == 2
    if got.status not in {said.status for said in expected.said}:
        return "status"
    if usage:
        return None
    for what, parts in (("output", lambda s: s.out.splitlines()), ("log", lambda s: log_lines(s.err))):
        if any(parts(got) == parts(said) for said in expected.said):
            continue
        # `current` walks a set of objects, whose order is that of their addresses: no hash seed settles it.
        varies = len(expected.said) > 1 or expected.arguments[0] == "current" or branches_into(said.out for said in expected.said)
        if varies and any(unordered(parts(got)) == unordered(parts(said)) for said in expected.said):
            continue
        return what
    return None


def ask(place: Place, program, project: pathlib.Path, session: list[list[str]]) -> list[Said]:
    folder = place.lay_out(project)
    answers = []
    for arguments in session:
        said = program.run(folder, arguments)
        answers.append(Said(said.status, place.neutral(said.out), place.neutral(said.err)))
    return answers


def without_form(said: Said) -> Said:
    """What was said about SQL or Python revisions without what tells them apart: the names of their files, white space at
    the end of a title, which a comment has not, and the lines of a comment's header that a docstring's has not."""
    neutral = [re.sub(r"(?m)^(Path: .*)\.(sql|py)$", r"\1", text) for text in (said.out, said.err)]
    neutral = [re.sub(r"(?m)^    (Depends On|Branch Labels): .*\n", "", text) for text in neutral]
    return Said(said.status, *(re.sub(r"(?m)[ ]+$", "", text) for text in neutral))


def expect(place: Place, references: list[Reference], project: pathlib.Path, session) -> list[Expected]:
    answers = [ask(place, reference, project, session) for reference in references]
    expected = []
    for arguments, *said in zip(session, *answers):
        distinct = [s for i, s in enumerate(said) if s not in said[:i]]
        expected.append(Expected(arguments, distinct))
    return expected


def same_form(form: str, expected: Expected, got: Said) -> tuple[Expected, Said]:
    """The recordings are of Python revisions; where SQL ones answer, what tells the two apart is put aside."""
    if form == "py":
        return expected, got
    return Expected(expected.arguments, [without_form(said) for said in expected.said]), without_form(got)


class Tally:
    def __init__(self, verbose: bool, shown: int):
        self.same = 0
        self.different = []
        self._verbose = verbose
        self._shown = shown

    def add(self, project: str, expected: Expected, got: Said) -> None:
        what = difference(expected, got)
        if what is None:
            self.same += 1
            return
        self.different.append(what)
        if len(self.different) > self._shown:
            return
        want = expected.said[0]
        print(f"--- {project}: {' '.join(expected.arguments)}: {what}"
              + (f" (status {want.status}, got {got.status})" if want.status != got.status else ""))
        for name, a, b in (("stdout", want.out, got.out), ("stderr", want.err, got.err)):
            if a != b and (name == "stdout" or what != "output"):
                lines = difflib.unified_diff(a.splitlines(), b.splitlines(), f"reference {name}", f"limbeck {name}", lineterm="", n=1)
                for line in list(lines)[: 60 if self._verbose else 14]:
                    print("    " + line[:200])

    def line(self) -> str:
        return f"{self.same} same, {len(self.different)} different"


def chain_sessions(chain, seed: int):
    """(form, sessions) of a generated chain."""
    ids = [r.id for r in chain]
    labels = [label for r in chain for label in r.labels]
    yield "py", [commands.reports(ids, labels, seed), *commands.sessions(ids, labels, seed)]
    yield "sql", [commands.plans(ids, labels, seed), *commands.runs(ids, labels, seed)]


# ---- projects as they are found --------------------------------------------------------------------------------

GENERIC_INI = """\
[alembic]
script_location = {location}
{versions}sqlalchemy.url = sqlite:///chain.db
""" + make_project.INI.partition("sqlalchemy.url = sqlite:///chain.db\n")[2]


def version_folders(project: pathlib.Path) -> list[pathlib.Path]:
    """Folders with Python files that have a `down_revision`, the largest first."""
    found = {}
    for file in project.rglob("*.py"):
        if any(part in ("node_modules", ".git", "site-packages", "tests", "test") for part in file.parts):
            continue
        text = file.read_bytes()
        if b"\ndown_revision" in text and b"\nrevision" in text:
            found.setdefault(file.parent, []).append(file)
    return sorted(found, key=lambda folder: (-len(found[folder]), folder))


def generic_projects(project: pathlib.Path, scratch: pathlib.Path, with_code: bool = False):
    """Each chain of the project as a project of its own: its revision files, a plain ini, a plain env.py. `with_code`
    lets revision files import the project's own code."""
    folders = version_folders(project)
    groups: list[list[pathlib.Path]] = []
    for folder in folders:
        # expand/, contract/ and the like below one folder are one chain.
        for group in groups:
            if any(folder.is_relative_to(member) or member.is_relative_to(folder)
                   or (set(folder.parts) & {"expand", "contract"} and folder.parent.parent == member.parent.parent)
                   for member in group):
                group.append(folder)
                break
        else:
            groups.append([folder])
    for group in groups:
        top = pathlib.Path(os.path.commonpath(group))
        name = "/".join(top.relative_to(project.parent).parts)
        target = scratch / (name.replace("/", "_") + ("_with_code" if with_code else ""))
        shutil.copytree(top, target / "scripts" / "versions", ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
        places = [target / "scripts" / "versions" / f.relative_to(top) for f in group]
        versions = ""
        if len(places) > 1 or places[0] != target / "scripts" / "versions":
            locations = " ".join("%(here)s/" + str(p.relative_to(target)) for p in places)
            versions = f"version_locations = {locations}\npath_separator = space\n"
        if with_code:
            versions += f"prepend_sys_path = {project}\n"
        (target / "alembic.ini").write_text(GENERIC_INI.format(location="%(here)s/scripts", versions=versions))
        (target / "limbeck.yaml").write_text("env: builtin\n")
        (target / "scripts" / "env.py").write_text(make_project.ENV)
        yield name, target


def ids_of(project: pathlib.Path, reference: Reference) -> tuple[list[str], list[str]]:
    said = reference.run(project, ["history", "-v"])
    ids = [line.split()[1] for line in said.out.splitlines() if line.startswith("Rev: ")]
    labels = sorted({name for line in said.out.splitlines() if line.startswith("Branch names: ") for name in line[14:].split(", ")})
    if not ids:
        print(f"    the reference has no history: {said.out.strip()[-200:]} {said.err.strip()[-300:]}")
    return ids, labels


# ---- the three commands ----------------------------------------------------------------------------------------


def seeds_of(text: str) -> range:
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def size_of(seed: int, given: int | None) -> int:
    """Small chains and large ones."""
    return given or 3 + seed * 7 % 23


def live(given) -> int:
    limbeck = Limbeck(given.binary)
    place = Place()
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        if given.projects:
            references = [Reference(seed, stub_imports=True) for seed in HASH_SEEDS[: 1 if given.few else 2]]
            for project in given.projects:
                with_code = dict(generic_projects(project.resolve(), scratch, with_code=True))
                for name, folder in generic_projects(project.resolve(), scratch):
                    ids, labels = ids_of(place.lay_out(folder), references[0])
                    if not ids:
                        folder = with_code[name]
                        ids, labels = ids_of(place.lay_out(folder), references[0])
                    if not ids:
                        print(f"{name}: the reference cannot read it")
                        failed += 1
                        continue
                    tally = Tally(given.verbose, given.shown)
                    shows, ranges, databases = (4, 4, 1) if given.few else (20, 16, 3)
                    reports = commands.reports(ids, labels, 1, shows=shows, ranges=ranges)
                    for session in [reports, *commands.sessions(ids, labels, 1, count=databases)]:
                        for expected, got in zip(expect(place, references, folder, session), ask(place, limbeck, folder, session)):
                            tally.add(name, expected, got)
                    print(f"{name}: {len(ids)} revisions: {tally.line()}", flush=True)
                    failed += len(tally.different)
        if given.seeds:
            references = [Reference(seed) for seed in HASH_SEEDS[:2]]
            print(references[0].version)
            total = Tally(given.verbose, given.shown)
            for seed in seeds_of(given.seeds):
                chain = make_project.make_chain(seed, size_of(seed, given.revisions))
                for form, sessions in chain_sessions(chain, seed):
                    folder = scratch / f"seed{seed}{form}"
                    make_project.write_project(folder, chain, form)
                    twin = scratch / f"seed{seed}reference"
                    shutil.rmtree(twin, ignore_errors=True)
                    make_project.write_project(twin, chain, "py")
                    for session in sessions:
                        for expected, got in zip(expect(place, references, twin, session), ask(place, limbeck, folder, session)):
                            total.add(f"seed {seed} as {form}", *same_form(form, expected, got))
            print(f"generated chains: {total.line()}")
            failed += len(total.different)
    return 1 if failed else 0


def record(given) -> int:
    references = [Reference(seed) for seed in HASH_SEEDS]
    place = Place()
    given.folder.mkdir(parents=True, exist_ok=True)
    (given.folder / "reference.txt").write_text(references[0].version + "\n")
    with tempfile.TemporaryDirectory() as scratch:
        for seed in seeds_of(given.seeds):
            size = size_of(seed, given.revisions)
            chain = make_project.make_chain(seed, size)
            twin = pathlib.Path(scratch) / f"seed{seed}"
            make_project.write_project(twin, chain, "py")
            # A session is a list of [arguments, [answers]]; every text is written once and named by its number.
            texts: dict[str, int] = {}
            forms = {}
            for form, sessions in chain_sessions(chain, seed):
                forms[form] = [
                    [[e.arguments, [[s.status, texts.setdefault(s.out, len(texts)), texts.setdefault(tidy(s.err), len(texts))]
                                    for s in e.said]] for e in expect(place, references, twin, session)]
                    for session in sessions
                ]
            recorded = {"seed": seed, "revisions": size, "texts": list(texts), "sessions": forms}
            file = given.folder / f"seed{seed:03}.json"
            file.write_text(json.dumps(recorded, ensure_ascii=False, indent=0).replace(",\n", ", ") + "\n", encoding="utf-8")
            print(file, file.stat().st_size, flush=True)
    return 0


def tidy(err: str) -> str:
    """Of standard error only what is compared."""
    return "Traceback (most recent call last)" if "Traceback (most recent call last)" in err else "\n".join(log_lines(err))


def replay(given) -> int:
    limbeck = Limbeck(given.binary)
    place = Place()
    files = sorted(given.folder.glob("*.json"))
    if not files:
        print(f"no recordings in {given.folder}")
        return 1
    tally = Tally(given.verbose, given.shown)
    with tempfile.TemporaryDirectory() as scratch:
        for file in files:
            recorded = json.loads(file.read_text(encoding="utf-8"))
            texts = recorded["texts"]
            chain = make_project.make_chain(recorded["seed"], recorded["revisions"])
            for form, sessions in recorded["sessions"].items():
                folder = pathlib.Path(scratch) / f"{file.stem}{form}"
                make_project.write_project(folder, chain, form)
                for session in sessions:
                    got = ask(place, limbeck, folder, [arguments for arguments, _ in session])
                    for (arguments, answers), said in zip(session, got):
                        expected = Expected(arguments, [Said(status, texts[out], texts[err]) for status, out, err in answers])
                        tally.add(f"{file.stem} as {form}", *same_form(form, expected, said))
    print(tally.line())
    return 1 if tally.different else 0


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    which = arguments.add_subparsers(required=True)
    for name, run in (("live", live), ("record", record), ("replay", replay)):
        sub = which.add_parser(name)
        sub.set_defaults(run=run)
        if name != "live":
            sub.add_argument("folder", type=pathlib.Path)
        if name != "record":
            sub.add_argument("binary")
            sub.add_argument("-v", "--verbose", action="store_true")
            sub.add_argument("--shown", type=int, default=12, help="how many differences are shown")
        if name == "live":
            sub.add_argument("projects", nargs="*", type=pathlib.Path)
            sub.add_argument("--few", action="store_true", help="fewer commands, one hash seed: for projects with many revisions")
        if name != "replay":
            sub.add_argument("--seeds", default="0-9" if name == "record" else "", metavar="A-B")
            sub.add_argument("--revisions", type=int)
    given = arguments.parse_args()
    return given.run(given)


if __name__ == "__main__":
    sys.exit(main())
