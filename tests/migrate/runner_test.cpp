// Whole runs on real databases: what they leave behind, well ended and badly ended.
#include "migrate/run_project.hpp"

#include "migrate/checks.hpp"
#include "support/interrupt.hpp"
#include "support/postgres_server.hpp"

#include <csignal>

using namespace limbeck;
using tests::PostgresServer;
using tests::RunProject;

namespace {

using Ids = std::vector<std::string>;

// Each test runs on both, and on PostgreSQL in both kinds of transaction.
struct Target {
    std::string name;
    std::string url;
    std::string settings;
    bool together = false;
};

std::vector<Target> targets() {
    PostgresServer& server = PostgresServer::shared();
    return {
        {"sqlite", "sqlite", "", false},
        {"postgresql", server.url(server.create_database()), "", true},
        {"postgresql, each", server.url(server.create_database()), "transaction_per_migration: true\n",
         false},
        {"postgresql, lock: transaction", server.url(server.create_database()), "lock: transaction\n", true},
        {"postgresql, lock: off", server.url(server.create_database()), "lock: off\n", true}};
}

void write_line(const RunProject& project) {
    project.revision("a", "", "-- upgrade\nCREATE TABLE t (n integer);\n-- downgrade\nDROP TABLE t;\n");
    project.revision("b", "a", "-- upgrade\nINSERT INTO t VALUES (1);\n-- downgrade\nDELETE FROM t;\n");
    project.revision("c", "b",
                     "-- upgrade\nINSERT INTO t VALUES (2);\n-- downgrade\nDELETE FROM t WHERE n = 2;\n");
}

template <class Kind = Error> Kind failure(const std::function<void()>& work) {
    try {
        work();
    } catch (const Kind& error) {
        return error;
    }
    FAIL("no such error was thrown");
    throw std::logic_error("unreachable");
}

// In an order of our own: a table has none.
Ids sorted_heads(const RunProject& project) {
    Ids heads = project.heads();
    std::sort(heads.begin(), heads.end());
    return heads;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("run: up, down, and the rows of the version table") {
    for (const Target& target : targets()) {
        CAPTURE(target.name);
        RunProject project(target.url, target.settings);
        write_line(project);
        CHECK(project.heads() == Ids{});
        project.upgrade("b");
        CHECK(project.heads() == Ids{"b"});
        project.upgrade();
        CHECK(project.heads() == Ids{"c"});
        CHECK(project.ask("SELECT sum(n) FROM t") == "3");
        project.downgrade("-1");
        CHECK(project.heads() == Ids{"b"});
        CHECK(project.ask("SELECT sum(n) FROM t") == "1");
        project.downgrade("base");
        CHECK(project.heads() == Ids{});
        project.upgrade();
        CHECK(project.heads() == Ids{"c"});
        // Nothing that a session might leave behind is left.
        if (target.name != "sqlite")
            CHECK(project.ask("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'") == "0");
    }
}

TEST_CASE("run: the log says what the reference says, in its order") {
    const std::string logger = " alembic.runtime.migration: ";
    RunProject project("sqlite");
    write_line(project);
    project.upgrade("b");
    CHECK(project.log() ==
          Ids{"INFO" + logger + "Context impl SQLiteImpl.",
              "INFO" + logger + "Will assume non-transactional DDL.",
              "INFO" + logger + "Running upgrade  -> a, Revision a", "DEBUG" + logger + "new branch insert a",
              "INFO" + logger + "Running upgrade a -> b, Revision b", "DEBUG" + logger + "update a to b"});
    project.stamp({"c"});
    CHECK(project.log().at(2) == "INFO" + logger + "Running stamp_revision b -> c");
    project.script(true, "a:b");
    CHECK(project.log().at(1) == "INFO" + logger + "Generating static SQL");
}

TEST_CASE("run: branches and a merge") {
    for (const Target& target : targets()) {
        CAPTURE(target.name);
        RunProject project(target.url, target.settings);
        project.revision("a", "", "-- upgrade\nCREATE TABLE t (n integer);\n-- downgrade\nDROP TABLE t;\n");
        project.revision("b", "a", "-- upgrade\n-- downgrade\n");
        project.revision("c", "a", "-- upgrade\n-- downgrade\n");
        project.upgrade("heads");
        CHECK(project.heads().size() == 2);
        project.revision("d", "b, c", "-- upgrade\n-- downgrade\n");
        project.upgrade();
        CHECK(project.heads() == Ids{"d"});
        project.downgrade("b");
        project.downgrade("base");
        CHECK(project.heads() == Ids{});
    }
}

TEST_CASE("run: a step that fails leaves a revision boundary and says which") {
    for (const Target& target : targets()) {
        CAPTURE(target.name);
        RunProject project(target.url, target.settings);
        write_line(project);
        project.revision("d", "c",
                         "-- upgrade\nINSERT INTO t VALUES (3);\n\nINSERT INTO t VALUES (nonsense);\n");
        auto error = failure<database::DatabaseError>([&] { project.upgrade(); });
        CHECK(error.place().file == (project.folder() / "m/versions/d.sql").string());
        CHECK(error.place().line == 8);
        CHECK(error.source_line() == "INSERT INTO t VALUES (nonsense)");
        CHECK(contains(error.message(), "nonsense"));
        if (target.together) {
            CHECK(project.heads() == Ids{});
            CHECK(contains(error.hint(), "at the base"));
            CHECK(contains(error.hint(), "Nothing of this run was kept."));
            CHECK(project.ask("SELECT count(*) FROM information_schema.tables WHERE table_name IN ('t', "
                              "'alembic_version')") == "0");
        } else {
            CHECK(project.heads() == Ids{"c"});
            CHECK(contains(error.hint(), "The database stands at c."));
            CHECK(contains(error.hint(), "3 of 4 revisions of this run are done and stay."));
            CHECK(project.ask("SELECT max(n) FROM t") == "2");
        }
        CHECK(contains(error.hint(), "Correct revision 'd' and run the command again."));
        project.revision("d", "c", "-- upgrade\nINSERT INTO t VALUES (3);\n");
        project.upgrade();
        CHECK(project.ask("SELECT sum(n) FROM t") == "6");
    }
}

TEST_CASE("run: what cannot be read, split or run stops before anything has changed") {
    for (const Target& target : targets()) {
        CAPTURE(target.name);
        RunProject project(target.url, target.settings);
        write_line(project);
        project.revision("d", "c", "-- upgrade\nINSERT INTO t VALUES ('open);\n");
        CHECK(failure([&] { project.upgrade(); }).place().line == 6);
        CHECK(project.heads() == Ids{});
        project.revision("d", "c",
                         "-- upgrade\nINSERT INTO t VALUES (3);\nCOMMIT;\nINSERT INTO t VALUES (4);\n");
        Error control = failure([&] { project.upgrade(); });
        CHECK(control.place().line == 7);
        CHECK(contains(control.message(), "COMMIT inside a revision"));
        project.revision("d", "c", "-- upgrade\nVACUUM;\n");
        CHECK(contains(failure([&] { project.upgrade(); }).message(),
                       "VACUUM cannot run inside a transaction"));
        std::filesystem::remove(project.folder() / "m/versions/d.sql");
        project.folder().write("m/versions/d.py",
                               "revision = 'd'\ndown_revision = 'c'\ndef upgrade():\n    pass\n");
        CommandError python = failure<CommandError>([&] { project.upgrade(); });
        CHECK(python.place().file == (project.folder() / "m/versions/d.py").string());
        CHECK(project.heads() == Ids{});
        // Its body is no business of stamp's.
        project.stamp({"d"});
        CHECK(project.heads() == Ids{"d"});
        // There is no way down where none was written.
        project.revision("e", "d", "-- upgrade\n");
        project.stamp({"e"}, true);
        CHECK(contains(failure<CommandError>([&] { project.downgrade("-1"); }).message(), "no way down"));
    }
}

TEST_CASE("run: a body's own BEGIN and COMMIT around everything stand for the step's") {
    for (const Target& target : targets()) {
        CAPTURE(target.name);
        RunProject project(target.url, target.settings);
        project.revision(
            "a", "", "-- upgrade\nBEGIN;\nCREATE TABLE t (n integer);\nINSERT INTO t VALUES (1);\nCOMMIT;\n");
        project.upgrade();
        CHECK(project.ask("SELECT n FROM t") == "1");
        CHECK(project.heads() == Ids{"a"});
        CHECK(contains(project.script(true, "a"), "BEGIN;\n\nCREATE TABLE t") == (target.name == "sqlite"));
    }
}

TEST_CASE("run: stamps") {
    for (const Target& target : targets()) {
        CAPTURE(target.name);
        RunProject project(target.url, target.settings);
        write_line(project);
        project.revision("x", "", "-- upgrade\n");
        project.stamp({"b", "x"});
        CHECK(sorted_heads(project) == Ids{"b", "x"});
        project.stamp({"c"});
        CHECK(sorted_heads(project) == Ids{"c", "x"});
        project.stamp({"a"}, true);
        CHECK(project.heads() == Ids{"a"});
        project.stamp({"base"});
        CHECK(project.heads() == Ids{});
        project.connect()->execute("INSERT INTO alembic_version VALUES ('lost')");
        project.stamp({"b"}, true);
        CHECK(project.heads() == Ids{"b"});
    }
}

TEST_CASE("run: the version table goes where the settings say") {
    PostgresServer& server = PostgresServer::shared();
    RunProject project(server.url(server.create_database()),
                       "version_table: Ver\nversion_table_schema: audit\n");
    write_line(project);
    Error missing = failure([&] { project.upgrade(); });
    CHECK(contains(missing.message(), "schema \"audit\" does not exist"));
    project.connect()->execute("CREATE SCHEMA audit");
    project.upgrade();
    CHECK(project.ask("SELECT version_num FROM audit.\"Ver\"") == "c");
}

TEST_CASE("run: ensure_version makes the table and nothing else") {
    for (const Target& target : targets()) {
        CAPTURE(target.name);
        RunProject project(target.url, target.settings);
        write_line(project);
        project.open().runner.ensure_version({});
        CHECK(project.ask("SELECT count(*) FROM alembic_version") == "0");
        project.open().runner.ensure_version({});
        CHECK(project.heads() == Ids{});
    }
}

TEST_CASE("run: a part outside of transactions") {
    PostgresServer& server = PostgresServer::shared();
    for (const std::string settings : {"", "transaction_per_migration: true\n", "lock: transaction\n"}) {
        CAPTURE(settings);
        RunProject project(server.url(server.create_database()), settings);
        project.revision("a", "", "-- upgrade\nCREATE TABLE t (n int);\n");
        project.revision("b", "a",
                         "-- upgrade autocommit\nCREATE INDEX CONCURRENTLY t_n ON t (n);\n"
                         "-- downgrade autocommit\nDROP INDEX CONCURRENTLY t_n;\n");
        project.revision("c", "b", "-- upgrade\nINSERT INTO t VALUES (nonsense);\n");
        auto error = failure<database::DatabaseError>([&] { project.upgrade(); });
        // What ran outside keeps its row, whatever comes later.
        CHECK(project.heads() == Ids{"b"});
        CHECK(contains(error.hint(), "The database stands at b."));
        CHECK(contains(error.hint(), "2 of 3 revisions"));
        CHECK(project.ask("SELECT indisvalid FROM pg_index WHERE indexrelid = 't_n'::regclass") == "true");
        project.downgrade("a");
        CHECK(project.heads() == Ids{"a"});
        CHECK(project.ask("SELECT to_regclass('t_n')") == "NULL");
        project.revision("c", "b", "-- upgrade\nCREATE INDEX CONCURRENTLY t_m ON t (n);\n");
        Error inside = failure([&] { project.upgrade(); });
        CHECK(inside.place().line == 6);
        CHECK(contains(inside.hint(), "-- upgrade autocommit"));
        CHECK(project.heads() == Ids{"a"});
    }
}

TEST_CASE("run: a revision that has run in part is gone on with, not repeated") {
    for (const Target& target : targets()) {
        CAPTURE(target.name);
        RunProject project(target.url, target.settings);
        write_line(project);
        project.upgrade();
        std::string before = "-- upgrade\nINSERT INTO t VALUES (10);\n";
        project.revision(
            "d", "c",
            before + "-- upgrade autocommit\nDELETE FROM nothere;\n-- upgrade\nINSERT INTO t VALUES (20);\n");
        auto error = failure<database::DatabaseError>([&] { project.upgrade(); });
        CHECK(error.place().line == 8);
        CHECK(contains(error.hint(), "The database stands at c."));
        CHECK(contains(error.hint(), "outside a transaction"));
        CHECK(project.heads() == Ids{"c"});
        CHECK(project.ask("SELECT count(*) FROM t WHERE n = 10") == "1");
        // Anything else has to wait.
        CHECK(contains(failure<CommandError>([&] { project.downgrade("-1"); }).message(),
                       "has run in part and comes first"));
        // The parts that are done must stay what they were.
        project.revision(
            "d", "c",
            "-- upgrade\nINSERT INTO t VALUES (11);\n-- upgrade autocommit\nDELETE FROM t WHERE n = 1;\n");
        CHECK(contains(failure<CommandError>([&] { project.upgrade(); }).message(), "changed since"));
        project.revision("d", "c",
                         before + "-- upgrade autocommit\nDELETE FROM t WHERE n = 1;\n-- upgrade\nINSERT "
                                  "INTO t VALUES (20);\n");
        project.upgrade();
        CHECK(project.heads() == Ids{"d"});
        CHECK(project.ask("SELECT sum(n) FROM t") == "32");
        // Nothing is left of the note.
        if (target.name == "sqlite")
            CHECK(project.ask("SELECT count(*) FROM sqlite_master WHERE name LIKE '%progress%'") == "0");
        else
            CHECK(project.ask("SELECT obj_description('alembic_version'::regclass)") == "NULL");
    }
}

TEST_CASE("run: SQLite's PRAGMAs that do nothing inside a transaction run outside it") {
    RunProject project("sqlite");
    project.revision(
        "a", "",
        "-- upgrade\nPRAGMA foreign_keys = ON;\nCREATE TABLE p (n integer PRIMARY KEY);\n"
        "CREATE TABLE c (n integer REFERENCES p);\nINSERT INTO p VALUES (1);\nINSERT INTO c VALUES (1);\n");
    project.upgrade();
    // With foreign keys on, dropping p would take the row of c with it or fail.
    project.revision(
        "b", "a",
        "-- upgrade\nPRAGMA foreign_keys = ON;\nPRAGMA foreign_keys = OFF;\nBEGIN;\nDROP TABLE p;\n"
        "CREATE TABLE p (n integer PRIMARY KEY, m);\nINSERT INTO p VALUES (1, 2);\nCOMMIT;\nPRAGMA "
        "foreign_keys = ON;\n");
    project.upgrade();
    CHECK(project.ask("SELECT count(*) FROM c") == "1");
    project.revision("c", "b", "-- upgrade\nPRAGMA foreign_keys = ON;\nINSERT INTO c VALUES (99);\n");
    CHECK(contains(failure<database::DatabaseError>([&] { project.upgrade(); }).message(),
                   "FOREIGN KEY constraint failed"));
    CHECK(project.heads() == Ids{"b"});
    project.revision("c", "b", "-- upgrade\nSELECT 1;\nPRAGMA foreign_keys = OFF;\nSELECT 2;\n");
    Error amid = failure([&] { project.upgrade(); });
    CHECK(amid.place().line == 7);
    CHECK(contains(amid.message(), "no effect inside a transaction"));
    project.revision("c", "b", "-- upgrade autocommit\nVACUUM;\nPRAGMA journal_mode = WAL;\n");
    project.upgrade();
    CHECK(project.heads() == Ids{"c"});
    CHECK(project.ask("PRAGMA journal_mode") == "wal");
}

TEST_CASE("run: checks around an upgrade") {
    for (const Target& target : targets()) {
        CAPTURE(target.name);
        RunProject project(target.url,
                           target.settings +
                               "checks:\n"
                               "  before:\n"
                               "    - {name: ready, sql: SELECT 1 FROM ready, expect: succeeds}\n"
                               "  after:\n"
                               "    - {name: small, sql: SELECT n FROM t WHERE n > 1, expect: no rows}\n");
        write_line(project);
        Error before = failure<migrate::CheckFailed>([&] { project.upgrade(); });
        CHECK(contains(before.message(), "The check \"ready\" failed before the run"));
        CHECK(contains(before.hint(), "Nothing of this run was kept."));
        CHECK(project.heads() == Ids{});
        project.connect()->execute("CREATE TABLE ready (n integer)");
        project.upgrade("b");
        Error after = failure<migrate::CheckFailed>([&] { project.upgrade(); });
        CHECK(contains(after.hint(), "n\n2"));
        CHECK(contains(after.hint(), "The database stands at b."));
        CHECK(contains(after.hint(), "Nothing of this run was kept."));
        CHECK(project.heads() == Ids{"b"});
        CHECK(project.ask("SELECT max(n) FROM t") == "1");
        // At the target already: nothing runs, so nothing is checked.
        project.connect()->execute("DROP TABLE ready");
        project.upgrade("b");
        // The way down is not checked.
        project.downgrade("base");
    }
}

TEST_CASE("run: a check that fails after what cannot be rolled back says so") {
    PostgresServer& server = PostgresServer::shared();
    RunProject project(server.url(server.create_database()),
                       "checks: {after: [{name: never, sql: SELECT 1, expect: no rows}]}\n");
    project.revision("a", "", "-- upgrade autocommit\nCREATE TABLE t (n int);\n");
    Error error = failure<migrate::CheckFailed>([&] { project.upgrade(); });
    CHECK(contains(error.hint(), "The database stands at a."));
    CHECK(contains(error.hint(), "is done and stays"));
    CHECK(project.heads() == Ids{"a"});
}

TEST_CASE("run: Ctrl-C in the middle of a statement") {
    for (const Target& target : targets()) {
        CAPTURE(target.name);
        RunProject project(target.url, target.settings);
        write_line(project);
        project.upgrade("b");
        RunOptions options;
        options.on_progress = [](const Progress& progress) {
            if (progress.id == "c" && !progress.finished) interrupt::request(SIGINT);
        };
        auto error = failure<Interrupted>([&] { project.upgrade("head", options); });
        CHECK(error.exit_status() == 130);
        CHECK(contains(error.hint(), "The database stands at b."));
        CHECK(interrupt::requested() == 0);
        CHECK(project.heads() == Ids{"b"});
        project.upgrade();
        CHECK(project.heads() == Ids{"c"});
    }
}

TEST_CASE("run: progress") {
    RunProject project("sqlite");
    write_line(project);
    std::vector<std::string> told;
    RunOptions options;
    options.on_progress = [&](const Progress& progress) {
        told.push_back(fmt::format("{} {}/{} {}{}", progress.id, progress.number, progress.total,
                                   progress.title, progress.finished ? " done" : ""));
    };
    project.upgrade("b", options);
    CHECK(told ==
          Ids{"a 1/2 Revision a", "a 1/2 Revision a done", "b 2/2 Revision b", "b 2/2 Revision b done"});
    told.clear();
    project.downgrade("a", options);
    CHECK(told == Ids{"b 1/1 Revision b", "b 1/1 Revision b done"});
}

TEST_CASE("run: ids that the version table has no room for") {
    PostgresServer& server = PostgresServer::shared();
    std::string id(33, 'x');
    RunProject project(server.url(server.create_database()));
    project.revision("a", "", "-- upgrade\nCREATE TABLE t (n int);\n");
    project.revision(id, "a", "-- upgrade\n");
    CommandError error = failure<CommandError>([&] { project.upgrade(); });
    CHECK(contains(error.message(), "has 33 characters"));
    CHECK(contains(error.hint(), "ALTER TABLE alembic_version"));
    CHECK(project.ask("SELECT to_regclass('t')") == "NULL");
    project.upgrade("a");
    project.connect()->execute("ALTER TABLE alembic_version ALTER version_num TYPE VARCHAR(40)");
    project.upgrade();
    CHECK(project.heads() == Ids{id});
    RunProject sqlite("sqlite");
    sqlite.revision(id, "", "-- upgrade\n");
    sqlite.upgrade();
    CHECK(sqlite.heads() == Ids{id});
}

TEST_CASE("run: a row that somebody else has changed is noticed") {
    PostgresServer& server = PostgresServer::shared();
    RunProject project(server.url(server.create_database()), "lock: off\n");
    write_line(project);
    project.upgrade("a");
    project.revision("b", "a", "-- upgrade\nUPDATE alembic_version SET version_num = 'elsewhere';\n");
    CommandError error = failure<CommandError>([&] { project.upgrade(); });
    CHECK(
        error.message() ==
        "Online migration expected to match one row when updating 'a' to 'b' in 'alembic_version'; 0 found");
    CHECK(project.heads() == Ids{"a"});
}

TEST_CASE("recovery: an id that no revision has is explained, with the ways out") {
    for (const Target& target : targets()) {
        CAPTURE(target.name);
        RunProject project(target.url, target.settings);
        project.revision("ae1027a6acf", "", "-- upgrade\n-- downgrade\n");
        project.upgrade();
        project.connect()->execute("UPDATE alembic_version SET version_num = 'ae1027a6ac0'");
        project.folder().write("m/old/gone.py", "revision = 'ae1027a6ac0'\n");
        CommandError error = failure<CommandError>([&] { project.upgrade(); });
        CHECK(error.message() == "Can't locate revision identified by 'ae1027a6ac0'");
        CHECK(contains(error.hint(), "Ids like it: ae1027a6acf."));
        CHECK(contains(error.hint(), "m/old/gone.py"));
        CHECK(contains(error.hint(), "limbeck stamp --purge ae1027a6acf"));
        CHECK(failure<CommandError>([&] { project.downgrade("base"); }).hint() == error.hint());
        project.stamp({"ae1027a6acf"}, true);
        project.upgrade();
        CHECK(project.heads() == Ids{"ae1027a6acf"});
    }
}

TEST_CASE("scripts: ranges, and their complaints") {
    RunProject project("postgresql://nobody@nowhere/x");
    write_line(project);
    CHECK(project.script(true, "a:b") ==
          "BEGIN;\n\n-- Running upgrade a -> b\n\nINSERT INTO t VALUES (1);\n\n"
          "UPDATE alembic_version SET version_num='b' WHERE alembic_version.version_num = 'a';\n\n"
          "COMMIT;\n\n");
    CHECK(project.script(false, "b:a") ==
          "BEGIN;\n\n-- Running downgrade b -> a\n\nDELETE FROM t;\n\n"
          "UPDATE alembic_version SET version_num='a' WHERE alembic_version.version_num = 'b';\n\n"
          "COMMIT;\n\n");
    CHECK(failure<CommandError>([&] { project.script(false, "b"); }).message() ==
          "downgrade with --sql requires <fromrev>:<torev>");
    CHECK(failure<CommandError>([&] { project.upgrade("a:b"); }).message() == "Range revision not allowed");
    CHECK(failure<CommandError>([&] { project.downgrade("b:a"); }).message() == "Range revision not allowed");
    CHECK(failure<CommandError>([&] { project.script(true, "zz:b"); }).message() ==
          "Can't locate revision identified by 'zz'");
    RunOptions purge;
    purge.sql = purge.purge = true;
    CHECK(failure<CommandError>([&] { project.open().runner.stamp({"a"}, purge); }).message() ==
          "Can't use --purge with --sql mode");
    RunOptions sql;
    sql.sql = true;
    CHECK(failure<CommandError>([&] {
              project.open().runner.stamp({"a:b", "b:c"}, sql);
          }).message() == "Stamp operation with --sql only supports a single starting revision at a time");
}

TEST_CASE("scripts: transactions per migration, and parts outside of them") {
    RunProject project("postgresql://nobody@nowhere/x", "transaction_per_migration: true\n");
    project.revision("a", "", "-- upgrade\nCREATE TABLE t (n int);\n");
    project.revision("b", "a", "-- upgrade autocommit\nCREATE INDEX CONCURRENTLY t_n ON t (n);\n");
    CHECK(
        project.script(true, "head") ==
        "BEGIN;\n\nCREATE TABLE alembic_version (\n    version_num VARCHAR(32) NOT NULL, \n"
        "    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n);\n\n-- Running upgrade  -> a\n\n"
        "CREATE TABLE t (n int);\n\n"
        "INSERT INTO alembic_version (version_num) VALUES ('a') RETURNING "
        "alembic_version.version_num;\n\nCOMMIT;\n\n"
        "BEGIN;\n\n-- Running upgrade a -> b\n\nCOMMIT;\n\nCREATE INDEX CONCURRENTLY t_n ON t "
        "(n);\n\nBEGIN;\n\n"
        "UPDATE alembic_version SET version_num='b' WHERE alembic_version.version_num = 'a';\n\nCOMMIT;\n\n");
}
