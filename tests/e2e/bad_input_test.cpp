// What people really hand to a program: each ends in one clear sentence, a non-zero status, and a database at
// a revision boundary.
#include "e2e/chains.hpp"
#include "e2e/database.hpp"
#include "support/file.hpp"
#include "support/postgres_server.hpp"
#include "support/sqlite_query.hpp"

#include <csignal>

#include <doctest/doctest.h>
#include <sqlite3.h>

using namespace limbeck::tests;

namespace {

// A project of SQL revisions on an SQLite file, its first applied.
struct Bad {
    ProjectCopy project{""};

    Bad() {
        write_settings(project, "sqlite:///bad.db");
        add("a.sql", sql_revision("a", "", "CREATE TABLE t (n INTEGER);", "DROP TABLE t;"));
        project.output({"upgrade", "head"});
    }

    void add(const std::string& name, const std::string& text) {
        project.write("migrations/versions/" + name, text);
    }

    // The command fails, all that it says has each of the words, and it is no novel; the database is where it
    // was.
    void fails(const std::vector<std::string>& arguments, const std::vector<std::string>& words) {
        const ProcessResult result = project.run(arguments);
        const std::string said = result.out + result.err;
        INFO(said);
        CHECK(result.status > 0);
        CHECK_FALSE(result.timed_out);
        for (const std::string& word : words) {
            CAPTURE(word);
            CHECK(said.find(word) != std::string::npos);
        }
        CHECK(std::count(said.begin(), said.end(), '\n') < 25);
        CHECK(sqlite_query(project / "bad.db", "SELECT version_num FROM alembic_version") == "a\n");
    }
};

} // namespace

TEST_SUITE_BEGIN("bad input");

TEST_CASE_FIXTURE(Bad, "bad input: a file that cannot be read") {
    // Even root cannot follow a link to itself.
    std::filesystem::create_symlink("loop.py", project / "migrations/versions/loop.py");
    fails({"upgrade", "head"}, {"loop.py"});
    fails({"history"}, {"loop.py"});
}

TEST_CASE_FIXTURE(Bad, "bad input: text that is not UTF-8") {
    add("b.sql", sql_revision("b", "a", "INSERT INTO t VALUES ('caf\xe9');"));
    fails({"upgrade", "head"}, {"b.sql", "UTF-8"});
}

TEST_CASE_FIXTURE(Bad, "bad input: a Python revision that is not UTF-8") {
    add("b.py", "# caf\xe9\n" + python_revision("b", "a", "pass"));
    fails({"history"}, {"b.py:1", "Non-UTF-8"});
}

TEST_CASE_FIXTURE(Bad, "bad input: a BOM, CRLF and CR are none") {
    add("b.sql", "\xef\xbb\xbf" + sql_revision("b", "a", "CREATE TABLE u (n INTEGER);"));
    std::string crlf =
        sql_revision("c", "b", "CREATE TABLE v (n INTEGER);\nINSERT INTO v\nVALUES (1);", "DROP TABLE v;");
    for (std::size_t at = 0; (at = crlf.find('\n', at)) != std::string::npos; at += 2)
        crlf.replace(at, 1, "\r\n");
    add("c.sql", crlf);
    std::string python = "\xef\xbb\xbf" + python_revision("d", "c", "pass");
    for (std::size_t at = 0; (at = python.find('\n', at)) != std::string::npos; at += 2)
        python.replace(at, 1, "\r\n");
    add("d.py", python);
    CHECK(project.output({"history"}) == "c -> d (head), d\nb -> c, c\na -> b, b\n<base> -> a, a\n");
    project.output({"upgrade", "c"});
    CHECK(sqlite_query(project / "bad.db", "SELECT n FROM v") == "1\n");
    project.output({"downgrade", "b"});
    CHECK(project.output({"current"}) == "b\n");
}

