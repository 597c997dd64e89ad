#include "migrate/lock.hpp"

#include "database/postgres_connection.hpp"
#include "database/sqlite_connection.hpp"
#include "support/interrupt.hpp"
#include "support/postgres_server.hpp"
#include "support/scratch.hpp"

#include <csignal>
#include <future>
#include <thread>

using namespace limbeck;
using namespace limbeck::migrate;
using database::BeginMode;
using database::Connection;
using tests::PostgresServer;

namespace {

struct Two {
    PostgresServer& server = PostgresServer::shared();
    std::string database = server.create_database();
    std::unique_ptr<Connection> first = database::connect_postgres(server.parameters(database));
    std::unique_ptr<Connection> second = database::connect_postgres(server.parameters(database));
    std::int64_t key = advisory_key("public", "alembic_version");
};

LockOptions patience(double seconds, std::vector<std::string>* words = nullptr) {
    LockOptions options;
    options.timeout = seconds;
    if (words) options.on_wait = [words](std::string_view word) { words->emplace_back(word); };
    return options;
}

std::int64_t advisory_locks(Connection& connection) {
    return connection.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'").scalar().integer();
}

} // namespace

TEST_CASE("lock: the key is that of the schema and the table, and stays what it is") {
    CHECK(advisory_key("public", "alembic_version") == advisory_key("public", "alembic_version"));
    CHECK(advisory_key("public", "alembic_version") == -2335437798580246575);
    CHECK(advisory_key("tenant", "alembic_version") != advisory_key("public", "alembic_version"));
    CHECK(advisory_key("public", "other") != advisory_key("public", "alembic_version"));
    CHECK(advisory_key("a", "bc") != advisory_key("ab", "c"));
}

TEST_CASE_FIXTURE(Two, "lock: one holds it, the other waits and is told for whom") {
    first->execute("SET application_name = 'deploy'");
    AdvisoryLock held(*first, key, patience(0));
    CHECK_FALSE(held.acquire());
    std::string pid = first->execute("SELECT pg_backend_pid()").scalar().to_string();
    CHECK(advisory_holder(*second, key) == "pid " + pid + " (deploy, postgres)");

    std::vector<std::string> words;
    AdvisoryLock waiting(*second, key, patience(0.05, &words));
    CHECK_THROWS_WITH_AS(
        waiting.acquire(),
        ("Another run holds the lock on this database: pid " + pid + " (deploy, postgres)").c_str(),
        CommandError);
    REQUIRE(words.size() == 1);
    CHECK(words[0] == "Waiting for another run on this database: pid " + pid + " (deploy, postgres)");
    CHECK_FALSE(waiting.held());
    CHECK_FALSE(second->in_transaction());

    std::promise<void> waits;
    std::thread release([&] {
        waits.get_future().wait();
        held.release();
    });
    LockOptions options = patience(60);
    options.on_wait = [&](std::string_view) { waits.set_value(); };
    AdvisoryLock patient(*second, key, options);
    CHECK(patient.acquire());
    release.join();
    patient.release();
    CHECK(advisory_locks(*first) == 0);
    CHECK(advisory_holder(*first, key).empty());
}

TEST_CASE_FIXTURE(Two, "lock: it goes with its connection") {
    AdvisoryLock held(*first, key, patience(0));
    held.acquire();
    std::string pid = first->execute("SELECT pg_backend_pid()").scalar().to_string();
    second->execute("SELECT pg_terminate_backend(" + pid + ")");
    AdvisoryLock waiting(*second, key, patience(60));
    waiting.acquire();
    CHECK(waiting.held());
}

TEST_CASE_FIXTURE(Two,
                  "lock: the transaction's lock ends with the transaction, and no waiter keeps one open") {
    AdvisoryLock held(*first, key, patience(0));
    CHECK_FALSE(held.begin_locked());
    CHECK(first->in_transaction());
    AdvisoryLock waiting(*second, key, patience(0.05));
    CHECK_THROWS_AS(waiting.begin_locked(), CommandError);
    CHECK_FALSE(second->in_transaction());
    first->rollback();
    CHECK_FALSE(waiting.begin_locked());
    second->rollback();
    CHECK(advisory_locks(*first) == 0);
}

TEST_CASE_FIXTURE(Two, "lock: Ctrl-C ends a wait") {
    AdvisoryLock held(*first, key, patience(0));
    held.acquire();
    LockOptions options;
    options.on_wait = [](std::string_view) { interrupt::request(SIGTERM); };
    AdvisoryLock waiting(*second, key, options);
    try {
        waiting.acquire();
        FAIL("it did not end");
    } catch (const Interrupted& error) {
        CHECK(error.signal() == SIGTERM);
        CHECK(error.exit_status() == 143);
    }
    interrupt::clear();
}

TEST_CASE("lock: an SQLite file is waited for") {
    tests::Scratch scratch;
    database::SqliteParameters parameters;
    parameters.file = scratch / "x.db";
    parameters.busy_timeout = 0.01;
    auto holder = database::connect_sqlite(parameters);
    auto other = database::connect_sqlite(parameters);
    holder->begin(BeginMode::immediate);
    auto begin = [&] { other->begin(BeginMode::immediate); };
    try {
        wait_while_locked(*other, patience(0.05), begin);
        FAIL("it did not give up");
    } catch (const CommandError& error) {
        CHECK(error.message().find("Another process holds the database") == 0);
        CHECK(error.message().find("database is locked") != std::string::npos);
        CHECK(error.hint().find("--lock-timeout") != std::string::npos);
    }
    int attempts = 0;
    CHECK(wait_while_locked(*other, patience(60), [&] {
        if (++attempts == 3) holder->rollback();
        begin();
    }));
    CHECK(other->in_transaction());
    CHECK_FALSE(wait_while_locked(*other, patience(60), [&] { other->commit(); }));
}
