// A project as a command opens it: its alembic.ini or pyproject.toml, its limbeck.yaml where there is one,
// the folder of its scripts, and the database URL with a word on where it came from.
//
// Nothing is read before it is asked for, except that limbeck.yaml, where it exists, is read at once.
#pragma once

#include "project/config.hpp"
#include "project/database_url.hpp"
#include "project/limbeck_yaml.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace limbeck::project {

struct ProjectArguments {
    ConfigArguments config;
    std::optional<std::string> url; // --url
    std::uint64_t max_steps = 0;    // --max-steps
};

// A URL, and in words where it was found: "--url", "the environment variable LIMBECK_URL", "url in
// limbeck.yaml:3:6", "sqlalchemy.url in alembic.ini:12".
struct UrlSource {
    DatabaseUrl url;
    std::string text; // as found, variables filled in, the password in it: never to be shown
    std::string origin;
};

class Project {
  public:
    // Reads limbeck.yaml: the one named with -c, else the one beside the ini (or beside the toml file where
    // only that was named). Throws what reading throws.
    explicit Project(ProjectArguments arguments = {});

    Config& config() { return config_; }
    const Config& config() const { return config_; }
    // The file's settings, or all defaults where there is none.
    const LimbeckYaml& settings() const { return settings_; }
    bool has_limbeck_yaml() const { return !settings_.file.empty(); }

    // The absolute folder with env.py and versions/. Throws CommandError ("No 'script_location' key found in
    // configuration.", "Path doesn't exist: x.  Please use the 'init' command to create a new scripts
    // folder.").
    const std::filesystem::path& script_location() const;
    // The same as the project writes it, for messages and for scripts that ask.
    std::string script_location_text() const;
    // The absolute folders with revision files, in the project's order, whether they exist or not:
    // `version_locations`, else "versions" in the script location.
    std::vector<std::filesystem::path> version_locations() const;
    // Whether the built-in environment runs instead of env.py.
    bool uses_builtin_environment() const;

    // How many steps (statements, loop rounds) a run of scripts may take; 0: any number.
    std::uint64_t max_steps() const { return max_steps_; }

    // What overrides env.py and the ini: --url, LIMBECK_URL, limbeck.yaml's url; in this order.
    std::optional<UrlSource> override_url() const;
    // sqlalchemy.url of the ini's main section.
    std::optional<UrlSource> ini_url() const;
    // DATABASE_URL, for an env.py whose own URL is not known.
    // An empty variable counts as none, here and for LIMBECK_URL.
    std::optional<UrlSource> variable_url() const;
    // For the built-in environment: what overrides, else the ini's. Throws CommandError, naming every place
    // that was looked at, where none has one.
    UrlSource url() const;

  private:
    Config config_;
    LimbeckYaml settings_;
    std::optional<std::string> url_argument_;
    std::uint64_t max_steps_ = 0;
    mutable std::optional<std::filesystem::path> script_location_;
};

} // namespace limbeck::project
