"""Records what CPython prints for the scripts of this folder, each into a .out file beside it.

    python3.11 tests/python/conformance/record.py [FEATURE...]
"""
import os
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent
features = sys.argv[1:] or sorted(p.name for p in here.iterdir() if p.is_dir())
for feature in features:
    for script in sorted((here / feature).glob("*.py")):
        environment = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8:surrogatepass"}
        done = subprocess.run([sys.executable, "-W", "ignore", f"{feature}/{script.name}"], cwd=here, capture_output=True, env=environment)
        out = done.stdout
        if done.returncode:
            out += b"--- error\n" + done.stderr.replace(f"{here}/".encode(), b"")
        script.with_suffix(".out").write_bytes(out)
