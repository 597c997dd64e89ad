// Values written into SQL text, as the reference's literal_binds writes them.
#pragma once

#include "schema/type.hpp"
#include "sql/dialect.hpp"

#include <string>
#include <string_view>

namespace limbeck::sql {

// Throws CompileError where the type has no way to write the value.
void append_literal(std::string& out, const schema::Value& value, const schema::TypePtr& type,
                    const Dialect& dialect);

// A text in quotes, as a String type has it.
void append_text_literal(std::string& out, std::string_view text, const Dialect& dialect);

} // namespace limbeck::sql
