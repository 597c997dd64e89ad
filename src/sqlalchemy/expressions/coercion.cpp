#include "sqlalchemy/expressions/coercion.hpp"

#include "python/class.hpp"
#include "schema/errors.hpp"
#include "sqlalchemy/expressions/custom.hpp"

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

namespace py = python;
using schema::ExpressionPtr;

namespace {

bool is_from(const ExpressionPtr& node) {
    return dynamic_cast<const schema::FromClause*>(node.get()) != nullptr;
}

[[noreturn]] void raise_textual(const std::string& text) {
    std::string quoted = py::quote(text);
    throw schema::ArgumentError(
        fmt::format("Textual SQL expression {} should be explicitly declared as text({})", quoted, quoted));
}

} // namespace

void raise_expected(std::string_view role, const py::Value& value, std::string_view advice) {
    if (py::is_unresolved(value)) py::raise_unresolved(value, "use it in a SQL statement");
    throw schema::ArgumentError(
        fmt::format("{} expected, got {}.{}{}", role, py::to_repr(value), advice.empty() ? "" : " ", advice));
}

ExpressionPtr to_expression_if(const py::Value& value) {
    if (!value.is_object()) return nullptr;
    if (auto* clause = py::state_if<ClauseState>(value)) return clause->expression;
    if (py::is_unresolved(value)) py::raise_unresolved(value, "use it in a SQL expression");
    if (py::as<py::Instance>(value)) {
        if (is_element(value, Element::ClauseElement)) return custom_node(value);
    } else if (!py::as<py::Class>(value)) {
        return nullptr;
    }
    py::Value method = py::find_attribute(value, "__clause_element__");
    if (method.exists()) return to_expression_if(py::call(method));
    py::Value table = py::find_attribute(value, "__table__");
    if (table.exists()) return to_expression_if(table);
    return nullptr;
}

ExpressionPtr to_expression(const py::Value& value) {
    if (value.is_none() || !value.exists()) return std::make_shared<schema::Null>();
    if (value.is_bool()) {
        if (value.is_true()) return std::make_shared<schema::True>();
        return std::make_shared<schema::False>();
    }
    if (ExpressionPtr node = to_expression_if(value)) return node;
    return schema::literal(to_value(value));
}

schema::Operand to_operand(const py::Value& value) {
    if (ExpressionPtr node = to_expression_if(value)) return schema::Operand(node);
    return schema::Operand(to_value(value));
}

schema::Operand to_operand_as(const py::Value& value, const schema::TypePtr& type) {
    if (ExpressionPtr node = to_expression_if(value)) return schema::Operand(node);
    if (value.is_none() || !type) return schema::Operand(to_value(value));
    return schema::Operand(schema::literal(to_value(value), type));
}

ExpressionPtr to_text_or_expression(const py::Value& value) {
    if (ExpressionPtr node = to_expression_if(value)) return node;
    if (const std::string* text = py::text_if(value)) return schema::text(*text);
    raise_expected("Executable SQL or text() construct", value);
}

ExpressionPtr node_of(const py::Value& value) {
    if (ExpressionPtr node = to_expression_if(value)) return node;
    py::raise_wrong_state(value, "");
}

ExpressionPtr to_element(const py::Value& value, const schema::TypePtr& type) {
    if (ExpressionPtr node = to_expression_if(value))
        return is_rows(*node) ? schema::scalar_subquery(node) : node;
    if (!value.exists() || value.is_none()) return std::make_shared<schema::Null>();
    return schema::literal(to_value(value), type);
}

ExpressionPtr to_condition(const py::Value& value, std::string_view role) {
    if (value.is_none() || value.is_bool()) return to_expression(value);
    if (ExpressionPtr node = to_expression_if(value)) {
        if (is_rows(*node)) return schema::scalar_subquery(node);
        if (!is_from(node)) return node;
    } else if (const std::string* text = py::text_if(value)) {
        raise_textual(*text);
    }
    raise_expected(role, value);
}

ExpressionPtr to_ordering(const py::Value& value) {
    if (const std::string* text = py::text_if(value)) return std::make_shared<schema::LabelReference>(*text);
    if (value.is_none()) return std::make_shared<schema::Null>();
    if (ExpressionPtr node = to_expression_if(value)) {
        if (is_rows(*node)) return schema::scalar_subquery(node);
        if (!is_from(node)) return node;
    }
    raise_expected("ORDER BY, GROUP BY or DISTINCT expression", value);
}

std::vector<ExpressionPtr> to_orderings(const std::vector<py::Value>& values) {
    std::vector<ExpressionPtr> made;
    for (const py::Value& value : spread(values)) made.push_back(to_ordering(value));
    return made;
}

ExpressionPtr to_column_expression(const py::Value& value, bool strings) {
    if (ExpressionPtr node = to_expression_if(value))
        return is_rows(*node) ? schema::scalar_subquery(node) : node;
    if (const std::string* text = py::text_if(value)) {
        if (strings || *text == "*") return schema::literal_column(*text);
        std::string quoted = py::quote(*text);
        throw schema::ArgumentError(
            fmt::format("Textual column expression {} should be explicitly declared with text({}), or use "
                        "column({}) for more specificity",
                        quoted, quoted, quoted));
    }
    if (value.is_small_int() || value.is_float()) return schema::literal_column(py::to_str(value));
    if (value.is_none() || value.is_bool()) return to_expression(value);
    raise_expected("Column expression, FROM clause, or other columns clause element", value);
}

schema::FromPtr to_from(const py::Value& value, bool implicit) {
    if (ExpressionPtr node = to_expression_if(value)) {
        if (auto from = schema::pointer_as<schema::FromClause>(node)) return from;
        if (implicit && is_rows(*node)) return schema::subquery(node);
        if (auto from = from_of_function(node)) return from;
        if (is_rows(*node))
            raise_expected("FROM expression, such as a Table or alias() object", value,
                           "To create a FROM clause from a SELECT statement, use the .subquery() method.");
    }
    raise_expected("FROM expression, such as a Table or alias() object", value);
}

ExpressionPtr to_column_or_name(const py::Value& value) {
    if (const std::string* text = py::text_if(value)) return schema::text(*text);
    if (ExpressionPtr node = to_expression_if(value)) return node;
    raise_expected("Column argument for INSERT or UPDATE", value);
}

bool is_sequence(const py::Value& value) {
    if (!value.is_object()) return false;
    switch (value.object_unchecked()->kind) {
    case py::Kind::List:
    case py::Kind::Tuple:
    case py::Kind::Set:
    case py::Kind::FrozenSet:
    case py::Kind::Range:
    case py::Kind::Iterator:
    case py::Kind::DictView:
        return true;
    case py::Kind::Instance:
        return py::state_if<ClauseState>(value) == nullptr && !is_element(value, Element::ClauseElement) &&
               py::find_attribute(value, "__iter__").exists();
    default:
        return false;
    }
}

std::vector<py::Value> spread(const std::vector<py::Value>& arguments) {
    if (arguments.size() == 1 && is_sequence(arguments[0])) return py::to_vector(arguments[0]);
    return arguments;
}

} // namespace limbeck::sqlalchemy
