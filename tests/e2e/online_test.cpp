// What only a run against PostgreSQL shows: transactions that a revision leaves, enums that get other labels,
// the version table in a schema of its own. What the database holds afterwards is what the reference, given
// the same files, leaves there.
#include "e2e/chains.hpp"
#include "e2e/database.hpp"
#include "support/file.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace limbeck;
using namespace limbeck::tests;

namespace {

struct Online {
    ProjectCopy project{""};
    TestDatabase database;

    void revision(const std::string& id, const std::string& parent, const std::string& body) {
        project.write("migrations/versions/" + id + ".py",
                      "from alembic import op\nimport sqlalchemy as sa\n\nrevision = '" + id +
                          "'\ndown_revision = " + (parent.empty() ? "None" : "'" + parent + "'") + "\n\n\n" +
                          body);
    }
};

} // namespace

TEST_SUITE_BEGIN("online");

TEST_CASE_FIXTURE(Online, "online: statements of the bind stand alone inside an autocommit_block") {
    write_environment(project, database.url());
    revision("a", "", R"py(def upgrade():
    op.create_table("crates", sa.Column("id", sa.Integer, primary_key=True), sa.Column("label", sa.String(9)))
    op.execute("INSERT INTO crates (label) VALUES ('oak'), ('pine')")
    bind = op.get_bind()
    with op.get_context().autocommit_block():
        bind.execute(sa.text("CREATE INDEX CONCURRENTLY ix_label ON crates (label)"))
        while bind.execute(sa.text("UPDATE crates SET label = 'x' || label WHERE label NOT LIKE 'x%'")).rowcount:
            pass
    with bind.begin_nested():
        bind.execute(sa.text("INSERT INTO crates (label) VALUES ('elm')"))


def downgrade():
    with op.get_context().autocommit_block():
        op.get_bind().execute(sa.text("DROP INDEX CONCURRENTLY ix_label"))
    op.drop_table("crates")
)py");
    project.output({"upgrade", "head"});
    CHECK(database.query("SELECT label FROM crates ORDER BY id") == "xoak\nxpine\nelm\n");
    CHECK(database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix_label'::regclass") == "t\n");
    CHECK(database.query("SELECT * FROM alembic_version") == "a\n");
    project.output({"downgrade", "base"});
    CHECK(database.query("SELECT count(*) FROM pg_class WHERE relname IN ('crates', 'ix_label')") == "0\n");
}

TEST_CASE_FIXTURE(Online, "online: a revision's own context.begin_transaction() ends the run's") {
    write_environment(project, database.url());
    revision("a", "", R"py(from alembic import context


def upgrade():
    op.execute("CREATE TABLE first (n INTEGER)")
    with context.begin_transaction():
        op.execute("CREATE TABLE second (n INTEGER)")
    op.execute("CREATE TABLE third (n INTEGER)")
)py");
    revision("b", "a", R"py(from alembic import context


def upgrade():
    op.execute("CREATE TABLE fourth (n INTEGER)")
    try:
        with context.begin_transaction():
            op.execute("CREATE TABLE fifth (n INTEGER)")
            raise LookupError()
    except LookupError:
        pass
    op.execute("CREATE TABLE sixth (n INTEGER)")
)py");
    const std::string tables =
        "SELECT string_agg(relname, ' ' ORDER BY oid) FROM pg_class WHERE relkind = "
        "'r' AND relnamespace = 'public'::regnamespace AND relname <> 'alembic_version'";
    project.output({"upgrade", "a"});
    CHECK(database.query(tables) == "first second third\n");
    project.output({"upgrade", "b"});
    CHECK(database.query(tables) == "first second third sixth\n");
    CHECK(database.query("SELECT * FROM alembic_version") == "b\n");
}

TEST_CASE_FIXTURE(Online, "online: the engine's dialect knows the server of its first connection") {
    project.write("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\n");
    project.write("migrations/env.py",
                  "import os\nfrom alembic import context\nfrom sqlalchemy import create_engine\n\n"
                  "engine = create_engine(os.environ['TARGET'])\nprint(engine.dialect.server_version_info)\n"
                  "with engine.connect() as connection:\n    context.configure(connection=connection)\n"
                  "    with context.begin_transaction():\n        context.run_migrations()\n");
    revision("a", "", R"py(def upgrade():
    dialect = op.get_bind().dialect
    print(dialect.server_version_info > (3, 20), dialect.default_schema_name, dialect.dialect_description)
)py");
    project.set_environment("TARGET", database.url());
    CHECK(project.output({"upgrade", "head"}) == "None\nTrue public postgresql+psycopg2\n");
    project.set_environment("TARGET", "sqlite:///" + (project / "app.db").string());
    CHECK(project.output({"upgrade", "head"}) == "None\nTrue main sqlite+pysqlite\n");
}

TEST_CASE_FIXTURE(Online, "online: an inspector remembers what it has been told") {
    const std::string body = R"py(def upgrade():
    op.create_table("vases", sa.Column("id", sa.Integer, primary_key=True))
    look = sa.inspect(op.get_bind())

    def show(look):
        print([c["name"] for c in look.get_columns("vases", schema=None)], [i["name"] for i in look.get_indexes("vases")],
              look.has_table("vases"), look.has_table("bowls"), "bowls" in look.get_table_names())

    show(look)
    op.add_column("vases", sa.Column("room", sa.Integer))
    op.create_index("ix_room", "vases", ["room"])
    op.create_table("bowls", sa.Column("id", sa.Integer))
    show(look)
    print(look.get_columns("vases") is look.get_columns(table_name="vases"))
    show(sa.inspect(op.get_bind()))
    look.clear_cache()
    show(look)
)py";
    const std::string before = "['id'] [] True False False\n",
                      after = "['id', 'room'] ['ix_room'] True True True\n";
    revision("a", "", body);
    for (const std::string& url : {database.url(), "sqlite:///" + (project / "app.db").string()}) {
        write_environment(project, url);
        CHECK(project.output({"upgrade", "head"}) == before + before + "True\n" + after + after);
    }
}

