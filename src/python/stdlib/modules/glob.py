"""Files of the project by patterns."""
import fnmatch
import os
import _system


def has_magic(s):
    return any(c in s for c in "*?[")


def escape(pathname):
    return "".join(f"[{c}]" if c in "*?[" else c for c in pathname)


def iglob(pathname, *, root_dir=None, recursive=False, include_hidden=False, **kwargs):
    def list_names(folder):
        try:
            return os.listdir(os.path.join(root_dir or ".", folder) if folder or root_dir else ".")
        except (FileNotFoundError, NotADirectoryError):
            return []

    def is_folder(name):
        return _system.kind(os.path.join(os.fspath(root_dir or ""), name) or ".", True) == "folder"

    def below(folder):
        yield folder
        for name in list_names(folder):
            path = os.path.join(folder, name)
            if (include_hidden or not name.startswith(".")) and is_folder(path):
                yield from below(path)

    def walk(folder, parts):
        if not parts:
            if folder:
                yield folder
            return
        part, rest = parts[0], parts[1:]
        if recursive and part == "**":
            for each in below(folder):
                if rest:
                    yield from walk(each, rest)
                else:
                    yield os.path.join(each, "") if each == folder else each
                    for name in list_names(each):
                        path = os.path.join(each, name)
                        if (include_hidden or not name.startswith(".")) and not is_folder(path):
                            yield path
            return
        if not has_magic(part):
            path = os.path.join(folder, part) if folder else part
            if os.path.lexists(os.path.join(root_dir or "", path)):
                yield from walk(path, rest)
            return
        for name in list_names(folder):
            if name.startswith(".") and not (include_hidden or part.startswith(".")):
                continue
            if fnmatch.fnmatchcase(name, part):
                path = os.path.join(folder, name)
                if not rest or is_folder(path):
                    yield from walk(path, rest)

    absolute = pathname.startswith("/")
    parts = [p for p in pathname.split("/") if p]
    yield from walk("/" if absolute else "", parts)


def glob(pathname, **kwargs):
    return list(iglob(pathname, **kwargs))
