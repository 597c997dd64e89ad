#include "e2e/chains.hpp"

#include <cstdlib>

#include <fmt/format.h>

#include "support/text.hpp"

namespace limbeck::tests {

std::string journal_id(int number) {
    return fmt::format("r{:02}", number);
}

namespace {

void write_sql_chain(const ProjectCopy& project, Target target, int count, int rows) {
    const std::string series =
        target == Target::postgres
            ? fmt::format("SELECT n, repeat('x', n % 50) FROM generate_series(1, {}) AS n", rows)
            : fmt::format("WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {}) "
                          "SELECT n, hex(zeroblob(n % 50)) FROM s",
                          rows);
    for (int number = 1; number <= count; ++number) {
        const std::string id = journal_id(number);
        std::string up;
        if (number == 1) up += "CREATE TABLE journal (id VARCHAR(10));\n";
        up += fmt::format("CREATE TABLE t{0} (n INTEGER, text VARCHAR(200));\n"
                          "INSERT INTO t{0} {1};\n"
                          "CREATE INDEX t{0}_n ON t{0} (n);\n"
                          "INSERT INTO journal VALUES ('{0}');\n"
                          "ALTER TABLE t{0} ADD COLUMN later INTEGER;\n",
                          id, series);
        // Outside a transaction a statement may be repeated after a crash, and must bear it.
        if (target == Target::postgres && number % 4 == 0)
            up += fmt::format("\n-- upgrade autocommit\nDROP INDEX IF EXISTS t{0}_text;\n"
                              "CREATE INDEX CONCURRENTLY t{0}_text ON t{0} (text);\n",
                              id);
        std::string down = fmt::format("DROP TABLE t{};\nDELETE FROM journal WHERE id = '{}';\n", id, id);
        if (number == 1) down += "DROP TABLE journal;\n";
        project.write("migrations/versions/" + id + ".sql",
                      sql_revision(id, number == 1 ? "" : journal_id(number - 1), up, down));
    }
}

// A table of its own: op.*, data by the bind, a batch. Its arguments: the table's name and how many rows.
constexpr const char* table_in_python = R"(made = op.create_table(
    "{0}",
    sa.Column("n", sa.Integer(), primary_key=True),
    sa.Column("text", sa.String(200)),
    sa.Column("spare", sa.Integer()),
    sa.Column("kind", sa.Enum("even", "odd", name="{0}_kind")),
)
op.bulk_insert(made, [dict(n=n, text="x" * (n % 50), kind=("even", "odd")[n % 2]) for n in range(1, {1} + 1)])
op.create_index("{0}_n", "{0}", ["text", "n"])
op.add_column("{0}", sa.Column("later", sa.Integer()))
bind = op.get_bind()
for row in bind.execute(sa.select(made.c.n, made.c.text).where(made.c.n <= 10)).all():
    bind.execute(sa.text("UPDATE {0} SET later = :length WHERE n = :n"), dict(length=len(row.text), n=row.n))
op.execute("UPDATE {0} SET later = length(text) WHERE later IS NULL")
with op.batch_alter_table("{0}") as batch:
    batch.alter_column("later", existing_type=sa.Integer(), nullable=False)
    batch.create_check_constraint("{0}_later", "later >= 0")
    batch.drop_column("spare")
)";

// Outside a transaction a statement may be repeated after a crash, and must bear it.
constexpr const char* index_in_python = R"(with op.get_context().autocommit_block():
    op.drop_index("{0}_text", "{0}", if_exists=True, postgresql_concurrently=True)
    op.create_index("{0}_text", "{0}", ["text"], postgresql_concurrently=True)
)";

void write_python_chain(const ProjectCopy& project, Target target, int count, int rows) {
    for (int number = 1; number <= count; ++number) {
        const std::string id = journal_id(number);
        std::string up;
        if (number == 1) up += "op.create_table(\"journal\", sa.Column(\"id\", sa.String(10)))\n";
        if (target == Target::postgres && number % 4 == 0)
            up += fmt::format(fmt::runtime(index_in_python), "t" + journal_id(number - 1));
        else
            up += fmt::format(fmt::runtime(table_in_python), "t" + id, rows);
        up += fmt::format("op.execute(\"INSERT INTO journal VALUES ('{}')\")\n", id);
        project.write("migrations/versions/" + id + ".py",
                      python_revision(id, number == 1 ? "" : journal_id(number - 1), up));
    }
}

} // namespace

void write_journal_chain(const ProjectCopy& project, Form form, Target target, int count, int rows) {
    if (form == Form::sql)
        write_sql_chain(project, target, count, rows);
    else
        write_python_chain(project, target, count, rows);
}

std::string python_revision(const std::string& id, const std::string& parent, const std::string& upgrade) {
    std::string indented;
    for (std::string_view line : text::split_lines(upgrade))
        indented += line.empty() ? "\n" : fmt::format("    {}\n", line);
    return fmt::format("\"\"\"{0}\"\"\"\n\nfrom alembic import op\nimport sqlalchemy as sa\n\n"
                       "revision = \"{0}\"\ndown_revision = {1}\n\n\ndef upgrade():\n{2}\n\n"
                       "def downgrade():\n    pass\n",
                       id, parent.empty() ? "None" : '"' + parent + '"', indented);
}

std::string journal_after(int count) {
    std::string ids;
    for (int number = 1; number <= count; ++number) ids += journal_id(number) + "\n";
    return ids;
}

void write_settings(const ProjectCopy& project, const std::string& url, const std::string& more) {
    project.write("limbeck.yaml", "url: " + url + "\nscript_location: migrations\n" + more);
}

void write_environment(const ProjectCopy& project, const std::string& url, const std::string& configure) {
    project.write("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = " +
                                     text::replace_all(url, "%", "%%") + "\n");
    project.write("migrations/env.py", fmt::format(R"(from alembic import context
from sqlalchemy import engine_from_config, pool

section = context.config.get_section(context.config.config_ini_section, dict())
engine = engine_from_config(section, prefix="sqlalchemy.", poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=None{})
    with context.begin_transaction():
        context.run_migrations()
)",
                                                   configure.empty() ? "" : ", " + configure));
}

void write_settings(const ProjectCopy& project, Form form, const std::string& url,
                    bool transaction_per_migration) {
    if (form == Form::sql)
        write_settings(project, url, transaction_per_migration ? "transaction_per_migration: true\n" : "");
    else
        write_environment(project, url, transaction_per_migration ? "transaction_per_migration=True" : "");
}

int repetitions(const char* variable, int otherwise) {
    const char* text = std::getenv(variable);
    return text ? std::max(1, std::atoi(text)) : otherwise;
}

} // namespace limbeck::tests