TEST_CASE_FIXTURE(Online, "online: the version table stands in the schema that env.py names") {
    database.query("CREATE SCHEMA steps");
    write_environment(project, database.url(), "version_table='done', version_table_schema='steps'");
    revision("a", "",
             "def upgrade():\n    op.create_table('t', sa.Column('id', sa.Integer))\n\n\n"
             "def downgrade():\n    op.drop_table('t')\n");
    revision("b", "a",
             "def upgrade():\n    op.create_table('u', sa.Column('id', sa.Integer), schema='steps')\n\n\n"
             "def downgrade():\n    op.drop_table('u', schema='steps')\n");
    const std::string tables = "SELECT table_schema, table_name FROM information_schema.tables WHERE "
                               "table_schema IN ('public', 'steps') ORDER BY 1, 2";
    project.output({"upgrade", "head"});
    CHECK(database.query(tables) == "public|t\nsteps|done\nsteps|u\n");
    CHECK(database.query("SELECT * FROM steps.done") == "b\n");
    CHECK(database.query("SELECT conname FROM pg_constraint WHERE conrelid = 'steps.done'::regclass") ==
          "done_pkc\n");
    CHECK(project.output({"current"}) == "b (head)\n");
    project.output({"downgrade", "-1"});
    CHECK(database.query("SELECT * FROM steps.done") == "a\n");
    project.output({"stamp", "base"});
    CHECK(database.query("SELECT count(*) FROM steps.done") == "0\n");
    CHECK(database.query(tables) == "public|t\nsteps|done\n");
}

