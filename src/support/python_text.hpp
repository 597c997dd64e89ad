// Text handled exactly as Python's str does where a project's files or the reference's sentences depend on
// it: repr(), strip(), lower(), and `text % {...}`.
#pragma once

#include "support/error.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace limbeck::text {

// repr() of a str: quotes chosen as Python does, what cannot be printed escaped. Bytes that are not UTF-8
// appear as the lone surrogates Python reads them as (\udc80). With `ascii_only` it is ascii().
std::string python_repr(std::string_view text, bool ascii_only = false);
// The same for UTF-8 in which lone surrogates may stand, as a script's str is kept.
std::string script_repr(std::string_view text);
// repr() of bytes.
std::string bytes_repr(std::string_view bytes);

// White space as str.isspace has it, beyond ASCII too.
bool python_is_space(std::uint32_t code_point);
std::string_view python_strip(std::string_view text);
std::string_view python_lstrip(std::string_view text);
std::string_view python_rstrip(std::string_view text);

// str.lower().
std::string python_lower(std::string_view text);

// The code point at `at`, which moves behind it. A byte that is not UTF-8 gives 0xDC00 + byte; lone
// surrogates in its form are such bytes, or, with `with_surrogates`, stand for themselves.
std::uint32_t next_code_point(std::string_view text, std::size_t& at, bool with_surrogates = false);
void append_code_point(std::string& text, std::uint32_t code_point);

// A `%` format that does not fit: the message is Python's, `exception` the class it raises there.
class PercentError : public Error {
  public:
    PercentError(std::string exception, std::string message)
        : Error(std::move(message)), exception_(std::move(exception)) {}
    const std::string& exception() const { return exception_; } // "KeyError", "ValueError", "TypeError"

  private:
    std::string exception_;
};

using PercentValue = std::variant<std::string, std::int64_t, double>;

// `format % mapping`, where `value_of` looks a name up. Throws PercentError.
std::string percent_format(std::string_view format,
                           const std::function<std::optional<PercentValue>(std::string_view)>& value_of);

} // namespace limbeck::text
