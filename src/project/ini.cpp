#include "project/ini.hpp"

#include "project/ini_reader.hpp"
#include "support/file.hpp"
#include "support/python_text.hpp"

#include <fmt/format.h>

namespace limbeck::project {

using text::python_repr;

namespace {

constexpr std::string_view default_section = "DEFAULT";

[[noreturn]] void no_section(std::string_view section) {
    throw IniError(IniError::Kind::no_section, "No section: " + python_repr(section));
}

Ini::Option* find_in(std::vector<Ini::Option>& options, std::string_view name) {
    for (Ini::Option& option : options)
        if (option.name == name) return &option;
    return nullptr;
}

const Ini::Option* find_in(const std::vector<Ini::Option>& options, std::string_view name) {
    return find_in(const_cast<std::vector<Ini::Option>&>(options), name);
}

void store(std::vector<Ini::Option>& options, std::string name, std::string_view value) {
    if (Ini::Option* option = find_in(options, name))
        option->value = value;
    else
        options.push_back({std::move(name), std::string(value), 0});
}

// The length of "%(name)s" at the start of `text`, or 0; `name` is what stands between the parentheses.
std::size_t reference_at(std::string_view text, std::string_view& name) {
    std::size_t close = text.find(')');
    if (!text.starts_with("%(") || close == std::string_view::npos || close == 2) return 0;
    if (close + 1 >= text.size() || text[close + 1] != 's') return 0;
    name = text.substr(2, close - 2);
    return close + 2;
}

// A "%" that is neither "%%" nor the start of "%(name)s" cannot be stored.
void check_storable(std::string_view value) {
    std::string doubled_removed;
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value.substr(at, 2) == "%%")
            ++at;
        else
            doubled_removed += value[at];
    }
    std::string_view rest = doubled_removed, name;
    std::string left;
    while (!rest.empty()) {
        std::size_t length = reference_at(rest, name);
        if (length == 0) left += rest.front();
        rest.remove_prefix(length == 0 ? 1 : length);
    }
    std::size_t percent = left.find('%');
    if (percent == std::string::npos) return;
    std::size_t position = 0;
    for (std::size_t at = 0; at < percent; ++position) text::next_code_point(left, at);
    throw IniError(IniError::Kind::value, fmt::format("invalid interpolation syntax in {} at position {}",
                                                      python_repr(value), position));
}

} // namespace

// Fills in one option's references, as configparser's BasicInterpolation does.
class IniInterpolation {
  public:
    IniInterpolation(const Ini& ini, const Ini::Section* section, std::string_view section_name,
                     const std::string& option)
        : ini_(ini), section_(section), section_name_(section_name), option_(option) {}

    std::string run(const std::string& value) {
        std::string out;
        expand(value, out, 1);
        return out;
    }

  private:
    // configparser's own limit on nesting.
    static constexpr int deepest = 10;
    // Ours on what ten levels can multiply to.
    static constexpr std::size_t longest = 4u << 20;
    static constexpr int most_references = 200'000;

    void expand(const std::string& value, std::string& out, int depth) {
        if (depth > deepest || out.size() > longest || ++references_ > most_references)
            fail(IniError::Kind::interpolation_depth,
                 fmt::format(
                     "Recursion limit exceeded in value substitution: option {} in section {} contains an "
                     "interpolation key which cannot be substituted in {} steps. Raw value: {}",
                     python_repr(option_), python_repr(section_name_), deepest,
                     python_repr(shown_raw(value))));
        std::string_view rest = value;
        while (!rest.empty()) {
            std::size_t percent = rest.find('%');
            out += rest.substr(0, percent);
            if (percent == std::string_view::npos) return;
            rest.remove_prefix(percent);
            if (rest.starts_with("%%")) {
                out += '%';
                rest.remove_prefix(2);
            } else if (rest.starts_with("%(")) {
                reference(value, rest, out, depth);
            } else {
                fail(IniError::Kind::interpolation_syntax,
                     fmt::format("'%' must be followed by '%' or '(', found: {}",
                                 python_repr(shown_rest(value, rest))));
            }
        }
    }

