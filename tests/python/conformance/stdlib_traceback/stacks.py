"""traceback: lists of frames, stacks, limits, chains."""
import io
import sys
import traceback


def inner(value):
    return 1 / value


def outer(value):
    try:
        return inner(value)
    except ZeroDivisionError as error:
        raise ValueError("outer failed") from error


def short(text):
    return [line for line in text.splitlines() if not line.startswith("  File")]


try:
    outer(0)
except ValueError as error:
    kept = error
    for line in traceback.extract_tb(error.__traceback__):
        print(line.lineno, line.name, line.line, line.filename.endswith("stacks.py"), len(line))
    print(len(traceback.format_tb(error.__traceback__)), len(traceback.format_tb(error.__traceback__, 1)), len(traceback.format_tb(error.__traceback__, -1)))
    print(short("".join(traceback.format_tb(error.__traceback__, 1))))
    print(short("".join(traceback.format_exception(error))))
    print(short("".join(traceback.format_exception(error, chain=False))))
    print(short("".join(traceback.format_exception(error, limit=1, chain=False))))
    print(short("".join(traceback.format_exception(type(error), error, error.__traceback__))))
    print(short("".join(traceback.format_exception(type(error), error, None, chain=False))))
    print(traceback.format_exception_only(error), traceback.format_exception_only(type(error), error))
    print(short(traceback.format_exc()))
    print(short(traceback.format_exc(chain=False)))
    out = io.StringIO()
    traceback.print_exc(file=out)
    traceback.print_tb(error.__traceback__, file=out)
    traceback.print_exception(error, file=out, chain=False)
    print(len(out.getvalue().splitlines()))
    report = traceback.TracebackException.from_exception(error)
    print(str(report), report.exc_type.__name__, [frame.name for frame in report.stack], list(report.format_exception_only()))
    print([name for frame, number in traceback.walk_tb(error.__traceback__) for name in [frame.f_code.co_name]])
print(traceback.format_exc(), end="")


def deep(n):
    if n:
        return deep(n - 1)
    return traceback.extract_stack()


frames = deep(2)
print([(f.lineno, f.name, f.line) for f in frames])
print(short("".join(traceback.format_list(frames[-2:]))))
print([f.name for f in traceback.extract_stack(limit=1)])
print(short("".join(traceback.format_stack())))
print(traceback.format_list([("file.py", 3, "work", "do()"), ("other.py", 1, "<module>", None)]))
print(traceback.FrameSummary("a.py", 1, "f", line="  x = 1 "), tuple(traceback.FrameSummary("a.py", 1, "f", line="  x = 1 ")))
bare = ValueError("never raised")
print(traceback.format_exception(bare), traceback.format_tb(bare.__traceback__), bare.__traceback__)
print(sys.exc_info())
