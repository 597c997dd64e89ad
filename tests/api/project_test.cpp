#include <limbeck/limbeck.hpp>

#include "support/scratch.hpp"
#include "support/working_folder.hpp"

#include <doctest/doctest.h>

using limbeck::tests::Scratch;
using limbeck::tests::Variable;
using limbeck::tests::WorkingFolder;

namespace {

// A project of one folder: its ini, and the revision files given.
struct Example {
    Scratch folder;

    Example() {
        folder.write("alembic.ini", "[alembic]\nscript_location = m\nsqlalchemy.url = sqlite:///x.db\n");
        folder.write("m/versions/.keep", "");
    }
    void python(const std::string& name, const std::string& text) {
        folder.write("m/versions/" + name, text);
    }
    void sql(const std::string& id, const std::string& parent, const std::string& up,
             const std::string& down) {
        folder.write("m/versions/" + id + ".sql", "-- " + id + "\n--\n-- Revision ID: " + id +
                                                      "\n-- Revises: " + parent + "\n\n-- upgrade\n" + up +
                                                      "\n\n-- downgrade\n" + down + "\n");
    }
};

std::vector<std::string> ids(const std::vector<limbeck::Revision>& revisions) {
    std::vector<std::string> ids;
    for (const limbeck::Revision& revision : revisions) ids.push_back(revision.id());
    return ids;
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("api: a project is opened, read, upgraded, looked at and taken back") {
    Example example;
    example.sql("a", "", "CREATE TABLE t (x INTEGER);", "DROP TABLE t;");
    example.sql("b", "a", "INSERT INTO t VALUES (1);", "DELETE FROM t;");
    WorkingFolder here(example.folder.path());
    Variable no_url("LIMBECK_URL"), no_config("ALEMBIC_CONFIG");

    limbeck::Project project = limbeck::Project::open({});
    CHECK(ids(project.history()) == Ids{"b", "a"});
    CHECK(ids(project.heads()) == Ids{"b"});
    CHECK(project.history().front().one_line() == "a -> b (head), b");
    CHECK(project.current().ids.empty());

    std::vector<limbeck::Progress> seen;
    limbeck::RunOptions options;
    options.on_progress = [&](const limbeck::Progress& progress) { seen.push_back(progress); };
    project.upgrade("head", options);
    REQUIRE(seen.size() == 4); // before and after each of two
    CHECK(seen[0].id == "a");
    CHECK_FALSE(seen[0].finished);
    CHECK(seen[3].number == 2);
    CHECK(seen[3].total == 2);
    CHECK(seen[3].finished);

    limbeck::Current current = project.current();
    CHECK(current.ids == Ids{"b"});
    CHECK(current.at_heads);
    CHECK(ids(current.revisions) == Ids{"b"});
    CHECK(ids(project.revisions("current")) == Ids{"b"});
    CHECK(ids(project.history({"current:", false})) == Ids{"b"});
    CHECK(project.history({std::nullopt, true}).front().is_current());

    project.downgrade("base");
    CHECK(project.current().ids.empty());
    project.stamp({"a"});
    CHECK(project.current().ids == Ids{"a"});
    CHECK_FALSE(project.current().at_heads);
}

TEST_CASE("api: requests that cannot be met are CommandErrors with the reference's sentences") {
    Example example;
    example.sql("a", "", "SELECT 1;", "SELECT 1;");
    WorkingFolder here(example.folder.path());
    Variable no_url("LIMBECK_URL"), no_config("ALEMBIC_CONFIG");
    limbeck::Project project = limbeck::Project::open({});
    CHECK_THROWS_WITH_AS(project.revisions("nope"), "Can't locate revision identified by 'nope'",
                         limbeck::CommandError);
    CHECK_THROWS_WITH_AS(project.history({"a", false}),
                         "History range requires [start]:[end], [start]:, or :[end]", limbeck::CommandError);
    CHECK_THROWS_WITH_AS(project.upgrade("a:head"), "Range revision not allowed", limbeck::CommandError);
}

TEST_CASE("api: a header that is no literal is found by running the file") {
    Example example;
    example.folder.write("m/names.py", "FIRST = 'first'\n");
    example.python("a.py",
                   "'''One'''\nparts = ['fir', 'st']\nrevision = ''.join(parts)\ndown_revision = None\n");
    example.python("b.py", "'''Two'''\nimport sqlalchemy as sa\nfrom alembic import op\n"
                           "revision = 'x/second'.split('/')[-1]\ndown_revision = ('fi' + 'rst',)\n"
                           "def upgrade():\n    op.execute('never run')\n");
    WorkingFolder here(example.folder.path());
    Variable no_url("LIMBECK_URL"), no_config("ALEMBIC_CONFIG");
    limbeck::Project project = limbeck::Project::open({});
    CHECK(ids(project.history()) == Ids{"second", "first"});
    CHECK(project.history().front().title() == "Two");
}

TEST_CASE("api: a header may come from the application, wherever PYTHONPATH has it") {
    Example example;
    Scratch elsewhere;
    elsewhere.write("acme/versions.py", "CONTRACT = 'contract'\n");
    example.python("a.py", "from acme.versions import CONTRACT\nrevision = 'a'\ndown_revision = None\n"
                           "branch_labels = (CONTRACT,)\n");
    WorkingFolder here(example.folder.path());
    Variable no_url("LIMBECK_URL"), no_config("ALEMBIC_CONFIG");
    Variable path("PYTHONPATH", elsewhere.path().string());
    limbeck::Project project = limbeck::Project::open({});
    CHECK(ids(project.revisions("contract@head")) == Ids{"a"});
}

TEST_CASE("api: a header that depends on what limbeck does not have is an error that names it") {
    Example example;
    example.python("a.py", "from acme.versions import LATEST\nrevision = LATEST\ndown_revision = None\n");
    WorkingFolder here(example.folder.path());
    Variable no_url("LIMBECK_URL"), no_config("ALEMBIC_CONFIG");
    limbeck::Project project = limbeck::Project::open({});
    try {
        project.history();
        FAIL("a revision id was guessed");
    } catch (const limbeck::Error& error) {
        CHECK(error.message().find("acme.versions.LATEST") != std::string::npos);
        CHECK(error.place().file.ends_with("a.py"));
    }
}

TEST_CASE("api: a file that never ends is ended by max_steps") {
    Example example;
    example.python("a.py",
                   "count = 0\nwhile True:\n    count += 1\nrevision = str(count)\ndown_revision = None\n");
    WorkingFolder here(example.folder.path());
    Variable no_url("LIMBECK_URL"), no_config("ALEMBIC_CONFIG");
    limbeck::OpenOptions options;
    options.max_steps = 2000;
    limbeck::Project project = limbeck::Project::open(options);
    try {
        project.history();
        FAIL("the loop ended");
    } catch (const limbeck::Error& error) {
        CHECK(error.message() == "the script did not end within 2000 steps");
        CHECK(error.place().file.ends_with("a.py"));
        CHECK(error.place().line >= 2);
    }
}
