// What INSERT and UPDATE write: values by name, by column, by place.
#include "schema/errors.hpp"
#include "schema/selectable.hpp"
#include "sqlalchemy/column_collection.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/expressions/generative.hpp"

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

namespace py = python;
using py::Value;
using schema::Assignment;
using schema::ExpressionPtr;

Assignment to_assignment(const Value& key, const Value& value) {
    Assignment made;
    if (py::is_str(key)) {
        made.key = py::as_text(key);
    } else if (ExpressionPtr node = to_expression_if(key)) {
        auto column = schema::pointer_as<schema::ColumnRef>(node);
        if (column) {
            made.key = column_key(*column);
            made.column = column;
        } else {
            made.target = node;
        }
    } else {
        raise_expected("SET/VALUES column expression or string key", key);
    }
    if (ExpressionPtr node = to_expression_if(value))
        made.expression = node;
    else
        made.value = to_value(value);
    return made;
}

std::vector<Assignment> to_assignments(const Value& given, const schema::FromPtr& table) {
    std::vector<Assignment> made;
    if (auto* columns = py::state_if<CollectionState>(given)) {
        for (const auto& [key, column] : columns->items)
            made.push_back(to_assignment(py::make_str(key), column));
        return made;
    }
    if (py::as<py::Dict>(given) || (!is_sequence(given) && py::find_attribute(given, "keys").exists())) {
        py::for_each_item(
            given, [&](const Value& key, const Value& value) { made.push_back(to_assignment(key, value)); });
        return made;
    }
    if (!is_sequence(given)) {
        if (py::is_unresolved(given)) py::raise_unresolved(given, "write it into a table");
        throw schema::ArgumentError(
            "Only a single dictionary/tuple or list of dictionaries/tuples is accepted "
            "positionally.");
    }
    std::vector<Value> values = py::to_vector(given);
    auto columns = schema::columns_of(table);
    for (std::size_t i = 0; i < values.size() && i < columns.size(); ++i)
        made.push_back(to_assignment(py::make_str(column_key(*columns[i])), values[i]));
    return made;
}

} // namespace limbeck::sqlalchemy
