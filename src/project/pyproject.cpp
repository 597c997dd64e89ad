#include "project/pyproject.hpp"

#include "support/file.hpp"
#include "support/python_text.hpp"

// Header-only: a library to load would cost more than it does.
#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <fmt/format.h>

namespace limbeck::project {

using text::python_repr;

namespace {

[[noreturn]] void unsupported(std::string_view name) {
    throw CommandError("unsupported TOML value type for key: " + python_repr(name));
}

// A table whose values are all strings, or nothing.
std::optional<StringTable> string_table(const toml::table& table) {
    StringTable strings;
    for (const auto& [key, value] : table) {
        if (!value.is_string()) return std::nullopt;
        strings.emplace_back(key.str(), value.as_string()->get());
    }
    return strings;
}

template <class Item, class Convert>
std::optional<std::vector<Item>> list_of(const toml::array& array, Convert convert) {
    std::vector<Item> items;
    for (const toml::node& node : array) {
        std::optional<Item> item = convert(node);
        if (!item) return std::nullopt;
        items.push_back(std::move(*item));
    }
    return items;
}

// Names in the order of the file: toml++ keeps them sorted.
void sort_by_place(StringTable& strings, const toml::table& table) {
    std::sort(strings.begin(), strings.end(), [&](const auto& a, const auto& b) {
        auto place = [&](const std::string& name) {
            toml::source_position begin = table.find(name)->first.source().begin;
            return std::pair(begin.line, begin.column);
        };
        return place(a.first) < place(b.first);
    });
}

} // namespace

Pyproject Pyproject::read(const std::filesystem::path& path) {
    Pyproject project;
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) return project;
    project.source_ = path.string();
    std::string text = file::read_text(path);
    toml::table document;
    try {
        document = toml::parse(text, project.source_);
    } catch (const toml::parse_error& error) {
        toml::source_position begin = error.source().begin;
        throw ConfigError(
            std::string(error.description()),
            Place{project.source_, static_cast<int>(begin.line), static_cast<int>(begin.column)});
    }
    const toml::node* tool = document.get("tool");
    const toml::node* section = tool && tool->is_table() ? tool->as_table()->get("alembic") : nullptr;
    if (!section) return project;
    if (!section->is_table()) throw CommandError("Incorrect TOML format");

    auto table_of = [](const toml::node& node) -> std::optional<StringTable> {
        if (!node.is_table()) return std::nullopt;
        std::optional<StringTable> strings = string_table(*node.as_table());
        if (strings) sort_by_place(*strings, *node.as_table());
        return strings;
    };
    auto string_of = [](const toml::node& node) { return node.value_exact<std::string>(); };
    for (const auto& [key, node] : *section->as_table()) {
        Entry entry{Unsupported{}, static_cast<int>(node.source().begin.line),
                    static_cast<int>(node.source().begin.column)};
        if (auto text_value = string_of(node))
            entry.value = *text_value;
        else if (auto boolean = node.value_exact<bool>())
            entry.value = *boolean;
        else if (auto number = node.value_exact<std::int64_t>())
            entry.value = *number;
        else if (auto table = table_of(node))
            entry.value = std::move(*table);
        else if (const toml::array* array = node.as_array()) {
            if (auto strings = list_of<std::string>(*array, string_of))
                entry.value = std::move(*strings);
            else if (auto tables = list_of<StringTable>(*array, table_of))
                entry.value = std::move(*tables);
        }
        project.entries_.emplace(std::string(key.str()), std::move(entry));
    }
    return project;
}

void Pyproject::set_argument(std::string_view name, std::string_view value) {
    arguments_.insert_or_assign(std::string(name), std::string(value));
}

bool Pyproject::has(std::string_view name) const {
    return entries_.find(name) != entries_.end();
}

std::string Pyproject::fill(const std::string& text, std::string_view name) const {
    try {
        return text::percent_format(text,
                                    [&](std::string_view argument) -> std::optional<text::PercentValue> {
                                        auto found = arguments_.find(argument);
                                        if (found == arguments_.end()) return std::nullopt;
                                        return found->second;
                                    });
    } catch (const text::PercentError& error) {
        throw ConfigError(fmt::format("the value of {} cannot be filled in: {}: {}", python_repr(name),
                                      error.exception(), error.message()),
                          place_of(name), "%(here)s is known here; a plain % is written %%");
    }
}

std::optional<TomlValue> Pyproject::get(std::string_view name) const {
    auto found = entries_.find(name);
    if (found == entries_.end()) return std::nullopt;
    const Raw& raw = found->second.value;
    auto filled_table = [&](StringTable table) {
        for (auto& [key, value] : table) value = fill(value, name);
        return table;
    };
    if (const auto* text_value = std::get_if<std::string>(&raw)) return fill(*text_value, name);
    if (const auto* number = std::get_if<std::int64_t>(&raw)) return *number;
    if (const auto* boolean = std::get_if<bool>(&raw)) return *boolean;
    if (const auto* table = std::get_if<StringTable>(&raw)) return filled_table(*table);
    if (const auto* strings = std::get_if<std::vector<std::string>>(&raw)) {
        std::vector<std::string> filled;
        for (const std::string& one : *strings) filled.push_back(fill(one, name));
        return filled;
    }
    if (const auto* tables = std::get_if<std::vector<StringTable>>(&raw)) {
        std::vector<StringTable> filled;
        for (const StringTable& one : *tables) filled.push_back(filled_table(one));
        return filled;
    }
    unsupported(name);
}

bool Pyproject::get_boolean(std::string_view name) const {
    auto found = entries_.find(name);
    if (found == entries_.end()) return false;
    if (const bool* boolean = std::get_if<bool>(&found->second.value)) return *boolean;
    throw CommandError("boolean value expected for TOML parameter " + python_repr(name));
}

Place Pyproject::place_of(std::string_view name) const {
    auto found = entries_.find(name);
    return found == entries_.end() ? Place{} : Place{source_, found->second.line, found->second.column};
}

std::vector<std::string> Pyproject::names() const {
    std::vector<std::string> names;
    for (const auto& [name, entry] : entries_) names.push_back(name);
    return names;
}

} // namespace limbeck::project
