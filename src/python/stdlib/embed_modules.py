#!/usr/bin/env python3
"""Write modules in Python source as one C++ table.

usage: embed_modules.py [--namespace NAME] OUT.cpp FOLDER FILE...

The files' dotted names are their paths below FOLDER; the table is behind NAME::find_source_module(). Beside the text
stands where the bodies of functions lie that need not be parsed before they are called (python::LazyBody).
"""
import ast
import itertools
import os
import sys

# A shorter body is parsed sooner than it is looked for.
LEAST_BYTES = 60
# In pieces: some compilers bound the length of one literal.
PIECE = 12000


def outer_functions(node):
    """The functions of a module that are not inside of another one."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield child
        elif isinstance(child, ast.stmt) or isinstance(child, ast.excepthandler):
            yield from outer_functions(child)


def knows_its_class(function):
    """Whether a method names super() or __class__, for which its class has a variable."""
    return any(isinstance(node, ast.Name) and node.id in ("super", "__class__") for node in ast.walk(function))


def lazy_bodies(text):
    """What a python::LazyBody has of each, in its order."""
    lines = [line.encode() for line in text.split("\n")]
    starts = [0, *itertools.accumulate(len(line) + 1 for line in lines)]
    try:
        tree = ast.parse(text)
    except SyntaxError:  # newer than the Python that builds
        return
    for function in outer_functions(tree):
        first = function.body[0]
        if lines[first.lineno - 1][:first.col_offset].strip():
            continue  # it stands behind the colon
        if ast.get_docstring(function) is not None or knows_its_class(function):
            continue
        line = min([first.lineno, *(each.lineno for each in getattr(first, "decorator_list", ()))])
        last = function.body[-1].end_lineno
        start, end = starts[line - 1], starts[last]
        if end - start >= LEAST_BYTES:
            yield start, end, line, last - line + 1


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
        bodies = [list(lazy_bodies(text)) for _, text, _ in rows]
        for number, places in enumerate(bodies):
            if places:
                table = ", ".join("{%d, %d, %d, %d}" % place for place in places)
                file.write(f"constexpr python::LazyBody bodies_{number}[] = {{{table}}};\n")
        file.write("\nconstexpr python::SourceModule modules[] = {\n")
        for number, (name, text, is_package) in enumerate(rows):
            places = f"bodies_{number}" if bodies[number] else "{}"
            file.write(f'    {{"{name}", {literal(text)}, {str(is_package).lower()}, {places}}},\n')
        file.write("};\n\n} // namespace\n\n")
        file.write(
            "const python::SourceModule* find_source_module(std::string_view dotted_name) {\n"
            "    for (const python::SourceModule& module : modules)\n"
            "        if (module.name == dotted_name) return &module;\n"
            "    return nullptr;\n}\n\n" + f"}} // namespace {namespace}\n")


main(sys.argv[1:])
