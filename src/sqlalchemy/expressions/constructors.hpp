// The functions that make expressions and statements: text(), case(), select(), … They live in
// sqlalchemy.sql.expression; the package and sqlalchemy.sql show the same objects.
#pragma once

#include "python/binding.hpp"
#include "schema/selectable.hpp"

#include <string_view>
#include <vector>

namespace limbeck::sqlalchemy {

void define_element_functions(python::ModuleBuilder& module);    // text, literal, and_, case, …
void define_selectable_functions(python::ModuleBuilder& module); // table, alias, join, values, cte, …
void define_statement_functions(python::ModuleBuilder& module);  // select, union, insert, update, delete

// Their names, for modules that show them too.
const std::vector<std::string_view>& constructor_names();

// Shared by functions and methods.
schema::ExpressionPtr make_over(const schema::ExpressionPtr& element, const python::Value& partition_by,
                                const python::Value& order_by, const python::Value& range,
                                const python::Value& rows, const python::Value& groups);
schema::ExpressionPtr make_within_group(const schema::ExpressionPtr& element,
                                        const std::vector<python::Value>& order_by);
schema::ExpressionPtr make_filter(const schema::ExpressionPtr& element,
                                  const std::vector<python::Value>& criteria);

} // namespace limbeck::sqlalchemy
