// What only the text of a CREATE TABLE says: SQLite keeps the statement as it was given, and its pragmas know
// neither the names of constraints nor their expressions.
//
// The text is read by its tokens, so that quoting, comments and nested parentheses cannot mislead it; what is
// taken from it, and what is passed over, is what the reference takes.
#pragma once

#include "sqlalchemy/inspector.hpp"

#include <string_view>

namespace limbeck::sqlalchemy {

struct CreateTableText {
    std::optional<std::string> primary_key_name;
    // FOREIGN KEY clauses, in order; a REFERENCES inside a column is not among them.
    std::vector<ReflectedForeignKey> foreign_keys;
    // UNIQUE clauses, then columns that are UNIQUE by themselves.
    std::vector<ReflectedUnique> uniques;
    // All of them, inside columns too, in order of the text.
    std::vector<ReflectedCheck> checks;
    // The expression behind GENERATED ALWAYS AS, by column.
    std::vector<std::pair<std::string, std::string>> generated;
};

CreateTableText read_create_table(std::string_view sql);

} // namespace limbeck::sqlalchemy
