#include "migrate/checks.hpp"

#include "database/postgres_connection.hpp"
#include "database/sqlite_connection.hpp"
#include "support/postgres_server.hpp"

using namespace limbeck;
using namespace limbeck::migrate;
using project::Check;
using tests::PostgresServer;

namespace {

Check check(std::string sql, Check::Expect expect, std::string value = "") {
    return {"the check", std::move(sql), expect, std::move(value), {"limbeck.yaml", 7, 3}};
}

CheckFailed failure(database::Connection& connection, const Check& wanted) {
    try {
        run_checks(connection, {wanted}, "after");
    } catch (const CheckFailed& error) {
        return error;
    }
    FAIL("the check held: " << wanted.sql);
    return CheckFailed("");
}

} // namespace

TEST_CASE("checks: each expectation, held and not held") {
    PostgresServer& server = PostgresServer::shared();
    auto postgres = database::connect_postgres(server.parameters(server.create_database()));
    auto sqlite = database::connect_sqlite({.file = ":memory:"});
    for (database::Connection* connection : {postgres.get(), sqlite.get()}) {
        connection->execute("CREATE TABLE t (n integer)");
        connection->execute("INSERT INTO t VALUES (1), (2)");
        using enum Check::Expect;
        run_checks(*connection,
                   {check("SELECT * FROM t", succeeds), check("SELECT * FROM t", rows),
                    check("SELECT * FROM t WHERE n > 2", no_rows),
                    check("SELECT count(*) FROM t", value, "2"), check("SELECT 'x'", value, "x")},
                   "before");
        CheckFailed rows_came = failure(*connection, check("SELECT n FROM t ORDER BY n", no_rows));
        CHECK(rows_came.what() == std::string("limbeck.yaml:7:3: The check \"the check\" failed after the "
                                              "run: no rows were expected, 2 came"));
        CHECK(rows_came.hint() == "n\n1\n2");
        CHECK(failure(*connection, check("SELECT * FROM t WHERE n > 2", rows))
                  .message()
                  .ends_with("none came"));
        CHECK(failure(*connection, check("SELECT count(*) FROM t", value, "3"))
                  .message()
                  .ends_with("the value 3 was expected, 2 came"));
        CHECK(failure(*connection, check("SELECT n FROM t", value, "1")).message().ends_with("2 rows came"));
        CHECK(failure(*connection, check("SELECT * FROM nothere", succeeds)).message().find("nothere") !=
              std::string::npos);
        CHECK_FALSE(connection->in_transaction());
    }
}

TEST_CASE("checks: they leave nothing behind, inside a transaction and outside") {
    PostgresServer& server = PostgresServer::shared();
    auto connection = database::connect_postgres(server.parameters(server.create_database()));
    connection->execute("CREATE TABLE t (n int)");
    run_checks(*connection, {check("INSERT INTO t VALUES (1)", Check::Expect::succeeds)}, "before");
    CHECK(connection->execute("SELECT count(*) FROM t").scalar().integer() == 0);
    connection->begin();
    connection->execute("INSERT INTO t VALUES (2)");
    failure(*connection, check("SELECT nothere FROM t", Check::Expect::succeeds));
    // The transaction is still as good as before.
    CHECK_FALSE(connection->in_failed_transaction());
    connection->commit();
    CHECK(connection->execute("SELECT n FROM t").scalar().integer() == 2);
}
