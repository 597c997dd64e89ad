#include "sqlalchemy/expressions/constructors.hpp"

namespace limbeck::sqlalchemy {

const std::vector<std::string_view>& constructor_names() {
    static const std::vector<std::string_view> names = {
        "alias",        "all_",       "and_",        "any_",           "asc",           "between",
        "bitwise_not",  "case",       "cast",        "collate",        "cte",           "delete",
        "desc",         "distinct",   "except_",     "except_all",     "exists",        "extract",
        "false",        "funcfilter", "insert",      "intersect",      "intersect_all", "join",
        "label",        "lateral",    "literal",     "literal_column", "not_",          "null",
        "nulls_first",  "nulls_last", "nullsfirst",  "nullslast",      "or_",           "outerjoin",
        "over",         "select",     "subquery",    "tablesample",    "text",          "true",
        "try_cast",     "tuple_",     "type_coerce", "union",          "union_all",     "update",
        "within_group",
    };
    return names;
}

} // namespace limbeck::sqlalchemy
