#!/usr/bin/env python3
"""Write modules in Python source as one C++ table.

usage: embed_modules.py [--namespace NAME] OUT.cpp FOLDER FILE...

The files' dotted names are their paths below FOLDER; the table is behind NAME::find_source_module().
"""
import os
import sys

arguments = sys.argv[1:]
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
# In pieces: some compilers bound the length of one literal.
PIECE = 12000
with open(out, "w", encoding="utf-8") as file:
    file.write('#include "python/source_module.hpp"\n\n')
    file.write(f"namespace {namespace} {{\n\n")
    file.write("const python::SourceModule* find_source_module(std::string_view dotted_name);\n\nnamespace {\n\n")
    # With their lengths said (sv), so that no compiler has to count them.
    file.write("using namespace std::string_view_literals;\n\nconstexpr python::SourceModule modules[] = {\n")
    for name, text, is_package in sorted(rows):
        pieces = [text[i:i + PIECE] for i in range(0, len(text), PIECE)] or [""]
        file.write(f'    {{"{name}", ' + "\n".join(f'R"py({p})py"' for p in pieces) + f"sv, {str(is_package).lower()}}},\n")
    file.write("};\n\n} // namespace\n\n")
    file.write(
        "const python::SourceModule* find_source_module(std::string_view dotted_name) {\n"
        "    for (const python::SourceModule& module : modules)\n"
        "        if (module.name == dotted_name) return &module;\n"
        "    return nullptr;\n}\n\n" + f"}} // namespace {namespace}\n")
