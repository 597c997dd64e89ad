// From a tree to SQL text, and the parameters that go with it.
#pragma once

#include "schema/expression.hpp"
#include "sql/dialect.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace limbeck::sql {

struct Parameter {
    std::string name;
    schema::Value value;
    schema::TypePtr type;
    bool has_value = true;
};

struct Statement {
    std::string text;
    // In the order of the text for positional styles (a name that stands twice is listed twice); else each
    // name once, in order of first use.
    std::vector<Parameter> parameters;
};

enum class Rendering : std::uint8_t {
    // As str(statement.compile()) shows it: parameters as markers, IN lists not written out yet.
    text,
    // literal_binds: every value is written into the text.
    literal,
    // As sent to a database: IN lists written out, one parameter per value.
    execution,
};

// A statement, or a single expression. Throws Error (CompileError's sentence) for what the dialect cannot
// say.
Statement compile(const schema::Expression& expression, const Dialect& dialect,
                  Rendering rendering = Rendering::text);
// The values of an execution by name: they come before those that the tree's parameters have, and decide how
// long an IN list is.
using GivenValues = std::map<std::string, schema::Value, std::less<>>;
Statement compile_execution(const schema::Expression& expression, const Dialect& dialect,
                            const GivenValues& given);
// As in DDL: literal values, columns without their table.
std::string compile_ddl_expression(const schema::Expression& expression, const Dialect& dialect);

// A value as the reference writes it where `type` is the column's: str(literal(value,
// type).compile(literal_binds)).
std::string render_literal(const schema::Value& value, const schema::TypePtr& type, const Dialect& dialect);
// What a type is called: `type.compile(dialect)`.
std::string type_name(const schema::TypePtr& type, const Dialect& dialect);

} // namespace limbeck::sql