TEST_CASE_FIXTURE(Bad, "bad input: a header in the middle of ten megabytes") {
    std::string big;
    while (big.size() < 5'000'000) big += "# nothing to see in this line, nor in the next one\n";
    std::string text = big + "revision = 'b'\ndown_revision = 'a'\n" + big + "def upgrade():\n    pass\n";
    add("b.py", text);
    CHECK(project.output({"heads"}) == "b (head)\n");
    CHECK(project.output({"history"}).starts_with("a -> b (head), "));
}

TEST_CASE_FIXTURE(Bad, "bad input: an id given twice") {
    add("again.sql", sql_revision("a", "", "CREATE TABLE u (n INTEGER);"));
    const ProcessResult result = project.run({"history"});
    CHECK((result.out + result.err).find("Revision a is present more than once") != std::string::npos);
}

TEST_CASE_FIXTURE(Bad, "bad input: cycles") {
    add("b.sql", sql_revision("b", "c", "SELECT 1;"));
    add("c.sql", sql_revision("c", "b", "SELECT 1;"));
    fails({"upgrade", "head"}, {"Cycle is detected in revisions"});
    fails({"history"}, {"Cycle is detected in revisions"});
}

TEST_CASE_FIXTURE(Bad, "bad input: a revision that revises itself") {
    add("b.sql", sql_revision("b", "b", "SELECT 1;"));
    fails({"upgrade", "head"}, {"Self-loop is detected in revisions (b)"});
}

TEST_CASE_FIXTURE(Bad, "bad input: a parent that is nowhere") {
    add("b.sql", sql_revision("b", "nowhere", "SELECT 1;"));
    fails({"upgrade", "head"}, {"nowhere"});
}

TEST_CASE_FIXTURE(Bad, "bad input: a directory named x.py") {
    std::filesystem::create_directories(project / "migrations/versions/x.py");
    CHECK(project.output({"history"}) == "<base> -> a (head), a\n");
}

TEST_CASE("bad input: folders that are empty or not there") {
    const ProjectCopy project("");
    const ProcessResult nothing = project.run({"history"});
    CHECK(nothing.status > 0);
    CHECK((nothing.out + nothing.err).find("script_location") != std::string::npos);

    write_settings(project, "sqlite:///bad.db");
    const ProcessResult missing = project.run({"upgrade", "head"});
    CHECK(missing.status > 0);
    CHECK((missing.out + missing.err).find("Path doesn't exist") != std::string::npos);

    std::filesystem::create_directories(project / "migrations/versions");
    CHECK(project.output({"history"}).empty());
    CHECK(project.output({"heads"}).empty());
    CHECK(project.run({"upgrade", "heads"}).status == 0);
    CHECK(project.output({"current"}).empty());
}

TEST_CASE_FIXTURE(Bad, "bad input: SQL that does not end, for SQLite") {
    SUBCASE("a string") {
        add("b.sql", sql_revision("b", "a", "CREATE TABLE u (n INTEGER);\nINSERT INTO t VALUES ('open);"));
        fails({"upgrade", "head"}, {"b.sql:9"});
    }
    SUBCASE("a comment") {
        add("b.sql", "-- b\n--\n-- Revision ID: b\n-- Revises: a\n\n-- upgrade\nCREATE TABLE u (n "
                     "INTEGER);\n/* open\n");
        const ProcessResult result = project.run({"upgrade", "head"});
        CHECK((result.status == 0 || (result.out + result.err).find("b.sql") != std::string::npos));
    }
    SUBCASE("a trigger") {
        add("b.sql", sql_revision("b", "a",
                                  "CREATE TABLE u (n INTEGER);\nCREATE TRIGGER x AFTER INSERT ON t BEGIN\n  "
                                  "DELETE FROM u;"));
        fails({"upgrade", "head"}, {"b.sql:9"});
    }
}

TEST_CASE_FIXTURE(Bad, "bad input: a statement that fails is named with its line") {
    add("b.sql", sql_revision("b", "a", "CREATE TABLE u (n INTEGER);\n\nINSERT INTO t\nVALUES (nonsense);"));
    fails({"upgrade", "head"}, {"b.sql:11", "nonsense", "at a"});
    CHECK(sqlite_query(project / "bad.db", "SELECT name FROM sqlite_schema WHERE name = 'u'").empty());
}

