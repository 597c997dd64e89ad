#!/usr/bin/env python3
"""Parsing: limbeck's front end beside the `ast.parse` of the Python that runs this script, on the same files.

usage: parsing.py path/to/limbeck-ast [--rounds 5] FOLDER...

Each folder is a row: megabytes of source for each second, of the best of the rounds, reading not counted, and how
many times as fast limbeck is. Build limbeck-ast with -Dbuildtype=release.
"""
import argparse
import ast
import os
import subprocess
import sys
import tempfile
import time
import warnings

warnings.simplefilter("ignore")


def python_files(folder):
    paths = []
    for place, _, names in os.walk(folder):
        paths += [os.path.join(place, name) for name in names if name.endswith(".py")]
    return sorted(path for path in paths if os.path.isfile(path))


def cpython(paths, rounds):
    texts = []
    for path in paths:
        with open(path, "rb") as file:
            texts.append(file.read())
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        for text in texts:
            try:
                ast.parse(text)
            except (SyntaxError, ValueError):
                pass
        best = min(best, time.perf_counter() - start)
    return best


def limbeck(tool, paths, rounds):
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as names:
        names.write("\n".join(paths) + "\n")
        names.flush()
        done = subprocess.run([tool, "--measure", str(rounds), "--list", names.name], stdout=subprocess.PIPE,
                              check=True, text=True)
    size, *seconds = done.stdout.split()
    return int(size), min(map(float, seconds))


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("tool")
    arguments.add_argument("folders", nargs="+")
    arguments.add_argument("--rounds", type=int, default=5)
    options = arguments.parse_args()
    print(f"CPython {sys.version.split()[0]}")
    print(f"{'files':>6} {'MB':>7} {'limbeck':>12} {'CPython':>12} {'ratio':>7}")
    for folder in options.folders:
        paths = python_files(folder)
        size, ours = limbeck(options.tool, paths, options.rounds)
        theirs = cpython(paths, options.rounds)
        megabytes = size / 1e6
        print(f"{len(paths):6} {megabytes:7.2f} {megabytes / ours:7.1f} MB/s {megabytes / theirs:7.1f} MB/s "
              f"{theirs / ours:6.1f}x  {folder}")


if __name__ == "__main__":
    main()
