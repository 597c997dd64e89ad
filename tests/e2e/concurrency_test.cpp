// Many runners at once: each revision is applied once, and everybody is content.
#include "e2e/chains.hpp"
#include "e2e/database.hpp"
#include "support/postgres_server.hpp"
#include "support/sqlite_query.hpp"

#include <csignal>
#include <deque>

#include <doctest/doctest.h>

using namespace limbeck::tests;

namespace {

constexpr int runners = 50;
constexpr int revisions = 9;

constexpr const char* sleepers =
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND "
    "query LIKE 'SELECT pg_sleep(600)%' AND state = 'active'";

// Starts them all, waits for all; each must end well.
void run_all_at_once(const ProjectCopy& project, int count = runners) {
    std::deque<Process> processes;
    for (int i = 0; i < count; ++i) processes.emplace_back(project.options({"upgrade", "head"}));
    for (Process& process : processes) {
        const ProcessResult result = process.wait();
        INFO(result.out << result.err);
        CHECK(result.status == 0);
        CHECK(result.signal == 0);
    }
}

} // namespace

TEST_SUITE_BEGIN("concurrency");

TEST_CASE("concurrency: 50 upgrades of one SQLite file") {
    const ProjectCopy project("");
    write_settings(project, "sqlite:///many.db");
    write_journal_chain(project, Form::sql, Target::sqlite, revisions, 200);
    run_all_at_once(project);
    CHECK(sqlite_query(project / "many.db", journal_query) == journal_after(revisions));
    CHECK(project.output({"current"}) == journal_id(revisions) + " (head)\n");
}

TEST_CASE("concurrency: 50 upgrades of one PostgreSQL database") {
    for (const std::string settings : {"transaction_per_migration: true\n", "", "lock: transaction\n"}) {
        CAPTURE(settings);
        const ProjectCopy project("");
        const TestDatabase database;
        write_settings(project, database.url(), settings);
        write_journal_chain(project, Form::sql, Target::postgres,
                            settings.starts_with("lock") ? 3 : revisions, 200);
        run_all_at_once(project);
        CHECK(database.query(journal_query) == journal_after(settings.starts_with("lock") ? 3 : revisions));
    }
}

TEST_CASE("concurrency: upgrades of one SQLite file with Python revisions") {
    for (const int count : {2, runners}) {
        CAPTURE(count);
        const ProjectCopy project("");
        write_settings(project, Form::python, "sqlite:///many.db");
        write_journal_chain(project, Form::python, Target::sqlite, revisions, 50);
        run_all_at_once(project, count);
        CHECK(sqlite_query(project / "many.db", journal_query) == journal_after(revisions));
        CHECK(sqlite_query(project / "many.db", "SELECT count(*) FROM tr05") == "50\n");
        CHECK(project.output({"current"}) == journal_id(revisions) + " (head)\n");
    }
}

TEST_CASE("concurrency: upgrades of one PostgreSQL database with Python revisions") {
    for (const bool per_migration : {false, true})
        for (const int count : {2, runners}) {
            CAPTURE(per_migration);
            CAPTURE(count);
            const ProjectCopy project("");
            const TestDatabase database;
            write_settings(project, Form::python, database.url(), per_migration);
            write_journal_chain(project, Form::python, Target::postgres, revisions, 50);
            run_all_at_once(project, count);
            CHECK(database.query(journal_query) == journal_after(revisions));
            CHECK(database.query("SELECT count(*) FROM tr05") == "50\n");
            CHECK(project.output({"current"}) == journal_id(revisions) + " (head)\n");
        }
}

TEST_CASE("concurrency: upgrades with Python revisions under the transaction's lock") {
    const ProjectCopy project("");
    const TestDatabase database;
    write_settings(project, Form::python, database.url(), true);
    project.write("limbeck.yaml", "lock: transaction\n");
    write_journal_chain(project, Form::python, Target::postgres, 3, 50);
    run_all_at_once(project);
    CHECK(database.query(journal_query) == journal_after(3));
}

TEST_CASE("concurrency: a runner of Python revisions that will not wait says so") {
    SUBCASE("PostgreSQL") {
        const ProjectCopy project("");
        const TestDatabase database;
        write_settings(project, Form::python, database.url());
        project.write("migrations/versions/a.py",
                      python_revision("a", "", "op.get_bind().execute(sa.text(\"SELECT pg_sleep(600)\"))"));
        Process holder(project.options({"upgrade", "head"}));
        REQUIRE(eventually([&] { return database.query(sleepers) == "1\n"; }));
        const ProcessResult result = project.run({"upgrade", "head", "--lock-timeout", "0.2"});
        INFO(result.out << result.err);
        CHECK(result.status == 255);
        CHECK(result.err.find("pid ") != std::string::npos);
        CHECK(project.output({"current"}).empty());
    }
    SUBCASE("SQLite") {
        const ProjectCopy project("");
        write_settings(project, Form::python, "sqlite:///many.db");
        project.write("migrations/versions/a.py",
                      python_revision("a", "",
                                      "op.execute(\"CREATE TABLE t (n INTEGER)\")\n"
                                      "import sys\nsys.stderr.write(\"holding\\n\")\nwhile True:\n    pass"));
        Process holder(project.options({"upgrade", "head"}));
        REQUIRE(holder.says("holding"));
        const ProcessResult result = project.run({"upgrade", "head", "--lock-timeout", "0.2"});
        INFO(result.out << result.err);
        CHECK(result.status == 255);
        CHECK(result.out.find("Another process holds the database") != std::string::npos);
        holder.signal(SIGINT);
        const ProcessResult held = holder.wait();
        INFO(held.out << held.err);
        CHECK(held.status == 130);
        CHECK(held.err.find("The database stands at the base") != std::string::npos);
        CHECK(sqlite_query(project / "many.db", "SELECT count(*) FROM sqlite_schema WHERE name = 't'") ==
              "0\n");
    }
}

