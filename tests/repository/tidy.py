#!/usr/bin/env python3
"""What no file of the repository contains: places that exist on one machine only, and work left for later.

Nor is any a symbolic link: not every way that a tree is handed on keeps them, and its tests would fail there.

usage: tidy.py SOURCE_ROOT        prints FILE:LINE of each, exits with 1 where there is one
"""
import pathlib
import re
import subprocess
import sys

# Spelt so that this file does not find itself.
RULES = [
    (re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b"), "work left for later"),
    (re.compile(r"(^|[\s\"'=(`])/(ro" r"ot|work)/\w"), "a path of one machine"),
    (re.compile(r"<{7} |>{7} "), "an unfinished merge"),
    (re.compile(r"DOCTEST_CONFIG_DIS" r"ABLE|doctest::(sk" r"ip|may_fail)"), "a test that cannot fail"),
]
# Recordings hold what a program printed, whatever it was.
SKIPPED = ("tests/reference/recorded/",)


def files(root: pathlib.Path) -> list[str]:
    listed = subprocess.run(["git", "-c", f"safe.directory={root}", "ls-files", "-z"], cwd=root, capture_output=True, check=True)
    return [name for name in listed.stdout.decode().split("\0") if name and not name.startswith(SKIPPED)]


def complaints(name: str, text: str) -> list[str]:
    return [
        f"{name}:{number}: {why}: {line.strip()[:100]}"
        for number, line in enumerate(text.splitlines(), 1)
        for rule, why in RULES
        if rule.search(line)
    ]


def main(root: pathlib.Path) -> int:
    if not (root / ".git").exists():
        print("not a repository: nothing to look at")
        return 0
    # The rules find what they are for.
    for sample in ("x // TO" "DO later", 'open("/ro' 'ot/x")', "doctest::s" "kip()"):
        assert complaints("sample", sample), sample
    found = []
    for name in files(root):
        path = root / name
        if path.is_symlink():
            found.append(f"{name}: a symbolic link")
        elif path.is_file():
            found += complaints(name, path.read_bytes().decode("utf-8", errors="replace"))
    print("\n".join(found) or "tidy")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
