#include "sqlalchemy/expressions/constructors.hpp"

namespace limbeck::sqlalchemy {

const std::vector<std::string_view>& constructor_names() {
    static const std::vector<std::string_view> names = {
        "and_",         "any_",        "all_",       "asc",        "between",        "bitwise_not",
        "case",         "cast",        "collate",    "desc",       "distinct",       "extract",
        "false",        "funcfilter",  "label",      "literal",    "literal_column", "not_",
        "null",         "nulls_first", "nulls_last", "nullsfirst", "nullslast",      "or_",
        "over",         "text",        "true",       "try_cast",   "tuple_",         "type_coerce",
        "within_group",
    };
    return names;
}

} // namespace limbeck::sqlalchemy
