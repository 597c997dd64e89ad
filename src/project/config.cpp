#include "project/config.hpp"

#include "project/paths.hpp"
#include "support/python_text.hpp"
#include "support/text.hpp"

#include <charconv>
#include <cstdlib>

#include <fmt/format.h>

namespace limbeck::project {

using text::python_repr;

namespace {

std::string base_name(std::string_view path) {
    return std::string(path.substr(path.rfind('/') + 1));
}

std::string beside(std::string_view path, std::string_view name) {
    std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string(name)
                                           : std::string(path.substr(0, slash + 1)) + std::string(name);
}

// re.split(r", *|(?: +)") and, with `colon_too`, r", *|(?: +)|\:".
std::vector<std::string> split_as_before(std::string_view text, bool colon_too) {
    std::vector<std::string> parts(1);
    for (std::size_t at = 0; at < text.size();) {
        char c = text[at];
        if (c != ',' && c != ' ' && !(colon_too && c == ':')) {
            parts.back() += c;
            ++at;
            continue;
        }
        ++at;
        if (c != ':')
            while (at < text.size() && text[at] == ' ') ++at;
        parts.emplace_back();
    }
    return parts;
}

std::vector<std::string> split_at(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (std::string_view part : text::split(text, separator))
        if (!part.empty()) parts.emplace_back(text::python_strip(part));
    return parts;
}

} // namespace

Config::Config(ConfigArguments arguments) : arguments_(std::move(arguments)) {
    config_file_name_ = "alembic.ini";
    toml_file_name_ = "pyproject.toml";
    if (const char* variable = std::getenv("ALEMBIC_CONFIG"); variable && *variable) {
        bool toml = base_name(variable) == "pyproject.toml";
        (toml ? toml_file_name_ : config_file_name_) = variable;
        (toml ? toml_file_was_named_ : config_file_was_named_) = true;
    }
    std::optional<std::string> ini, toml;
    for (const std::string& name : arguments_.files) {
        if (base_name(name) == "pyproject.toml") {
            if (toml) throw CommandError("pyproject.toml indicated more than once");
            toml = name;
        } else if (base_name(name) == "limbeck.yaml") {
            if (!yaml_file_name_.empty()) throw CommandError("limbeck.yaml indicated more than once");
            yaml_file_name_ = name;
        } else {
            if (ini) throw CommandError("only one ini file may be indicated");
            ini = name;
        }
    }
    if (!yaml_file_name_.empty() && !ini && !toml) {
        // It stands beside the others: they are looked for where it is.
        ini = beside(yaml_file_name_, "alembic.ini");
        toml = beside(yaml_file_name_, "pyproject.toml");
    }
    if (ini) {
        config_file_name_ = *ini;
        config_file_was_named_ = true;
    }
    if (toml) {
        toml_file_name_ = *toml;
        toml_file_was_named_ = true;
    }
}

bool Config::config_file_exists() const {
    std::error_code ignored;
    return std::filesystem::exists(config_file_name_, ignored);
}

std::string Config::here() const {
    return absolute_parent(config_file_name_);
}

const Ini& Config::ini() const {
    if (!ini_) {
        auto ini = std::make_unique<Ini>();
        ini->set_default("here", here());
        ini->read(pathlib_text(config_file_name_));
        ini_ = std::move(ini);
    }
    return *ini_;
}

Ini& Config::ini() {
    return const_cast<Ini&>(static_cast<const Config*>(this)->ini());
}

const Pyproject& Config::pyproject() const {
    if (!pyproject_) {
        pyproject_ = std::make_unique<Pyproject>(Pyproject::read(pathlib_text(toml_file_name_)));
        pyproject_->set_argument("here", absolute_parent(toml_file_name_));
    }
    return *pyproject_;
}

std::optional<std::string> Config::main_option(std::string_view name) const {
    return section_option(section_name(), name);
}

std::optional<std::string> Config::section_option(std::string_view section, std::string_view name) const {
    if (!ini().has_section(section))
        throw CommandError(fmt::format("No config file {} found, or file has no '[{}]' section",
                                       python_repr(config_file_name_), section));
    return ini().get(section, name);
}

std::optional<StringTable> Config::section(std::string_view name) const {
    if (!ini().has_section(name)) return std::nullopt;
    return ini().items(name);
}

void Config::set_main_option(std::string_view name, std::string_view value) {
    set_section_option(section_name(), name, value);
}

void Config::set_section_option(std::string_view section, std::string_view name, std::string_view value) {
    if (!ini().has_section(section)) ini().add_section(section);
    ini().set(section, name, value);
}

void Config::remove_main_option(std::string_view name) {
    ini().remove_option(section_name(), name);
}

std::optional<TomlValue> Config::alembic_value(std::string_view name) const {
    if (ini().has_option(section_name(), name)) return *ini().get(section_name(), name);
    return pyproject().get(name);
}

std::optional<std::string> Config::alembic_option(std::string_view name) const {
    std::optional<TomlValue> value = alembic_value(name);
    if (!value) return std::nullopt;
    if (const auto* text_value = std::get_if<std::string>(&*value)) return *text_value;
    if (const auto* number = std::get_if<std::int64_t>(&*value)) return fmt::format("{}", *number);
    throw ConfigError(fmt::format("the value of {} must be a string", python_repr(name)),
                      pyproject().place_of(name));
}

bool Config::alembic_boolean_option(std::string_view name) const {
    if (ini().has_option(section_name(), name)) return *ini().get(section_name(), name) == "true";
    return pyproject().get_boolean(name);
}

std::string Config::file_template() const {
    return alembic_option("file_template").value_or("%(rev)s_%(slug)s");
}

std::string Config::output_encoding() const {
    return alembic_option("output_encoding").value_or("utf-8");
}

int Config::truncate_slug_length() const {
    std::optional<std::string> text = alembic_option("truncate_slug_length");
    if (!text) return 40;
    std::string_view digits = text::python_strip(*text);
    if (digits.starts_with('+')) digits.remove_prefix(1);
    int length = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    if (error != std::errc() || end != digits.data() + digits.size() || digits.empty()) {
        Place place = ini().place_of(section_name(), "truncate_slug_length");
        throw ConfigError("invalid literal for int() with base 10: " + python_repr(*text),
                          place.known() ? place : pyproject().place_of("truncate_slug_length"));
    }
    return length == 0 ? 40 : length;
}

std::optional<char> Config::separator(std::initializer_list<std::string_view> names) const {
    for (std::string_view name : names) {
        std::optional<std::string> value = main_option(name);
        if (!value) continue;
        if (*value == "space") return ' ';
        if (*value == "newline") return '\n';
        if (*value == "os" || *value == ":") return ':';
        if (*value == ";") return ';';
        throw ConfigError(
            fmt::format("'{}' is not a valid value for {}; expected 'space', 'newline', 'os', ':', ';'",
                        *value, name),
            ini().place_of(section_name(), name));
    }
    return std::nullopt;
}

std::vector<std::string> Config::path_list(std::string_view name, bool colon_too,
                                           std::initializer_list<std::string_view> separators) const {
    if (std::optional<std::string> text = ini().get(section_name(), name); text && !text->empty()) {
        std::optional<char> separator_char = separator(separators);
        return separator_char ? split_at(*text, *separator_char) : split_as_before(*text, colon_too);
    }
    std::optional<TomlValue> value = pyproject().get(name);
    if (!value) return {};
    if (const auto* list = std::get_if<std::vector<std::string>>(&*value)) return *list;
    throw ConfigError(fmt::format("the value of {} must be a list of strings", python_repr(name)),
                      pyproject().place_of(name));
}

std::vector<std::string> Config::version_locations() const {
    return path_list("version_locations", false, {"path_separator", "version_path_separator"});
}

std::vector<std::string> Config::prepend_sys_path() const {
    return path_list("prepend_sys_path", true, {"path_separator"});
}

std::vector<PostWriteHook> Config::post_write_hooks() const {
    std::vector<PostWriteHook> hooks;
    if (std::optional<StringTable> options = section("post_write_hooks")) {
        for (const std::string& name :
             split_as_before(ini().get("post_write_hooks", "hooks").value_or(""), false)) {
            if (name.empty()) continue;
            PostWriteHook hook{name, {}};
            for (const auto& [key, value] : *options)
                if (key.starts_with(name + "."))
                    hook.options.emplace_back(key.substr(name.size() + 1), value);
            hooks.push_back(std::move(hook));
        }
        return hooks;
    }
    std::optional<TomlValue> value = pyproject().get("post_write_hooks");
    if (!value) return hooks;
    const auto* tables = std::get_if<std::vector<StringTable>>(&*value);
    if (!tables) {
        if (const auto* list = std::get_if<std::vector<std::string>>(&*value); list && list->empty())
            return hooks;
        throw ConfigError("the value of 'post_write_hooks' must be a list of tables",
                          pyproject().place_of("post_write_hooks"));
    }
    for (const StringTable& table : *tables) {
        PostWriteHook hook;
        for (const auto& [key, text] : table) {
            if (key == "name")
                hook.name = text;
            else
                hook.options.emplace_back(key, text);
        }
        if (hook.name.empty())
            throw ConfigError("each of 'post_write_hooks' must have a 'name'",
                              pyproject().place_of("post_write_hooks"));
        hooks.push_back(std::move(hook));
    }
    return hooks;
}

std::map<std::string, std::string> Config::x_argument_map() const {
    std::map<std::string, std::string> values;
    for (const std::string& argument : arguments_.x_arguments) {
        std::size_t equals = argument.find('=');
        values[argument.substr(0, equals)] = equals == std::string::npos ? "" : argument.substr(equals + 1);
    }
    return values;
}

std::vector<std::filesystem::path> Config::package_search_path() const {
    std::vector<std::filesystem::path> search;
    auto add = [&](const std::filesystem::path& folder) {
        if (std::find(search.begin(), search.end(), folder) == search.end()) search.push_back(folder);
    };
    for (const std::string& folder : prepend_sys_path()) add(pathlib_absolute(folder));
    if (const char* variable = std::getenv("PYTHONPATH"))
        for (std::string_view folder : text::split(variable, ':'))
            if (!folder.empty()) add(pathlib_absolute(folder));
    // Where an installed project would be found through its distribution, limbeck has the sources alone: the
    // current folder, those of the configuration files, and the root of the project they belong to.
    std::vector<std::filesystem::path> roots = {std::filesystem::current_path(), here(),
                                                absolute_parent(toml_file_name_)};
    for (std::filesystem::path folder = here(); folder.has_relative_path(); folder = folder.parent_path()) {
        std::error_code ignored;
        bool root = false;
        for (const char* mark : {"pyproject.toml", "setup.py", "setup.cfg", ".git"})
            root = root || std::filesystem::exists(folder / mark, ignored);
        if (!root) continue;
        roots.push_back(folder);
        break;
    }
    for (const std::filesystem::path& root : roots) {
        add(root);
        add(root / "src");
    }
    return search;
}

std::filesystem::path Config::resolve(std::string_view location) const {
    if (location.starts_with('/') || location.find(':') == std::string_view::npos)
        return pathlib_absolute(location);
    std::vector<std::string_view> tokens = text::split(location, ':');
    std::vector<std::filesystem::path> search = package_search_path();
    std::vector<std::filesystem::path> folders = find_package(tokens.front(), search);
    if (folders.empty()) {
        std::vector<std::string> names;
        for (const std::filesystem::path& folder : search) names.push_back(folder.string());
        throw CommandError(fmt::format("No module named {}", python_repr(tokens.front())), {},
                           fmt::format("the package of {} was looked for in {}", python_repr(location),
                                       text::join(names, ", ")));
    }
    auto below = [&](std::filesystem::path folder) {
        for (std::size_t i = 1; i < tokens.size(); ++i) folder /= tokens[i];
        return folder;
    };
    for (const std::filesystem::path& folder : folders) {
        std::error_code ignored;
        if (std::filesystem::exists(below(folder), ignored)) return below(folder);
    }
    return below(folders.front());
}

} // namespace limbeck::project
