#include "database/sqlite_connection.hpp"

#include "database/error_of.hpp"
#include "support/interrupt.hpp"
#include "support/scratch.hpp"

#include <csignal>
#include <filesystem>
#include <limits>

#include <unistd.h>

using namespace limbeck;
using namespace limbeck::database;
using tests::error_of;

namespace {

std::unique_ptr<Connection> open(const std::string& file, double timeout = 0.05) {
    SqliteParameters parameters;
    parameters.file = file;
    parameters.busy_timeout = timeout;
    return connect_sqlite(parameters);
}

} // namespace

TEST_CASE("sqlite: values go in and come out as they are") {
    auto connection = open(":memory:");
    connection->execute("CREATE TABLE t (n, b, i INTEGER, r REAL, s VARCHAR(10), x BLOB)");
    std::vector<Value> row = {nullptr,
                              true,
                              std::int64_t{1} << 60,
                              1.5,
                              std::string("gr\xc3\xbc\0n", 6),
                              Bytes{std::string("\0\xff", 2)}};
    Result inserted = connection->execute("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)", row);
    CHECK(inserted.row_count() == 1);
    CHECK(inserted.inserted_id() == 1);
    CHECK_FALSE(inserted.has_rows());

    Result result = connection->execute("SELECT *, 1 + 1 AS two FROM t");
    REQUIRE(result.size() == 1);
    REQUIRE(result.columns().size() == 7);
    CHECK(result.columns()[4].type == "VARCHAR(10)");
    CHECK(result.columns()[6].name == "two");
    CHECK(result.at(0, 0).is_null());
    CHECK(result.at(0, 1).integer() == 1);
    CHECK(result.at(0, 2).integer() == std::int64_t{1} << 60);
    CHECK(result.at(0, 3).real() == 1.5);
    CHECK(result.at(0, 4).text() == std::string_view("gr\xc3\xbc\0n", 6));
    CHECK(result.at(0, 5).to_value() == Value(Bytes{std::string("\0\xff", 2)}));
    CHECK(result.at(0, 5).to_string() == "\\x00ff");
    CHECK_THROWS_AS(result.at(0, 4).integer(), std::bad_variant_access);
}

TEST_CASE("sqlite: counts of rows, many rows at once, empty results") {
    auto connection = open(":memory:");
    connection->execute_text("CREATE TABLE t (a); -- nothing\nINSERT INTO t VALUES (0); ");
    std::vector<Parameters> rows;
    for (int i = 1; i < 100; ++i) rows.push_back({std::int64_t{i}});
    CHECK(connection->execute_many("INSERT INTO t VALUES (?)", rows) == 99);
    CHECK(connection->execute("UPDATE t SET a = a + 1 WHERE a < 50").row_count() == 50);
    CHECK(connection->execute("CREATE TABLE u (a)").row_count() == -1);
    Result none = connection->execute("SELECT a FROM t WHERE a < 0");
    CHECK(none.has_rows());
    CHECK(none.empty());
    CHECK(none.scalar().is_null());
    CHECK_FALSE(connection->execute("-- no statement").has_rows());
}

TEST_CASE("sqlite: errors have a code, a message, a place") {
    auto connection = open(":memory:");
    connection->execute("CREATE TABLE t (a PRIMARY KEY)");
    DatabaseError error = error_of([&] { connection->execute("SELECT a,\n  nothere FROM t"); });
    CHECK(error.message() == "no such column: nothere (SQLITE_ERROR)");
    error.locate({"r.sql", 7, 1});
    CHECK(error.place().to_string() == "r.sql:8:3");
    CHECK(error.source_line() == "  nothere FROM t");

    connection->execute("INSERT INTO t VALUES (1)");
    CHECK(error_of([&] { connection->execute("INSERT INTO t VALUES (1)"); }).code() ==
          "SQLITE_CONSTRAINT_PRIMARYKEY");
    CHECK(error_of([&] { connection->execute("SELECT 1; SELECT 2"); })
              .message()
              .starts_with("You can only execute one statement at a time."));
    CHECK(error_of([&] {
              connection->execute("SELECT ?", std::vector<Value>{nullptr, nullptr});
          }).code() == "SQLITE_RANGE");
}

TEST_CASE("sqlite: transactions and savepoints") {
    auto connection = open(":memory:");
    connection->execute("CREATE TABLE t (a)");
    {
        Transaction transaction(*connection, BeginMode::immediate);
        connection->execute("INSERT INTO t VALUES (1)");
        CHECK(connection->in_transaction());
    }
    CHECK_FALSE(connection->in_transaction());
    CHECK(connection->execute("SELECT count(*) FROM t").scalar().integer() == 0);
    Transaction transaction(*connection);
    connection->savepoint("a \"b");
    connection->execute("INSERT INTO t VALUES (1)");
    connection->rollback_to_savepoint("a \"b");
    connection->release_savepoint("a \"b");
    connection->execute("INSERT INTO t VALUES (2)");
    transaction.commit();
    CHECK(connection->execute("SELECT group_concat(a) FROM t").scalar().text() == "2");
}

