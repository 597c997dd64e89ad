#!/usr/bin/env python3
"""Add up what the last `meson test` in each build directory ran, and print "N passed, N failed".

A test program that uses doctest counts by its test cases, any other as one. Exits with 1 where nothing ran.
"""
import argparse
import json
import pathlib
import re
import sys

CASES = re.compile(r"\[doctest\] test cases:\s*(\d+) \|\s*(\d+) passed \|\s*(\d+) failed \|")
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def count(log: pathlib.Path) -> tuple[int, int]:
    passed = failed = 0
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        test = json.loads(line)
        ok = test["result"] in ("OK", "EXPECTEDFAIL")
        cases = CASES.search(ANSI.sub("", test.get("stdout", "") or ""))
        if cases:
            passed += int(cases[2])
            # A program that died after its summary has failed although its cases have not.
            failed += max(int(cases[3]), 0 if ok else 1)
        else:
            passed += ok
            failed += not ok
    return passed, failed


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--passed", type=int, default=0, help="further ones that passed")
    arguments.add_argument("--failed", type=int, default=0, help="steps that failed: a lower bound for what is printed")
    arguments.add_argument("builds", nargs="+", type=pathlib.Path)
    given = arguments.parse_args()
    passed, failed = given.passed, 0
    for build in given.builds:
        more = count(build / "meson-logs" / "testlog.json")
        passed, failed = passed + more[0], failed + more[1]
    print(f"{passed} passed, {max(failed, given.failed)} failed")
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
