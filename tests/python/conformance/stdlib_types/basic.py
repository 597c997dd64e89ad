import types
class C:
    def m(self): pass
def f(): pass

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'types.SimpleNamespace(a=1, b="x"), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1), isinstance(f, types.FunctionType), isinstance(C().m, types.MethodType), isinstance(len, types.BuiltinFunctionType), isinstance((x for x in []), types.GeneratorType), isinstance(types, types.ModuleType), types.MappingProxyType({"a": 1}), types.MappingProxyType({"a": 1})["a"], isinstance(None, types.NoneType), types.new_class("N", (C,)).__name__, types.GenericAlias(list, (int,)), isinstance(int | str, types.UnionType)',
    'types.MappingProxyType({"a": 1}).update',
    'types.MappingProxyType({}).__setitem__',
)
