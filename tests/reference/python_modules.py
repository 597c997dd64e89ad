"""How many revision files' module level runs to its end in limbeck-python, and why the others do not.

    python3 tests/reference/python_modules.py BUILD/tools/limbeck-python FOLDER...
"""
import collections
import pathlib
import subprocess
import sys

tool, folders = sys.argv[1], sys.argv[2:]
files = [f for folder in folders for f in sorted(pathlib.Path(folder).rglob("*.py")) if "versions" in f.parts and f.name != "__init__.py"]
reasons = collections.Counter()
for file in files:
    done = subprocess.run([tool, str(file)], capture_output=True, text=True, timeout=60)
    if done.returncode:
        first = done.stderr.splitlines()[0] if done.stderr else "no message"
        if first.startswith("Traceback"):
            first = done.stderr.rstrip().splitlines()[-1]
        print(f"{file}: {first}")
        reasons[first.split(": ", 1)[-1]] += 1
print(f"{len(files) - sum(reasons.values())} of {len(files)} run to the end")
for reason, count in reasons.most_common():
    print(f"{count:6} {reason}")
