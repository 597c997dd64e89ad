import inspect
def f(a, b=1, *args, c, d=2, **kw) -> int:
    """Doc.

    More.
    """
class C:
    """Class doc."""
    def m(self, x): pass
async def co(): pass
def gen(): yield

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'str(inspect.signature(f)), list(inspect.signature(f).parameters), inspect.signature(f).parameters["b"].default, inspect.isfunction(f), inspect.isclass(C), inspect.ismethod(C().m), inspect.getdoc(f), inspect.getdoc(C), inspect.iscoroutinefunction(co), inspect.isgeneratorfunction(gen), inspect.ismodule(inspect), str(inspect.signature(C().m)), inspect.cleandoc("  a\\n    b\\n  c"), inspect.isbuiltin(len), inspect.getmro(C)[-1]',
)
