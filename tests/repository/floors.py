#!/usr/bin/env python3
"""Includes point down the floors: a file of src/ includes its own folder and those below, never above or across.

usage: floors.py SOURCE_ROOT

The floors are read from the table in docs/architecture.md, whose rows begin with `| floor | `folder/` |`. Two
folders on one floor do not include each other. What the table cannot say, the rules below do. Prints FILE:LINE of
each include that breaks a rule, and exits with 1 where there is one.
"""
import pathlib
import re
import sys

ROW = re.compile(r"^\|\s*(\d+)\s*\|\s*`(\w+)/`\s*\|")
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
# The language and the database do not know each other, whatever their floors.
STRANGERS = {("sql", "python"), ("database", "python"), ("schema", "python")}
# Two rooms of one floor, the first of which stands on the second: Alembic is written over SQLAlchemy.
NEIGHBOURS = {("alembic", "sqlalchemy")}
# Headers that are no room's own.
SHARED = {"limbeck", "pch"}


def read_floors(table: pathlib.Path) -> dict[str, int]:
    floors = {}
    for line in table.read_text(encoding="utf-8").splitlines():
        if row := ROW.match(line):
            floors[row[2]] = int(row[1])
    return floors


def complaint(floors: dict[str, int], here: str, there: str) -> str | None:
    """Why a file in folder `here` must not include one of folder `there`; None where it may."""
    if here == there or there in SHARED:
        return None
    if there not in floors:
        return f"`{there}/` has no floor"
    if floors[there] > floors[here]:
        return f"`{here}/` is on floor {floors[here]}, `{there}/` above it on floor {floors[there]}"
    if floors[there] == floors[here] and (here, there) not in NEIGHBOURS:
        return f"`{here}/` and `{there}/` share floor {floors[here]} and do not know each other"
    if (here, there) in STRANGERS:
        return f"`{here}/` knows nothing of `{there}/`"
    return None


def violations(root: pathlib.Path, floors: dict[str, int]) -> list[str]:
    found = []
    for path in sorted((root / "src").rglob("*")):
        if path.suffix not in {".cpp", ".hpp", ".h", ".inc"}:
            continue
        here = path.relative_to(root / "src").parts[0]
        if here in SHARED:
            continue
        if here not in floors:
            found.append(f"{path.relative_to(root)}:1: `{here}/` has no floor in docs/architecture.md")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            include = INCLUDE.match(line)
            if not include:
                continue
            parts = pathlib.PurePosixPath(include[1]).parts
            if ".." in parts:
                why = "includes are written from src/, without `..`"
            elif len(parts) == 1:
                why = "includes are written from src/, with their folder"
            else:
                why = complaint(floors, here, parts[0])
            if why:
                found.append(f"{path.relative_to(root)}:{number}: \"{include[1]}\": {why}")
    return found


def main(root: pathlib.Path) -> int:
    floors = read_floors(root / "docs" / "architecture.md")
    if not floors:
        print("docs/architecture.md has no table of floors")
        return 1
    missing = sorted(d.name for d in (root / "src").iterdir() if d.is_dir() and d.name not in floors | dict.fromkeys(SHARED))
    found = [f"src/{name}/ has no floor in docs/architecture.md" for name in missing]
    found += violations(root, floors)
    print("\n".join(found) or f"{len(floors)} folders, every include points down")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
