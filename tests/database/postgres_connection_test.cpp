#include "database/postgres_connection.hpp"

#include "database/error_of.hpp"
#include "support/interrupt.hpp"
#include "support/postgres_server.hpp"

#include <cmath>
#include <csignal>
#include <thread>

#include <unistd.h>

using namespace limbeck;
using namespace limbeck::database;
using tests::error_of;
using tests::PostgresServer;

namespace {

std::unique_ptr<Connection> open() {
    PostgresServer& server = PostgresServer::shared();
    return connect_postgres(server.parameters(server.create_database()));
}

} // namespace

TEST_CASE("postgresql: values go in and come out as they are") {
    auto connection = open();
    CHECK(connection->server_version() >= 130000);
    CHECK_FALSE(connection->server_version_text().empty());
    connection->execute("CREATE TYPE mood AS ENUM ('fine')");
    connection->execute(
        "CREATE TABLE t (n int, b bool, i bigint, r float8, s text, x bytea, d numeric, m mood)");
    std::vector<Value> row = {nullptr,
                              true,
                              std::int64_t{1} << 60,
                              1.5,
                              std::string("gr\xc3\xbcn"),
                              Bytes{std::string("\0\xff'\\", 4)},
                              std::string("12.340"),
                              std::string("fine")};
    CHECK(connection->execute("INSERT INTO t VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", row).row_count() == 1);

    Result result = connection->execute("SELECT *, ARRAY[1, 2] AS a FROM t");
    REQUIRE(result.size() == 1);
    CHECK(result.at(0, 0).is_null());
    CHECK(result.at(0, 1).boolean());
    CHECK(result.at(0, 2).integer() == std::int64_t{1} << 60);
    CHECK(result.at(0, 3).real() == 1.5);
    CHECK(result.at(0, 4).text() == "gr\xc3\xbcn");
    CHECK(result.at(0, 5).kind() == CellKind::bytes);
    CHECK(result.at(0, 5).text() == std::string_view("\0\xff'\\", 4));
    CHECK(result.at(0, 6).text() == "12.340");
    std::vector<std::string> types;
    for (const Column& column : result.columns()) types.push_back(column.type);
    CHECK(types == std::vector<std::string>{"int4", "bool", "int8", "float8", "text", "bytea", "numeric",
                                            "mood", "_int4"});

    std::vector<Value> special = {std::nan(""), -HUGE_VAL};
    Result numbers = connection->execute("SELECT $1::float8, $2::float8", special);
    CHECK(std::isnan(numbers.at(0, 0).real()));
    CHECK(numbers.at(0, 1).real() == -HUGE_VAL);
}

TEST_CASE("postgresql: counts of rows, many rows at once, several statements") {
    auto connection = open();
    connection->execute_text("CREATE TABLE t (a int); INSERT INTO t VALUES (0);");
    std::vector<Parameters> rows;
    for (int i = 1; i < 100; ++i) rows.push_back({std::int64_t{i}});
    CHECK(connection->execute_many("INSERT INTO t VALUES ($1)", rows) == 99);
    Result updated = connection->execute("UPDATE t SET a = a + 1 WHERE a < 50");
    CHECK(updated.row_count() == 50);
    CHECK(updated.command() == "UPDATE 50");
    CHECK(connection->execute("CREATE TABLE u (a int)").row_count() == -1);
    CHECK(connection->execute("SELECT a FROM t WHERE a < 0").has_rows());
    CHECK(connection->execute("").row_count() == -1);
}

TEST_CASE("postgresql: errors have all that the server said, and a place") {
    auto connection = open();
    DatabaseError error = error_of([&] { connection->execute("SELECT 'gr\xc3\xbc\xc3\x9f',\n  nothere"); });
    CHECK(error.message() == "column \"nothere\" does not exist (42703)");
    error.locate({"r.sql", 7, 1});
    CHECK(error.place().to_string() == "r.sql:8:3");
    CHECK(error.source_line() == "  nothere");

    connection->execute("CREATE TABLE t (a int PRIMARY KEY)");
    connection->execute("INSERT INTO t VALUES (1)");
    DatabaseError twice = error_of([&] { connection->execute("INSERT INTO t VALUES (1)"); });
    CHECK(twice.code() == "23505");
    CHECK(twice.report().detail == "Key (a)=(1) already exists.");
    CHECK(twice.hint() == "DETAIL: Key (a)=(1) already exists.");
    twice.locate({"r.sql", 7, 5});
    CHECK(twice.place().to_string() == "r.sql:7");

    // The connection is as good as before.
    CHECK(connection->execute("SELECT 1").scalar().integer() == 1);
    CHECK(error_of([&] { connection->execute("COPY t FROM STDIN"); }).code() == "57014");
    connection->execute("COPY t TO STDOUT");
    CHECK(connection->execute("SELECT 1").scalar().integer() == 1);
}