    void reference(const std::string& value, std::string_view& rest, std::string& out, int depth) {
        std::string_view name;
        std::size_t length = reference_at(rest, name);
        if (length == 0)
            fail(IniError::Kind::interpolation_syntax,
                 "bad interpolation variable reference " + python_repr(shown_rest(value, rest)));
        std::string lower = text::python_lower(name);
        const Ini::Option* found = ini_.find_option(section_, lower);
        if (!found)
            fail(IniError::Kind::interpolation_missing_option,
                 fmt::format(
                     "Bad value substitution: option {} in section {} contains an interpolation key {} "
                     "which is not a valid option name. Raw value: {}",
                     python_repr(option_), python_repr(section_name_), python_repr(lower),
                     python_repr(shown_raw(value))));
        rest.remove_prefix(length);
        if (found->value.find('%') == std::string::npos)
            out += found->value;
        else
            expand(found->value, out, depth + 1);
    }

    std::string raw_value(const std::string& otherwise) const {
        const Ini::Option* option = ini_.find_option(section_, option_);
        return option ? option->value : otherwise;
    }

    bool is_secret() const {
        return option_.find("pass") != std::string::npos || option_.find("secret") != std::string::npos;
    }

    // The raw value as messages show it: the reference's show the password of a database URL as well.
    std::string shown_raw(const std::string& value) const {
        std::string raw = raw_value(value);
        if (is_secret()) return "***";
        std::size_t scheme = raw.find("://");
        std::size_t at = raw.rfind('@');
        if (scheme == std::string::npos || at == std::string::npos || at < scheme) return raw;
        std::size_t colon = raw.find(':', scheme + 3);
        if (colon < at) raw.replace(colon + 1, at - colon - 1, "***");
        return raw;
    }

    // The same for what follows the "%" that is wrong.
    std::string shown_rest(const std::string& value, std::string_view rest) const {
        std::string raw = raw_value(value);
        bool in_url = raw.find("://") != std::string::npos;
        if (!is_secret() && !in_url) return std::string(rest);
        std::size_t at = rest.rfind('@');
        bool nested = raw != value;
        if (is_secret() || (nested && at == std::string_view::npos)) return "%***";
        return at == std::string_view::npos ? std::string(rest) : "%***" + std::string(rest.substr(at));
    }

    [[noreturn]] void fail(IniError::Kind kind, std::string message) const {
        throw IniError(kind, std::move(message), ini_.place_of(section_name_, option_),
                       kind == IniError::Kind::interpolation_syntax ? "a plain % is written %% in an ini file"
                                                                    : "");
    }

    const Ini& ini_;
    const Ini::Section* section_;
    std::string_view section_name_;
    const std::string& option_;
    int references_ = 0;
};

void Ini::set_default(std::string_view name, std::string_view value) {
    store(defaults_, text::python_lower(name), value);
}

bool Ini::read(const std::filesystem::path& path) {
    std::string bytes;
    try {
        bytes = file::read(path);
    } catch (const FileError&) {
        return false;
    }
    file::require_utf8(bytes, path.string());
    read_text(bytes, path.string());
    return true;
}

void Ini::read_text(std::string_view text, const std::string& source) {
    source_ = source;
    IniReader(*this, source).read(text);
}

const Ini::Section* Ini::find(std::string_view name) const {
    for (const Section& section : sections_)
        if (section.name == name) return &section;
    return nullptr;
}

Ini::Section* Ini::find(std::string_view name) {
    return const_cast<Section*>(static_cast<const Ini*>(this)->find(name));
}

const Ini::Option* Ini::find_option(const Section* section, std::string_view lower_name) const {
    if (section)
        if (const Option* option = find_in(section->options, lower_name)) return option;
    return find_in(defaults_, lower_name);
}

bool Ini::has_section(std::string_view section) const {
    return find(section) != nullptr;
}

bool Ini::has_option(std::string_view section, std::string_view name) const {
    bool in_defaults = section.empty() || section == default_section;
    const Section* found = in_defaults ? nullptr : find(section);
    return (in_defaults || found) && find_option(found, text::python_lower(name));
}

