"""os.path, pathlib's pure paths, io.StringIO and BytesIO."""
import io
import os.path
from pathlib import *


def attempt(*texts):
    for text in texts:
        try:
            print(text, "=", repr(eval(text)))
        except Exception as error:
            print(text, "!", type(error).__name__, error)


attempt(
    "os.path.join('a', 'b', '/c', 'd'), os.path.join('a', ''), os.path.join(''), os.path.join('a/', 'b')", "os.path.join('a', 5)", "os.path.join('a', b'b')", "os.path.join()", "os.path.split('/a/b'), os.path.split('a'), os.path.split('/'), os.path.split('a/'), os.path.split('//a'), os.path.split('')", "os.path.splitext('a.tar.gz'), os.path.splitext('.bashrc'), os.path.splitext('a/.b.c'), os.path.splitext('a.'), os.path.splitext('..a.b')", "os.path.basename('/a/b/'), os.path.dirname('/a/b/'), os.path.basename('x'), os.path.dirname('x')", "os.path.normpath('a//b/../c/./d'), os.path.normpath(''), os.path.normpath('../../x'), os.path.normpath('/../x'), os.path.normpath('//a'), os.path.normpath('///a'), os.path.normpath('.')", "os.path.isabs('/a'), os.path.isabs('a'), os.path.splitdrive('/a')", "os.path.commonpath(['/a/b', '/a/c']), os.path.commonpath(['a/b', 'a/b/c'])", "os.path.commonpath(['/a', 'b'])", "os.path.commonpath([])", "os.path.commonprefix(['abc', 'abd']), os.path.commonprefix([])", "os.path.relpath('/a/b', '/a/c/d'), os.path.relpath('/a', '/a'), os.path.relpath('/x/y', '/')", "os.path.relpath('')", "os.path.expanduser('a/~')", "os.path.expandvars('$NOTHING_X/${NOTHING_Y}/a')", "os.path.normcase('A/b')", "os.path.sep, os.path.altsep, os.path.curdir, os.path.pardir, os.path.extsep, os.path.pathsep, os.sep, os.linesep, os.name", "os.path.exists('/surely/not/there'), os.path.isfile('/surely/not')", "os.fspath('a'), os.fspath(PurePath('a/b'))", "os.fspath(5)", "os.fsencode('a'), os.fsdecode(b'a')", "os.path.split(PurePath('a/b')), os.path.join(PurePath('a'), 'b')", "os.path.lexists('/surely/not')", "os.environ.get('SURELY_NOT'), os.getenv('SURELY_NOT', 'd')", "os.environ['SURELY_NOT']",
    "PurePath('a/b/../c'), PurePath('a//b/./c'), PurePath(), PurePath('a', '/b', 'c'), PurePosixPath('/'), PurePosixPath('//a'), PurePosixPath('///a')", "str(PurePath('a/b')), repr(PosixPath('x')), PurePath('a').as_posix(), bytes(PurePath('a'))", "PurePath('/a/b.tar.gz').name, PurePath('/a/b.tar.gz').stem, PurePath('/a/b.tar.gz').suffix, PurePath('/a/b.tar.gz').suffixes, PurePath('/a/b').parts, PurePath('/a/b').parent, PurePath('/').parent, PurePath('a').parent", "list(PurePath('/a/b/c').parents), PurePath('/a/b').parents[0], PurePath('a/b').parents[-1], len(PurePath('a/b').parents)", "PurePath('a').parents[5]", "PurePath('a') / 'b' / PurePath('c'), 'x' / PurePath('y'), PurePath('a') / '/b'", "PurePath('a') / 5", "PurePath('a').joinpath('b', 'c'), PurePath('a/b.txt').with_name('c'), PurePath('a/b.txt').with_suffix('.py'), PurePath('a/b').with_suffix('.x'), PurePath('a/b.txt').with_suffix(''), PurePath('a/b.txt').with_stem('z')", "PurePath('a').with_name('b/c')", "PurePath('/').with_name('x')", "PurePath('a').with_suffix('x')", "PurePath('a').with_suffix('.')", "PurePath('/a/b').relative_to('/a'), PurePath('a/b').relative_to('a/b')", "PurePath('/a').relative_to('/b')", "PurePath('/a/b').is_relative_to('/a'), PurePath('/a').is_absolute(), PurePath('a').is_absolute()", "PurePath('a/b.py').match('*.py'), PurePath('a/b.py').match('a/*.py'), PurePath('/a/b.py').match('/*.py'), PurePath('a/b').match('b'), PurePath('A').match('a')", "PurePath('a').match('')", "PurePath('a') == PurePath('a/'), PurePath('a') == 'a', PurePath('a') < PurePath('b'), hash(PurePath('a')) == hash(PurePath('./a')), sorted([PurePath('b'), PurePath('a')])", "PurePath('/a').root, PurePath('/a').anchor, PurePath('/a').drive, PurePath('/a').as_uri()", "PurePath('a').as_uri()", "PurePath(5)", "PurePath(b'a')", "Path('.').name, Path('..').name, PurePath('.').parts, PurePath('a/..').name, PurePath('').suffix", "Path('/surely/not').exists(), Path('/surely/not').is_dir(), Path('/surely/not').is_file()", "type(Path('a')).__name__, isinstance(Path('a'), PurePath)", "PurePath('a.b.c').with_suffix('.d'), PurePath('.a').suffix, PurePath('a.').suffix, PurePath('a..b').suffixes", "PurePath('~/x'), PurePath('é')", "PurePath('a').is_reserved()", "{PurePath('a'): 1}[PurePath('a')]", "f'{PurePath(\"a/b\")}:{PurePath(\"x\")!r}'", "PurePath('a\\0b')",
    "io.StringIO('a\\nb').readlines(), io.StringIO('a\\nb').readline(), io.StringIO('abc').read(2), io.StringIO('abc').getvalue()", "io.StringIO(5)", "io.StringIO().write(b'a')", "io.StringIO('a').seek(-1)", "io.StringIO('abc').seek(1, 1)", "io.StringIO('a\\r\\nb\\rc', newline=None).readlines(), io.StringIO('a\\r\\nb\\rc', newline='').readlines(), io.StringIO('a\\r\\nb\\rc').readlines(), io.StringIO('a\\nb', newline='\\r\\n').getvalue(), io.StringIO('a\\rb', newline='\\r').readlines()", "io.StringIO(newline='x')", "list(io.StringIO('x\\ny\\n'))", "io.StringIO('x').closed, io.StringIO('x').readable(), io.StringIO('x').seekable(), io.StringIO().isatty(), io.StringIO().tell()", "io.StringIO().fileno()", "io.BytesIO(b'ab').read(), io.BytesIO(b'a\\nb').readlines(), io.BytesIO(b'abc').getbuffer()[1], io.BytesIO(b'abc').read1(2)", "io.BytesIO('a')", "io.BytesIO().write('a')", "io.BytesIO(b'abc').seek(-1, 2)", "io.TextIOWrapper(io.BytesIO(b'a\\r\\n\\xc3\\xa9'), encoding='utf-8').read()", "io.TextIOWrapper(io.BytesIO(b'\\xff'), encoding='utf-8').read()", "io.StringIO('abc').truncate(1)", "io.StringIO().truncate(-1)", "io.UnsupportedOperation.__mro__[1:3]", "isinstance(io.StringIO(), io.TextIOBase), isinstance(io.BytesIO(), io.IOBase)", "io.SEEK_END, io.DEFAULT_BUFFER_SIZE", "print('x', file=io.StringIO())", "io.StringIO('a').encoding, io.StringIO('a').newlines, io.StringIO('a').line_buffering, io.StringIO('a').errors",
)
s = io.StringIO()
print("a", 1, sep="-", end="!", file=s)
s.write("bc")
s.seek(1)
s.write("ZZZZ")
print(s.getvalue(), s.tell(), s.read())
s.seek(0, 2)
s.writelines(["1", "2"])
print(s.getvalue())
s.seek(20)
s.write("x")
print(repr(s.getvalue()))
s.close()
attempt("s.read()", "s.getvalue()", "s.closed")
with io.BytesIO() as b:
    b.write(b"hello")
    b.write(bytearray(b" w"))
    b.seek(0)
    print(b.readline(), b.tell(), b.readinto(bytearray(2)))
attempt("b.read()")
