// Every directive of `alembic.op`: its parameters in each of its forms, and the class of operations it makes.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::alembic {

struct Directive {
    std::string name;       // "create_index"
    std::string class_name; // "CreateIndexOp"
    // Parameter lists in Python's notation: of op.create_index(), of batch_op.create_index() (empty: there is
    // none) and of the class.
    std::string parameters, batch_parameters, class_parameters;
    // Parameters that the class calls by another name: {"new_column_name", "modify_name"}.
    std::vector<std::pair<std::string_view, std::string_view>> renamed;
    // Keywords of older releases: {"name", "index_name"}.
    std::vector<std::pair<std::string_view, std::string_view>> old_keywords;

    // "create_index(index_name, …)", "create_index(self, index_name, …)", "create_index(self, …)" in batch
    // mode, "__init__(self, …)".
    std::string function, method, batch_method, constructor;
    // The class methods that make an operation and invoke it.
    std::string on_class, batch_on_class;
    // The names of class_parameters.
    std::vector<std::string> attributes;

    bool is_attribute(std::string_view attribute) const;
    std::string_view attribute_of(std::string_view parameter) const;
};

std::span<const Directive> directives();
const Directive& directive(std::string_view name);

} // namespace limbeck::alembic
