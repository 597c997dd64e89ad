// What is refused where a statement would go past it: modules that are not there, methods that limbeck does
// not call.
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

TEST_CASE("refused: @compiles of what limbeck writes itself") {
    const std::string imports = "from sqlalchemy.ext.compiler import compiles\n";
    const std::string body = "\ndef write(element, compiler, **kw): return 'x'\n";
    CHECK(run(imports + "@compiles(CreateTable)" + body).find("limbeck writes CreateTable itself") !=
          std::string::npos);
    CHECK(
        run(imports + "@compiles(sa.sql.Insert, 'postgresql')" + body).find("limbeck writes Insert itself") !=
        std::string::npos);
    CHECK(run(imports + "@compiles(CreateTable, 'mysql')" + body + "print('kept')\n") == "kept\n");
    CHECK(run(imports + "@compiles(sa.JSON, 'sqlite')" + body + "print('kept')\n") == "kept\n");
}

TEST_CASE("refused: the compiler of @compiles after its function has ended, by an exception too") {
    const std::string script = "from sqlalchemy.ext.compiler import compiles\n"
                               "from sqlalchemy.sql.expression import ColumnElement\n"
                               "kept = []\n"
                               "class Mine(ColumnElement):\n    pass\n"
                               "@compiles(Mine)\n"
                               "def write(element, compiler, **kw):\n"
                               "    kept.append(compiler)\n"
                               "    if len(kept) == 2:\n        raise KeyError('second')\n"
                               "    return 'x'\n"
                               "for turn in range(2):\n"
                               "    try:\n        print(Mine())\n"
                               "    except KeyError:\n        print('raised')\n"
                               "    try:\n        kept[turn].process(sa.literal(1))\n"
                               "    except RuntimeError as error:\n        print(error)\n";
    const std::string gone = "the compiler is gone: its statement has been written already\n";
    CHECK(run(script) == "x\n" + gone + "raised\n" + gone);
}

TEST_CASE("refused: schemas by other names") {
    const std::string engine = "engine = sa.create_engine('sqlite://')\n";
    const std::string map = "schema_translate_map={None: 'tenant'}";
    for (std::string call :
         {"engine.execution_options(" + map + ")", "engine.connect().execution_options(" + map + ")",
          "sa.create_engine('sqlite://', execution_options=dict(" + map + "))",
          "sa.select(sa.null()).execution_options(" + map + ")"})
        CHECK_MESSAGE(
            run(engine + call + "\n").find("limbeck does not translate schemas") != std::string::npos, call);
    CHECK(run(engine + "engine.execution_options(schema_translate_map={None: None})\nprint('kept')\n") ==
          "kept\n");
}

TEST_CASE("refused: rows of a class whose listeners are not called") {
    const std::string mapped = "from sqlalchemy.orm import Session, declarative_base\n"
                               "class Row(declarative_base()):\n"
                               "    __tablename__ = 'rows'\n"
                               "    id = sa.Column(sa.Integer, primary_key=True)\n"
                               "    name = sa.Column(sa.String)\n"
                               "sa.event.listen(Row.name, 'set', lambda *given: None)\n"
                               "session = Session(sa.create_engine('sqlite://'))\n"
                               "Row.metadata.create_all(session.connection())\n";
    CHECK(run(mapped + "session.add(Row(name='x'))\nsession.flush()\n")
              .find("limbeck does not call listeners of 'set', and Row has one") != std::string::npos);
    CHECK(run(mapped + "session.execute(sa.insert(Row), [{'name': 'x'}])\n"
                       "print(session.scalars(sa.select(Row.name)).all())\n") == "['x']\n");
}
