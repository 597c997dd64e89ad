// str.encode and bytes.decode: UTF-8, ASCII, Latin-1, UTF-16 and UTF-32, with the usual error handlers.
#pragma once

#include "python/object.hpp"

#include <string>
#include <string_view>

namespace limbeck::python {

// LookupError for unknown encodings, UnicodeDecodeError and UnicodeEncodeError as CPython's.
std::string decode_bytes(std::string_view bytes, const std::string& encoding, const std::string& errors);
std::string encode_text(const Str& text, const std::string& encoding, const std::string& errors);

} // namespace limbeck::python
