// What tables share: a schema, and conventions for the names of constraints.
#pragma once

#include "schema/name.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace limbeck::schema {

struct Constraint;
struct Index;
struct Table;

struct MetaData {
    std::optional<Name> schema;
    // "ix", "uq", "ck", "fk", "pk" to a template: "ix_%(column_0_label)s". The reference's default is
    // {"ix": "ix_%(column_0_label)s"}.
    std::map<std::string, std::string, std::less<>> conventions = {{"ix", "ix_%(column_0_label)s"}};
    // Tokens that the script defines: callables of a constraint and its table.
    std::map<std::string, std::function<std::string(const Constraint*, const Index*, const Table&)>,
             std::less<>>
        tokens;
};

// The name that the conventions give, or nothing where they leave the name as it is. Throws Error with the
// reference's sentence where a template asks for what is not there.
std::optional<Name> conventional_name(const Constraint& constraint, const Table& table,
                                      const MetaData& metadata);
std::optional<Name> conventional_name(const Index& index, const Table& table, const MetaData& metadata);

// A name shortened as the reference does: the first limit - 8 characters, "_", the last four digits of its
// md5.
std::string shortened(std::string_view name, std::size_t limit);

} // namespace limbeck::schema
