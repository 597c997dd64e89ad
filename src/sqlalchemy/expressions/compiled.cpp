#include "sqlalchemy/expressions/compiled.hpp"

#include "python/class.hpp"
#include "sql/compiler.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/dialect_object.hpp"
#include "sqlalchemy/expressions/coercion.hpp"
#include "sqlalchemy/expressions/populate.hpp"

namespace limbeck::sqlalchemy {

namespace py = python;
using py::Call;
using py::Value;

namespace {

struct CompiledState final : py::NativeState {
    sql::Statement statement;
    Value element;
    Value dialect;
};

sql::Rendering rendering_of(const Value& keywords) {
    if (!keywords.exists() || keywords.is_none()) return sql::Rendering::text;
    auto asked = [&](std::string_view name) {
        const Value* found = py::cast<py::Dict>(keywords).find(name);
        return found && py::truth(*found);
    };
    if (asked("literal_binds")) return sql::Rendering::literal;
    return asked("render_postcompile") ? sql::Rendering::execution : sql::Rendering::text;
}

Value parameters(const CompiledState& state, const py::Dict* given) {
    Value made = py::make_dict();
    for (const sql::Parameter& parameter : state.statement.parameters) {
        const Value* replaced = given ? given->find(parameter.name) : nullptr;
        Value value = replaced              ? *replaced
                      : parameter.has_value ? from_value(parameter.value)
                                            : Value::none();
        py::set_item(made, py::make_str(parameter.name), value);
    }
    return made;
}

} // namespace

Value compile_method(Call& call) {
    sql::Dialect dialect = sql::generic_dialect();
    Value dialect_object = Value::none();
    if (call.has(2)) {
        dialect_object = call[2];
    } else if (call.has(1)) {
        dialect_object = py::get_attribute(call[1], "dialect");
    }
    if (!dialect_object.is_none()) dialect = to_dialect(dialect_object).value_or(dialect);
    Value options;
    if (const Value* found = call.keywords(3).find("compile_kwargs")) options = *found;
    if (options.exists() && !options.is_none() && !py::as<py::Dict>(options)) options = Value::none();
    schema::ExpressionPtr node = node_of(call.self());
    Value made = py::make_instance(element_class(Element::SQLCompiler));
    auto& state = py::attach_state<CompiledState>(made);
    state.element = call.self();
    state.dialect = dialect_object.is_none() ? wrap_dialect(dialect) : dialect_object;
    state.statement = sql::compile(*node, dialect, rendering_of(options));
    return made;
}

std::string default_text(const schema::ExpressionPtr& node) {
    return sql::compile(*node, sql::generic_dialect()).text;
}

void populate_compiled(py::ClassBuilder& type) {
    auto text = [](Call& call) { return py::make_str(call.state<CompiledState>().statement.text); };
    type.method("__str__(self)", text);
    type.property("string", text);
    type.property("params", [](Call& call) { return parameters(call.state<CompiledState>(), nullptr); });
    type.method("construct_params(self, params=None, **kw)", [](Call& call) {
        const py::Dict* given = call.has(1) ? py::as<py::Dict>(call[1]) : nullptr;
        return parameters(call.state<CompiledState>(), given);
    });
    type.property("statement", [](Call& call) { return call.state<CompiledState>().element; });
    type.property("dialect", [](Call& call) { return call.state<CompiledState>().dialect; });
    type.property("positiontup", [](Call& call) {
        std::vector<Value> names;
        for (const sql::Parameter& parameter : call.state<CompiledState>().statement.parameters)
            names.push_back(py::make_str(parameter.name));
        return py::make_list(names);
    });
}

} // namespace limbeck::sqlalchemy
