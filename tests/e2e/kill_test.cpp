// Runs that are ended in the middle: by kill -9, by Ctrl-C, by the server's own end.
#include "e2e/chains.hpp"
#include "e2e/database.hpp"
#include "support/postgres_server.hpp"
#include "support/sqlite_query.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <random>
#include <thread>

#include <doctest/doctest.h>

using namespace limbeck::tests;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int revisions = 12;

// How many upgrades are killed while they run, on each database: LIMBECK_KILLS.
int kills() {
    return repetitions("LIMBECK_KILLS", 24);
}

// Kills an upgrade at a random moment. How long one takes, it finds out as it goes: a kill that comes too
// late makes it look earlier, one that does not lets it look a little later again.
class Killer {
  public:
    Killer(const ProjectCopy& project, unsigned seed) : chance_(seed) {
        const auto start = Clock::now();
        project.output({"upgrade", "head"});
        duration_ = longest_ = std::chrono::duration<double, std::micro>(Clock::now() - start).count();
    }

    // Whether it still ran.
    bool kill_upgrade(const ProjectCopy& project) {
        Process process(project.options({"upgrade", "head"}));
        std::this_thread::sleep_for(std::chrono::microseconds(
            static_cast<long>(std::uniform_real_distribution<double>(0, duration_)(chance_))));
        process.signal(SIGKILL);
        const bool killed = process.wait().signal == SIGKILL;
        duration_ = killed ? std::min(duration_ * 1.01, longest_) : duration_ * 0.97;
        return killed;
    }

  private:
    std::mt19937 chance_;
    double duration_ = 0, longest_ = 0; // microseconds
};

// The number in "r07", 0 for nothing.
int number_of(const std::string& current) {
    return current.empty() ? 0 : std::stoi(current.substr(1));
}

void kill_upgrades_of_sqlite(Form form, int rows) {
    const ProjectCopy project("");
    write_settings(project, form, "sqlite:///k.db");
    write_journal_chain(project, form, Target::sqlite, revisions, rows);
    const auto database = project / "k.db";
    Killer killer(project, 20260102);
    const std::string schema = sqlite_schema(database);

    int round = 0, killed = 0, in_the_middle = 0;
    for (; (killed < kills() || !in_the_middle) && round < 10 * kills(); ++round) {
        for (const char* name : {"k.db", "k.db-journal", "k.db-wal", "k.db-shm"})
            std::filesystem::remove(project / name);
        killed += killer.kill_upgrade(project);

        // At a revision boundary: what the version says has run, has run; nothing else has.
        const int reached = number_of(project.output({"current"}));
        in_the_middle += reached > 0 && reached < revisions;
        if (reached > 0) {
            CHECK(sqlite_query(database, journal_query) == journal_after(reached));
            CHECK(
                sqlite_query(database,
                             "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name LIKE 't%'") ==
                std::to_string(reached) + "\n");
        }
        project.output({"upgrade", "head"});
        CHECK(sqlite_schema(database) == schema);
        CHECK(sqlite_query(database, journal_query) == journal_after(revisions));
        CHECK(sqlite_query(database, "PRAGMA integrity_check") == "ok\n");
    }
    MESSAGE(round << " rounds: " << killed << " killed while running, " << in_the_middle
                  << " between two revisions");
    CHECK(killed >= kills());
    CHECK(in_the_middle > 0);
}

void kill_upgrades_of_postgres(Form form) {
    const ProjectCopy whole(""), each("");
    int all_rounds = 0, all_killed = 0, in_the_middle = 0;
    std::string dump;
    for (const ProjectCopy* project : {&whole, &each}) {
        write_journal_chain(*project, form, Target::postgres, revisions, 300);
        const TestDatabase undisturbed_database;
        write_settings(*project, form, undisturbed_database.url(), project == &each);
        Killer killer(*project, 20260103);
        if (dump.empty()) dump = undisturbed_database.dump();
        CHECK(TestDatabase::difference(undisturbed_database.dump(), dump) == "");

        int round = 0, killed = 0;
        // On a slow machine the steps are a small part of a run: it goes on until one was met.
        auto enough = [&] { return killed >= kills() / 2 && (project == &whole || in_the_middle > 0); };
        for (; !enough() && round < 5 * kills(); ++round) {
            const TestDatabase database;
            write_settings(*project, form, database.url(), project == &each);
            killed += killer.kill_upgrade(*project);
            // The server may still be at work on the last statement it was sent: a runner that comes now must
            // wait for it, and every second time one does.
            if (round % 2 == 0) {
                CHECK(eventually([&] {
                    return database.query(
                               "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND "
                               "pid <> pg_backend_pid() AND backend_type = 'client backend'") == "0\n";
                }));
                const int reached = number_of(project->output({"current"}));
                in_the_middle += reached > 0 && reached < revisions;
                if (reached > 0) {
                    // A SQL revision with a part outside of transactions may have run as far as that part.
                    const std::string journal = database.query(journal_query);
                    const bool in_parts = form == Form::sql && (reached + 1) % 4 == 0;
                    CHECK((journal == journal_after(reached) ||
                           (in_parts && journal == journal_after(reached + 1))));
                }
            }
            const ProcessResult again = project->run({"upgrade", "head"});
            INFO(again.out << again.err);
            REQUIRE(again.status == 0);
            CHECK(TestDatabase::difference(database.dump(), dump) == "");
        }
        CHECK(killed >= kills() / 2);
        all_rounds += round;
        all_killed += killed;
    }
    MESSAGE(all_rounds << " rounds: " << all_killed << " killed while running, " << in_the_middle
                       << " between two revisions");
    CHECK(in_the_middle > 0);
}

} // namespace

