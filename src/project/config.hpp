// What Alembic's Config is: the main section of an ini file and the [tool.alembic] table of a pyproject.toml,
// opened as the command line says, and the options that both can hold. The ini is asked first.
//
// Opening reads nothing: each file is read when the first value of it is wanted, so that what `history` and
// `current` do not need costs them nothing.
#pragma once

#include "project/ini.hpp"
#include "project/pyproject.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::project {

// What the command line (or a program) says before any file is read.
struct ConfigArguments {
    std::vector<std::string> files;       // -c/--config, as often as given
    std::string section = "alembic";      // -n/--name
    std::vector<std::string> x_arguments; // -x, as given: "key=value" or a bare word
    bool quiet = false;                   // -q/--quiet
    bool raise_errors = false;            // --raiseerr
    bool verbose = false;                 // -v/--verbose of the command
};

// A [post_write_hooks] entry; `options` holds what follows "name." in the ini, in order.
struct PostWriteHook {
    std::string name;
    StringTable options;
};

class Config {
  public:
    // Chooses the files by -c, the environment variable ALEMBIC_CONFIG and the defaults "alembic.ini" and
    // "pyproject.toml". Throws CommandError ("only one ini file may be indicated", "pyproject.toml indicated
    // more than once").
    explicit Config(ConfigArguments arguments = {});

    const ConfigArguments& arguments() const { return arguments_; }
    bool quiet() const { return arguments_.quiet; }
    bool raise_errors() const { return arguments_.raise_errors; }
    // The name of the main section of the ini: what -n says, else "alembic".
    const std::string& section_name() const { return arguments_.section; }

    // The files as named, whether they exist or not; scripts see them as `config.config_file_name`.
    const std::string& config_file_name() const { return config_file_name_; }
    const std::string& toml_file_name() const { return toml_file_name_; }
    // A limbeck.yaml named with -c; empty where none was.
    const std::string& yaml_file_name() const { return yaml_file_name_; }
    // Whether the ini was named by -c or ALEMBIC_CONFIG; else it is the default one.
    bool config_file_was_named() const { return config_file_was_named_; }
    bool toml_file_was_named() const { return toml_file_was_named_; }
    bool config_file_exists() const;
    // The absolute folder of the ini: what %(here)s stands for in it.
    std::string here() const;

    // The files, read now if they have not been. Throw what reading throws.
    const Ini& ini() const;
    Ini& ini();
    const Pyproject& pyproject() const;

    // `get_main_option`: from the ini's main section alone. Throws CommandError ("No config file
    // 'alembic.ini' found, or file has no '[alembic]' section").
    std::optional<std::string> main_option(std::string_view name) const;
    // `get_section_option`, with the same error.
    std::optional<std::string> section_option(std::string_view section, std::string_view name) const;
    // `get_section`: nothing where the section is missing.
    std::optional<StringTable> section(std::string_view name) const;
    // `set_main_option` and `set_section_option`: sections are made as needed.
    void set_main_option(std::string_view name, std::string_view value);
    void set_section_option(std::string_view section, std::string_view name, std::string_view value);
    void remove_main_option(std::string_view name);

    // `get_alembic_option`: the ini's main section, else [tool.alembic].
    std::optional<TomlValue> alembic_value(std::string_view name) const;
    // The same where only text makes sense (a toml number is taken as text). Throws ConfigError for a list.
    std::optional<std::string> alembic_option(std::string_view name) const;
    // In the ini only "true" is true; in toml the value must be a boolean, else CommandError.
    bool alembic_boolean_option(std::string_view name) const;

    // "%(rev)s_%(slug)s" unless the project has its own.
    std::string file_template() const;
    // 40 unless the project says otherwise. Throws ConfigError for a text that is no number.
    int truncate_slug_length() const;
    bool sourceless() const { return alembic_boolean_option("sourceless"); }
    bool recursive_version_locations() const { return alembic_boolean_option("recursive_version_locations"); }
    std::optional<std::string> timezone() const { return alembic_option("timezone"); }
    std::string output_encoding() const;

    // As written in the project, split by its path_separator; relative ones are relative to the current
    // directory, "package:path" is for resolve(). Empty where the project has none.
    // Throws ConfigError for a separator that is not one of the five.
    std::vector<std::string> version_locations() const;
    std::vector<std::string> prepend_sys_path() const;
    // In order; from the ini's [post_write_hooks], else from toml. Throws ConfigError for one without a name.
    std::vector<PostWriteHook> post_write_hooks() const;

    // -x as `context.get_x_argument()` gives it: as a list, or as a dictionary, where a word without "=" has
    // an empty value and the last of two wins.
    const std::vector<std::string>& x_argument_list() const { return arguments_.x_arguments; }
    std::map<std::string, std::string> x_argument_map() const;

    // The folders in which packages are looked for, in order: prepend_sys_path, PYTHONPATH, the current
    // directory, the configuration files' folders, the project's root, and "src" in each of the last three.
    std::vector<std::filesystem::path> package_search_path() const;

    // A file or folder as the project writes it: absolute, relative to the current directory, or
    // "package:path" with the package in one of those folders. The result is absolute. Throws CommandError
    // where the package is not found.
    std::filesystem::path resolve(std::string_view location) const;

  private:
    std::optional<char> separator(std::initializer_list<std::string_view> names) const;
    std::vector<std::string> path_list(std::string_view name, bool colon_too,
                                       std::initializer_list<std::string_view> separators) const;

    ConfigArguments arguments_;
    std::string config_file_name_;
    std::string toml_file_name_;
    std::string yaml_file_name_;
    bool config_file_was_named_ = false;
    bool toml_file_was_named_ = false;
    mutable std::unique_ptr<Ini> ini_;
    mutable std::unique_ptr<Pyproject> pyproject_;
};

} // namespace limbeck::project
