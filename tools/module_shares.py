#!/usr/bin/env python3
"""Of the revision files below some folders: whose module level runs to its end, and why the others' does not.

usage: module_shares.py path/to/limbeck-modules FOLDER...

A revision file is a .py file that assigns both `revision` and `down_revision` at its outermost level. Every FOLDER is
a project: the folder of each file's repository is where its own modules are looked for. Measured twice: with alembic
and sqlalchemy, and with both unresolved.
"""
import collections
import os
import re
import subprocess
import sys
import tempfile

HEADER = [re.compile(rf"^{name}\s*(:[^=]*)?=", re.MULTILINE) for name in ("revision", "down_revision")]


def revision_files(folder):
    found = []
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            if not name.endswith(".py") or not os.path.isfile(path):
                continue
            with open(path, encoding="utf-8", errors="replace") as file:
                text = file.read()
            if all(pattern.search(text) for pattern in HEADER):
                found.append(path)
    return sorted(found)


def outcomes(tool, folder, paths, options):
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as names:
        names.write("\n".join(paths) + "\n")
        names.flush()
        done = subprocess.run([tool, *options, "--path", folder, "--list", names.name], stdout=subprocess.PIPE,
                              check=True, text=True, errors="replace")
    return [line.split("\t") for line in done.stdout.splitlines()]


def main():
    tool, *folders = sys.argv[1:]
    files = {folder: revision_files(folder) for folder in folders}
    for title, options in (("with alembic and sqlalchemy", []), ("with both unresolved", ["--unresolved"])):
        ended = total = 0
        reasons = collections.Counter()
        for folder, paths in files.items():
            for sort, _, *message in outcomes(tool, folder, paths, options) if paths else []:
                total += 1
                ended += sort == "ok"
                if sort != "ok":
                    reasons[f"{sort}: {message[0]}"] += 1
        print(f"{title}: {ended} of {total} run to the end ({100 * ended / max(total, 1):.2f} %)")
        for reason, count in reasons.most_common():
            print(f"  {count:5} {reason}")


if __name__ == "__main__":
    main()