TEST_CASE("concurrency: who waits does not stall an index that is built concurrently") {
    const ProjectCopy project("");
    const TestDatabase database;
    write_settings(project, database.url());
    project.write("migrations/versions/a.sql", sql_revision("a", "", "CREATE TABLE t (n INTEGER);"));
    project.write("migrations/versions/b.sql",
                  "-- b\n--\n-- Revision ID: b\n-- Revises: a\n\n-- upgrade autocommit\n"
                  "CREATE INDEX CONCURRENTLY t_n ON t (n);\n");
    project.output({"upgrade", "a"});

    // A transaction that has written to the table keeps the index waiting.
    ProcessOptions writer = project.options({});
    writer.arguments = {PostgresServer::shared().program("psql").string(),
                        "-XqAt",
                        "-d",
                        database.url(),
                        "-c",
                        "BEGIN; INSERT INTO t VALUES (1); SELECT pg_advisory_lock(77); COMMIT"};
    ProcessOptions keeper = writer;
    keeper.arguments.back() = "SELECT pg_advisory_lock(77); SELECT pg_sleep(600)";
    const std::string keeper_sleeps =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND "
        "query LIKE '%pg_sleep(600)%' AND state = 'active' AND pid <> pg_backend_pid()";
    const auto until = [&](const std::string& query, const std::string& answer) {
        return eventually([&] { return database.query(query) == answer; });
    };
    Process keeping(keeper);
    REQUIRE(until(keeper_sleeps, "1\n"));
    Process writing(writer);
    REQUIRE(until("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted", "1\n"));

    Process holder(project.options({"upgrade", "head"}));
    REQUIRE(until("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX CONCURRENTLY%' AND "
                  "state = 'active'",
                  "1\n"));
    std::deque<Process> waiters;
    for (int i = 0; i < 3; ++i) waiters.emplace_back(project.options({"upgrade", "head"}));
    // It says that it waits, and for whom.
    for (Process& waiter : waiters) CHECK(waiter.says("pid "));
    CHECK_FALSE(holder.ends_within(std::chrono::milliseconds(0)));

    keeping.signal(SIGTERM);
    database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE "
                   "'%pg_sleep(600)%' AND pid <> "
                   "pg_backend_pid()");
    const ProcessResult held = holder.wait();
    INFO(held.out << held.err);
    CHECK(held.status == 0);
    for (Process& waiter : waiters) {
        const ProcessResult waited = waiter.wait();
        INFO(waited.out << waited.err);
        CHECK(waited.status == 0);
    }
    CHECK(database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 't_n'::regclass") == "t\n");
    CHECK(project.output({"current"}) == "b (head)\n");
}

TEST_CASE("concurrency: a runner that will not wait says who holds the lock") {
    const ProjectCopy project("");
    const TestDatabase database;
    write_settings(project, database.url());
    project.write("migrations/versions/a.sql", sql_revision("a", "", "SELECT pg_sleep(600);"));
    Process holder(project.options({"upgrade", "head"}));
    REQUIRE(eventually([&] { return database.query(sleepers) == "1\n"; }));
    const std::string pid =
        database.query("SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(600)%'");
    const ProcessResult result = project.run({"upgrade", "head", "--lock-timeout", "0.2"});
    CHECK(result.status != 0);
    CHECK((result.out + result.err).find("pid " + pid.substr(0, pid.size() - 1)) != std::string::npos);
    CHECK((result.out + result.err).find("limbeck") != std::string::npos);
    // Looking needs no lock.
    CHECK(project.output({"current"}).empty());
}

TEST_CASE("concurrency: a database at its target is answered without the lock") {
    const ProjectCopy project("");
    const TestDatabase database;
    write_settings(project, database.url());
    project.write("migrations/versions/a.sql", sql_revision("a", "", "CREATE TABLE t (n INTEGER);"));
    project.output({"upgrade", "head"});
    project.write("migrations/versions/b.sql", sql_revision("b", "a", "SELECT pg_sleep(600);"));
    Process holder(project.options({"upgrade", "head"}));
    REQUIRE(eventually([&] { return database.query(sleepers) == "1\n"; }));
    project.output({"upgrade", "a"});
}

TEST_SUITE_END();
