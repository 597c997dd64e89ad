#include "migrate/version_table.hpp"

#include "database/postgres_connection.hpp"
#include "database/sqlite_connection.hpp"
#include "support/error.hpp"
#include "support/postgres_server.hpp"

using namespace limbeck;
using namespace limbeck::migrate;
using database::Dialect;
using tests::PostgresServer;

namespace {

std::unique_ptr<database::Connection> postgres() {
    PostgresServer& server = PostgresServer::shared();
    return database::connect_postgres(server.parameters(server.create_database()));
}

std::unique_ptr<database::Connection> sqlite() {
    return database::connect_sqlite({.file = ":memory:"});
}

} // namespace

TEST_CASE("version table: the reference's texts") {
    VersionTable plain(Dialect::postgresql, {});
    CHECK(plain.create_sql() == "CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n\t"
                                "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)");
    CHECK(plain.insert_sql("a") ==
          "INSERT INTO alembic_version (version_num) VALUES ('a') RETURNING alembic_version.version_num");
    CHECK(plain.update_sql("a", "b") ==
          "UPDATE alembic_version SET version_num='b' WHERE alembic_version.version_num = 'a'");
    CHECK(plain.delete_sql("b") == "DELETE FROM alembic_version WHERE alembic_version.version_num = 'b'");

    VersionTable sqlite(Dialect::sqlite, {});
    CHECK(sqlite.insert_sql("a") ==
          "INSERT INTO alembic_version (version_num) VALUES ('a') RETURNING version_num");

    VersionTable named(Dialect::postgresql, {"Ver", "My-s", true});
    CHECK(named.create_sql() == "CREATE TABLE \"My-s\".\"Ver\" (\n\tversion_num VARCHAR(32) NOT NULL, \n\t"
                                "CONSTRAINT \"Ver_pkc\" PRIMARY KEY (version_num)\n)");
    CHECK(named.insert_sql("a") ==
          "INSERT INTO \"My-s\".\"Ver\" (version_num) VALUES ('a') RETURNING \"My-s\".\"Ver\".version_num");
    CHECK(named.update_sql("a", "b") ==
          "UPDATE \"My-s\".\"Ver\" SET version_num='b' WHERE \"My-s\".\"Ver\".version_num = 'a'");

    // "user" is reserved in PostgreSQL alone; without a primary key nothing is asked back.
    CHECK(VersionTable(Dialect::postgresql, {"user", "s", false}).insert_sql("a") ==
          "INSERT INTO s.\"user\" (version_num) VALUES ('a')");
    CHECK(VersionTable(Dialect::sqlite, {"user", std::nullopt, false}).create_sql() ==
          "CREATE TABLE user (\n\tversion_num VARCHAR(32) NOT NULL\n)");
    CHECK(plain.insert_sql("it's").find("('it''s')") != std::string::npos);
    CHECK_THROWS_WITH_AS(
        VersionTable(Dialect::postgresql, {std::string(64, 'a'), std::nullopt, true}),
        ("Identifier '" + std::string(64, 'a') + "' exceeds maximum length of 63 characters").c_str(), Error);
}

TEST_CASE("version table: read where it is missing, empty, and full") {
    for (auto* make : {&postgres, &sqlite}) {
        auto connection = (*make)();
        VersionTable table(connection->dialect(), {});
        VersionState missing = table.read(*connection);
        CHECK_FALSE(missing.table_exists);
        CHECK(missing.heads.empty());
        connection->execute(table.create_sql());
        CHECK(table.read(*connection).table_exists);
        CHECK(table.read(*connection).heads.empty());
        connection->execute(table.insert_sql("a"));
        connection->execute(table.insert_sql("b"));
        CHECK(table.read(*connection).heads == std::vector<std::string>{"a", "b"});
        CHECK(connection->execute(table.update_sql("a", "c")).row_count() == 1);
        CHECK(connection->execute(table.update_sql("a", "c")).row_count() == 0);
        CHECK(connection->execute(table.delete_sql("b")).row_count() == 1);
        CHECK(table.read(*connection).heads == std::vector<std::string>{"c"});
        connection->execute(table.delete_all_sql());
        CHECK(table.read(*connection).heads.empty());
    }
}

TEST_CASE("version table: PostgreSQL's schemas and widths") {
    auto connection = postgres();
    VersionTable table(Dialect::postgresql, {});
    CHECK(table.read(*connection).schema == "public");
    CHECK(table.read(*connection).id_limit == 32);
    connection->execute("CREATE SCHEMA \"My-s\"");
    VersionTable elsewhere(Dialect::postgresql, {"alembic_version", "My-s", true});
    CHECK(elsewhere.read(*connection).schema == "My-s");
    connection->execute(elsewhere.create_sql());
    CHECK(elsewhere.read(*connection).table_exists);
    CHECK_FALSE(table.read(*connection).table_exists);
    connection->execute("SET search_path = \"My-s\"");
    CHECK(table.read(*connection).table_exists);
    CHECK(table.read(*connection).schema == "My-s");

    connection->execute("ALTER TABLE alembic_version ALTER version_num TYPE VARCHAR(100)");
    CHECK(table.read(*connection).id_limit == 100);
    connection->execute("ALTER TABLE alembic_version ALTER version_num TYPE text");
    CHECK(table.read(*connection).id_limit == 0);
    // A schema that is not there has no table; an index is none.
    CHECK_FALSE(VersionTable(Dialect::postgresql, {"alembic_version", "nothere", true})
                    .read(*connection)
                    .table_exists);
    CHECK_FALSE(VersionTable(Dialect::postgresql, {"alembic_version_pkc", std::nullopt, true})
                    .read(*connection)
                    .table_exists);
}

TEST_CASE("version table: the mark of a revision that has run in part") {
    for (auto* make : {&postgres, &sqlite}) {
        auto connection = (*make)();
        VersionTable table(connection->dialect(), {});
        connection->execute(table.create_sql());
        if (connection->dialect() == Dialect::postgresql)
            connection->execute("COMMENT ON TABLE alembic_version IS 'ours,\nit''s'");
        VersionState before = table.read(*connection);
        CHECK_FALSE(before.mark);
        ProgressMark mark{"0004_it's, done", true, 2, fingerprint("x")};
        write_mark(*connection, table, mark, before.comment);
        VersionState marked = table.read(*connection);
        REQUIRE(marked.mark);
        CHECK(*marked.mark == mark);
        CHECK(marked.comment == before.comment);
        mark.parts = 3;
        write_mark(*connection, table, mark, marked.comment);
        CHECK(table.read(*connection).mark->parts == 3);
        clear_mark(*connection, table, marked.comment);
        VersionState after = table.read(*connection);
        CHECK_FALSE(after.mark);
        CHECK(after.comment == before.comment);
    }
    CHECK_FALSE(ProgressMark::parse("limbeck: nonsense"));
    CHECK_FALSE(ProgressMark::parse("a comment, of, somebody"));
    CHECK(fingerprint("a") != fingerprint("b"));
}
