from pathlib import *

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'PurePath("a/b/c").parents[1], len(PurePath("/a/b").parents), PurePath("a.b.c").suffixes, PurePath(".hidden").suffix, PurePath("x.").suffix, PurePath("a/b").joinpath("/c"), PurePath("a") / "b" / ".." , PurePath("/a/b/c").relative_to("/a/b"), PurePath("a/b/c.txt").parts, str(PurePath("a") / PurePath("b/c")), PurePath("a/b") > PurePath("a/a"), {PurePath("a"): 1}[PurePath("a")], PurePath("x/y.tar.gz").stem, PurePath("x/y").with_name("z.py").name, PurePath("/").parent, PurePath("/").name, PurePath(".").name, PurePath("a/.").name, f"{PurePath(\'q\')}", PurePath("a") != PurePath("b"), Path("a").suffix, isinstance(Path("a"), PurePath), Path("a/b").parent.name, PurePath("a/b.py").match("a/*.py"), PurePath("a/b.py").match("*.txt"), PurePath("/x/y").is_relative_to("/x"), [str(x) for x in sorted([Path("b"), Path("a")])], PurePath("a", PurePath("b"), "c"), Path("/a") == PurePosixPath("/a"), PurePath("é").as_posix()',
)
