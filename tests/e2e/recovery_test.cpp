// A version table that does not fit the chain: what is said about it, and that the ways out that are named
// work.
#include "e2e/chains.hpp"
#include "e2e/database.hpp"
#include "support/sqlite_query.hpp"

#include <doctest/doctest.h>

using namespace limbeck::tests;

namespace {

struct Lost {
    ProjectCopy project{""};

    Lost() {
        write_settings(project, "sqlite:///lost.db");
        write_journal_chain(project, Form::sql, Target::sqlite, 3, 5);
        project.output({"upgrade", "r02"});
    }

    void set_version(const std::string& values) {
        sqlite_query(project / "lost.db",
                     "DELETE FROM alembic_version; INSERT INTO alembic_version VALUES " + values);
    }
};

} // namespace

TEST_SUITE_BEGIN("recovery");

TEST_CASE_FIXTURE(Lost, "recovery: the database names a revision that is not there") {
    set_version("('r04')");
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"current"}, {"upgrade", "head"}}) {
        const ProcessResult result = project.run(command);
        const std::string said = result.out + result.err;
        INFO(said);
        CHECK(result.status == 255);
        CHECK(said.find("Can't locate revision identified by 'r04'") != std::string::npos);
        // What is near, and the exact way out.
        CHECK(said.find("r03") != std::string::npos);
        CHECK(said.find("stamp --purge") != std::string::npos);
    }
    project.output({"stamp", "--purge", "r02"});
    project.output({"upgrade", "head"});
    CHECK(sqlite_query(project / "lost.db", journal_query) == journal_after(3));
}

TEST_CASE_FIXTURE(Lost, "recovery: a revision file that has gone somewhere else is found") {
    std::filesystem::create_directories(project / "migrations/old");
    std::filesystem::rename(project / "migrations/versions/r03.sql", project / "migrations/old/r03.sql");
    set_version("('r03')");
    const ProcessResult result = project.run({"upgrade", "head"});
    INFO(result.out << result.err);
    CHECK(result.status == 255);
    CHECK((result.out + result.err).find("old/r03.sql") != std::string::npos);
}

TEST_CASE_FIXTURE(Lost, "recovery: the version table is gone") {
    sqlite_query(project / "lost.db", "DROP TABLE alembic_version");
    CHECK(project.output({"current"}).empty());
    // Everything is there already: the first statement fails, and nothing has changed.
    const std::string schema = sqlite_schema(project / "lost.db");
    CHECK(project.run({"upgrade", "head"}).status > 0);
    CHECK(sqlite_query(project / "lost.db", journal_query) == journal_after(2));
    project.output({"stamp", "r02"});
    project.output({"upgrade", "head"});
    CHECK(sqlite_query(project / "lost.db", journal_query) == journal_after(3));
}

TEST_CASE_FIXTURE(Lost, "recovery: the version table is empty") {
    sqlite_query(project / "lost.db", "DELETE FROM alembic_version");
    CHECK(project.output({"current"}).empty());
    CHECK(project.run({"upgrade", "head"}).status > 0);
    project.output({"stamp", "r02"});
    CHECK(project.output({"current"}) == "r02\n");
}

TEST_CASE_FIXTURE(Lost, "recovery: several rows where the chain has one line") {
    sqlite_query(project / "lost.db", "INSERT INTO alembic_version VALUES ('r01')");
    const ProcessResult current = project.run({"current"});
    INFO(current.out << current.err);
    CHECK(current.status == 0);
    const ProcessResult upgrade = project.run({"upgrade", "head"});
    INFO(upgrade.out << upgrade.err);
    CHECK(upgrade.status == 255);
    CHECK((upgrade.out + upgrade.err).find("overlaps with other requested revisions") != std::string::npos);
    project.output({"stamp", "--purge", "r02"});
    project.output({"upgrade", "head"});
    CHECK(sqlite_query(project / "lost.db", journal_query) == journal_after(3));
}

TEST_CASE_FIXTURE(Lost, "recovery: stamp works where a body is broken") {
    project.write("migrations/versions/r03.sql", sql_revision("r03", "r02", "CREATE TABLE ('"));
    CHECK(project.run({"upgrade", "head"}).status > 0);
    project.output({"stamp", "head"});
    CHECK(project.output({"current"}) == "r03 (head)\n");
}

TEST_CASE("recovery: an id too long for PostgreSQL's column") {
    const ProjectCopy project("");
    const TestDatabase database;
    write_settings(project, database.url());
    const std::string id = "0001_a_name_of_more_than_thirty_two_letters";
    project.write("migrations/versions/" + id + ".sql", sql_revision(id, "", "CREATE TABLE t (n INTEGER);"));
    const ProcessResult result = project.run({"upgrade", "head"});
    INFO(result.out << result.err);
    CHECK(result.status > 0);
    CHECK((result.out + result.err).find("32") != std::string::npos);
    CHECK(database.query("SELECT to_regclass('t') IS NULL") == "t\n");
    // The way out that everybody takes.
    database.query(
        "CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT "
        "alembic_version_pkc PRIMARY KEY (version_num)); ALTER TABLE alembic_version ALTER version_num TYPE "
        "VARCHAR(128);");
    project.output({"upgrade", "head"});
    CHECK(project.output({"current"}) == id + " (head)\n");
}

TEST_SUITE_END();
