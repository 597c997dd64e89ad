// What env.py and revisions written in Python do to a real database, which the reference's plain projects do
// not ask.
#include <limbeck/limbeck.hpp>

#include "database/connect.hpp"
#include "project/database_url.hpp"
#include "support/scratch.hpp"
#include "support/working_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using limbeck::tests::Scratch;
using limbeck::tests::Variable;
using limbeck::tests::WorkingFolder;

namespace {

using Ids = std::vector<std::string>;

// On SQLite, with the URL that stands above env.py's.
class Example {
  public:
    Example() { folder.write("m/versions/.keep", ""); }

    void upgrade() { open().upgrade("head"); }
    Ids heads() { return open().current().ids; }
    // Why an upgrade fails.
    limbeck::Error failure() {
        try {
            upgrade();
        } catch (const limbeck::Error& error) {
            return error;
        }
        FAIL("no error was thrown");
        throw std::logic_error("unreachable");
    }
    std::string ask(const std::string& sql) {
        auto url = limbeck::project::DatabaseUrl::parse("sqlite:///" + (folder / "x.db").string());
        return limbeck::database::connect(url)->execute(sql).scalar().to_string();
    }

    Scratch folder;

  private:
    limbeck::Project open() {
        folder.write("limbeck.yaml",
                     "url: sqlite:///" + (folder / "x.db").string() + "\nscript_location: m\n");
        return limbeck::Project::open({});
    }
    WorkingFolder here_{folder.path()};
    Variable no_url_{"LIMBECK_URL"}, no_config_{"ALEMBIC_CONFIG"};
};

constexpr const char* one_table = R"py(
revision = "a"
down_revision = None
from alembic import op

def upgrade():
    op.execute("CREATE TABLE t (n integer)")
)py";

} // namespace

TEST_CASE("environment: what a script's rollback undoes on SQLite is what its driver would") {
    Example project;
    project.folder.write("m/versions/a.py", R"py(
revision = "a"
down_revision = None
from alembic import op
import sqlalchemy as sa
from sqlalchemy.orm import Session

def upgrade():
    op.execute("CREATE TABLE kept (n integer)")
    session = Session(bind=op.get_bind())
    session.execute(sa.text("SELECT n FROM kept")).all()
    session.rollback()
    op.execute("CREATE TABLE kept_too (n integer)")
    op.execute("INSERT INTO kept VALUES (1)")
    op.execute("CREATE TABLE undone (n integer)")
    session.execute(sa.text("INSERT INTO kept VALUES (2)"))
    session.rollback()
    op.execute("INSERT INTO kept VALUES (3)")
)py");
    project.upgrade();
    CHECK(project.heads() == Ids{"a"});
    CHECK(
        project.ask(
            "SELECT group_concat(name) FROM (SELECT name FROM sqlite_master WHERE type = 'table' AND name <> "
            "'alembic_version' ORDER BY name)") == "kept,kept_too");
    CHECK(project.ask("SELECT group_concat(n) FROM kept") == "3");
    // What fails is undone as a whole.
    project.folder.write("m/versions/b.py", R"py(
revision = "b"
down_revision = "a"
from alembic import op

def upgrade():
    op.execute("CREATE TABLE other (n integer)")
    op.execute("INSERT INTO kept VALUES (4)")
    raise ValueError("enough")
)py");
    project.failure();
    CHECK(project.heads() == Ids{"a"});
    CHECK(project.ask("SELECT count(*) FROM sqlite_master WHERE name = 'other'") == "0");
    CHECK(project.ask("SELECT group_concat(n) FROM kept") == "3");
}

TEST_CASE("environment: an env.py that makes its URL of what is not there needs none where one is given") {
    static constexpr std::string_view head = R"py(
import os, re
from pathlib import Path
from urllib.parse import quote_plus, urlsplit
from sqlalchemy import create_engine
from sqlalchemy.engine import URL, make_url
from alembic import context
from application import settings
)py";
    static constexpr std::string_view tail = R"py(
