from pathlib import PurePath, PurePosixPath, Path

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'PurePath("a") / "b" / "c.txt", PurePath("/a/b.tar.gz").suffix, PurePath("/a/b.tar.gz").suffixes, PurePath("/a/b.txt").stem, PurePath("/a/b.txt").name, PurePath("/a/b").parent, list(PurePath("/a/b/c").parents), PurePath("/a/b").parts',
    'str(PurePath("a//b/./c")), PurePath("a/../b"), PurePath(""), PurePath("/"), PurePath("a", "b"), PurePath("a", "/b"), PurePath("//a"), PurePath("/a").root, PurePath("a").is_absolute(), PurePath("/a").anchor, "x" / PurePath("y")',
    'PurePath("/a/b.txt").with_name("c"), PurePath("/a/b.txt").with_suffix(".md"), PurePath("/a/b").with_suffix(".x"), PurePath("b.txt").with_stem("c"), PurePath("/a/b/c").relative_to("/a"), PurePath("/a/b").is_relative_to("/x"), PurePath("a/b.py").match("*.py"), PurePath("/a/b/c.py").match("b/*.py")',
    'PurePath("a") == PurePath("a"), PurePath("a") < PurePath("b"), hash(PurePath("a")) == hash(PurePath("a")), PurePath("a").as_posix(), PurePath("/a b").as_uri(), bytes(PurePath("é")), Path("x"), repr(Path("/x")), PurePosixPath("a").joinpath("b", "c"), sorted([PurePath("b"), PurePath("a/c")])',
    'PurePath("/a").relative_to("/b")',
    'PurePath("/").with_name("x")',
    'PurePath("a").with_suffix("x")',
    'PurePath(5)',
    'PurePath("a") / 5',
)
