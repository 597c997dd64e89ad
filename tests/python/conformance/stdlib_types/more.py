import types
class A:
    def f(self): pass
def g(): yield
async def h(): pass

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'types.SimpleNamespace(x=1).x, types.SimpleNamespace(), types.SimpleNamespace(a=[1]), vars(types.SimpleNamespace(q=1)), types.new_class("X", (), {}, lambda ns: ns.update(v=5)).v, isinstance(g(), types.GeneratorType), isinstance(lambda: 0, types.LambdaType), isinstance(A().f, types.MethodType), isinstance(print, types.BuiltinFunctionType), isinstance(list[int], types.GenericAlias), isinstance(int | None, types.UnionType), isinstance(..., types.EllipsisType), isinstance(NotImplemented, types.NotImplementedType), dict(types.MappingProxyType({"a": 1})), list(types.MappingProxyType({"a": 1})), types.MappingProxyType({"a": 1}) == {"a": 1}, types.MappingProxyType({"a": 1}) | {"b": 2}, len(types.MappingProxyType({})), types.ModuleType.__name__, types.MethodType(lambda self: self * 2, 5)()',
    'types.MappingProxyType({"a": 1})["b"]',
    'exec("m = types.MappingProxyType({}); m[\'a\'] = 1")',
    'types.SimpleNamespace(1)',
)
