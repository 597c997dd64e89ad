#!/usr/bin/env python3.13
"""Records the trees of tests/python/trees/*.py as CPython 3.13 sees them. What only Python 3.14 parses is left
alone: its trees are written by hand from the abstract grammar in the language's documentation."""
import ast
import pathlib
import sys

assert sys.version_info[:2] == (3, 13), "the recorded form is that of CPython 3.13"
folder = pathlib.Path(__file__).resolve().parents[1] / "python" / "trees"
for source in sorted(folder.glob("*.py")):
    try:
        tree = ast.parse(source.read_bytes())
    except SyntaxError as error:
        print(f"{source.name}: {error}; left as it is")
        continue
    text = ast.dump(tree, indent=1, include_attributes=True)
    source.with_suffix(".tree").write_text(text + "\n", encoding="utf-8")
