#include "project/paths.hpp"
#include "project/project.hpp"
#include "support/scratch.hpp"
#include "support/working_folder.hpp"

#include <doctest/doctest.h>

using namespace limbeck;
using project::Project;
using project::ProjectArguments;
using tests::Scratch;
using tests::Variable;
using tests::WorkingFolder;

namespace {

// An empty folder as the current one, and no variable that says anything.
struct Fresh {
    Scratch scratch;
    WorkingFolder folder{scratch.path()};
    Variable config{"ALEMBIC_CONFIG"};
    Variable url{"LIMBECK_URL"};
    Variable database_url{"DATABASE_URL"};
    std::filesystem::path here = std::filesystem::current_path();
};

ProjectArguments with_files(std::vector<std::string> files) {
    ProjectArguments arguments;
    arguments.config.files = std::move(files);
    return arguments;
}

std::string failure(auto ask) {
    try {
        ask();
        return "no error";
    } catch (const Error& error) {
        return std::string(error.what()) + (error.hint().empty() ? "" : " [" + error.hint() + "]");
    }
}

} // namespace

TEST_CASE("project: an ini alone, as the reference opens it") {
    Fresh fresh;
    fresh.scratch.write("alembic.ini",
                        "[alembic]\nscript_location = %(here)s/./db//m/\nsqlalchemy.url = sqlite:///x.db\n"
                        "version_locations = db/m/versions other\npath_separator = space\n");
    fresh.scratch.write("db/m/env.py", "");
    Project project;
    CHECK_FALSE(project.has_limbeck_yaml());
    CHECK(project.script_location() == fresh.here / "db/m");
    CHECK(project.version_locations() ==
          std::vector<std::filesystem::path>{fresh.here / "db/m/versions", fresh.here / "other"});
    CHECK_FALSE(project.uses_builtin_environment());
    CHECK(project.url().text == "sqlite:///x.db");
    CHECK(project.url().origin == "sqlalchemy.url in alembic.ini:3");
    CHECK_FALSE(project.override_url());
    CHECK_FALSE(project.variable_url());
}

TEST_CASE("project: limbeck.yaml alone, here and elsewhere") {
    Fresh fresh;
    fresh.scratch.write("a/limbeck.yaml",
                        "script_location: migrations\nurl: sqlite:///${LIMBECK_TEST_NAME:-x}.db\n");
    fresh.scratch.write("a/migrations/1.sql", "");
    Project elsewhere(with_files({"a/limbeck.yaml"}));
    CHECK(elsewhere.script_location() == fresh.here / "a/migrations");
    CHECK(elsewhere.script_location_text() == "a/migrations");
    CHECK(elsewhere.version_locations() ==
          std::vector<std::filesystem::path>{fresh.here / "a/migrations/versions"});
    CHECK(elsewhere.uses_builtin_environment());
    CHECK(elsewhere.url().text == "sqlite:///x.db");
    CHECK(elsewhere.url().origin == "url in a/limbeck.yaml:2:6");
    // Beside an ini that is named but not there, as in "-c a/alembic.ini".
    CHECK(Project(with_files({"a/alembic.ini"})).has_limbeck_yaml());
    CHECK(Project(with_files({"a/pyproject.toml"})).has_limbeck_yaml());
    CHECK_FALSE(Project().has_limbeck_yaml());
    WorkingFolder inside(fresh.scratch / "a");
    CHECK(Project().script_location() == fresh.here / "a/migrations");
}

TEST_CASE("project: limbeck.yaml beside an ini decides where both speak") {
    Fresh fresh;
    fresh.scratch.write("alembic.ini",
                        "[alembic]\nscript_location = one\nsqlalchemy.url = sqlite:///ini.db\n");
    fresh.scratch.write("limbeck.yaml", "script_location: two\nenv: builtin\n");
    fresh.scratch.write("one/x", "");
    fresh.scratch.write("two/env.py", "");
    Project project;
    CHECK(project.script_location() == fresh.here / "two");
    CHECK(project.uses_builtin_environment());
    CHECK(project.url().text == "sqlite:///ini.db");
    fresh.scratch.write("limbeck.yaml", "env: script\n");
    CHECK_FALSE(Project().uses_builtin_environment());
}

TEST_CASE("project: the first place that has a URL wins, and is named") {
    Fresh fresh;
    fresh.scratch.write("alembic.ini", "[alembic]\nscript_location = .\nsqlalchemy.url = sqlite:///ini.db\n");
    fresh.scratch.write("limbeck.yaml", "url: sqlite:///yaml.db\n");
    Variable variable("LIMBECK_URL", "sqlite:///variable.db");
    ProjectArguments arguments;
    arguments.url = "sqlite:///argument.db";
    CHECK(Project(arguments).url().url.database == "argument.db");
    CHECK(Project(arguments).url().origin == "--url");
    CHECK(Project().url().url.database == "variable.db");
    CHECK(Project().url().origin == "the environment variable LIMBECK_URL");
    Variable none("LIMBECK_URL", "");
    CHECK(Project().url().url.database == "yaml.db");
    CHECK(Project().ini_url()->url.database == "ini.db");
    Variable database_url("DATABASE_URL", "postgres://u:secret@h/d");
    CHECK(Project().url().url.database == "yaml.db");
    CHECK(Project().variable_url()->url.backend() == project::Backend::postgresql);
    CHECK(Project().variable_url()->origin == "the environment variable DATABASE_URL");
}

