#!/usr/bin/env python3
"""Write a text file as a C++ constant.

usage: embed_text.py OUT.cpp NAME FILE

NAME is "namespace::constant"; it is a std::string_view.
"""
import sys

out, name, path = sys.argv[1:]
namespace, _, constant = name.rpartition("::")
text = open(path, encoding="utf-8").read()
# In pieces: some compilers bound the length of one literal.
PIECE = 12000
pieces = [text[i:i + PIECE] for i in range(0, len(text), PIECE)] or [""]
with open(out, "w", encoding="utf-8") as file:
    file.write(f"#include <string_view>\n\nnamespace {namespace} {{\n\n")
    file.write(f"extern const std::string_view {constant};\nconst std::string_view {constant} =\n    ")
    file.write("\n    ".join(f'R"txt({piece})txt"' for piece in pieces) + ";\n\n")
    file.write(f"}} // namespace {namespace}\n")
