import os.path as p
import posixpath

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'p.join("a", "b", "..", "c"), p.normpath("a/./b//c/.."), p.splitext("archive.tar.gz"), p.splitext("noext"), p.splitext("/a.b/c"), p.splitext(".x.y"), p.basename("a/b/"), p.dirname("a"), p.dirname("/a"), p.split("a/b/"), p.commonpath(["a/b", "a/c/d"]), p.commonprefix([]), p.relpath("a/b", "a"), p.relpath("../x", "y"), p.isabs(""), p.normpath("//a"), p.normpath("///a"), p.normcase("A"), posixpath.join("x", "y"), p.abspath("/x/./y/../z"), p.splitdrive("c:/x"), p.pardir, p.curdir, p.devnull',
    'p.relpath("")',
    'p.commonpath(["/a", "b"])',
    'p.join(b"a", "b")',
    'p.basename(None)',
)