TEST_CASE("project: without a URL, every place that was looked at is named") {
    Fresh fresh;
    CHECK(failure([] { Project().url(); }) == "No database URL is configured. [looked at --url, LIMBECK_URL, "
                                              "url in limbeck.yaml and sqlalchemy.url in "
                                              "alembic.ini]");
    ProjectArguments arguments;
    arguments.url = "nonsense";
    CHECK(failure([&] { Project(arguments).url(); }) ==
          "--url: Could not parse SQLAlchemy URL from given URL string");
    fresh.scratch.write("alembic.ini", "[alembic]\n\nsqlalchemy.url = nonsense\n");
    CHECK(failure([] { Project().url(); }) ==
          "alembic.ini:3: Could not parse SQLAlchemy URL from given URL string");
    fresh.scratch.write("limbeck.yaml", "url: ${LIMBECK_TEST_UNSET}\n");
    CHECK(failure([] {
              Project().url();
          }).starts_with("limbeck.yaml:1:6: the environment variable LIMBECK_TEST_UNSET is not set"));
}

TEST_CASE("project: an ini among the scripts, as Flask-Migrate leaves it, needs no script_location") {
    Fresh fresh;
    fresh.scratch.write("migrations/alembic.ini", "[alembic]\n# file_template = %%(rev)s_%%(slug)s\n");
    fresh.scratch.write("migrations/versions/a.py", "revision = 'a'\n");
    auto location = [] { return Project(with_files({"migrations/alembic.ini"})).script_location(); };
    CHECK(failure(location) ==
          "No 'script_location' key found in configuration. [migrations/alembic.ini has no "
          "script_location in its [alembic] section]");
    fresh.scratch.write("migrations/env.py", "");
    CHECK(location() == fresh.here / "migrations");
    fresh.scratch.write("migrations/alembic.ini", "[alembic]\nscript_location = other\n");
    fresh.scratch.write("other/env.py", "");
    CHECK(location() == fresh.here / "other");
}

TEST_CASE("project: why there is no script location") {
    Fresh fresh;
    CHECK(failure([] { Project().script_location(); }) ==
          "No 'script_location' key found in configuration. [alembic.ini: No such file or directory]");
    CHECK(failure([] { Project(with_files({"a/b.ini"})).script_location(); }) ==
          "No 'script_location' key found in configuration. [a/b.ini: No such file or directory]");
    fresh.scratch.write("folder.ini/x", "");
    CHECK(failure([] { Project(with_files({"folder.ini"})).script_location(); }) ==
          "No 'script_location' key found in configuration. [folder.ini is a folder]");
    fresh.scratch.write("alembic.ini", "[alembic]\n");
    CHECK(failure([] { Project().script_location(); }) ==
          "No 'script_location' key found in configuration. [alembic.ini has no script_location in its "
          "[alembic] section]");
    fresh.scratch.write("alembic.ini", "[alembic]\nscript_location = ./gone/\n");
    CHECK(failure([] { Project().script_location(); }) ==
          "Path doesn't exist: gone.  Please use the 'init' command to create a new scripts folder.");
    fresh.scratch.write("limbeck.yaml", "script_locatoin: x\n");
    CHECK(failure([] { Project(); }) ==
          "limbeck.yaml:1:1: unknown key 'script_locatoin' [did you mean 'script_location'?]");
    CHECK(failure([] { Project(with_files({"x/limbeck.yaml"})); }).find("No such file") != std::string::npos);
}

TEST_CASE("paths: as pathlib writes them") {
    using project::pathlib_text;
    CHECK(pathlib_text("./a//b/./c/") == "a/b/c");
    CHECK(pathlib_text("a/../b") == "a/../b");
    CHECK(pathlib_text("") == ".");
    CHECK(pathlib_text("././") == ".");
    CHECK(pathlib_text("/") == "/");
    CHECK(pathlib_text("//a") == "//a");
    CHECK(pathlib_text("///a") == "/a");
    Fresh fresh;
    CHECK(project::pathlib_absolute("") == fresh.here);
    CHECK(project::pathlib_absolute("../x") == fresh.here / "../x");
    CHECK(project::absolute_parent("alembic.ini") == fresh.here.string());
    CHECK(project::absolute_parent("/alembic.ini") == "/");
}
