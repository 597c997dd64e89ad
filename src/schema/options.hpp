// The arguments of one dialect: `postgresql_using="gin"`, `sqlite_autoincrement=True`,
// `mysql_engine="InnoDB"`.
#pragma once

#include "schema/expression.hpp"

namespace limbeck::schema {

struct Option {
    std::string key;          // with its dialect: "postgresql_where"
    Value value;              // names of columns are texts, lists are List, mappings are Dict
    ExpressionPtr expression; // where the argument is SQL: `postgresql_where`
};

struct Options {
    std::vector<Option> items;

    const Option* find(std::string_view key) const;
    // The value, or null where the key is absent.
    const Value& value(std::string_view key) const;
    // Whether the value is there and counts as true in Python.
    bool truthy(std::string_view key) const;
    void set(std::string key, Value value) { items.push_back({std::move(key), std::move(value), nullptr}); }
    void set(std::string key, ExpressionPtr e) { items.push_back({std::move(key), {}, std::move(e)}); }
};

bool truthy(const Value& value);

} // namespace limbeck::schema
