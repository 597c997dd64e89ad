// From the text of PostgreSQL's format_type() back to a type.
#pragma once

#include "sqlalchemy/inspector.hpp"

#include <string_view>

namespace limbeck::sqlalchemy {

struct ReflectedDomain {
    std::string name;
    std::string schema;
    bool visible = true;
    std::string type; // what it stands for, as format_type() writes it
    bool not_null = false;
    std::optional<std::string> default_sql;
    std::optional<std::string> constraint_name;
    std::string check; // the first constraint's expression
};

// The types that the database itself defines.
struct TypeNames {
    std::vector<ReflectedEnum> enums;
    std::vector<ReflectedDomain> domains;
};

// "character varying(20)[]" and the like. A type that is not known is NullType, as it is for the reference.
schema::TypePtr type_from_text(std::string_view text, const TypeNames& names,
                               const std::string& collation = {});

} // namespace limbeck::sqlalchemy
