// What only a run against PostgreSQL shows: transactions that a revision leaves, enums that get other labels,
// the version table in a schema of its own. What the database holds afterwards is what the reference, given
// the same files, leaves there.
#include "e2e/chains.hpp"
#include "e2e/database.hpp"

#include <doctest/doctest.h>

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