TEST_CASE(
    "sqlite: BEGIN, COMMIT and ROLLBACK as statements stand within the transaction that begin() began") {
    auto connection = open(":memory:");
    auto rows = [&] {
        return std::string(connection->execute("SELECT group_concat(n) FROM t").scalar().text());
    };
    connection->execute("CREATE TABLE t (n)");
    connection->begin();
    connection->execute("INSERT INTO t VALUES (1)");
    connection->execute("BEGIN TRANSACTION;");
    CHECK_THROWS_AS(connection->execute("begin"), DatabaseError);
    connection->execute("INSERT INTO t VALUES (2)");
    connection->execute("ROLLBACK TRANSACTION");
    connection->execute("BEGIN IMMEDIATE");
    connection->execute("INSERT INTO t VALUES (3)");
    connection->execute("SAVEPOINT s");
    connection->execute("INSERT INTO t VALUES (4)");
    connection->execute("ROLLBACK TO s");
    connection->execute("-- the end\nEND");
    CHECK(rows() == "1,3");
    CHECK(connection->in_transaction());
    connection->execute("BEGIN");
    connection->execute("INSERT INTO t VALUES (5)");
    connection->rollback();
    CHECK_FALSE(connection->in_transaction());
    connection->begin();
    connection->execute("BEGIN");
    connection->execute("INSERT INTO t VALUES (6)");
    connection->commit();
    CHECK(rows() == "6");
    // Without begin() they are what they say.
    connection->execute("BEGIN");
    connection->execute("INSERT INTO t VALUES (7)");
    CHECK(connection->in_transaction());
    connection->execute("ROLLBACK");
    CHECK(rows() == "6");
}

TEST_CASE("sqlite: a file that another holds is a LockedError, not a wait for ever") {
    tests::Scratch scratch;
    auto holder = open(scratch / "x.db");
    holder->execute("CREATE TABLE t (a)");
    auto other = open(scratch / "x.db");
    holder->begin(BeginMode::immediate);
    CHECK(error_of<LockedError>([&] { other->begin(BeginMode::immediate); }).code() == "SQLITE_BUSY");
    holder->rollback();
    other->begin(BeginMode::immediate);
    other->commit();
}

TEST_CASE("sqlite: files that are no database, folders, read-only files") {
    tests::Scratch scratch;
    scratch.write("text.db", std::string(2000, 'x'));
    auto text = open(scratch / "text.db");
    ConnectionError not_a_database =
        error_of<ConnectionError>([&] { text->execute("SELECT * FROM sqlite_master"); });
    CHECK(not_a_database.code() == "SQLITE_NOTADB");
    CHECK(not_a_database.message().find("text.db") != std::string::npos);
    CHECK(error_of<ConnectionError>([&] { open(scratch / "no/such/folder.db"); }).code() ==
          "SQLITE_CANTOPEN");

    open(scratch / "ro.db")->execute("CREATE TABLE t (a)");
    SqliteParameters parameters;
    parameters.file = "file:" + (scratch / "ro.db").string() + "?mode=ro";
    parameters.uri = true;
    auto connection = connect_sqlite(parameters);
    CHECK(connection->execute("SELECT count(*) FROM t").scalar().integer() == 0);
    CHECK(error_of([&] { connection->execute("INSERT INTO t VALUES (1)"); }).code() == "SQLITE_READONLY");
}

TEST_CASE("sqlite: a full disk is an error, and the transaction goes back") {
    auto connection = open(":memory:");
    connection->execute("CREATE TABLE t (a)");
    connection->execute("PRAGMA max_page_count = 10");
    connection->begin(BeginMode::immediate);
    connection->execute("INSERT INTO t VALUES (1)");
    DatabaseError error = error_of([&] { connection->execute("INSERT INTO t VALUES (zeroblob(100000))"); });
    CHECK(error.code() == "SQLITE_FULL");
    connection->rollback();
    CHECK_FALSE(connection->in_transaction());
    CHECK(connection->execute("SELECT count(*) FROM t").scalar().integer() == 0);
}

TEST_CASE("sqlite: Ctrl-C stops a statement in work") {
    auto connection = open(":memory:");
    interrupt::request(SIGINT);
    CHECK_THROWS_AS(
        connection->execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"),
        Interrupted);
    interrupt::clear();
    CHECK(connection->execute("SELECT 1").scalar().integer() == 1);
}
