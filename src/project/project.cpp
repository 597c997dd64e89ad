#include "project/project.hpp"

#include "project/paths.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

#include <fmt/format.h>

namespace limbeck::project {

namespace fs = std::filesystem;

namespace {

bool is_there(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

// Where limbeck.yaml is or would be.
std::string yaml_path(const Config& config) {
    if (!config.yaml_file_name().empty()) return config.yaml_file_name();
    bool beside_toml = config.toml_file_was_named() && !config.config_file_was_named();
    const std::string& neighbour = beside_toml ? config.toml_file_name() : config.config_file_name();
    std::size_t slash = neighbour.rfind('/');
    return slash == std::string::npos ? "limbeck.yaml" : neighbour.substr(0, slash + 1) + "limbeck.yaml";
}

std::optional<std::string> variable(const char* name) {
    const char* value = std::getenv(name);
    if (!value || !*value) return std::nullopt;
    return value;
}

UrlSource source(const std::string& text, std::string origin, const Place& place = {}) {
    try {
        return {DatabaseUrl::parse(text), text, origin};
    } catch (ConfigError& error) {
        error.with_place(place.known() ? place : Place{origin});
        throw;
    }
}

// Why the ini gave nothing, in words; empty where it is there and readable.
std::string why_no_ini(const Config& config) {
    const std::string& name = config.config_file_name();
    std::error_code ignored;
    if (fs::is_directory(name, ignored)) return name + " is a folder";
    if (::access(name.c_str(), R_OK) == 0) return {};
    return fmt::format("{}: {}", name, std::strerror(errno));
}

} // namespace

Project::Project(ProjectArguments arguments)
    : config_(std::move(arguments.config)), url_argument_(std::move(arguments.url)),
      max_steps_(arguments.max_steps) {
    std::string path = yaml_path(config_);
    if (!config_.yaml_file_name().empty() || is_there(path)) settings_ = LimbeckYaml::read(path);
}

std::string Project::script_location_text() const {
    if (settings_.script_location) {
        // Relative to the folder of limbeck.yaml.
        std::string text = settings_.script_location->expand();
        std::size_t slash = settings_.file.rfind('/');
        bool elsewhere =
            slash != std::string::npos && !text.starts_with('/') && text.find(':') == std::string::npos;
        return elsewhere ? settings_.file.substr(0, slash + 1) + text : text;
    }
    if (std::optional<std::string> text = config_.alembic_option("script_location")) return *text;
    std::string why = why_no_ini(config_);
    // Flask-Migrate keeps alembic.ini in the scripts' own folder, whose name it gives by itself.
    std::error_code ignored;
    if (fs::path beside = config_.here();
        why.empty() && is_there(beside / "env.py") && fs::is_directory(beside / "versions", ignored))
        return beside.string();
    throw CommandError("No 'script_location' key found in configuration.", {},
                       why.empty() ? fmt::format("{} has no script_location in its [{}] section",
                                                 config_.config_file_name(), config_.section_name())
                                   : why);
}

const fs::path& Project::script_location() const {
    if (script_location_) return *script_location_;
    std::string text = script_location_text();
    bool package = !text.starts_with('/') && text.find(':') != std::string::npos;
    fs::path folder = config_.resolve(text);
    if (!is_there(folder))
        throw CommandError(
            fmt::format("Path doesn't exist: {}.  Please use the 'init' command to create a new "
                        "scripts folder.",
                        package ? folder.string() : pathlib_text(text)));
    return script_location_.emplace(std::move(folder));
}

std::vector<fs::path> Project::version_locations() const {
    std::vector<fs::path> folders;
    for (const std::string& location : config_.version_locations())
        folders.push_back(config_.resolve(location));
    if (folders.empty()) folders.push_back(script_location() / "versions");
    return folders;
}

bool Project::uses_builtin_environment() const {
    if (settings_.environment != LimbeckYaml::Environment::automatic)
        return settings_.environment == LimbeckYaml::Environment::builtin;
    return !is_there(script_location() / "env.py");
}

std::optional<UrlSource> Project::override_url() const {
    if (url_argument_) return source(*url_argument_, "--url");
    if (std::optional<std::string> text = variable("LIMBECK_URL"))
        return source(*text, "the environment variable LIMBECK_URL");
    if (settings_.url)
        return source(settings_.url->expand(), "url in " + settings_.url->place.to_string(),
                      settings_.url->place);
    return std::nullopt;
}

std::optional<UrlSource> Project::ini_url() const {
    const Ini& ini = config_.ini();
    std::optional<std::string> text = ini.get(config_.section_name(), "sqlalchemy.url");
    if (!text || text->empty()) return std::nullopt;
    Place place = ini.place_of(config_.section_name(), "sqlalchemy.url");
    return source(*text, place.known() ? "sqlalchemy.url in " + place.to_string() : "sqlalchemy.url", place);
}

std::optional<UrlSource> Project::variable_url() const {
    std::optional<std::string> text = variable("DATABASE_URL");
    if (!text) return std::nullopt;
    return source(*text, "the environment variable DATABASE_URL");
}

UrlSource Project::url() const {
    if (std::optional<UrlSource> found = override_url()) return std::move(*found);
    if (std::optional<UrlSource> found = ini_url()) return std::move(*found);
    throw CommandError("No database URL is configured.", {},
                       fmt::format("looked at --url, LIMBECK_URL, url in {} and sqlalchemy.url in {}",
                                   yaml_path(config_), config_.config_file_name()));
}

} // namespace limbeck::project
