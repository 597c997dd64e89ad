// Sets: their order, and the operators that dict views share with them. Union types stand here for want of a
// better place: `|` makes both.
#pragma once

#include "python/operations.hpp"

namespace limbeck::python {

// |, &, - and ^ of sets and of dict views; NotImplemented for anything else.
Value set_binary(BinaryOp op, const Value& a, const Value& b);
// Items in iteration order: CPython's table order where all are ints, insertion order otherwise.
std::vector<Value> set_items(const Set& set);
Value make_union(const Value& a, const Value& b);
// The built-in meaning of an operator, whatever subclasses override; NotImplemented where there is none.
Value builtin_binary(BinaryOp op, const Value& a, const Value& b);
// Eq, Lt, ... of sets and views; NotImplemented for others.
Value set_compare(Comparison op, const Value& a, const Value& b);
// The same for comparisons, and hashes.
Value builtin_compare(Comparison op, const Value& a, const Value& b);
std::uint64_t builtin_hash(const Value& value);
// What the built-in type prints; object's own form for everything else.
std::string builtin_repr(const Value& value);
std::string builtin_format(const Value& value, std::string_view spec);
bool equal_unions(const Value& a, const Value& b);
bool equal_aliases(const Value& a, const Value& b);
bool is_set_like(const Value& value);
std::vector<Value> set_like_items(const Value& value);

} // namespace limbeck::python
