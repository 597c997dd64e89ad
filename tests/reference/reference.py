"""Runs the reference, Alembic, and limbeck, in the same folder with the same arguments, and keeps what they say.

The reference is imported once by a server (this file, run by the interpreter that has it) and forked for each command:
a command takes milliseconds instead of the better part of a second.
"""
import dataclasses
import importlib.abc
import importlib.machinery
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile
import types


@dataclasses.dataclass
class Said:
    status: int
    out: str
    err: str


def clean_environment() -> dict[str, str]:
    """The environment without what could lead either program to somebody's settings or database."""
    astray = ("PG", "LIMBECK_", "ALEMBIC_", "DATABASE_URL")
    return {name: value for name, value in os.environ.items() if not name.startswith(astray)} | {"COLUMNS": "80"}


class Stub(types.ModuleType):
    """A module that is not installed: every name in it exists and can be called, subscripted and derived from."""

    __path__: list[str] = []

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return Stubbed

    def __call__(self, *a, **k):
        return self


class StubbedMeta(type):
    def __getattr__(cls, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return Stubbed

    def __iter__(cls):
        return iter(())

    def __len__(cls):
        return 0

    def __getitem__(cls, key):
        return Stubbed


class Stubbed(metaclass=StubbedMeta):
    def __init__(self, *a, **k):
        pass

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0

    def __str__(self):
        return "stubbed"

    def __call__(self, *a, **k):
        # As a decorator it leaves what it decorates alone.
        return a[0] if len(a) == 1 and callable(a[0]) else self

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return Stubbed


for _operation in ("mod", "add", "radd", "or", "ror", "mul", "sub", "and", "lt", "gt", "le", "ge", "getitem", "setitem"):
    setattr(Stubbed, f"__{_operation}__", lambda self, *a: self)


class StubFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Last on sys.meta_path: revision files import what their application has, and the chain needs none of it."""

    def find_spec(self, fullname, path=None, target=None):
        # A part of a package that is here must be here itself, unless a stub stands above it.
        top = fullname.partition(".")[0]
        if top in sys.modules and not isinstance(sys.modules[top], Stub):
            return None
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec):
        return Stub(spec.name)

    def exec_module(self, module):
        pass


class AbsentFinder(StubFinder):
    """For what revision files import, not for what a library would like to have."""

    def __init__(self):
        self.stubbed = set()

    def find_spec(self, fullname, path=None, target=None):
        asked = sys._getframe(1)
        while asked.f_back and "importlib" in asked.f_code.co_filename:
            asked = asked.f_back
        top = fullname.partition(".")[0]
        if top not in self.stubbed and "/versions/" not in asked.f_code.co_filename:
            return None
        if top not in sys.modules:
            self.stubbed.add(top)
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)


class Server:
    """In the server's process: runs commands in forks of itself."""

    def __init__(self, stub_imports: bool = False):
        import alembic
        import alembic.autogenerate  # noqa: F401  what a command imports late, before the fork
        import alembic.command  # noqa: F401
        import alembic.config
        import sqlalchemy

        self.version = f"alembic {alembic.__version__}, sqlalchemy {sqlalchemy.__version__}"
        self._main = alembic.config.CommandLine
        self._stub = stub_imports

    def run(self, directory: pathlib.Path, arguments: list[str]) -> Said:
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            sys.stdout.flush()
            sys.stderr.flush()
            pid = os.fork()
            if pid == 0:
                self._child(directory, arguments, out, err)
            status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            return Said(status, text_of(out), text_of(err))

    def _child(self, directory, arguments, out, err):
        status = 70
        try:
            os.chdir(directory)
            os.environ.clear()
            os.environ.update(clean_environment())
            null = os.open(os.devnull, os.O_RDONLY)
            os.dup2(null, 0)
            os.dup2(out.fileno(), 1)
            os.dup2(err.fileno(), 2)
            sys.dont_write_bytecode = True
            sys.argv = ["alembic", *arguments]
            if self._stub:
                sys.meta_path.append(StubFinder())
            try:
                self._main(prog="alembic").main(argv=arguments)
                status = 0
            except SystemExit as exit_:
                code = exit_.code
                status = 0 if code is None else code & 0xFF if isinstance(code, int) else 1
                if isinstance(code, str):
                    print(code, file=sys.stderr)
            except BaseException:
                import traceback

                traceback.print_exc()
                status = 1
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(status)


def serve() -> None:
    """A line with the version; then for each line {"directory", "arguments"} one with what was said."""
    server = Server(stub_imports="--stub-imports" in sys.argv)
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    print(json.dumps(server.version), file=answers, flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        said = server.run(request["directory"], request["arguments"])
        print(json.dumps(dataclasses.asdict(said)), file=answers, flush=True)


class Reference:
    """A server, from outside. What depends on the order of Python's sets depends on `hash_seed`."""

    name = "reference"

    def __init__(self, hash_seed: int = 0, stub_imports: bool = False):
        python = shlex.split(os.environ.get("REFERENCE", "python3"))
        self._server = subprocess.Popen(
            [*python, __file__, *(["--stub-imports"] if stub_imports else [])],
            env=os.environ | {"PYTHONHASHSEED": str(hash_seed)}, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True, encoding="utf-8",
        )
        first = self._server.stdout.readline()
        if not first:
            raise SystemExit("the reference cannot be imported: set REFERENCE to a Python that has alembic (and PYTHONPATH)")
        self.version = json.loads(first)

    def run(self, directory: pathlib.Path, arguments: list[str]) -> Said:
        print(json.dumps({"directory": str(directory), "arguments": arguments}), file=self._server.stdin, flush=True)
        return Said(**json.loads(self._server.stdout.readline()))

    def close(self) -> None:
        self._server.stdin.close()
        self._server.wait()


class Limbeck:
    name = "limbeck"

    def __init__(self, binary: str):
        self.binary = os.path.abspath(binary)

    def run(self, directory: pathlib.Path, arguments: list[str]) -> Said:
        done = subprocess.run(
            [self.binary, *arguments], cwd=directory, env=clean_environment(), stdin=subprocess.DEVNULL,
            capture_output=True, timeout=120,
        )
        return Said(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def text_of(file) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")


class Place:
    """One folder in which projects are laid out anew, so that absolute paths are the same for both programs."""

    def __init__(self):
        self._scratch = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self._scratch.name).resolve() / "project"

    def lay_out(self, project: pathlib.Path) -> pathlib.Path:
        shutil.rmtree(self.path, ignore_errors=True)
        shutil.copytree(project, self.path, ignore=shutil.ignore_patterns(".git", "node_modules", "__pycache__"))
        return self.path

    def neutral(self, text: str) -> str:
        return text.replace(str(self.path), "%HERE%")


if __name__ == "__main__":
    serve()
