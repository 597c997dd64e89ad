#!/usr/bin/env python3
"""Record what Python's fileConfig makes of logging sections, for tests/project/logging_config_test.cpp.

    record_logging.py > tests/project/recorded_logging.json

Each case runs in a process of its own that has imported alembic, applies the configuration, and logs one message
per logger and level. Digits are shown as 0, since times differ. Needs the reference.
"""

import json
import re
import subprocess
import sys
import tempfile

GENERIC = """\
[loggers]
keys = root,sqlalchemy,alembic
[handlers]
keys = console
[formatters]
keys = generic
[logger_root]
level = WARNING
handlers = console
qualname =
[logger_sqlalchemy]
level = WARNING
handlers =
qualname = sqlalchemy.engine
[logger_alembic]
level = INFO
handlers =
qualname = alembic
[handler_console]
class = StreamHandler
args = (sys.stderr,)
level = NOTSET
formatter = generic
[formatter_generic]
format = %(levelname)-5.5s [%(name)s] %(message)s
datefmt = %H:%M:%S
"""


def config(handlers="", formatters="", loggers="", names="root", handler_names="h", formatter_names="", root="level = DEBUG\n"):
    return (f"[loggers]\nkeys = {names}\n[handlers]\nkeys = {handler_names}\n[formatters]\nkeys = {formatter_names}\n"
            f"[logger_root]\n{root}handlers = {handler_names}\n{loggers}\n{handlers}\n{formatters}\n")


STREAM = "[handler_h]\nclass = StreamHandler\n"
CASES = [
    ("the generic template", GENERIC, True),
    ("nothing disabled", GENERIC, False),
    ("to standard output", config(STREAM + "args = (sys.stdout,)\n"), False),
    ("no arguments", config(STREAM), False),
    ("a level on the handler", config(STREAM + "level = ERROR\n"), False),
    ("only the root, the others disabled", config(STREAM), True),
    ("a file", config("[handler_h]\nclass = FileHandler\nargs = ('out.log',)\n"), False),
    ("a file by keyword", config("[handler_h]\nclass=logging.FileHandler\nkwargs={'filename': 'out' '.log', 'mode': 'w'}\n"),
     False),
    ("files that rotate", config(
        "[handler_h]\nclass = handlers.RotatingFileHandler\nargs = ('out.log', 'a', 10*1024*1024, 5)\n"
        "[handler_t]\nclass = logging.handlers.TimedRotatingFileHandler\nargs = ('out.log', 'midnight')\nlevel = ERROR\n",
        handler_names="h, t"), False),
    ("a path from parts", config("[handler_h]\nclass = FileHandler\nargs = (os.path.join('.', 'out.log'), 'w')\n"), False),
    ("a null handler", config("[handler_h]\nclass = NullHandler\nargs = ()\n"), False),
    ("propagation off", config(STREAM + "[handler_f]\nclass = FileHandler\nargs = ('out.log',)\n",
                               names="root, app", loggers="[logger_app]\nlevel = INFO\nhandlers = f\nqualname = app\n"
                               "propagate = 0\n", handler_names="h,f", root="level = WARNING\n"), True),
    ("one logger kept, another not", config(STREAM, names="root,x",
     loggers="[logger_x]\nlevel = DEBUG\nhandlers =\nqualname = alembic.runtime\n"), True),
    ("a level for each", config(STREAM, names="root,x,y", loggers="[logger_x]\nlevel = CRITICAL\nhandlers =\n"
     "qualname = alembic\n[logger_y]\nhandlers =\nqualname = app\nlevel=WARN\n", root=""), False),
    ("times", config(STREAM + "formatter = f\n", "[formatter_f]\nformat = %(asctime)s,%(msecs)03d|%(message)s\n",
                     formatter_names="f"), False),
    ("times with a format", config(STREAM + "formatter = f\n", "[formatter_f]\nformat = %(asctime)s %(message)s\n"
                                   "datefmt = %d.%m.%Y\nclass = logging.Formatter\n", formatter_names="f"), False),
    ("braces", config(STREAM + "formatter = f\n", "[formatter_f]\nformat = {levelname:<10}{name}: {message}\nstyle = {\n",
                      formatter_names="f"), False),
    ("dollars", config(STREAM + "formatter = f\n", "[formatter_f]\nformat = $levelname ${message}\nstyle = $\n",
                       formatter_names="f"), False),
    ("an empty format", config(STREAM + "formatter = f\n", "[formatter_f]\nformat =\n", formatter_names="f"), False),
]

PROGRAM = """\
import logging, logging.config, sys, json
import alembic.command, sqlalchemy
app = logging.getLogger("app")
logging.config.fileConfig("x.ini", disable_existing_loggers=sys.argv[1] == "True")
for name in ("", "alembic.runtime.migration", "alembic.env", "sqlalchemy.engine.Engine", "app", "app.part"):
    for level in (10, 20, 30, 40):
        logging.getLogger(name).log(level, "message é")
"""


def main():
    cases = []
    for name, ini, disable in CASES:
        with tempfile.TemporaryDirectory() as folder:
            with open(folder + "/x.ini", "w", encoding="utf-8") as file:
                file.write(ini)
            done = subprocess.run([sys.executable, "-c", PROGRAM, str(disable)], cwd=folder, capture_output=True, text=True,
                                  check=True)
            try:
                with open(folder + "/out.log", encoding="utf-8") as file:
                    log = file.read()
            except FileNotFoundError:
                log = ""
        zeros = {"stderr": re.sub(r"\d", "0", done.stderr), "stdout": re.sub(r"\d", "0", done.stdout),
                 "file": re.sub(r"\d", "0", log)}
        cases.append({"name": name, "ini": ini, "disable": disable, "expected": zeros})
    json.dump(cases, sys.stdout, indent=1, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
