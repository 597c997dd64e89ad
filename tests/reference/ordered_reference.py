"""Loads the reference with its sets made to keep the order in which things were put into them.

The reference iterates over sets of texts in several places, so that what it prints depends on the seed of
Python's hashes. limbeck's rule is the order of declaration; with this patch the reference follows it too. Import
this before alembic.
"""

import ast
import builtins
import importlib.abc
import importlib.machinery
import sys

PATCHED = {"alembic.script.revision", "alembic.script.base", "alembic.runtime.migration"}


class OrderedSet(builtins.set):
    def __init__(self, items=()):
        self._items = dict.fromkeys(items)
        super().__init__(self._items)

    def __iter__(self):
        return iter(list(self._items))

    def __reversed__(self):
        return reversed(list(self._items))

    def add(self, item):
        self._items[item] = None
        super().add(item)

    def discard(self, item):
        self._items.pop(item, None)
        super().discard(item)

    def remove(self, item):
        super().remove(item)
        self._items.pop(item)

    def update(self, *others):
        for other in others:
            for item in other:
                self.add(item)

    def difference_update(self, *others):
        for other in others:
            for item in list(other):
                self.discard(item)

    def intersection_update(self, *others):
        keep = self.intersection(*others)
        for item in list(self):
            if not builtins.set.__contains__(keep, item):
                self.discard(item)

    def union(self, *others):
        out = OrderedSet(self)
        out.update(*others)
        return out

    def difference(self, *others):
        out = OrderedSet(self)
        out.difference_update(*others)
        return out

    def intersection(self, *others):
        found = [builtins.set(other) for other in others]
        return OrderedSet(item for item in self if all(item in other for other in found))

    def copy(self):
        return OrderedSet(self)

    __or__ = union
    __sub__ = difference
    __and__ = intersection


class _SetsInOrder(ast.NodeTransformer):
    def visit_SetComp(self, node):
        self.generic_visit(node)
        return ast.Call(ast.Name("set", ast.Load()), [ast.ListComp(node.elt, node.generators)], [])

    def visit_Set(self, node):
        self.generic_visit(node)
        return ast.Call(ast.Name("set", ast.Load()), [ast.List(node.elts, ast.Load())], [])


class _Loader(importlib.machinery.SourceFileLoader):
    def get_code(self, fullname):
        path = self.get_filename(fullname)
        tree = _SetsInOrder().visit(ast.parse(self.get_data(path), path))
        return compile(ast.fix_missing_locations(tree), path, "exec", dont_inherit=True)

    def exec_module(self, module):
        module.__dict__["set"] = module.__dict__["frozenset"] = OrderedSet
        super().exec_module(module)


class _Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, fullname, path, target=None):
        if fullname not in PATCHED:
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path)
        if spec is not None:
            spec.loader = _Loader(spec.loader.name, spec.loader.path)
        return spec


sys.meta_path.insert(0, _Finder())