// Statements whose results nobody needs are sent before the answers to those before them have come; nobody
// may notice.
TEST_CASE_FIXTURE(Online,
                  "online: an error comes where it belongs, and nothing is shown that comes after it") {
    write_environment(project, database.url());
    const std::string log = "import logging\nlogging.basicConfig(level=logging.INFO)\n";
    project.write("migrations/env.py", log + file::read((project / "migrations/env.py").string()));
    revision("a", "",
             "def upgrade():\n    print('one')\n    op.create_table('t', sa.Column('id', sa.Integer))\n");
    revision("b", "a",
             "def drop(name):\n    op.drop_table(name)\n\n\n"
             "def upgrade():\n    op.execute('SELECT 1')\n    drop('nowhere')\n    {}['late']\n");
    for (int n = 0; n < 100; ++n)
        revision(fmt::format("c{}", n), n ? fmt::format("c{}", n - 1) : "b",
                 fmt::format("def upgrade():\n    op.create_table('c{}', sa.Column('id', sa.Integer))\n", n));
    ProcessResult failed = project.run({"upgrade", "head"});
    CHECK(failed.status == 1);
    CHECK(failed.out == "one\n");
    CHECK(failed.err.find("Running upgrade a -> b") != std::string::npos);
    CHECK(failed.err.find("b -> c0") == std::string::npos);
    CHECK(failed.err.find("migrations/versions/b.py:9:5: ProgrammingError: "
                          "(psycopg2.errors.UndefinedTable) table \"nowhere\" does not exist") !=
          std::string::npos);
    CHECK(failed.err.find("Correct revision 'b'") != std::string::npos);
    CHECK(database.query("SELECT count(*) FROM pg_class WHERE relname = 't'") == "0\n");

    revision("b", "a", "def upgrade():\n    op.execute('SELECT 1')\n    print('two')\n");
    ProcessResult done = project.run({"upgrade", "head"});
    CHECK(done.status == 0);
    CHECK(done.out == "one\ntwo\n");
    CHECK(done.err.find("c98 -> c99") != std::string::npos);
    CHECK(database.query("SELECT count(*) FROM pg_class WHERE relname ~ '^c[0-9]+$'") == "100\n");
}

TEST_CASE_FIXTURE(Online, "online: a script that catches what the database says hears it at once") {
    write_environment(project, database.url());
    revision("a", "", R"py(import contextlib


def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer, primary_key=True))
    bind = op.get_bind()
    for _ in range(2):
        try:
            with bind.begin_nested():
                op.execute("INSERT INTO t VALUES (1)")
        except sa.exc.IntegrityError as error:
            print(type(error.orig).__name__)
    with contextlib.suppress(sa.exc.ProgrammingError), bind.begin_nested():
        op.drop_table("nowhere")
        print("never")
    try:
        op.execute("SELECT 1/0")
    finally:
        print("finally")
)py");
    ProcessResult failed = project.run({"upgrade", "head"});
    CHECK(failed.out == "UniqueViolation\nfinally\n");
    CHECK(failed.err.find("a.py:24:9: DataError: (psycopg2.errors.DivisionByZero) division by zero") !=
          std::string::npos);
}

TEST_CASE_FIXTURE(Online, "online: the engine of a connection that env.py has from elsewhere lends it") {
    project.write("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\n");
    project.write("migrations/env.py",
                  "from alembic import context\nfrom application import engine\n\n"
                  "with engine.connect() as connection:\n    context.configure(connection=connection)\n"
                  "    with context.begin_transaction():\n        context.run_migrations()\n");
    project.set_environment("DATABASE_URL", database.url());
    revision("a", "", R"py(def upgrade():
    engine = op.get_bind().engine
    print(engine.dialect.name, op.get_bind().dialect.name)
    boxes = sa.Table("boxes", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True))
    with engine.begin() as connection:
        boxes.create(connection, checkfirst=True)
        boxes.create(connection, checkfirst=True)
        print(sa.inspect(connection).has_table("boxes"), connection.dialect.name)
)py");
    CHECK(project.output({"upgrade", "head"}) == "postgresql postgresql\nTrue postgresql\n");
    CHECK(database.query("SELECT count(*) FROM boxes") == "0\n");
}

