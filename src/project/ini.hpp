// An ini file with the semantics of Python's configparser.ConfigParser in the way Alembic uses it: strict,
// "=" and ":" between name and value, full-line comments only, values over several lines, names in lower
// case, [DEFAULT], and %(name)s interpolated when a value is asked for.
//
// Values can be set and sections added, as scripts do through `config.set_main_option`.
#pragma once

#include "support/error.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace limbeck::project {

// What configparser raises; `kind` names its exception class for scripts that catch it.
class IniError : public ConfigError {
  public:
    enum class Kind {
        duplicate_option,
        duplicate_section,
        interpolation_depth,
        interpolation_missing_option,
        interpolation_syntax,
        missing_section_header,
        no_option,
        no_section,
        parsing,
        value, // a ValueError: a wrong section name, a "%" that cannot be stored, a number that is none
    };

    IniError(Kind kind, std::string message, Place place = {}, std::string hint = {})
        : ConfigError(std::move(message), std::move(place), std::move(hint)), kind_(kind) {}
    Kind kind() const { return kind_; }

  private:
    Kind kind_;
};

class Ini {
  public:
    struct Option {
        std::string name;
        std::string value;
        int line = 0; // where the file has it; 0 for defaults and what was set later
    };
    struct Section {
        std::string name;
        std::vector<Option> options; // in order of the file
        int line = 0;
    };

    Ini() = default;

    // A value every section sees unless it has its own, like `here`. Must be set before reading.
    void set_default(std::string_view name, std::string_view value);

    // Adds a file's content. A file that cannot be opened is ignored, as ConfigParser.read does; the result
    // says whether it was read. Throws IniError, and FileError for text that is not UTF-8.
    bool read(const std::filesystem::path& path);
    // Adds text; `source` stands for the file in errors.
    void read_text(std::string_view text, const std::string& source);

    bool has_section(std::string_view section) const; // [DEFAULT] is none
    bool has_option(std::string_view section, std::string_view name) const;
    std::vector<std::string> sections() const; // [DEFAULT] left out, in order
    std::vector<std::string> options(std::string_view section) const;

    // The value with %(name)s filled in. Nothing where the section or the option is missing (fallback=None).
    // Throws IniError where the interpolation fails.
    std::optional<std::string> get(std::string_view section, std::string_view name) const;
    // The value as it stands in the file.
    std::optional<std::string> get_raw(std::string_view section, std::string_view name) const;
    // Like get, but a missing section or option is an IniError.
    std::string require(std::string_view section, std::string_view name) const;
    // Every option of the section, [DEFAULT]'s first, interpolated. Throws IniError(no_section).
    std::vector<std::pair<std::string, std::string>> items(std::string_view section, bool raw = false) const;
    const std::vector<Option>& defaults() const { return defaults_; }

    // Throws IniError where the section exists (duplicate_section) or is called DEFAULT (value).
    void add_section(std::string_view section);
    // Throws IniError where the section is missing or the value has a "%" that would not interpolate.
    void set(std::string_view section, std::string_view name, std::string_view value);
    // Whether there was one to remove. Throws IniError(no_section).
    bool remove_option(std::string_view section, std::string_view name);
    bool remove_section(std::string_view section);

    // Where a section or an option stands in the file that was read; an empty place where it does not.
    Place place_of(std::string_view section, std::string_view name = {}) const;

  private:
    friend class IniReader;
    friend class IniInterpolation;
    const Section* find(std::string_view section) const;
    Section* find(std::string_view section);
    const Option* find_option(const Section* section, std::string_view lower_name) const;
    std::string interpolate(const Section* section, std::string_view section_name, const std::string& name,
                            const std::string& value) const;

    std::vector<Section> sections_;
    std::vector<Option> defaults_;
    std::string source_;
};

} // namespace limbeck::project
