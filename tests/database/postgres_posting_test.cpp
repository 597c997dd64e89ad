#include "database/postgres_connection.hpp"

#include "support/interrupt.hpp"
#include "support/postgres_server.hpp"

#include <chrono>
#include <csignal>
#include <thread>

#include <doctest/doctest.h>

using namespace limbeck;
using namespace limbeck::database;
using tests::PostgresServer;

namespace {

struct Posting {
    std::unique_ptr<Connection> connection;
    std::vector<std::string> seen;

    Posting() {
        PostgresServer& server = PostgresServer::shared();
        connection = connect_postgres(server.parameters(server.create_database()));
        connection->execute("CREATE TABLE t (n int PRIMARY KEY)");
        connection->begin();
    }
    void post(const std::string& sql, const std::string& name = "", const Parameters& parameters = {}) {
        REQUIRE(connection->can_post(sql, parameters));
        connection->post(sql, parameters,
                         {[this, name](const Result& result) {
                              seen.push_back(name + " " + std::to_string(result.row_count()));
                          },
                          [this, name](Error&) { seen.push_back(name + " failed"); }});
    }
    // The SQLSTATE of what `work` finds out about a posted statement.
    std::string late_code(const std::function<void()>& work) {
        try {
            work();
        } catch (const LateError& late) {
            try {
                late.throw_cause();
            } catch (const DatabaseError& error) {
                return error.code();
            }
        }
        return "none";
    }
    std::int64_t rows() { return connection->execute("SELECT count(*) FROM t").scalar().integer(); }
};

} // namespace

TEST_CASE_FIXTURE(Posting, "postgresql: posted statements run in their order, and each answer is looked at") {
    for (std::int64_t n = 0; n < 500; ++n) {
        std::vector<Value> parameters = {n};
        post("INSERT INTO t VALUES ($1)", std::to_string(n), parameters);
    }
    connection->after_posted([&] { seen.push_back("then"); });
    post("UPDATE t SET n = n + 1000 WHERE n < 5", "update");
    CHECK(connection->in_transaction());
    connection->settle();
    REQUIRE(seen.size() == 502);
    CHECK(seen[0] == "0 1");
    CHECK(seen[499] == "499 1");
    CHECK(seen[500] == "then");
    CHECK(seen[501] == "update 5");
    connection->after_posted([&] { seen.push_back("at once"); });
    CHECK(seen.back() == "at once");
    connection->commit();
    CHECK(rows() == 500);
}

TEST_CASE_FIXTURE(Posting, "postgresql: everything else waits for what was posted") {
    post("INSERT INTO t VALUES (1)");
    CHECK(rows() == 1);
    post("INSERT INTO t VALUES (2)");
    std::vector<Parameters> many = {{std::int64_t{3}}, {std::int64_t{4}}};
    CHECK(connection->execute_many("INSERT INTO t VALUES ($1)", many) == 2);
    connection->savepoint("here");
    post("INSERT INTO t VALUES (5)");
    connection->rollback_to_savepoint("here");
    post("INSERT INTO t VALUES (6)");
    connection->commit();
    CHECK(rows() == 5);
}

TEST_CASE_FIXTURE(Posting,
                  "postgresql: the first failure is told, with its statement, and nothing after it") {
    CHECK(late_code([&] {
              post("INSERT INTO t VALUES (1)", "one");
              post("INSERT INTO t VALUES (1)", "again");
              for (int n = 2; n < 20; ++n)
                  post("INSERT INTO t VALUES (" + std::to_string(n) + ")", std::to_string(n));
              connection->after_posted([&] { seen.push_back("never"); });
              connection->settle();
          }) == "23505");
    CHECK(seen == std::vector<std::string>{"one 1", "again failed"});
    CHECK(connection->in_failed_transaction());
    connection->settle();
    connection->rollback();
    CHECK(rows() == 0);
}

