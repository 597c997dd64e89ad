// A module's text on its way to evaluation: parsed, its scopes analysed, then tied to an interpreter.
#include "python/runtime.hpp"
#include "support/file.hpp"

namespace limbeck::python {

std::unique_ptr<Unit> make_unit(std::string text, const std::string& file) {
    auto unit = std::make_unique<Unit>();
    unit->tree = parse_module(std::move(text), file);
    unit->file = file;
    // Be it in a string that eval() gets.
    unit->names_annotations = unit->tree->source.text().find("__annotations__") != std::string_view::npos;
    analyse_scopes(*unit);
    return unit;
}

std::unique_ptr<Unit> read_unit(const std::string& path) {
    return make_unit(file::read(path), path);
}

void give_objects(Unit& unit) {
    for (Code& code : unit.codes) {
        code.slot_names.reserve(code.slots.size());
        for (Identifier name : code.slots) code.slot_names.push_back(name_of(name));
        if (!code.docstring) continue;
        unit.constants.push_back(make_str(code.docstring->text));
        code.doc = as<Str>(unit.constants.back());
    }
}

} // namespace limbeck::python
