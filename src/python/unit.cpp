// A module's text on its way to evaluation: parsed, its scopes analysed, then tied to an interpreter.
#include "python/runtime.hpp"
#include "support/file.hpp"

#include <utility>

namespace limbeck::python {

namespace {

std::unique_ptr<Unit> make_unit(std::shared_ptr<Tree> tree, const std::string& file) {
    auto unit = std::make_unique<Unit>();
    unit->tree = std::move(tree);
    unit->file = file;
    // Be it in a string that eval() gets.
    unit->names_annotations = unit->tree->source.text().find("__annotations__") != std::string_view::npos;
    analyse_scopes(*unit);
    return unit;
}

void give_objects(Unit& unit, Code& code) {
    for (std::size_t at = code.slot_names.size(); at < code.slots.size(); ++at)
        code.slot_names.push_back(name_of(code.slots[at]));
    if (!code.docstring || code.doc) return;
    unit.constants.push_back(make_str(code.docstring->text));
    code.doc = as<Str>(unit.constants.back());
}

// To the codes that were made since there were `known` of them.
void give_objects_from(Unit& unit, std::size_t known) {
    for (std::size_t at = known; at < unit.codes.size(); ++at) give_objects(unit, unit.codes[at]);
}

} // namespace

std::unique_ptr<Unit> make_unit(std::string text, const std::string& file) {
    return make_unit(parse_module(std::move(text), file), file);
}

std::unique_ptr<Unit> make_unit(std::string text, const std::string& file, LazyParts lazy) {
    return make_unit(parse_module(std::move(text), file, lazy), file);
}

std::unique_ptr<Unit> read_unit(const std::string& path) {
    return make_unit(file::read(path), path);
}

void give_objects(Unit& unit) {
    for (Code& code : unit.codes) give_objects(unit, code);
}

void complete(Code& code) {
    ast::Function& function = *std::exchange(code.lazy, nullptr);
    Unit& unit = *code.unit;
    auto tree = unit.parts.emplace_back(parse_part(unit.tree->source.text(), unit.file, *function.lazy));
    function.body = tree->module->body;
    function.lazy = nullptr;
    std::size_t known = unit.codes.size();
    analyse_body(code, function.body);
    give_objects(unit, code);
    give_objects_from(unit, known);
}

Code& define(Unit& unit, LazyParts parts) {
    auto tree = unit.parts.emplace_back(
        parse_part(unit.tree->source.text(), unit.file, parts.front(), inside(parts)));
    std::size_t known = unit.codes.size();
    Code& code = analyse_part(unit, tree->module->body);
    give_objects_from(unit, known);
    return code;
}

} // namespace limbeck::python
