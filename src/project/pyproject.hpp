// The [tool.alembic] table of a pyproject.toml (or of any toml file given with -c): strings, lists, tables
// and numbers, with %(here)s and the like filled in as a Python format would.
#pragma once

#include "support/error.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace limbeck::project {

using StringTable = std::vector<std::pair<std::string, std::string>>;

// One value of [tool.alembic] as scripts may receive it from `get_alembic_option`.
using TomlValue = std::variant<std::string, std::int64_t, bool, std::vector<std::string>, StringTable,
                               std::vector<StringTable>>;

class Pyproject {
  public:
    // Reads the file; a file that does not exist gives an empty table. Throws ConfigError with line and
    // column where it is not toml, and CommandError ("Incorrect TOML format") where tool.alembic is no table.
    static Pyproject read(const std::filesystem::path& path);

    // Values used by %(name)s in strings; `here`, the file's folder, is among them.
    void set_argument(std::string_view name, std::string_view value);

    bool has(std::string_view name) const;
    // The value with arguments filled in, or nothing. Throws CommandError ("unsupported TOML value type for
    // key: 'x'") for floats and dates, and ConfigError for a format that asks for an unknown name.
    std::optional<TomlValue> get(std::string_view name) const;
    // Throws CommandError ("boolean value expected for TOML parameter 'x'").
    bool get_boolean(std::string_view name) const;
    // Where the value stands; an empty place where it does not.
    Place place_of(std::string_view name) const;
    std::vector<std::string> names() const;

  private:
    struct Unsupported {}; // a float, a date: an error only where it is asked for
    using Raw = std::variant<std::string, std::int64_t, bool, std::vector<std::string>, StringTable,
                             std::vector<StringTable>, Unsupported>;
    struct Entry {
        Raw value;
        int line = 0;
        int column = 0;
    };

    std::string fill(const std::string& text, std::string_view name) const;

    std::map<std::string, Entry, std::less<>> entries_;
    std::map<std::string, std::string, std::less<>> arguments_;
    std::string source_;
};

} // namespace limbeck::project
