// What scripts pass on that comes from a module which is not there.
#include "python/interpreter.hpp"
#include "sqlalchemy/modules.hpp"
#include "sqlalchemy/type_table.hpp"

#include <doctest/doctest.h>

using namespace limbeck;

namespace {

// What the script prints; the error that ends it in the last line.
std::string run(const std::string& text) {
    std::string out;
    python::InterpreterOptions options;
    options.allow_unresolved = true;
    options.print = [&](std::string_view part) { out += part; };
    sqlalchemy::configure(options);
    sqlalchemy::use_type_table(options, {});
    python::Interpreter interpreter(std::move(options));
    try {
        interpreter.run_text("import sqlalchemy as sa\nfrom sqlalchemy.schema import CreateTable\n" + text,
                             "a.py", "a");
    } catch (const Error& error) {
        out += error.message() + "\n";
    }
    return out;
}

const std::string table = "from app.models import Status, now\n"
                          "table = sa.Table('t', sa.MetaData(), sa.Column('n', sa.Integer),\n"
                          "    sa.Column('s', sa.String, default=Status.new),\n"
                          "    sa.Column('u', sa.DateTime, default=now, onupdate=now()))\n";

} // namespace

TEST_CASE("unresolved: a column's default is nobody's business in DDL") {
    CHECK(run(table + "print(CreateTable(table))\n") ==
          "\nCREATE TABLE t (\n\tn INTEGER, \n\ts VARCHAR, \n\tu DATETIME\n)\n\n\n");
}

TEST_CASE("unresolved: a statement that writes a column's default needs it") {
    CHECK(run(table + "with sa.create_engine('sqlite://').begin() as connection:\n"
                      "    table.create(connection)\n"
                      "    connection.execute(table.insert().values(n=1, u=None))\n")
              .find("'app.models.Status.new' is not known to limbeck, but the script has to use it as a "
                    "column's default") == 0);
}