std::vector<std::string> Ini::sections() const {
    std::vector<std::string> names;
    for (const Section& section : sections_) names.push_back(section.name);
    return names;
}

std::vector<std::string> Ini::options(std::string_view section) const {
    const Section* found = find(section);
    if (!found) no_section(section);
    std::vector<std::string> names;
    for (const Option& option : found->options) names.push_back(option.name);
    for (const Option& option : defaults_)
        if (!find_in(found->options, option.name)) names.push_back(option.name);
    return names;
}

std::optional<std::string> Ini::get(std::string_view section, std::string_view name) const {
    const Section* found = find(section);
    if (!found && section != default_section) return std::nullopt;
    std::string lower = text::python_lower(name);
    const Option* option = find_option(found, lower);
    if (!option) return std::nullopt;
    return interpolate(found, section, std::string(name), option->value);
}

std::optional<std::string> Ini::get_raw(std::string_view section, std::string_view name) const {
    const Section* found = find(section);
    if (!found && section != default_section) return std::nullopt;
    const Option* option = find_option(found, text::python_lower(name));
    if (!option) return std::nullopt;
    return option->value;
}

std::string Ini::require(std::string_view section, std::string_view name) const {
    if (std::optional<std::string> value = get(section, name)) return *value;
    if (section != default_section && !find(section)) no_section(section);
    throw IniError(IniError::Kind::no_option,
                   fmt::format("No option {} in section: {}", python_repr(text::python_lower(name)),
                               python_repr(section)),
                   place_of(section));
}

std::vector<std::pair<std::string, std::string>> Ini::items(std::string_view section, bool raw) const {
    const Section* found = find(section);
    if (!found && section != default_section) no_section(section);
    std::vector<std::pair<std::string, std::string>> items;
    auto add = [&](const std::string& name) {
        const std::string& value = find_option(found, name)->value;
        items.emplace_back(name, raw ? value : interpolate(found, section, name, value));
    };
    for (const Option& option : defaults_) add(option.name);
    if (found)
        for (const Option& option : found->options)
            if (!find_in(defaults_, option.name)) add(option.name);
    return items;
}

std::string Ini::interpolate(const Section* section, std::string_view section_name, const std::string& name,
                             const std::string& value) const {
    if (value.find('%') == std::string::npos) return value;
    return IniInterpolation(*this, section, section_name, text::python_lower(name)).run(value);
}

void Ini::add_section(std::string_view section) {
    if (section == default_section)
        throw IniError(IniError::Kind::value, "Invalid section name: " + python_repr(section));
    if (find(section))
        throw IniError(IniError::Kind::duplicate_section,
                       fmt::format("Section {} already exists", python_repr(section)));
    sections_.push_back({std::string(section), {}, 0});
}

void Ini::set(std::string_view section, std::string_view name, std::string_view value) {
    check_storable(value);
    bool in_defaults = section.empty() || section == default_section;
    Section* found = in_defaults ? nullptr : find(section);
    if (!in_defaults && !found) no_section(section);
    store(found ? found->options : defaults_, text::python_lower(name), value);
}

bool Ini::remove_option(std::string_view section, std::string_view name) {
    bool in_defaults = section.empty() || section == default_section;
    Section* found = in_defaults ? nullptr : find(section);
    if (!in_defaults && !found) no_section(section);
    std::string lower = text::python_lower(name);
    return std::erase_if(found ? found->options : defaults_,
                         [&](const Option& option) { return option.name == lower; }) > 0;
}

bool Ini::remove_section(std::string_view section) {
    return std::erase_if(sections_, [&](const Section& one) { return one.name == section; }) > 0;
}

Place Ini::place_of(std::string_view section, std::string_view name) const {
    const Section* found = find(section);
    if (name.empty()) return found && found->line > 0 ? Place{source_, found->line} : Place{};
    const Option* option = find_option(found, text::python_lower(name));
    return option && option->line > 0 ? Place{source_, option->line} : Place{};
}

} // namespace limbeck::project