TEST_CASE_FIXTURE(Bad, "bad input: a Python revision in the plan stops it before anything has changed") {
    add("b.sql", sql_revision("b", "a", "CREATE TABLE u (n INTEGER);"));
    add("c.py", "def upgrade(:\n" + python_revision("c", "b", "pass"));
    const ProcessResult result = project.run({"upgrade", "heads"});
    CHECK(result.status > 0);
    CHECK((result.out + result.err).find("c.py") != std::string::npos);
    CHECK(sqlite_query(project / "bad.db", "SELECT version_num FROM alembic_version") == "a\n");
    // Its body is no business of stamp's.
    project.write("migrations/versions/c.py", python_revision("c", "b", "pass") + "\n\ndef downgrade(:\n");
    project.output({"stamp", "c"});
    CHECK(project.output({"current"}) == "c (head)\n");
}

TEST_CASE_FIXTURE(Bad, "bad input: a read-only SQLite database") {
    add("b.sql", sql_revision("b", "a", "CREATE TABLE u (n INTEGER);"));
    fails({"--url", "sqlite:///file:bad.db?mode=ro&uri=true", "upgrade", "head"}, {"readonly"});
    // Reading it is fine.
    CHECK(project.output({"--url", "sqlite:///file:bad.db?mode=ro&uri=true", "current"}) == "a\n");
}

