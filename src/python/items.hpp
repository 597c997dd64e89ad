// Subscripts of the built-in containers, without looking for overrides: what their special methods do.
#pragma once

#include "python/operations.hpp"

#include <optional>

namespace limbeck::python {

// A slice of a sequence of known size: `length` items from `start` on, `step` apart.
struct SliceRange {
    std::int64_t start, stop, step, length;
};
SliceRange resolve_slice(const Slice& slice, std::size_t size);
// The bound of a slice or of a search: an int, cut to what can be an index, or what has __index__.
std::int64_t slice_index(const Value& value);

// Nothing (false, empty) where the value is no built-in container.
Value builtin_get_item(const Value& container, const Value& key);
bool builtin_set_item(const Value& container, const Value& key, const Value& value);
bool builtin_delete_item(const Value& container, const Value& key);
std::optional<std::size_t> builtin_length(const Value& value);
std::optional<bool> builtin_contains(const Value& container, const Value& item);

// An int from 0 to 255, or ValueError.
int byte_of(const Value& value);
Value frozen_copy(const Value& set);

// `list[int]` and its kind.
bool is_generic_builtin(const Class* type);
Value make_generic_alias(const Value& origin, const Value& arguments);

} // namespace limbeck::python
