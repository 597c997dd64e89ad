#include "python/inert.hpp"

#include "python/attribute.hpp"
#include "python/importing.hpp"
#include "python/runtime.hpp"
#include "python/unresolved.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace limbeck::python {

namespace {

bool is_constant(const ast::Expression* node) {
    if (auto* tuple = ast::get_if<ast::Tuple>(node))
        return std::all_of(tuple->elements.begin(), tuple->elements.end(), is_constant);
    return ast::get_if<ast::Constant>(node) != nullptr;
}

bool is_name(const ast::Expression* node) {
    return ast::get_if<ast::Name>(node) != nullptr;
}

bool is_plain(const ast::Function& function) {
    auto plain = [](const ast::Expression* value) { return !value || is_constant(value); };
    const ast::Parameters& parameters = *function.parameters;
    return function.decorators.empty() && function.type_parameters.empty() &&
           std::all_of(parameters.defaults.begin(), parameters.defaults.end(), plain) &&
           std::all_of(parameters.keyword_defaults.begin(), parameters.keyword_defaults.end(), plain);
}

// Whether an import of limbeck's own gives something; `name` is "module" or "module.name".
template <class Import>
bool is_known(std::string name, std::unordered_set<std::string>& known, Import import) {
    if (known.contains(name)) return true;
    if (!import().exists()) return false;
    known.insert(std::move(name));
    return true;
}

bool imports(const ast::Import& node, std::unordered_set<std::string>& known) {
    return std::all_of(node.names.begin(), node.names.end(), [&](const ast::Alias* alias) {
        std::string name(alias->name.text());
        return is_known(name, known, [&] { return import_own(name); });
    });
}

bool imports(const ast::ImportFrom& node, std::unordered_set<std::string>& known) {
    if (node.level) return false;
    std::string module(node.module.text());
    if (module == "__future__") return true;
    return std::all_of(node.names.begin(), node.names.end(), [&](const ast::Alias* alias) {
        return is_known(module + "." + std::string(alias->name.text()), known,
                        [&] { return import_own(module, name_of(alias->name)); });
    });
}

bool is_inert(const ast::Statement& node, std::unordered_set<std::string>& known) {
    using K = ast::StatementKind;
    switch (node.kind) {
    case K::Expr:
        return is_constant(ast::as<ast::Expr>(node).value);
    case K::Pass:
        return true;
    case K::Assign: {
        auto& assign = ast::as<ast::Assign>(node);
        return is_constant(assign.value) &&
               std::all_of(assign.targets.begin(), assign.targets.end(), is_name);
    }
    case K::AnnAssign: {
        auto& assign = ast::as<ast::AnnAssign>(node);
        return assign.simple && (!assign.value || is_constant(assign.value));
    }
    case K::FunctionDef:
        return is_plain(ast::as<ast::FunctionDef>(node));
    case K::Import:
        return imports(ast::as<ast::Import>(node), known);
    case K::ImportFrom:
        return imports(ast::as<ast::ImportFrom>(node), known);
    default:
        return false;
    }
}

// Functions of the module that nobody holds but the module.
bool owns(const Dict& globals, const Value& value, const Unit* unit) {
    Function* function = as<Function>(value);
    return function && function->code->unit == unit && function->globals.get() == &globals;
}

} // namespace

bool is_inert(const Unit& unit) {
    // Annotations are evaluated when they are asked for, and nobody asks.
    if (unit.names_annotations || !unit.tree->module) return false;
    // `global x` and globals(): what one run leaves, a second would find.
    if (unit.tree->source.text().find("global") != std::string_view::npos) return false;
    std::unordered_set<std::string>& known = rt().known_imports;
    const auto& body = unit.tree->module->body;
    return std::all_of(body.begin(), body.end(),
                       [&](const ast::Statement* node) { return is_inert(*node, known); });
}

bool defines_function(const Unit& unit, std::string_view name) {
    const auto& body = unit.tree->module->body;
    return std::any_of(body.begin(), body.end(), [&](const ast::Statement* node) {
        auto* function = ast::get_if<ast::FunctionDef>(node);
        return function && function->name.text() == name;
    });
}

void dismiss_module(Value value) {
    Module& module = cast<Module>(value);
    Unit* unit = module.unit;
    Dict& globals = module.dict();
    // A traceback and a suspended generator point into the tree without holding a function.
    if (!unit || unit->traced || module.references != 1) return;
    if (std::any_of(unit->codes.begin(), unit->codes.end(), [](const Code& code) {
            return code.is_generator || code.is_async || code.kind == ScopeKind::Generator;
        }))
        return;
    std::uint32_t functions = 0;
    for (std::size_t at = 0; at < globals.table.slots(); ++at) {
        const Value& each = globals.table.slot(at).value;
        if (!owns(globals, each, unit)) continue;
        if (cast<Function>(each).references != 1) return;
        ++functions;
    }
    // Whatever else was made in the module and lives on (a lambda, a class's methods) holds its globals.
    if (globals.references != functions + 1) return;
    globals.table.clear();
    value = Value();
    auto& units = rt().units;
    auto found = std::find_if(units.rbegin(), units.rend(),
                              [&](const std::unique_ptr<Unit>& each) { return each.get() == unit; });
    if (found != units.rend()) units.erase(std::next(found).base());
}

} // namespace limbeck::python
