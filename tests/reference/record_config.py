#!/usr/bin/env python3
"""Record what alembic.config.Config makes of configuration files, for tests/project/config_test.cpp.

    record_config.py > tests/project/recorded_config.json

Needs the reference. $HERE stands for the folder of the files.
"""

import json
import os
import sys
import tempfile
import warnings
from argparse import Namespace

from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError

GENERIC = """\
[alembic]
# path to migration scripts
script_location = %(here)s/migrations
prepend_sys_path = .
path_separator = os
sqlalchemy.url = sqlite:///x.db

[post_write_hooks]

[loggers]
keys = root
"""

# name, ini, toml, section
CASES = [
    ("the generic template", GENERIC, None, "alembic"),
    ("no files", None, None, "alembic"),
    ("another section", GENERIC + "[two]\nscript_location = other\nversion_locations = a b\n", None, "two"),
    ("a section that is not there", GENERIC, None, "three"),
    ("toml alone", None, """\
[tool.alembic]
script_location = "%(here)s/alembic"
prepend_sys_path = [".", "%(here)s/src"]
version_locations = ["%(here)s/v1", "v2"]
file_template = "%%(year)d_%%(rev)s"
truncate_slug_length = 20
recursive_version_locations = true
sourceless = false
timezone = "Europe/Vienna"

[[tool.alembic.post_write_hooks]]
name = "black"
type = "console_scripts"
entrypoint = "black"
options = "-l 79 REVISION_SCRIPT_FILENAME"

[[tool.alembic.post_write_hooks]]
name = "lint"
type = "exec"
executable = "%(here)s/.venv/bin/ruff"
""", "alembic"),
    ("toml beside an ini", "[alembic]\ntimezone = UTC\nsourceless = true\n", """\
[tool.alembic]
script_location = "from_toml"
timezone = "nowhere"
output_encoding = "latin-1"
""", "alembic"),
    ("toml hooks behind an empty ini section", GENERIC, """\
[tool.alembic]
post_write_hooks = [{name = "x", type = "exec"}]
""", "alembic"),
    ("toml without a table for it", "[alembic]\nscript_location = x\n", "[tool.black]\nline-length = 79\n", "alembic"),
    ("toml that is no table", None, "[tool]\nalembic = 1\n", "alembic"),
    ("toml values of wrong types", None, """\
[tool.alembic]
script_location = "x"
sourceless = "true"
file_template = 1.5
timezone = 2020-01-01
""", "alembic"),
    ("toml with an unknown argument", None, '[tool.alembic]\nscript_location = "%(nope)s"\nfile_template = "%(rev)s"\n'
     'timezone = "%Y"\n', "alembic"),
    ("toml of odd types", None, '[tool.alembic]\nscript_location = "x"\nversion_locations = []\ntimezone = "a%%b"\n'
     'truncate_slug_length = 0\n', "alembic"),
    ("legacy splitting", "[alembic]\nscript_location = x\nversion_locations = a, b  c,d ,e\n"
     "prepend_sys_path = . src:lib, more\n", None, "alembic"),
    ("split at colons", "[alembic]\nscript_location = x\npath_separator = :\nversion_locations = a: b ::c\n"
     "prepend_sys_path = .:src\n", None, "alembic"),
    ("split at semicolons", "[alembic]\nscript_location = x\npath_separator = ;\nversion_locations = a;b c\n",
     None, "alembic"),
    ("split at spaces", "[alembic]\nscript_location = x\npath_separator = space\nversion_locations = a  b c,d\n",
     None, "alembic"),
    ("split at lines", "[alembic]\nscript_location = x\npath_separator = newline\nversion_locations =\n  a b\n  %(here)s/c\n"
     "\n  d\n", None, "alembic"),
    ("the old separator", "[alembic]\nscript_location = x\nversion_path_separator = ;\nversion_locations = a;b c\n"
     "prepend_sys_path = a;b c\n", None, "alembic"),
    ("both separators", "[alembic]\nscript_location = x\npath_separator = space\nversion_path_separator = ;\n"
     "version_locations = a;b c\nprepend_sys_path = a;b c\n", None, "alembic"),
    ("a separator that is none", "[alembic]\nscript_location = x\npath_separator = |\nversion_locations = a|b\n"
     "prepend_sys_path = a|b\n", None, "alembic"),
    ("an old separator that is none", "[alembic]\nscript_location = x\nversion_path_separator = ,\n"
     "version_locations = a,b\n", None, "alembic"),
    ("empty lists", "[alembic]\nscript_location = x\nversion_locations =\nprepend_sys_path =\npath_separator = os\n",
     None, "alembic"),
    ("booleans", "[alembic]\nscript_location = x\nsourceless = True\nrecursive_version_locations = true\n",
     None, "alembic"),
    ("numbers", "[alembic]\nscript_location = x\ntruncate_slug_length = 10\n", None, "alembic"),
    ("a number that is none", "[alembic]\nscript_location = x\ntruncate_slug_length = ten\n", None, "alembic"),
    ("a template", "[alembic]\nscript_location = x\nfile_template = %%(year)d_%%(month).2d-%%(rev)s_%%(slug)s\n"
     "timezone = UTC\noutput_encoding = utf-16\n", None, "alembic"),
    ("a template without doubled percents", "[alembic]\nscript_location = x\nfile_template = %(rev)s\n", None, "alembic"),
    ("a lone percent", "[alembic]\nscript_location = x\nsqlalchemy.url = postgresql://u:p%40@h/d\n", None, "alembic"),
    ("defaults", "[DEFAULT]\nbase = /srv\nscript_location = %(base)s/m\n[alembic]\nurl = %(base)s\n", None, "alembic"),
    ("hooks", "[alembic]\nscript_location = x\n[post_write_hooks]\nhooks = black, isort  ruff\nblack.type = exec\n"
     "black.options = -l 79 %(here)s\nruff.type=module\nblack-er.type = x\n", None, "alembic"),
    ("no script location", "[alembic]\nsqlalchemy.url = x\n", None, "alembic"),
]
OPTIONS = ["script_location", "sqlalchemy.url", "timezone", "file_template", "output_encoding", "url", "here"]


