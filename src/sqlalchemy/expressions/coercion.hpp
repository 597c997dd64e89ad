// What an argument is taken for, by the place where it stands: the reference's "roles", with its sentences.
#pragma once

#include "python/binding.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/element_classes.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::sqlalchemy {

// Of everything that gives rows but tables: the collection behind `.c` is made once.
struct SelectableState final : ClauseState {
    python::Value columns;
    // The tuple of what select() was given, where a mapped class is among it: a session then gives instances.
    python::Value entities;
    using ClauseState::ClauseState;
};

// Of INSERT, UPDATE and DELETE.
struct DmlState final : ClauseState {
    // The mapped class that it was made of, and the tuple of what returning() was given: a session then gives
    // instances, and keeps up those that it has.
    python::Value target, returned;
    python::Value options; // of execution, by name
    using ClauseState::ClauseState;
};

// SELECT, UNION and the like, and text().columns().
bool is_rows(const schema::Expression& node);

// The node of an object of these classes; TypeError where it is none.
schema::ExpressionPtr node_of(const python::Value& value);
template <class T> const T& node_as(const python::Value& value) {
    schema::ExpressionPtr node = node_of(value);
    if (const T* found = schema::get_if<T>(*node)) return *found;
    python::raise_wrong_state(value, "");
}
// A copy of the statement behind `value`, to be changed and wrapped again: statements are generative.
template <class T> std::shared_ptr<T> copy_of(const python::Value& value) {
    return std::make_shared<T>(node_as<T>(value));
}

// An expression or a plain value as one; None is NULL, all else a bound parameter of its own type.
schema::ExpressionPtr to_element(const python::Value& value, const schema::TypePtr& type = nullptr);
// A condition: WHERE, HAVING, ON. True, False and None are constants; a str is an error that names text().
schema::ExpressionPtr to_condition(const python::Value& value,
                                   std::string_view role = "SQL expression for WHERE/HAVING role");
// ORDER BY and GROUP BY: a str is a label or column by name.
schema::ExpressionPtr to_ordering(const python::Value& value);
std::vector<schema::ExpressionPtr> to_orderings(const std::vector<python::Value>& values);
// Among a SELECT's columns: expressions and row sources. With `strings`, texts are columns written as they
// are, as SQLAlchemy 1.3 took them.
schema::ExpressionPtr to_column_expression(const python::Value& value, bool strings = false);
// A row source. A SELECT becomes a subquery where `implicit` allows it.
schema::FromPtr to_from(const python::Value& value, bool implicit = false);
// A column by its name or by itself: OF, INSERT's column lists.
schema::ExpressionPtr to_column_or_name(const python::Value& value);

// `f(a, b)` and `f([a, b])` alike.
std::vector<python::Value> spread(const std::vector<python::Value>& arguments);
bool is_sequence(const python::Value& value); // list, tuple, set, generator, …; no text

[[noreturn]] void raise_expected(std::string_view role, const python::Value& value,
                                 std::string_view advice = "");

schema::Operand to_operand_as(const python::Value& value, const schema::TypePtr& type);

} // namespace limbeck::sqlalchemy
