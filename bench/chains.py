#!/usr/bin/env python3
"""How long `history`, `heads` and `current` take on generated chains, and how much memory, beside the reference.

usage: chains.py BINARY [--sizes 100,1000,10000,100000] [--reference-up-to 1000] [--runs 5]

The reference is run where the environment variable REFERENCE names a Python command that can import alembic
(PYTHONPATH may lead to it). All figures of a table come from this one run on this machine: the median of the wall
clock times, from the start of the process to its end, and the largest resident set, which is never less than this
script's own, some 15 MB.
"""
import argparse
import os
import pathlib
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tests" / "reference"))
import make_project  # noqa: E402


def chain(count: int) -> list[make_project.Revision]:
    """One line; every fiftieth revision has a second child, and the branch comes back in the next merge."""
    revisions = []

    def add(number, parents, message):
        date = f"2024-01-{1 + number % 28:02d} 09:{number % 60:02d}:07.123456"
        revisions.append(make_project.Revision(f"{number * 2654435761 % 2**48:012x}", parents, [], [], message, date))
        return revisions[-1].id

    tip, side, number = None, None, 0
    while number < count:
        if side is None and number % 50 == 25 and number + 2 < count:
            side = add(number, [tip], "a branch")
        elif side is not None and number % 50 == 45:
            tip, side = add(number, [tip, side], "merge heads"), None
        else:
            tip = add(number, [tip] if tip else [], f"change number {number}")
        number += 1
    return revisions


class Figures:
    def __init__(self, seconds: list[float], kilobytes: int, lines: int):
        self.seconds = statistics.median(seconds)
        self.megabytes = kilobytes / 1024
        self.lines = lines


def measure(command: list[str], directory: pathlib.Path, runs: int) -> Figures:
    seconds, kilobytes, lines = [], 0, 0
    for _ in range(runs):
        with tempfile.TemporaryFile() as out:
            start = time.perf_counter()
            process = subprocess.Popen(command, cwd=directory, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE)
            error = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
            seconds.append(time.perf_counter() - start)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode != 0:
                raise SystemExit(f"{' '.join(command)} ended with {process.returncode}: {error.decode(errors='replace')}")
            kilobytes = max(kilobytes, usage.ru_maxrss)
            out.seek(0)
            lines = sum(1 for _ in out)
    return Figures(seconds, kilobytes, lines)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("binary", type=pathlib.Path)
    arguments.add_argument("--sizes", default="100,1000,10000,100000")
    arguments.add_argument("--reference-up-to", type=int, default=1000, metavar="SIZE")
    arguments.add_argument("--runs", type=int, default=5)
    given = arguments.parse_args()
    limbeck = [str(given.binary.resolve())]
    reference = [*shlex.split(os.environ["REFERENCE"]), "-m", "alembic"] if "REFERENCE" in os.environ else None

    print(f"{'revisions':>9}  {'command':<12} {'limbeck':>18} {'reference':>20} {'times faster':>13} {'memory':>8}")
    for size in map(int, given.sizes.split(",")):
        with tempfile.TemporaryDirectory() as scratch:
            project = pathlib.Path(scratch) / "project"
            revisions = chain(size)
            make_project.write_project(project, revisions, "py")
            # A database at the last revision, for `current`.
            measure([*limbeck, "stamp", "heads"], project, 1)
            for command in (["history"], ["history", "-v"], ["heads"], ["current"]):
                ours = measure([*limbeck, *command], project, given.runs)
                row = f"{size:>9}  {' '.join(command):<12} {ours.seconds * 1000:>9.1f} ms {ours.megabytes:>5.0f} MB"
                if reference and size <= given.reference_up_to:
                    # The first run fills the reference's caches and does not count.
                    measure([*reference, *command], project, 1)
                    theirs = measure([*reference, *command], project, min(given.runs, 3))
                    if theirs.lines != ours.lines:
                        raise SystemExit(f"{command}: {ours.lines} lines, the reference has {theirs.lines}")
                    row += (f" {theirs.seconds * 1000:>11.1f} ms {theirs.megabytes:>5.0f} MB"
                            f" {theirs.seconds / ours.seconds:>12.0f}x {ours.megabytes / theirs.megabytes:>7.0%}")
                print(row, flush=True)


if __name__ == "__main__":
    main()