TEST_CASE_FIXTURE(Online, "online: an asynchronous env.py, and coroutines of a revision") {
    write_environment(project, database.url());
    project.write("migrations/env.py", R"py(import asyncio

from alembic import context
from sqlalchemy import pool
from sqlalchemy.ext.asyncio import async_engine_from_config


def run(connection):
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()


async def run_all():
    settings = {"sqlalchemy.url": context.config.get_main_option("sqlalchemy.url").replace("postgresql:", "postgresql+asyncpg:")}
    engine = async_engine_from_config(settings, poolclass=pool.NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(run)
    await engine.dispose()


asyncio.run(run_all())
)py");
    revision("a", "", R"py(async def fill(connection, first, *, last):
    for number in range(first, last):
        await connection.execute(sa.text("INSERT INTO floats (n) VALUES (:n)"), {"n": number})
    return (await connection.execute(sa.text("SELECT n FROM floats ORDER BY n"))).scalars().all()


def upgrade():
    op.create_table("floats", sa.Column("n", sa.Integer))
    print(op.run_async(fill, 3, last=6), op.get_bind().dialect.driver)


def downgrade():
    op.drop_table("floats")
)py");
    CHECK(project.output({"upgrade", "head"}) == "[3, 4, 5] asyncpg\n");
    CHECK(database.query("SELECT n FROM floats ORDER BY n") == "3\n4\n5\n");
    project.output({"downgrade", "base"});
    write_environment(project, database.url());
    CHECK(project.run({"upgrade", "head"}).err.find("ValueError: Cannot call run_async with a sync engine") !=
          std::string::npos);
}

TEST_CASE_FIXTURE(Online, "online: statements go ahead of their answers, unless limbeck.yaml has them wait") {
    write_environment(project, database.url());
    // Of the server's two protocols, the one that such statements come by shows itself among the cursors.
    revision("a", "", R"py(def upgrade():
    op.execute("CREATE TABLE portals AS SELECT count(*) AS n FROM pg_cursors")


def downgrade():
    op.drop_table("portals")
)py");
    project.output({"upgrade", "head"});
    CHECK(database.query("SELECT n FROM portals") == "1\n");
    project.output({"downgrade", "base"});
    project.write("limbeck.yaml", "pipeline: false\n");
    project.output({"upgrade", "head"});
    CHECK(database.query("SELECT n FROM portals") == "0\n");
}

TEST_CASE_FIXTURE(Online, "online: an enum gets other labels, in columns, arrays and defaults") {
    write_environment(project, database.url());
    revision("a", "", R"py(def upgrade():
    kind = sa.Enum("new", "open", "closed", name="kind")
    op.create_table(
        "tickets",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", kind, nullable=False, server_default="new"),
        sa.Column("history", sa.ARRAY(sa.Enum(name="kind", create_type=False)), server_default=sa.text("ARRAY['new'::kind, 'open'::kind]")),
    )
    op.execute("INSERT INTO tickets (kind) VALUES ('open'), ('closed')")


def downgrade():
    op.drop_table("tickets")
    op.execute("DROP TYPE kind")
)py");
    revision("b", "a", R"py(from alembic_postgresql_enum import ColumnType, TableReference

places = [
    TableReference(table_schema="public", table_name="tickets", column_name="kind", existing_server_default="'new'::kind"),
    TableReference(
        table_schema="public", table_name="tickets", column_name="history", column_type=ColumnType.ARRAY,
        existing_server_default="ARRAY['new'::kind, 'open'::kind]",
    ),
]


def upgrade():
    op.sync_enum_values(
        enum_schema="public", enum_name="kind", new_values=["new", "active", "closed", "lost"],
        affected_columns=places, enum_values_to_rename=[("open", "active")],
    )


def downgrade():
    op.sync_enum_values(
        enum_schema="public", enum_name="kind", new_values=["new", "open", "closed"],
        affected_columns=places, enum_values_to_rename=[("active", "open")],
    )
)py");
    const std::string labels = "SELECT enum_range(NULL::kind)";
    const std::string rows = "SELECT id, kind, history FROM tickets ORDER BY id";
    const std::string defaults = "SELECT column_default FROM information_schema.columns WHERE table_name = "
                                 "'tickets' AND column_name <> 'id' ORDER BY 1";
    project.output({"upgrade", "head"});
    CHECK(database.query(labels) == "{new,active,closed,lost}\n");
    CHECK(database.query(rows) == "1|active|{new,active}\n2|closed|{new,active}\n");
    CHECK(database.query(defaults) == "'new'::kind\nARRAY['new'::kind, 'active'::kind]\n");
    CHECK(database.query("SELECT count(*) FROM pg_type WHERE typname = 'kind_old'") == "0\n");
    project.output({"downgrade", "-1"});
    CHECK(database.query(labels) == "{new,open,closed}\n");
    CHECK(database.query(rows) == "1|open|{new,open}\n2|closed|{new,open}\n");
    CHECK(database.query(defaults) == "'new'::kind\nARRAY['new'::kind, 'open'::kind]\n");
    project.output({"downgrade", "base"});
    CHECK(database.query("SELECT count(*) FROM pg_type WHERE typname = 'kind'") == "0\n");
}

TEST_SUITE_END();
