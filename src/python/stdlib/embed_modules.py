#!/usr/bin/env python3
"""Write modules in Python source as one C++ table.

usage: embed_modules.py [--namespace NAME] OUT.cpp FOLDER FILE...

The files' dotted names are their paths below FOLDER; the table is behind NAME::find_source_module(). Beside the text
stands which lines of it need not be parsed before they are needed (python::LazyLines).
"""
import ast
import collections
import itertools
import os
import sys

# A shorter body is parsed sooner than it is looked for.
LEAST_BODY = 60
# What may stand above a definition that is put off: it changes nothing but what it stands above.
PURE_DECORATORS = {"abstractmethod", "contextmanager", "dataclass", "final", "lru_cache", "runtime_checkable",
                   "total_ordering"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
# In pieces: some compilers bound the length of one literal.
PIECE = 12000


def outer_functions(node):
    """The functions below a node that are not inside of another one."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, FUNCTIONS):
            yield child
        elif isinstance(child, ast.stmt) or isinstance(child, ast.excepthandler):
            yield from outer_functions(child)


def knows_its_class(function):
    """Whether a method names super() or __class__, for which its class has a variable."""
    return any(isinstance(node, ast.Name) and node.id in ("super", "__class__") for node in ast.walk(function))


def evaluated_now(node):
    """The nodes that are evaluated with a statement of the module: not what functions and lambdas have inside."""
    yield node
    for field, value in ast.iter_fields(node):
        if field == "body" and isinstance(node, (*FUNCTIONS, ast.Lambda)):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from evaluated_now(child)


def bound_by(statement):
    """The names that a statement of the module binds in it, as often as it does."""
    if isinstance(statement, (*FUNCTIONS, ast.ClassDef)):
        yield statement.name
        return
    for child in ast.iter_child_nodes(statement):
        if isinstance(child, ast.Name) and not isinstance(child.ctx, ast.Load):
            yield child.id
        elif isinstance(child, ast.alias):
            yield (child.asname or child.name).split(".")[0]
        else:
            yield from bound_by(child)


def reads_globals(tree):
    """Whether the module looks for something by name in globals(), which would find what is not there yet."""
    written = {id(node.value) for node in ast.walk(tree)
               if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load)}
    listed = {id(node.iter) for node in ast.walk(tree) if isinstance(node, (ast.For, ast.comprehension))}
    return any(isinstance(node, ast.Call) and getattr(node.func, "id", None) == "globals"
               and id(node) not in written | listed for node in ast.walk(tree))


def decorator_name(node):
    return getattr(node, "id", None) or getattr(node, "attr", None) or decorator_name(node.func)


def defined_name(statement, own):
    """What a statement defines: a function, a class, or another name or an object of one of the module's own."""
    if isinstance(statement, (*FUNCTIONS, ast.ClassDef)):
        pure = all(decorator_name(each) in PURE_DECORATORS for each in statement.decorator_list)
        return statement.name if pure else ""
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target, value = statement.targets[0], statement.value
        value = value.func if isinstance(value, ast.Call) else value
        if isinstance(target, ast.Name) and isinstance(value, ast.Name) and value.id in own:
            return target.id
    return ""


def lazy_definitions(tree):
    """What a module defines that nothing tells from what is defined when it is needed, by its names."""
    if reads_globals(tree):
        return {}
    bound = collections.Counter(name for statement in tree.body for name in bound_by(statement))
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            bound.update(node.names)
    own = {statement.name for statement in tree.body if isinstance(statement, (*FUNCTIONS, ast.ClassDef))}
    own = {name for name in own if bound[name] == 1}
    put_off = {}
    for statement in tree.body:
        name = defined_name(statement, own)
        if bound[name] == 1 and not name.startswith("__"):
            put_off[name] = statement
    # What is needed at once is defined at once.
    waiting = [statement for statement in tree.body if statement not in put_off.values()]
    while waiting:
        for node in evaluated_now(waiting.pop()):
            if isinstance(node, ast.Name) and node.id in put_off:
                waiting.append(put_off.pop(node.id))
    return put_off


def lazy_lines(text):
    """What a python::LazyLines has of each, in its order."""
    lines = [line.encode() for line in text.split("\n")]
    starts = [0, *itertools.accumulate(len(line) + 1 for line in lines)]
    try:
        tree = ast.parse(text)
    except SyntaxError:  # newer than the Python that builds
        return []

    def place(first, last, name, least):
        line = min([first.lineno, *(each.lineno for each in getattr(first, "decorator_list", ()))])
        start, end = starts[line - 1], starts[last.end_lineno]
        return [(start, end, line, last.end_lineno - line + 1, name)] if end - start >= least else []

    found = []
    for name, definition in lazy_definitions(tree).items():
        found += place(definition, definition, name, 0)
    for function in outer_functions(tree):
        first = function.body[0]
        if lines[first.lineno - 1][:first.col_offset].strip():
            continue  # it stands behind the colon
        if ast.get_docstring(function) is None and not knows_its_class(function):
            found += place(first, function.body[-1], "", LEAST_BODY)
    return sorted(found)


def literal(text):
    # With its length said (sv), so that no compiler has to count it.
    pieces = [text[i:i + PIECE] for i in range(0, len(text), PIECE)] or [""]
    return "\n".join(f'R"py({piece})py"' for piece in pieces) + "sv"


def main(arguments):
    namespace = "limbeck::python"
    if arguments[0] == "--namespace":
        namespace, arguments = arguments[1], arguments[2:]
    out, folder, files = arguments[0], arguments[1], arguments[2:]
    rows = []
    for path in files:
        name = os.path.relpath(path, folder)[: -len(".py")].replace(os.sep, ".")
        is_package = name.endswith(".__init__")
        if is_package:
            name = name[: -len(".__init__")]
        with open(path, encoding="utf-8") as file:
            rows.append((name, file.read(), is_package))
    rows.sort()
    with open(out, "w", encoding="utf-8") as file:
        file.write('#include "python/source_module.hpp"\n\n')
        file.write(f"namespace {namespace} {{\n\n")
        file.write("const python::SourceModule* find_source_module(std::string_view dotted_name);\n\nnamespace {\n\n")
        file.write("using namespace std::string_view_literals;\n\n")
        lazy = [lazy_lines(text) for _, text, _ in rows]
        for number, places in enumerate(lazy):
            if places:
                table = ", ".join('{%d, %d, %d, %d, "%s"sv}' % place for place in places)
                file.write(f"constexpr python::LazyLines lazy_{number}[] = {{{table}}};\n")
        file.write("\nconstexpr python::SourceModule modules[] = {\n")
        for number, (name, text, is_package) in enumerate(rows):
            places = f"lazy_{number}" if lazy[number] else "{}"
            file.write(f'    {{"{name}", {literal(text)}, {str(is_package).lower()}, {places}}},\n')
        file.write("};\n\n} // namespace\n\n")
        file.write(
            "const python::SourceModule* find_source_module(std::string_view dotted_name) {\n"
            "    for (const python::SourceModule& module : modules)\n"
            "        if (module.name == dotted_name) return &module;\n"
            "    return nullptr;\n}\n\n" + f"}} // namespace {namespace}\n")


main(sys.argv[1:])
