#!/usr/bin/env python3
"""Breaks Python files in small ways and compares the errors of limbeck and of the CPython that runs this script.

usage: compare_errors.py path/to/limbeck-ast [--count 2000] [--seed 1] FOLDER...

Each case is a file with one token deleted, doubled, replaced or swapped with its neighbour. Counted are the cases
where both accept or both refuse, those refused on the same line, and those with the same sentence and column.
"""
import argparse
import ast
import collections
import io
import os
import random
import subprocess
import sys
import tempfile
import tokenize
import warnings

warnings.simplefilter("ignore")
EXTRA = ["(", ")", "[", "]", "{", "}", ",", ":", ";", "=", "==", ":=", ".", "*", "**", "if", "else", "for", "in", "not",
         "lambda", "x", "1", "'s'", "f'{x}'", "yield", "await", "pass", "def", "class", "return", "import", "as", "is",
         "None", "True", "->", "@", "+", "-", "~", "!", "$", "'", '"', "'''", "\\", "0x", "1a", "print", "\n", "\n  ",
         "match", "case", "with", "try:", "except", "async", "del", "global", "..."]


def pieces(text):
    """The text cut so that joining the pieces gives it back; odd ones are tokens."""
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    out, at = [], 0
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if not token.string or token.type in (tokenize.NEWLINE, tokenize.NL, tokenize.COMMENT, tokenize.DEDENT):
            continue
        start = starts[token.start[0] - 1] + token.start[1]
        end = starts[token.end[0] - 1] + token.end[1]
        if start < at:
            continue
        out += [text[at:start], text[start:end]]
        at = end
    return out + [text[at:]]


def broken(text, random_):
    parts = pieces(text)
    if len(parts) < 6:
        return text
    at = random_.randrange(len(parts) // 2) * 2 + 1
    way = random_.randrange(5)
    if way == 0:
        parts[at] = ""
    elif way == 1:
        parts[at] += " " + parts[at]
    elif way == 2:
        parts[at] = random_.choice(EXTRA)
    elif way == 3:
        parts[at] += " " + random_.choice(EXTRA)
    else:
        other = min(at + 2, len(parts) - 2)
        parts[at], parts[other] = parts[other], parts[at]
    return "".join(parts)


def expected(text):
    try:
        ast.parse(text)
    except SyntaxError as error:
        return ("error", error.lineno, error.offset, f"{type(error).__name__}: {error.msg}")
    except (ValueError, RecursionError, MemoryError) as error:
        return ("error", 0, 0, str(error))
    return ("ok",)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("tool")
    arguments.add_argument("folders", nargs="+")
    arguments.add_argument("--count", type=int, default=2000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--show", type=int, default=40)
    options = arguments.parse_args()
    random_ = random.Random(options.seed)
    sources = []
    for folder in options.folders:
        for place, _, names in os.walk(folder):
            sources += [os.path.join(place, name) for name in names if name.endswith(".py")]
    sources.sort()
    cases = []
    with tempfile.TemporaryDirectory() as folder:
        while len(cases) < options.count:
            with open(random_.choice(sources), encoding="utf-8") as file:
                text = file.read()
            try:
                if len(text) > 6000:
                    continue
                text = broken(text, random_)
            except (tokenize.TokenError, SyntaxError):
                continue
            path = os.path.join(folder, f"{len(cases)}.py")
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            cases.append((path, text))
        names = os.path.join(folder, "names")
        with open(names, "w") as file:
            file.write("\n".join(path for path, _ in cases) + "\n")
        done = subprocess.run([options.tool, "--digest", "--list", names], stdout=subprocess.PIPE)
    answers = {}
    for line in done.stdout.decode().splitlines():
        parts = line.split("\t")
        if parts[0] == "error":
            answers[parts[1]] = ("error", int(parts[2]), int(parts[3]), parts[4])
        else:
            answers[parts[1]] = ("ok",)
    counts = collections.Counter()
    kinds = collections.Counter()
    shown = collections.Counter()
    for path, text in cases:
        want, have = expected(text), answers[path]
        if want[0] != have[0]:
            outcome = "verdict differs"
        elif want[0] == "ok":
            outcome = "both accept"
        elif want == have:
            outcome = "same error"
        elif want[1] != have[1]:
            outcome = "another line"
        elif want[3] != have[3]:
            outcome = "another sentence"
        else:
            outcome = "another column"
        counts[outcome] += 1
        if outcome in ("both accept", "same error"):
            continue
        kind = (outcome, want[-1], have[-1])
        kinds[kind] += 1
        shown[outcome] += 1
        if kinds[kind] == 1 and shown[outcome] <= options.show:
            lines = text.splitlines()
            for answer in (want, have):
                if answer[0] == "error" and 0 < answer[1] <= len(lines):
                    print(f"    {answer[1]}:{answer[2]} {lines[answer[1] - 1]!r}")
            print(f"{outcome}: CPython {want} limbeck {have}")
    for kind, count in kinds.most_common(30):
        print(count, *kind, sep=" | ")
    print(dict(counts))


if __name__ == "__main__":
    main()
