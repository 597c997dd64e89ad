// text(): its parameters and its columns.
#include "schema/errors.hpp"
#include "sql/text_binds.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/expressions/coercion.hpp"
#include "sqlalchemy/expressions/populate.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace limbeck::sqlalchemy {

namespace py = python;
using py::Call;
using py::ClassBuilder;
using py::Value;
using schema::ExpressionPtr;

namespace {

using Binds = std::vector<std::shared_ptr<const schema::Bind>>;

void put(Binds& binds, const schema::Text& text, std::shared_ptr<const schema::Bind> bind) {
    std::vector<std::string> names = sql::text_bind_names(text.text);
    if (std::find(names.begin(), names.end(), bind->key.text) == names.end())
        throw schema::ArgumentError(fmt::format(
            "This text() construct doesn't define a bound parameter named {}", py::quote(bind->key.text)));
    for (auto& known : binds)
        if (known->key.text == bind->key.text) {
            known = std::move(bind);
            return;
        }
    binds.push_back(std::move(bind));
}

// bindparams(bindparam("x", …), y=5): whatever a parameter was beside its value stays.
Value bindparams(Call& call) {
    auto made = copy_of<schema::Text>(call.self());
    for (const Value& given : call.rest(1)) {
        auto bind = schema::pointer_as<schema::Bind>(node_of(given));
        if (!bind) raise_expected("bound parameter", given);
        put(made->binds, *made, bind);
    }
    py::for_each_item(call[2], [&](const Value& key, const Value& item) {
        const std::string& name = py::as_text(key);
        schema::Value value = to_value(item);
        for (const auto& known : made->binds) {
            if (known->key.text != name) continue;
            auto bind = std::make_shared<schema::Bind>(*known);
            if (bind->type->kind == schema::TypeKind::null) bind->type = schema::type_of(value);
            bind->has_value = true;
            bind->value = std::move(value);
            return put(made->binds, *made, bind);
        }
        put(made->binds, *made, schema::bindparam(schema::Name(name), std::move(value)));
    });
    return wrap(ExpressionPtr(made));
}

Value columns(Call& call) {
    auto made = std::make_shared<schema::TextualSelect>();
    made->element = schema::pointer_as<schema::Text>(node_of(call.self()));
    for (const Value& given : call.rest(1)) {
        if (ExpressionPtr node = to_expression_if(given))
            made->columns.push_back(node);
        else
            made->columns.push_back(schema::column(to_name(given)));
    }
    py::for_each_item(call[2], [&](const Value& key, const Value& type) {
        made->columns.push_back(schema::column(to_name(key), to_type(type)));
    });
    return wrap(ExpressionPtr(made));
}

} // namespace

void populate_text_clause(ClassBuilder& type) {
    type.method("__init__(self, text)", [](Call& call) {
        call.attach<ClauseState>(ExpressionPtr(schema::text(call.text(1))));
        return Value::none();
    });
    type.property("text", [](Call& call) { return py::make_str(node_as<schema::Text>(call[0]).text); });
    type.property("type", [](Call& call) { return wrap(node_of(call[0])->type); });
    type.method("bindparams(self, *binds, **names_to_values)", bindparams);
    type.method("columns(self, *cols, **types)", columns);
    type.method("label(self, name)",
                [](Call& call) { return wrap(schema::label(to_optional_name(call[1]), node_of(call[0]))); });
}

} // namespace limbeck::sqlalchemy