with create_engine(url).connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
)py";
    for (const char* url :
         {"'postgresql://' + settings.user + ':' + quote_plus(settings.password) + '@db'",
          "f'postgresql://{settings.user}:{quote_plus(settings.password)}@db'",
          "'%s/%s' % (settings.url, 'a')", "''.join(['postgresql://', settings.host])",
          "'sqlite:///' + os.path.join('/var', settings.folder)",
          "'sqlite:///' + str(Path(settings.folder) / 'a.db')", "re.sub('async', '', str(settings.url))",
          "urlsplit(settings.url).hostname + '/a'", "'postgresql://db:%d/a' % int(settings.port)",
          "URL.create('postgresql', username=settings.user, port=settings.port)",
          "str(URL.create('postgresql', username=settings.user, port=settings.port))",
          "make_url(settings.url).set(drivername='postgresql')"}) {
        Example project;
        project.folder.write("m/versions/a.py", one_table);
        project.folder.write("m/env.py", fmt::format("{}url = {}\n{}", head, url, tail));
        CAPTURE(url);
        project.upgrade();
        CHECK(project.heads() == Ids{"a"});
    }
}

TEST_CASE("environment: an env.py that leaves the revisions to what is not there is no success") {
    Example project;
    project.folder.write("m/versions/a.py", one_table);
    project.folder.write("m/env.py", R"py(
import asyncio
from alembic import context
from application import database

async def main():
    async with database.connect() as connection:
        await connection.run_sync(lambda connection: context.run_migrations())

asyncio.run(main())
)py");
    limbeck::Error error = project.failure();
    CHECK(error.message().find("'application.database.connect()().run_sync()()' is not known") == 0);
    CHECK(error.message().find("env.py has ended without context.run_migrations()") != std::string::npos);
    CHECK(error.place().line == 8);
    CHECK(error.hint().find("env: builtin") != std::string::npos);
    // One that says so by itself is as it wants to be; and it may ask whether a run is under way.
    project.folder.write("m/env.py", R"py(
from alembic import context
from application import setup
setup()
if context._proxy is None:
    raise ValueError("no run")
)py");
    project.failure();
    project.folder.write("m/env.py", R"py(
from alembic import context
if context._proxy is None or context._proxy.is_offline_mode():
    raise ValueError("no run")
)py");
    project.upgrade();
}

TEST_CASE("environment: the first row of bulk_insert() says which columns there are") {
    Example project;
    project.folder.write("m/versions/a.py", R"py(
revision = "a"
down_revision = None
from alembic import op
import sqlalchemy as sa

def upgrade():
    op.execute("CREATE TABLE t (id integer, n integer)")
    whole = sa.table("t", sa.column("id"), sa.column("n"))
    op.bulk_insert(whole, [{"id": 1}, {"n": 2, "id": 2}])
    op.bulk_insert(sa.table("t", sa.column("id")), [{"id": 3, "other": 1}, {"id": 4}])
    op.bulk_insert(whole, [{"n": 5, "id": 5}, {"id": 6, "n": None}])
)py");
    project.upgrade();
    CHECK(project.ask("SELECT group_concat(id || ':' || coalesce(n, '-')) FROM t") ==
          "1:-,2:-,3:-,4:-,5:5,6:-");
    project.folder.write("m/versions/b.py", R"py(
revision = "b"
down_revision = "a"
from alembic import op
import sqlalchemy as sa

def upgrade():
    op.bulk_insert(sa.table("t", sa.column("id"), sa.column("n")), [{"id": 7, "n": 1}, {"id": 8}])
)py");
    CHECK(project.failure().message().find(
              "A value is required for bind parameter 'n', in parameter group 1") != std::string::npos);
    CHECK(project.ask("SELECT count(*) FROM t") == "6");
}
