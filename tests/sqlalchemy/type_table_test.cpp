// Types of other packages: the program's own table, and a project's lines.
#include "python/interpreter.hpp"
#include "sqlalchemy/modules.hpp"
#include "sqlalchemy/type_table.hpp"

#include <doctest/doctest.h>

using namespace limbeck;

namespace {

std::string run(const std::string& script, sqlalchemy::TypeTable own = {}) {
    std::string out;
    python::InterpreterOptions options;
    options.print = [&](std::string_view text) { out += text; };
    options.print_error = [](std::string_view) {};
    sqlalchemy::configure(options);
    sqlalchemy::use_type_table(options, std::move(own));
    python::Interpreter interpreter(std::move(options));
    try {
        interpreter.run_text(script, "script.py", "__main__");
    } catch (const Error& error) {
        out += error.message();
    }
    return out;
}

const std::string show = R"(
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateColumn

def show(type_):
    for dialect in (postgresql.dialect(), sqlite.dialect()):
        print(CreateColumn(sa.Column("c", type_)).compile(dialect=dialect))
)";

} // namespace

TEST_CASE("type table: a project's line, as text and by dialect") {
    CHECK_EQ(run(show + "from shop.types import Weight\nshow(Weight)\nshow(Weight(1, unit='kg'))\n",
                 {{"shop.types.Weight", {{"default", "WEIGHT"}}}}),
             "c WEIGHT\nc WEIGHT\nc WEIGHT\nc WEIGHT\n");
    CHECK_EQ(run(show + "import shop.types\nshow(shop.types.UUID())\n",
                 {{"shop.types.UUID", {{"postgresql", "UUID"}, {"default", "CHAR(36)"}}}}),
             "c UUID\nc CHAR(36)\n");
}

TEST_CASE("type table: names that a package gives on are what they were") {
    CHECK_EQ(run(show + "import sqlmodel\nshow(sqlmodel.sql.sqltypes.types.Uuid())\n"
                        "print(sqlmodel.sql.sqltypes.types.Uuid is sa.Uuid)\n"),
             "c UUID\nc CHAR(32)\nTrue\n");
    CHECK_EQ(run("import sqlalchemy as sa\nfrom sqlmodel import Column, Session, text\nimport sqlmodel\n"
                 "print(Column is sa.Column, text is sa.text, sqlmodel.JSON is sa.JSON, Session.__name__)\n"),
             "True True True Session\n");
    CHECK_EQ(
        run(show + "from shop.db import Text\nshow(Text)\n", {{"shop.db.Text", {{"is", "sqlalchemy.Text"}}}}),
        "c TEXT\nc TEXT\n");
    CHECK_EQ(run("from shop.db import Text\n", {{"shop.db.Text", {{"is", "sqlalchemy.Txt"}}}}),
             "ImportError: 'shop.db.Text' is said to be 'sqlalchemy.Txt', which is not there");
}

TEST_CASE("type table: OpenStack's types") {
    CHECK_EQ(
        run(show + "from oslo_db.sqlalchemy import types\nshow(types.JsonEncodedDict(mysql_as_long=True))\n"
                   "show(types.JsonEncodedList)\nshow(types.JsonEncodedDict().impl)\n"
                   "show(types.String(9, mysql_ndb_type=sa.Text))\nshow(types.SoftDeleteInteger())\n"),
        "c TEXT\nc TEXT\nc TEXT\nc TEXT\nc TEXT\nc TEXT\nc VARCHAR(9)\nc VARCHAR(9)\nc INTEGER\nc INTEGER\n");
}

TEST_CASE("type table: types of ranges") {
    CHECK_EQ(run("import sqlalchemy as sa\nfrom sqlalchemy.dialects import postgresql\n"
                 "from healpix_alchemy.types import Point, Tile\n"
                 "for type_ in (Point, Tile()):\n"
                 "    column = sa.schema.CreateColumn(sa.Column('c', type_))\n"
                 "    print(column.compile(dialect=postgresql.dialect()))\n"),
             "c BIGINT\nc INT8RANGE\n");
}

TEST_CASE("type table: arguments stand in their places") {
    sqlalchemy::TypeTable own = {{"shop.A", {{"default", "A({0}, {unit})"}}},
                                 {"shop.B", {{"arguments", "size=None"}, {"default", "B({size}) NOW"}}},
                                 {"shop.C", {{"arguments", "size=5"}, {"default", "= String(size)"}}}};
    CHECK_EQ(run(show + "import shop\nshow(shop.A(3, unit='kg'))\nshow(shop.A())\n", own),
             "c A(3, kg)\nc A(3, kg)\nc A\nc A\n");
    CHECK_EQ(run(show + "from shop import B\nshow(B(size=7))\nshow(B())\n", own),
             "c B(7) NOW\nc B(7) NOW\nc B NOW\nc B NOW\n");
    CHECK_EQ(run(show + "from shop import C as Other\nshow(Other(9))\nshow(Other)\n", own),
             "c VARCHAR(9)\nc VARCHAR(9)\nc VARCHAR(5)\nc VARCHAR(5)\n");
}

TEST_CASE("type table: wrong arguments, missing dialects, and what stands in no line") {
    CHECK_EQ(run(show + "from shop import B\ntry:\n    B(colour=1)\nexcept TypeError as error:\n    "
                        "print('TypeError')\n",
                 {{"shop.B", {{"arguments", "size=None"}, {"default", "B({size})"}}}}),
             "TypeError\n");
    CHECK(run(show + "from shop import B\nshow(B())\n", {{"shop.B", {{"sqlite", "B"}}}})
              .find("does not say what shop.B is on postgresql") != std::string::npos);
    CHECK(run(show + "from shop import Other\nshow(Other())\n", {{"shop.B", {{"sqlite", "B"}}}})
              .find("shop.Other") != std::string::npos);
}

TEST_CASE("type table: a project's line goes before the program's") {
    CHECK_EQ(run(show + "from pgvector.sqlalchemy import Vector\nshow(Vector(3))\n"),
             "c VECTOR(3)\nc VECTOR(3)\n");
    CHECK_EQ(run(show + "from pgvector.sqlalchemy import Vector\nshow(Vector(3))\n",
                 {{"pgvector.sqlalchemy.Vector", {{"default", "BLOB"}}}}),
             "c BLOB\nc BLOB\n");
}