def attempt(function):
    try:
        return function()
    except CommandError as error:
        return {"error": str(error)}
    except Exception as error:  # what a traceback would end in
        return {"error": getattr(error, "message", None) or str(error), "class": type(error).__name__}


def pairs(mapping):
    return None if mapping is None else [list(item) for item in mapping.items()]


def record(name, ini, toml, section, folder):
    for path, text in (("alembic.ini", ini), ("pyproject.toml", toml)):
        if os.path.exists(path):
            os.remove(path)
        if text is not None:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
    config = Config("alembic.ini", toml_file="pyproject.toml", ini_section=section,
                    cmd_opts=Namespace(x=["a=1", "b", "a=2=3"], quiet=False))
    result = {
        "main": {option: attempt(lambda: config.get_main_option(option)) for option in OPTIONS},
        "alembic": {option: attempt(lambda: config.get_alembic_option(option)) for option in OPTIONS},
        "sourceless": attempt(lambda: config.get_alembic_boolean_option("sourceless")),
        "recursive": attempt(lambda: config.get_alembic_boolean_option("recursive_version_locations")),
        "version_locations": attempt(lambda: config.get_version_locations_list() or []),
        "prepend_sys_path": attempt(lambda: config.get_prepend_sys_paths_list() or []),
        "hooks": attempt(lambda: [pairs(hook) for hook in config.get_hooks_list()]),
        "section": attempt(lambda: pairs(config.get_section(section))),
        "truncate": attempt(lambda: int(config.get_alembic_option("truncate_slug_length") or 0) or 40),
        "directory": attempt(lambda: ScriptDirectory.from_config(config).dir),
    }
    text = json.dumps(result).replace(json.dumps(folder)[1:-1], "$HERE")
    return {"name": name, "ini": ini, "toml": toml, "section": section, "expected": json.loads(text)}


def main():
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.realpath(folder)
        os.chdir(folder)
        os.mkdir("x")
        path = list(sys.path)
        cases = []
        for case in CASES:
            cases.append(record(*case, folder))
            sys.path[:] = path
        os.chdir("/")
    json.dump(cases, sys.stdout, indent=1, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