TEST_CASE_FIXTURE(Bad, "bad input: an SQLite file that somebody else has locked") {
    add("b.sql", sql_revision("b", "a", "CREATE TABLE u (n INTEGER);"));
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open((project / "bad.db").c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
    fails({"upgrade", "head", "--lock-timeout", "0.2"}, {"lock"});
    REQUIRE(sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(other);
    project.output({"upgrade", "head"});
}

TEST_CASE_FIXTURE(Bad, "bad input: a file that is no database") {
    project.write("bad2.db",
                  "this is a text file, and a rather long one at that, so that SQLite has something to read");
    fails({"--url", "sqlite:///bad2.db", "upgrade", "head"}, {"not a database"});
    fails({"--url", "sqlite:///no/such/folder/x.db", "upgrade", "head"}, {"unable to open database file"});
}

TEST_CASE_FIXTURE(Bad, "bad input: a full disk") {
    add("b.sql",
        sql_revision("b", "a", "CREATE TABLE u (b BLOB);\nINSERT INTO u VALUES (zeroblob(5000000));"));
    SUBCASE("as SQLite has it") {
        add("b.sql",
            sql_revision("b", "a",
                         "PRAGMA max_page_count = 20;\nCREATE TABLE u (b BLOB);\nINSERT INTO u VALUES "
                         "(zeroblob(5000000));"));
        fails({"upgrade", "head"}, {"full"});
    }
    SUBCASE("as the system has it") {
        ProcessOptions options = project.options({"upgrade", "head"});
        options.arguments.insert(options.arguments.begin(),
                                 {"sh", "-c", "trap '' XFSZ; ulimit -f 200; exec \"$0\" \"$@\""});
        const ProcessResult result = run_process(options);
        INFO(result.out << result.err);
        CHECK(result.status > 0);
        CHECK(project.output({"current"}) == "a\n");
        CHECK(sqlite_query(project / "bad.db", "SELECT name FROM sqlite_schema WHERE name = 'u'").empty());
        CHECK(sqlite_query(project / "bad.db", "PRAGMA integrity_check") == "ok\n");
    }
}

TEST_CASE("bad input: SQL that does not end, for PostgreSQL") {
    const ProjectCopy project("");
    const TestDatabase database;
    write_settings(project, database.url());
    project.write("migrations/versions/a.sql", sql_revision("a", "", "CREATE TABLE t (n INTEGER);"));
    project.output({"upgrade", "head"});
    std::string body;
    SUBCASE("a string") {
        body = "CREATE TABLE u (n INTEGER);\nINSERT INTO t VALUES ('open);";
    }
    SUBCASE("a dollar quote") {
        body = "CREATE TABLE u (n INTEGER);\nDO $x$ BEGIN NULL; END $y$;";
    }
    SUBCASE("a quoted name") {
        body = "CREATE TABLE u (n INTEGER);\nSELECT \"open FROM t;";
    }
    SUBCASE("nonsense") {
        body = "CREATE TABLE u (n INTEGER);\nCRATE TABLE v (n INTEGER);";
    }
    SUBCASE("an error of the server") {
        body = "CREATE TABLE u (n INTEGER);\nSELECT 1 / (n - n) FROM generate_series(1, 2) AS n;";
    }
    project.write("migrations/versions/b.sql", sql_revision("b", "a", body));
    const ProcessResult result = project.run({"upgrade", "head"});
    INFO(result.out << result.err);
    CHECK(result.status > 0);
    CHECK((result.out + result.err).find("b.sql:9") != std::string::npos);
    CHECK(project.output({"current"}) == "a\n");
    CHECK(database.query("SELECT to_regclass('u') IS NULL") == "t\n");
}

TEST_CASE("bad input: servers that are not there or say no") {
    ProjectCopy project("");
    project.write("migrations/versions/a.sql", sql_revision("a", "", "SELECT 1;"));
    auto said = [&](const std::string& url) {
        write_settings(project, url);
        const ProcessResult result = project.run({"upgrade", "head"});
        CHECK(result.status > 0);
        CHECK_FALSE(result.timed_out);
        return result.out + result.err;
    };
    const std::string down = said("postgresql://postgres@/app?host=" + project.folder().path().string());
    CAPTURE(down);
    CHECK(down.find("No such file or directory") != std::string::npos);
    const std::string refused = said("postgresql://someone:s3cr3t@127.0.0.1:1/app");
    CAPTURE(refused);
    CHECK(refused.find("Connection refused") != std::string::npos);
    CHECK(refused.find("s3cr3t") == std::string::npos);

    PostgresServer& server = PostgresServer::shared();
    const std::string database = server.create_database();
    const std::string wrong = said(server.url(database, "locked", "wr0ng-word"));
    CAPTURE(wrong);
    CHECK(wrong.find("password authentication failed for user \"locked\"") != std::string::npos);
    CHECK(wrong.find("wr0ng-word") == std::string::npos);
    const std::string absent = said(server.url("no_such_database"));
    CAPTURE(absent);
    CHECK(absent.find("database \"no_such_database\" does not exist") != std::string::npos);
    const std::string scheme = said("oracle://scott:t1ger@db/orcl");
    CAPTURE(scheme);
    CHECK(scheme.find("oracle") != std::string::npos);
    CHECK(scheme.find("postgresql") != std::string::npos);
    CHECK(scheme.find("sqlite") != std::string::npos);
    CHECK(scheme.find("t1ger") == std::string::npos);
}

TEST_CASE("bad input: settings that are wrong") {
    const ProjectCopy project("");
    project.write("migrations/versions/a.sql", sql_revision("a", "", "SELECT 1;"));
    project.write("limbeck.yaml", "url: sqlite:///x.db\nscript_locaton: migrations\n");
    const ProcessResult result = project.run({"history"});
    CHECK(result.status > 0);
    INFO(result.out << result.err);
    CHECK((result.out + result.err).find("limbeck.yaml:2") != std::string::npos);
    CHECK((result.out + result.err).find("script_location") != std::string::npos);
}

TEST_CASE("bad input: a revision that never ends is ended by --max-steps, and nothing of it stays") {
    const ProjectCopy project("");
    project.write("limbeck.yaml", "url: sqlite:///endless.db\nscript_location: migrations\n");
    project.write("migrations/versions/a_endless.py", R"(
from alembic import op
import sqlalchemy as sa

revision = "a"
down_revision = None


def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer()))
    while True:
        pass
)");
    const ProcessResult result = project.run({"--max-steps", "20000", "upgrade", "head"});
    const std::string said = result.out + result.err;
    INFO(said);
    CHECK(result.status > 0);
    CHECK_FALSE(result.timed_out);
    CHECK(said.find("did not end within 20000 steps") != std::string::npos);
    CHECK(said.find("a_endless.py:11") != std::string::npos);
    CHECK(sqlite_schema(project / "endless.db").find("CREATE TABLE t") == std::string::npos);
}

