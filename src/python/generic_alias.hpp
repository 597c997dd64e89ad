// `list[int]`, `int | None`: types of annotations, inert but printable, comparable and callable as Python's.
#pragma once

#include "python/operations.hpp"

namespace limbeck::python {

struct GenericAlias final : Container {
    Value origin;
    std::vector<Value> arguments;
    GenericAlias(Value of, std::vector<Value> with);
    void clear() override;
    static bool is_kind(Kind kind) { return kind == Kind::Opaque; }
};

struct UnionType final : Container {
    std::vector<Value> members;
    explicit UnionType(std::vector<Value> of);
    void clear() override;
};

GenericAlias* as_generic_alias(const Value& value) noexcept;
UnionType* as_union(const Value& value) noexcept;
void generic_alias_members(class ClassBuilder& type);
void union_members(class ClassBuilder& type);

} // namespace limbeck::python
