#!/usr/bin/env python3
"""Compares limbeck's syntax trees with those of CPython (3.11 or 3.13), positions included, on every .py file under some folders.

usage: compare_ast.py path/to/limbeck-ast [--known FILE] FOLDER...

Where CPython refuses a file, limbeck must refuse it on the same line. Files that only newer versions of Python
accept are listed apart. `--known` keeps CPython's answers from run to run.
"""
import argparse
import ast
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import warnings

sys.set_int_max_str_digits(0)
sys.setrecursionlimit(20000)
warnings.simplefilter("ignore")

# What the tree looks like as text depends on the version that this script runs under.
FORM = ["--newer"] if sys.version_info >= (3, 13) else []


def expected(path):
    """["ok", digest], or ["error", line, sentence], or ["skip", why]."""
    with open(path, "rb") as file:
        source = file.read()
    try:
        tree = ast.parse(source, path)
    except SyntaxError as error:
        return ["error", error.lineno, f"{type(error).__name__}: {error.msg}"]
    except ValueError as error:
        return ["error", None, str(error)]
    except (RecursionError, MemoryError) as error:
        return ["error", None, type(error).__name__]
    text = ast.dump(tree, include_attributes=True)
    return ["ok", hashlib.md5(text.encode("utf-8", "surrogatepass")).hexdigest()]


def python_files(folders):
    for folder in folders:
        if os.path.isfile(folder):
            yield os.path.abspath(folder)
        for place, names, files in os.walk(folder):
            names.sort()
            for name in sorted(files):
                path = os.path.join(place, name)
                if name.endswith(".py") and os.path.isfile(path):
                    yield os.path.abspath(path)


def actual(tool, paths):
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as names:
        names.write("\n".join(paths) + "\n")
        names.flush()
        done = subprocess.run([tool, "--attributes", "--digest", "--list", names.name, *FORM], stdout=subprocess.PIPE)
    if done.returncode not in (0, 1):
        sys.exit(f"{tool} ended with {done.returncode}")
    answers = {}
    for line in done.stdout.decode("utf-8", "replace").splitlines():
        parts = line.split("\t")
        if parts[0] == "error":
            answers[parts[1]] = ["error", int(parts[2]), parts[4]]
        else:
            answers[parts[1]] = ["ok", parts[0]]
    return answers


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("tool")
    arguments.add_argument("folders", nargs="+")
    arguments.add_argument("--known")
    options = arguments.parse_args()
    paths = list(dict.fromkeys(python_files(options.folders)))
    known = {}
    if options.known and os.path.exists(options.known):
        with open(options.known) as file:
            known = json.load(file)
    for path in paths:
        if path not in known:
            known[path] = expected(path)
    if options.known:
        with open(options.known, "w") as file:
            json.dump(known, file)
    answers = actual(options.tool, paths)
    equal = refused = sentences = 0
    newer = []
    different = []
    for path in paths:
        want, have = known[path], answers.get(path, ["missing"])
        if want == have:
            equal += 1
            refused += want[0] == "error"
            sentences += want[0] == "error"
        elif want[0] == have[0] == "error" and want[1] in (None, have[1]):
            equal += 1
            refused += 1
            print(f"sentence: {path}:{want[1]}\n    CPython {want[2]}\n    limbeck {have[2]}")
        elif want[0] == "error" and have[0] == "ok":
            newer.append((path, want))
        else:
            different.append((path, want, have))
    for path, want in newer:
        print(f"accepted: {path}:{want[1]}: CPython says {want[2]}")
    for path, want, have in different:
        print(f"DIFFERENT: {path}\n    CPython {want}\n    limbeck {have}")
    print(f"{len(paths)} files: {equal} equal ({refused} of them refused by both, {sentences} with the same "
          f"sentence), {len(newer)} accepted by limbeck alone, {len(different)} different")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