TEST_SUITE_BEGIN("kill");

TEST_CASE("kill: -9 at any moment of an upgrade of SQLite") {
    kill_upgrades_of_sqlite(Form::sql, 1500);
}

TEST_CASE("kill: -9 at any moment of an upgrade of SQLite with Python revisions") {
    kill_upgrades_of_sqlite(Form::python, 300);
}

TEST_CASE("kill: -9 at any moment of an upgrade of PostgreSQL") {
    kill_upgrades_of_postgres(Form::sql);
}

TEST_CASE("kill: -9 at any moment of an upgrade of PostgreSQL with Python revisions") {
    kill_upgrades_of_postgres(Form::python);
}

TEST_CASE("kill: Ctrl-C in the middle of a step of SQLite") {
    const ProjectCopy project("");
    write_settings(project, "sqlite:///k.db");
    project.write("migrations/versions/a.sql", sql_revision("a", "", "CREATE TABLE t (n INTEGER);"));
    project.write(
        "migrations/versions/b.sql",
        sql_revision("b", "a",
                     "CREATE TABLE u (n INTEGER);\nINSERT INTO u WITH RECURSIVE s(n) AS (SELECT 1 UNION "
                     "ALL SELECT n + 1 FROM s) SELECT n FROM s WHERE n < 0;"));
    Process process(project.options({"upgrade", "head"}));
    REQUIRE(eventually([&] { return project.run({"current"}).out == "a\n"; }));
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    process.signal(SIGINT);
    const ProcessResult result = process.wait();
    CHECK_FALSE(result.timed_out);
    CHECK(result.status == 130);
    INFO(result.out << result.err);
    CHECK((result.out + result.err).find("stands at a") != std::string::npos);
    CHECK(project.output({"current"}) == "a\n");
    CHECK(sqlite_query(project / "k.db", "SELECT name FROM sqlite_schema WHERE name IN ('t', 'u')") == "t\n");
}

TEST_CASE("kill: Ctrl-C in the middle of a step of PostgreSQL") {
    for (const std::string per_migration : {"true", "false"}) {
        CAPTURE(per_migration);
        const ProjectCopy project("");
        const TestDatabase database;
        write_settings(project, database.url(), "transaction_per_migration: " + per_migration + "\n");
        project.write("migrations/versions/a.sql", sql_revision("a", "", "CREATE TABLE t (n INTEGER);"));
        project.write("migrations/versions/b.sql",
                      sql_revision("b", "a", "CREATE TABLE u (n INTEGER);\nSELECT pg_sleep(600);"));
        const std::string sleeping =
            "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(600)%' AND "
            "state = 'active' AND datname = current_database()";
        Process process(project.options({"upgrade", "head"}));
        REQUIRE(eventually([&] { return database.query(sleeping) == "1\n"; }));
        process.signal(SIGINT);
        const ProcessResult result = process.wait();
        INFO(result.out << result.err);
        CHECK_FALSE(result.timed_out);
        CHECK(result.status == 130);
        // The statement does not go on without its runner.
        CHECK(database.query(sleeping) == "0\n");
        CHECK(project.output({"current"}) == (per_migration == "true" ? "a\n" : ""));
        CHECK(database.query("SELECT to_regclass('u') IS NULL") == "t\n");
    }
}

TEST_CASE("kill: the server ends in the middle of a statement") {
    PostgresServer server;
    const TestDatabase database(server);
    const ProjectCopy project("");
    write_settings(project, database.url(), "transaction_per_migration: true\n");
    project.write("migrations/versions/a.sql", sql_revision("a", "", "CREATE TABLE t (n INTEGER);"));
    project.write("migrations/versions/b.sql", sql_revision("b", "a", "SELECT pg_sleep(600);"));
    Process process(project.options({"upgrade", "head"}));
    REQUIRE(eventually([&] {
        return database.query("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT "
                              "pg_sleep(600)%' AND state = "
                              "'active'") == "1\n";
    }));
    SUBCASE("the connection alone") {
        database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'SELECT "
                       "pg_sleep(600)%'");
        const ProcessResult result = process.wait();
        INFO(result.out << result.err);
        CHECK(result.status > 0);
        CHECK((result.out + result.err).find("terminating connection due to administrator command") !=
              std::string::npos);
        CHECK(project.output({"current"}) == "a\n");
    }
    SUBCASE("all of it") {
        server.crash();
        const ProcessResult result = process.wait();
        INFO(result.out << result.err);
        CHECK(result.status > 0);
        CHECK((result.out + result.err).find("server closed the connection unexpectedly") !=
              std::string::npos);
    }
}

TEST_SUITE_END();