TEST_CASE("bad input: a Python revision that fails behind a batch leaves nothing of itself") {
    const ProjectCopy project("");
    write_settings(project, Form::python, "sqlite:///bad.db");
    project.write("migrations/versions/a.py",
                  python_revision("a", "",
                                  "op.create_table(\"t\", sa.Column(\"n\", sa.Integer()))\n"
                                  "op.execute(\"INSERT INTO t VALUES (1)\")"));
    project.output({"upgrade", "head"});
    const std::string schema = sqlite_schema(project / "bad.db");
    project.write("migrations/versions/b.py",
                  python_revision("b", "a",
                                  "with op.batch_alter_table(\"t\", recreate=\"always\") as batch:\n"
                                  "    batch.add_column(sa.Column(\"m\", sa.Integer()))\n"
                                  "op.execute(\"UPDATE t SET m = 1\")\n"
                                  "op.execute(\"DELETE FROM nowhere\")"));
    const ProcessResult result = project.run({"upgrade", "head"});
    INFO(result.err);
    CHECK(result.status == 1);
    for (const char* word :
         {"b.py:14:", "no such table: nowhere", "The database stands at a.", "Nothing of this run was kept.",
          "Correct revision 'b' and run the command again."}) {
        CAPTURE(word);
        CHECK(result.err.find(word) != std::string::npos);
    }
    CHECK(sqlite_schema(project / "bad.db") == schema);
    CHECK(sqlite_query(project / "bad.db", "SELECT n FROM t") == "1\n");
}

TEST_CASE("bad input: a step does not go by the tables of an application that is not all there") {
    ProjectCopy project{""};
    write_environment(project, "sqlite:///" + (project / "app.db").string());
    project.write("shop/__init__.py", "");
    project.write("shop/base.py",
                  "import sqlalchemy as sa\nfrom absent_package import log, Weight\n"
                  "from sqlalchemy.ext.compiler import compiles\n"
                  "from sqlalchemy.orm import declarative_base\n\n"
                  "Base = declarative_base()\nBase.log = log\n\n\n"
                  "@compiles(Weight, 'mysql')\ndef write(element, compiler, **kw):\n    return 'DOUBLE'\n\n\n"
                  "class Jar(Base):\n    __tablename__ = 'jars'\n"
                  "    id = sa.Column(sa.Integer, primary_key=True)\n");
    project.write("shop/mixed.py", "from absent_package import Mixin\nfrom shop.base import Base\n\n\n"
                                   "class Lid(Base, Mixin):\n    __tablename__ = 'lids'\n");
    project.write("shop/filled.py",
                  "from absent_package import Kind\nfrom shop.base import Base\n"
                  "import sqlalchemy as sa\n\n\n"
                  "class Lid(Base):\n    __tablename__ = 'lids'\n"
                  "    id = sa.Column(sa.Integer, primary_key=True)\n    kind = Kind.ROUND\n");
    project.write("shop/broken.py", "import absent_package\n\nif absent_package.FLAG:\n    pass\n");
    auto refused = [&](const std::string& imports, const std::string& statement) {
        project.write("migrations/versions/a.py",
                      "from alembic import op\nimport sqlalchemy as sa\nfrom shop.base import Base\n" +
                          imports + "\nrevision = 'a'\ndown_revision = None\n\n\ndef upgrade():\n    " +
                          statement + "\n");
        auto result = project.run({"upgrade", "head"});
        return result.status ? result.err : "done";
    };
    project.write("alembic.ini",
                  limbeck::file::read(project / "alembic.ini") + "prepend_sys_path = %(here)s\n");
    for (const char* imports : {"import shop.mixed\n", "import shop.filled\n", "import shop.broken\n"})
        for (const char* statement :
             {"Base.metadata.create_all(op.get_bind())", "print(list(Base.metadata.tables))",
              "print(Base.metadata.sorted_tables)", "[t for t in Base.metadata.tables.values()]",
              "'lids' in Base.metadata.tables", "Base.metadata.tables['lids']"}) {
            CAPTURE(imports);
            CAPTURE(statement);
            std::string error = refused(imports, statement);
            CHECK(error.find("a.py:11:") != std::string::npos);
            CHECK(error.find("know all tables of a MetaData") != std::string::npos);
        }
    for (const char* statement :
         {"op.execute(sa.insert(Lid).values(id=1))", "Lid.__table__.create(op.get_bind())",
          "sa.orm.Session(op.get_bind()).query(Lid).all()", "op.execute(sa.select(Lid.id))"}) {
        CAPTURE(statement);
        std::string error = refused("from shop.filled import Lid\nimport sqlalchemy.orm\n", statement);
        CHECK(error.find("a.py:12:") != std::string::npos);
    }
    CHECK(refused("import shop.mixed\n", "Base.metadata.tables['jars'].create(op.get_bind())") == "done");
    project.run({"downgrade", "base"});
    CHECK(refused("", "print(list(Base.metadata.tables), sa.MetaData().tables)") == "done");
}