TEST_CASE("postgresql: transactions that failed say so") {
    auto connection = open();
    connection->execute("CREATE TABLE t (a int)");
    connection->begin();
    connection->savepoint("s");
    CHECK_THROWS_AS(connection->execute("SELECT nothere"), DatabaseError);
    CHECK(connection->in_failed_transaction());
    connection->rollback_to_savepoint("s");
    CHECK_FALSE(connection->in_failed_transaction());
    connection->execute("INSERT INTO t VALUES (1)");
    CHECK_THROWS_AS(connection->execute("SELECT nothere"), DatabaseError);
    CHECK(error_of([&] { connection->commit(); }).code() == "25P02");
    CHECK_FALSE(connection->in_transaction());
    CHECK(connection->execute("SELECT count(*) FROM t").scalar().integer() == 0);
}

TEST_CASE("postgresql: notices reach who wants them") {
    auto connection = open();
    std::vector<std::string> notices;
    connection->on_notice = [&](std::string_view severity, std::string_view message) {
        notices.push_back(std::string(severity) + ": " + std::string(message));
    };
    connection->execute("DROP TABLE IF EXISTS nothere");
    CHECK(notices == std::vector<std::string>{"NOTICE: table \"nothere\" does not exist, skipping"});
}

TEST_CASE("postgresql: a server that is not there, a database that is not there, a wrong password") {
    ConnectionError down = error_of<ConnectionError>([] {
        PostgresParameters nowhere;
        nowhere.keywords = {{"host", "/nonexistent"}, {"user", "u"}, {"password", "secret-word"}};
        connect_postgres(nowhere);
    });
    CHECK(down.message().find("No such file or directory") != std::string::npos);
    CHECK(std::string(down.what()).find("secret-word") == std::string::npos);

    PostgresServer& server = PostgresServer::shared();
    CHECK(error_of<ConnectionError>([&] { connect_postgres(server.parameters("nothere")); })
              .message()
              .find("database \"nothere\" does not exist") != std::string::npos);
    ConnectionError refused = error_of<ConnectionError>(
        [&] { connect_postgres(server.parameters("postgres", "locked", "wrong-word")); });
    CHECK(refused.message().find("password authentication failed for user \"locked\"") != std::string::npos);
    CHECK(std::string(refused.what()).find("wrong-word") == std::string::npos);
    CHECK(connect_postgres(server.parameters("postgres", "locked", "secret-word"))
              ->name()
              .find("secret-word") == std::string::npos);
}

TEST_CASE("postgresql: a backend that dies in the middle of a statement") {
    auto connection = open();
    auto pid = connection->execute("SELECT pg_backend_pid()").scalar().integer();
    std::thread killer([&] {
        auto other = open();
        for (;;) {
            std::vector<Value> parameters = {pid};
            if (!other
                     ->execute(
                         "SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND query = 'SELECT pg_sleep(60)'",
                         parameters)
                     .empty())
                break;
        }
        other->execute("SELECT pg_terminate_backend(" + std::to_string(pid) + ")");
    });
    connection->begin();
    ConnectionError error = error_of<ConnectionError>([&] { connection->execute("SELECT pg_sleep(60)"); });
    killer.join();
    CHECK(error.code() == "57P01");
    CHECK(error.message().find("was lost") != std::string::npos);
    connection->rollback();
    CHECK_THROWS_AS(connection->execute("SELECT 1"), ConnectionError);
    CHECK(connection->lost());
}

TEST_CASE("postgresql: Ctrl-C cancels the statement on the server") {
    auto connection = open();
    connection->begin();
    interrupt::request(SIGINT);
    CHECK_THROWS_AS(connection->execute("SELECT pg_sleep(60)"), Interrupted);
    connection->rollback();
    interrupt::clear();
    CHECK(connection->execute("SELECT 1").scalar().integer() == 1);
}
