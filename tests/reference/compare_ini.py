#!/usr/bin/env python3
"""Compare limbeck's ini reader with Python's configparser over generated files.

    compare_ini.py build/tests/reference/reference-probe [count] [seed] [file.ini ...]

Prints the first differences and a count; the exit status is 1 where there is one.
"""

import configparser
import json
import random
import subprocess
import sys

NAMES = ["script_location", "url", "a", "b", "Key", "KEY", "é", "İx", "ΑΣ", "here", "x y", "a.b", ""]
VALUES = ["1", "%(here)s/migrations", "%(a)s", "%(b)s %(a)s", "%(KEY)s", "%%", "100%", "%(", "%(missing)s", "%()s",
          "%(a)d", "one ; two", "one # two", "a = b", "a : b", "", "  spaced  ", "[x]", "%(key)s%(key)s", "“é”",
          "tab\there", "%%(a)s", "%(a", "a\u00a0b\u00a0", "\u2003x\u2003", "\x0cform", "%(x y)s", "x\x1cy"]
SECTIONS = ["alembic", "DEFAULT", "loggers", "a]b", "é", " s ", "logger_root", "default", "A", "x[y"]
ENDS = ["\n", "\n", "\n", "\r\n", "\r"]


def line(rng):
    kind = rng.random()
    if kind < 0.5:
        space = rng.choice(["", " ", "  ", "\t", "\u00a0"])
        return rng.choice(NAMES) + space + rng.choice("==:") + rng.choice(["", " ", "\t"]) + rng.choice(VALUES)
    if kind < 0.62:
        return rng.choice(["", " ", "\t", "   ", "\u3000"])
    if kind < 0.75:
        return rng.choice(["# c", "; c", "  # c", "\t; c = d", "#", "#[x]"])
    if kind < 0.9:
        return rng.choice([" ", "    ", "\t", "\u00a0", "\x0b"]) + rng.choice(VALUES)
    if kind < 0.97:
        return rng.choice(["", "", " "]) + "[" + rng.choice(SECTIONS) + "]" + rng.choice(["", "", " tail", " # c", "]"])
    return rng.choice(["no delimiter", "[unclosed", "[]", "]", "=", ":", "= value", "[ ]", "\ufeff[x]"])


def generate(rng):
    lines = [] if rng.random() < 0.05 else ["[" + rng.choice(SECTIONS) + "]"]
    # Most files shall be read to their end, so most have no name twice and no line that is wrong.
    tame = rng.random() < 0.7
    seen, section = set(), lines[0] if lines else ""
    for _ in range(rng.randrange(1, 25)):
        one = line(rng)
        if tame:
            stripped = one.strip()
            if one[:1].strip() and not stripped.startswith(("#", ";")):
                if stripped.startswith("["):
                    close = stripped.rfind("]")
                    if close < 2 or stripped[1:close] in seen:
                        continue
                    section = stripped[1:close]
                    seen.add(section)
                else:
                    name = one.replace(":", "=").split("=")[0].strip().lower()
                    if not name or not ("=" in one or ":" in one) or (section, name) in seen:
                        continue
                    seen.add((section, name))
        lines.append(one)
    end = rng.choice(ENDS)
    return end.join(lines) + rng.choice(["", end])


def reference(text):
    parser = configparser.ConfigParser({"here": "/srv/app"})
    try:
        # As a file opened in text mode gives it.
        parser.read_string(text.replace("\r\n", "\n").replace("\r", "\n"), "x.ini")
    except configparser.ParsingError as error:
        number = getattr(error, "lineno", None) or error.errors[0][0]
        return {"error": type(error).__name__, "line": number}
    except configparser.Error as error:
        return {"error": type(error).__name__, "line": error.lineno}
    sections = {}
    for section in parser.sections():
        options = []
        for name in parser.options(section):
            try:
                value = parser.get(section, name)
            except configparser.Error as error:
                value = {"error": type(error).__name__, "message": error.message}
            options.append([name, parser.get(section, name, raw=True), value])
        sections[section] = options
    return {"order": parser.sections(), "sections": sections}


def main():
    probe = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    texts = [open(name, encoding="utf-8", newline="").read() for name in sys.argv[4:]]
    texts += [generate(rng) for _ in range(count)]
    questions = "".join(json.dumps({"ask": "ini", "text": text}) + "\n" for text in texts)
    answers = subprocess.run([probe], input=questions, capture_output=True, text=True, check=True).stdout
    wrong, errors = 0, 0
    for text, answer in zip(texts, answers.splitlines(), strict=True):
        expected, got = reference(text), json.loads(answer)
        errors += "error" in expected
        if expected != got:
            wrong += 1
            if wrong <= 5:
                print(repr(text), "\n  expected", expected, "\n  got     ", got)
    print(f"{len(texts)} files ({errors} of them refused by the reference): {wrong} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
