// What the files on bytes and bytearray share.
#pragma once

#include "python/members.hpp"

#include <string>

namespace limbeck::python {

// bytes or bytearray, as self is, of the built-in class.
Value bytes_like(Call& call, std::string data);
// The bytes of a value; TypeError "a bytes-like object is required, not 'str'".
const std::string& needed_bytes(const Value& value);

// Letters, widths, tables.
void bytes_shape_members(ClassBuilder& type);

} // namespace limbeck::python
