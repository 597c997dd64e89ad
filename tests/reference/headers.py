#!/usr/bin/env python3
"""Compares what limbeck reads of revision files with what Python finds in them.

    headers.py TOOL FOLDER...     TOOL is build/tools/header_dump

Every .py file below a folder that assigns `revision` and `down_revision` is loaded as the reference loads it;
where its imports are not there, its top-level assignments are evaluated as literals instead.
"""

import ast
import importlib.util
import json
import os
import re
import subprocess
import sys


def tuple_of(value):
    return [] if value is None else [value] if isinstance(value, str) else list(value)


def by_loading(path):
    spec = importlib.util.spec_from_file_location("loaded", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    names = {n: getattr(module, n, None) for n in ("revision", "down_revision", "branch_labels", "depends_on")}
    return names, module.__doc__


def by_reading(tree):
    names = dict.fromkeys(("revision", "down_revision", "branch_labels", "depends_on"))
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if not isinstance(node, (ast.Assign, ast.AnnAssign)) or node.value is None:
            continue
        for target in targets:
            if isinstance(target, ast.Name) and target.id in names:
                names[target.id] = ast.literal_eval(node.value)
    return names, ast.get_docstring(tree, clean=False)


def assigned(tree):
    found = set()
    for node in tree.body:
        if isinstance(node, ast.Assign):
            found.update(t.id for t in node.targets if isinstance(t, ast.Name))
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return found


def main():
    tool, folders = sys.argv[1], sys.argv[2:]
    files, expected = [], {}
    loaded = 0
    for folder in folders:
        for root, _, names in os.walk(folder):
            for name in sorted(n for n in names if n.endswith(".py")):
                path = os.path.join(root, name)
                try:
                    with open(path, "rb") as file:
                        tree = ast.parse(file.read(), path)
                except SyntaxError:
                    continue
                if not {"revision", "down_revision"} <= assigned(tree):
                    continue
                try:
                    values, doc = by_loading(path)
                    loaded += 1
                except Exception:
                    try:
                        values, doc = by_reading(tree)
                    except ValueError:
                        # Not literal, and its imports are not there: limbeck must say so.
                        files.append(path)
                        expected[path] = None
                        continue
                longdoc = (doc or "").strip()
                expected[path] = {
                    "revision": values["revision"],
                    "down_revision": tuple_of(values["down_revision"]),
                    "branch_labels": tuple_of(values["branch_labels"]),
                    "depends_on": tuple_of(values["depends_on"]),
                    "longdoc": longdoc,
                    "doc": re.split("\n\n", longdoc)[0],
                }
                files.append(path)
    different = refused = 0
    for begin in range(0, len(files), 500):
        output = subprocess.run([tool, *files[begin : begin + 500]], capture_output=True, text=True, check=True)
        for line in output.stdout.splitlines():
            found = json.loads(line)
            path = found.pop("path")
            if expected[path] is None and "is not a literal value" in found.get("error", ""):
                refused += 1
            elif found != expected[path]:
                different += 1
                print("%s\n  Python:  %s\n  limbeck: %s" % (path, expected[path], found))
    print("%d files (%d of them loaded), %d refused by both, %d read differently" % (
        len(files), loaded, refused, different))
    return 1 if different or not files else 0


if __name__ == "__main__":
    sys.exit(main())
