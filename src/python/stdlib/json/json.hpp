// JSON text in exactly the form of Python's json module, and back.
#pragma once

#include "python/binding.hpp"

#include <optional>
#include <string>

namespace limbeck::python::json {

struct EncodeOptions {
    bool skip_keys = false, ensure_ascii = true, check_circular = true, allow_nan = true, sort_keys = false;
    std::optional<std::string> indent; // what one level is indented by
    std::string item_separator = ", ", key_separator = ": ";
    Value fallback; // called for values of other types
};

std::string encode(const Value& value, const EncodeOptions& options);

// Hooks are None where not wanted.
struct DecodeOptions {
    Value object_hook, parse_float, parse_int, parse_constant, object_pairs_hook;
    bool strict = true;
};

// Where and why decoding stopped; positions count characters.
struct DecodeFailure {
    std::string sentence;
    std::size_t position;
};

// The value at `start` (in characters), and the position after it. Throws DecodeFailure.
Value decode(std::u32string_view text, std::size_t& start, const DecodeOptions& options);

} // namespace limbeck::python::json
