// The fixtures whose revisions are Python: each step's script as the reference printed it
// (fixtures/NAME/expected, recorded by tests/reference/record_fixtures.py), and up, down and up again.
#include "e2e/database.hpp"
#include "e2e/limbeck.hpp"
#include "support/file.hpp"
#include "support/source_root.hpp"
#include "support/sqlite_query.hpp"

#include <doctest/doctest.h>

using namespace limbeck::tests;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> names = {"deal_brain", "pixcrawler", "qa_import"};

// "upgrade_0024_0025" is `upgrade 0024:0025 --sql`.
std::vector<std::string> command_of(const fs::path& recorded) {
    const std::string name = recorded.stem().string();
    const std::size_t first = name.find('_'), second = name.find('_', first + 1);
    return {name.substr(0, first), name.substr(first + 1, second - first - 1) + ":" + name.substr(second + 1),
            "--sql"};
}

} // namespace

TEST_SUITE_BEGIN("fixtures");

TEST_CASE("fixtures: every step's script, up and down, is the reference's") {
    int compared = 0;
    for (const std::string& name : names)
        for (const std::string dialect : {"postgresql", "sqlite"}) {
            ProjectCopy project(name);
            project.set_environment("DATABASE_URL", dialect + ":///expected");
            for (const auto& entry : fs::directory_iterator(project / ("expected/" + dialect))) {
                if (entry.path().extension() != ".sql") continue;
                const ProcessResult result = project.run(command_of(entry.path()));
                INFO(entry.path().string() << "\n" << result.err);
                CHECK(result.out == limbeck::file::read(entry.path()));
                fs::path failure = entry.path();
                failure.replace_extension(".err");
                CHECK((result.status != 0) == fs::exists(failure));
                if (fs::exists(failure)) {
                    const std::string logged = limbeck::file::read(failure);
                    const std::string sentence = logged.substr(logged.find("] ") + 2);
                    CHECK(result.err.find(sentence.substr(0, sentence.find('\n'))) != std::string::npos);
                }
                ++compared;
            }
        }
    CHECK(compared == 2 * (8 + 10 + 6));
}

TEST_CASE("fixtures: up, down and up again on PostgreSQL") {
    for (const std::string& name : names) {
        CAPTURE(name);
        ProjectCopy project(name);
        const TestDatabase database;
        project.set_environment("DATABASE_URL", database.url());
        project.output({"upgrade", "head"});
        const std::string dump = database.dump();
        project.output({"downgrade", "base"});
        CHECK(database.query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace "
                             "AND relkind IN ('r', 'S', 'v') ORDER BY 1") == "alembic_version\n");
        CHECK(database
                  .query("SELECT typname FROM pg_type WHERE typnamespace = 'public'::regnamespace "
                         "AND typtype = 'e'")
                  .empty());
        project.output({"upgrade", "head"});
        CHECK(TestDatabase::difference(database.dump(), dump) == "");
        CHECK(project.output({"current"}).find(" (head)\n") != std::string::npos);
    }
}

TEST_CASE("fixtures: up, down and up again on SQLite") {
    for (const std::string& name : names) {
        CAPTURE(name);
        const ProjectCopy project(name);
        const auto database = project / (name + ".db");
        project.output({"upgrade", "head"});
        const std::string schema = sqlite_schema(database);
        project.output({"downgrade", "base"});
        CHECK(sqlite_query(database, "SELECT name FROM sqlite_schema WHERE type = 'table'") ==
              "alembic_version\n");
        project.output({"upgrade", "head"});
        CHECK(sqlite_schema(database) == schema);
        CHECK(sqlite_query(database, "PRAGMA integrity_check") == "ok\n");
    }
}

TEST_CASE("fixtures: on PostgreSQL the script and the run make the same database") {
    for (const std::string& name : names) {
        CAPTURE(name);
        ProjectCopy project(name);
        const TestDatabase run, script;
        project.set_environment("DATABASE_URL", run.url());
        script.run_script(project.output({"upgrade", "head", "--sql"}));
        project.output({"upgrade", "head"});
        CHECK(TestDatabase::difference(script.dump(), run.dump()) == "");
    }
}

TEST_CASE("fixtures: a revision at a time, each way, on both") {
    for (const std::string& name : names) {
        CAPTURE(name);
        ProjectCopy project(name);
        const TestDatabase database;
        for (const std::string& url : {database.url(), std::string("sqlite:///steps.db")}) {
            CAPTURE(url);
            project.set_environment("DATABASE_URL", url);
            std::vector<std::string> reached;
            for (std::string current; current.find("(head)") == std::string::npos;) {
                project.output({"upgrade", "+1"});
                reached.push_back(current = project.output({"current"}));
            }
            for (reached.pop_back(); !reached.empty(); reached.pop_back()) {
                project.output({"downgrade", "-1"});
                CHECK(project.output({"current"}) == reached.back());
            }
            project.output({"downgrade", "-1"});
            CHECK(project.output({"current"}).empty());
        }
    }
}

TEST_SUITE_END();
