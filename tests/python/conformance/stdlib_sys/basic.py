import sys

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info.major, sys.maxsize, sys.maxunicode, sys.platform, sys.byteorder, isinstance(sys.path, list), isinstance(sys.argv, list), "sys" in sys.modules, sys.modules["sys"] is sys, sys.getdefaultencoding(), sys.exc_info(), sys.intern("abc"), sys.stdout.write(""), sys.float_info.max, sys.float_info.epsilon, sys.getrecursionlimit()',
    'sys.exit.__name__, hasattr(sys, "nope")',
)
