import os
from os import path

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'path.join("a", "b", "c.txt"), path.join("a", "/b"), path.join("a/", "b"), path.join("", "a"), path.join("a", ""), path.basename("/x/y.z"), path.dirname("/x/y.z"), path.split("/x/y"), path.split("y"), path.split("/")',
    'path.splitext("a.tar.gz"), path.splitext(".bashrc"), path.splitext("a/b.c/d"), path.normpath("a//b/../c/./d"), path.normpath(""), path.normpath("/.."), path.normpath("../a"), path.isabs("/a"), path.isabs("a"), path.commonprefix(["abc", "abd"]), path.commonpath(["/a/b", "/a/c"])',
    'path.relpath("/a/b/c", "/a/d"), path.relpath("/a", "/a"), path.relpath("/a/b", "/a"), path.abspath("/a/../b"), path.expanduser("x"), path.join(b"a", b"b"), os.sep, os.linesep, os.pathsep, os.curdir, os.extsep, os.name',
    'os.fspath("x"), os.fsencode("é"), os.fsdecode(b"a"), path.sep, path.splitdrive("/a"), path.expandvars("$NOPE_X/y")',
    'path.join("a", 5)',
    'os.fspath(5)',
    'path.commonpath([])',
    'os.environ["SURELY_NOT_SET_X"]',
    'os.getenv("SURELY_NOT_SET_X"), os.getenv("SURELY_NOT_SET_X", "d"), os.environ.get("SURELY_NOT_SET_X", 1), "SURELY_NOT_SET_X" in os.environ',
)
