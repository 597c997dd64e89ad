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
