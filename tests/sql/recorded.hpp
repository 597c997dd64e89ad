// Compares trees with what the reference made of the same Python (tests/reference/record_sql.py).
#pragma once

#include "schema/build.hpp"
#include "schema/operation.hpp"
#include "sql/compiler.hpp"
#include "sql/operations.hpp"

#include <functional>
#include <string>
#include <vector>

namespace limbeck::test {

// Each takes the Python first: it is the name of the recording.
void check_type(const std::string& python, const schema::TypePtr& type);
void check_sql(const std::string& python, const schema::ExpressionPtr& expression);
void check_literal(const std::string& python, const schema::Value& value,
                   const schema::TypePtr& type = nullptr);
void check_op(const std::string& python, const std::vector<schema::Operation>& operations);
// Operations whose trees are made anew for each dialect.
void check_op(const std::string& python, const std::function<std::vector<schema::Operation>()>& make);

// The tables of the recorder: `t`, `u`, `users`, `posts`.
schema::TablePtr table_t();
schema::TablePtr table_u();
schema::TablePtr table_users();
schema::TablePtr table_posts();
std::shared_ptr<const schema::MetaData> conventions();

// Shorthand for trees.
schema::ExpressionPtr col(const schema::TablePtr& table, const std::string& name);
schema::TypePtr type(schema::TypeKind kind);
schema::TypePtr varchar(int length);
schema::TypePtr array_type(const schema::TypePtr& item, int dimensions = 0);
schema::TypePtr enum_type(std::vector<std::string> labels, std::string name = {});
schema::ColumnPtr define(const std::string& name, const schema::TypePtr& type, bool primary_key = false);
schema::ColumnPtr required(const std::string& name, const schema::TypePtr& type);
schema::TablePtr make_table(const std::string& name, const std::vector<schema::ColumnPtr>& columns,
                            const std::vector<schema::ConstraintPtr>& constraints = {});

} // namespace limbeck::test