TEST_CASE_FIXTURE(Posting,
                  "postgresql: a failure is found while more is posted, and before other statements") {
    CHECK(late_code([&] {
              post("SELECT 1/0");
              for (int n = 0; n < 1000; ++n) post("INSERT INTO t VALUES (" + std::to_string(n) + ")");
          }) == "22012");
    connection->rollback();
    connection->begin();
    CHECK(late_code([&] {
              post("SELECT nothing FROM t");
              connection->execute("SELECT 1");
          }) == "42703");
    connection->rollback();
    connection->begin();
    CHECK(late_code([&] {
              post("INSERT INTO t VALUES (1)");
              post("SELECT 1/0");
              connection->commit();
          }) == "22012");
    connection->rollback();
    CHECK(rows() == 0);
}

TEST_CASE_FIXTURE(Posting, "postgresql: what an answer leads to ends the run as a failure does") {
    try {
        connection->post(
            "INSERT INTO t VALUES (1)", {},
            {[](const Result& result) { throw Error("not " + std::to_string(result.row_count())); }, {}});
        post("INSERT INTO t VALUES (2)", "two");
        connection->settle();
        FAIL("nothing was thrown");
    } catch (const LateError& late) {
        CHECK_THROWS_WITH_AS(late.throw_cause(), "not 1", Error);
    }
    CHECK(seen.empty());
    connection->rollback();
    CHECK(rows() == 0);
}

TEST_CASE_FIXTURE(Posting, "postgresql: a rollback forgets what is under way, a long statement too") {
    post("INSERT INTO t VALUES (1)", "one");
    post("SELECT pg_sleep(600)", "sleep");
    connection->rollback();
    CHECK_FALSE(connection->in_transaction());
    CHECK(rows() == 0);
    connection->settle();
    CHECK(seen.size() <= 1);
}

TEST_CASE_FIXTURE(Posting, "postgresql: Ctrl-C reaches a posted statement") {
    post("SELECT pg_sleep(60)", "sleep");
    interrupt::request(SIGINT);
    try {
        connection->settle();
        FAIL("nothing was thrown");
    } catch (const LateError& late) {
        CHECK_THROWS_AS(late.throw_cause(), Interrupted);
    }
    connection->rollback();
    interrupt::clear();
    CHECK(seen == std::vector<std::string>{"sleep failed"});
    CHECK(rows() == 0);
}

TEST_CASE_FIXTURE(Posting, "postgresql: a server that goes away with statements under way") {
    CHECK(late_code([&] {
              post("SELECT pg_terminate_backend(pg_backend_pid())", "end");
              post("INSERT INTO t VALUES (1)", "one");
              connection->settle();
          }) == "57P01");
    CHECK(connection->lost());
    connection->rollback();
    CHECK_THROWS_AS(connection->execute("SELECT 1"), ConnectionError);
}

TEST_CASE_FIXTURE(Posting,
                  "postgresql: what a server said before it went counts, though more was sent since") {
    auto watcher = connect_postgres(PostgresServer::shared().parameters("postgres"));
    std::int64_t pid = connection->execute("SELECT pg_backend_pid()").scalar().integer();
    std::string alive = "SELECT count(*) FROM pg_stat_activity WHERE pid = " + std::to_string(pid);
    CHECK(late_code([&] {
              post("SELECT pg_terminate_backend(pg_backend_pid())", "end");
              for (int tries = 0; tries < 1000 && watcher->execute(alive).scalar().integer(); ++tries)
                  std::this_thread::sleep_for(std::chrono::milliseconds(10));
              for (int n = 0; n < 1000; ++n) post("INSERT INTO t VALUES (" + std::to_string(n) + ")");
          }) == "57P01");
    CHECK(seen == std::vector<std::string>{"end failed"});
    CHECK(connection->lost());
}

TEST_CASE_FIXTURE(Posting, "postgresql: what cannot be sent ahead") {
    auto can = [&](std::string_view sql) { return connection->can_post(sql, {}); };
    CHECK(can("CREATE TABLE x (n int);\n"));
    CHECK(can("-- a word\n /* and more */ drop table t"));
    CHECK_FALSE(can("SELECT 1; SELECT 2"));
    CHECK_FALSE(can("SELECT $1"));
    for (const char* sql : {"COMMIT", "ROLLBACK", "BEGIN", "SAVEPOINT a", "COPY t FROM STDIN", "VACUUM",
                            "CALL p()", "PREPARE TRANSACTION 'x'", ""})
        CHECK_FALSE(can(sql));
    connection->rollback();
    CHECK_FALSE(can("CREATE TABLE x (n int)"));
}