TEST_CASE("bad input: a Python revision that fails in its autocommit_block says what stays") {
    const ProjectCopy sqlite(""), postgres("");
    const TestDatabase database;
    write_settings(sqlite, Form::python, "sqlite:///bad.db");
    write_settings(postgres, Form::python, database.url());
    for (const ProjectCopy* project : {&sqlite, &postgres}) {
        CAPTURE(project == &sqlite);
        project->write("migrations/versions/a.py",
                       python_revision("a", "",
                                       "op.create_table(\"t\", sa.Column(\"n\", sa.Integer()))\n"
                                       "with op.get_context().autocommit_block():\n"
                                       "    op.execute(\"CREATE TABLE u (n INTEGER)\")\n"
                                       "    op.execute(\"DELETE FROM nowhere\")\n"));
        const ProcessResult result = project->run({"upgrade", "head"});
        INFO(result.err);
        CHECK(result.status == 1);
        for (const char* word : {"a.py:14:", "nowhere", "The database stands at the base",
                                 "Revision 'a' has left its transaction", "in its autocommit_block() stays",
                                 "the revision starts from its first line"}) {
            CAPTURE(word);
            CHECK(result.err.find(word) != std::string::npos);
        }
        CHECK(project->output({"current"}).empty());
        // What follows a failure that the script catches has a transaction again.
        project->write("migrations/versions/a.py",
                       python_revision("a", "",
                                       "try:\n"
                                       "    with op.get_context().autocommit_block():\n"
                                       "        op.execute(\"DELETE FROM nowhere\")\n"
                                       "except sa.exc.DBAPIError:\n"
                                       "    op.execute(\"CREATE TABLE v (n INTEGER)\")\n"
                                       "op.execute(\"DELETE FROM nowhere\")\n"));
        CHECK(project->run({"upgrade", "head"}).status == 1);
    }
    const std::string left = "SELECT count(*) FROM ";
    CHECK(sqlite_query(sqlite / "bad.db", left + "sqlite_schema WHERE name IN ('t', 'u')") == "2\n");
    CHECK(sqlite_query(sqlite / "bad.db", left + "sqlite_schema WHERE name = 'v'") == "0\n");
    CHECK(database.query(left + "pg_class WHERE relname IN ('t', 'u')") == "2\n");
    CHECK(database.query(left + "pg_class WHERE relname = 'v'") == "0\n");
}

TEST_SUITE_END();
