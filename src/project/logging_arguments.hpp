// The `args` and `kwargs` of a logging handler: a Python expression of which projects use a small part, so
// that no interpreter is needed to log.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace limbeck::project {

enum class StandardStream { output, error };

// None, a text, a number (True is 1), or sys.stdout and sys.stderr.
using LoggingArgument = std::variant<std::monostate, std::string, double, StandardStream>;

// The items of a tuple: literals, sys.stdout, sys.stderr, texts joined by + or os.path.join, os.environ and
// os.getenv. Throws ConfigError, without a place, for anything else.
std::vector<LoggingArgument> parse_logging_args(std::string_view text);
// The entries of a dictionary with such values.
std::vector<std::pair<std::string, LoggingArgument>> parse_logging_kwargs(std::string_view text);

} // namespace limbeck::project
