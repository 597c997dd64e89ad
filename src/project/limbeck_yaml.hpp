// limbeck.yaml: settings that an alembic.ini has no place for, or all of them in a project without one.
//
// Everything is checked when the file is read: an unknown key, a wrong type or a bad value is a ConfigError
// with file, line, column and, for a key, the nearest known one. Only ${VAR} is filled in later, when the
// value is used, so that `history` does not ask for a password it has no use for.
#pragma once

#include "support/error.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::project {

// A text of the file in which ${VAR} and ${VAR:-default} stand for environment variables; $${ is a plain ${.
struct Expandable {
    std::string raw;
    Place place;

    // Throws ConfigError where a variable is not set and has no default.
    std::string expand() const;
};

// One query of the runbook, and what must come of it.
struct Check {
    enum class Expect {
        succeeds, // runs without an error
        rows,     // gives at least one row
        no_rows,
        value, // the first column of the only row, as text, is `value`
    };

    std::string name;
    std::string sql;
    Expect expect = Expect::succeeds;
    std::string value;
    Place place;
};

// A third-party column type by dialect: "postgresql", "sqlite", and "default" for the others.
using TypeNames = std::map<std::string, std::string, std::less<>>;

struct LimbeckYaml {
    enum class Environment { automatic, builtin, script };
    enum class Lock { session, transaction, off };

    std::string file; // as named

    std::optional<Expandable> url;
    // Relative to the folder of limbeck.yaml.
    std::optional<Expandable> script_location;
    // automatic: script where env.py exists, else builtin.
    Environment environment = Environment::automatic;
    std::optional<std::string> version_table;
    std::optional<std::string> version_table_schema;
    std::optional<bool> transaction_per_migration;
    Lock lock = Lock::session;
    // Whether statements are sent to PostgreSQL ahead of their answers.
    bool pipeline = true;
    // By dotted name, as a script imports it: "geoalchemy2.Geometry".
    std::map<std::string, TypeNames, std::less<>> types;
    std::vector<Check> checks_before;
    std::vector<Check> checks_after;

    // Throws FileError or ConfigError.
    static LimbeckYaml read(const std::filesystem::path& path);
    static LimbeckYaml parse(const std::string& text, const std::string& source);
};

} // namespace limbeck::project
