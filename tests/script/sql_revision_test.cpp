#include "script/script_directory.hpp"
#include "script/sql_revision.hpp"
#include "support/error.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>

using namespace limbeck;
using namespace limbeck::script;

namespace {

using Items = std::vector<std::string>;

ScriptDirectory scripts_of(const tests::Scratch& folder) {
    ScriptOptions options;
    options.directory = folder.path();
    return ScriptDirectory(options);
}

// "id<parent,parent" for each file, in the order they are loaded.
Items chain_of(const ScriptDirectory& scripts) {
    Items chain;
    for (std::size_t i = 0; i < scripts.map().size(); ++i) {
        const Revision& revision = scripts[static_cast<RevisionIndex>(i)];
        std::string entry = revision.id + "<";
        for (const std::string& parent : revision.down_revisions) entry += parent + ",";
        chain.push_back(entry);
    }
    return chain;
}

} // namespace

TEST_CASE("the header of a SQL revision") {
    SqlHeader header = scan_sql_header("-- Supplier and BOM tables\n--\n-- Revision ID: 001_slice_a\n"
                                       "-- Revises: a1, b2\n-- Branch Labels: x\n-- depends on: d\n"
                                       "-- Create Date: 2026-01-02 10:00:00\n\n-- upgrade\n-- Revises: no\n");
    CHECK(header.revision == "001_slice_a");
    CHECK(header.revision_line == 3);
    CHECK(header.down_revisions == Items{"a1", "b2"});
    CHECK(header.branch_labels == Items{"x"});
    CHECK(header.depends_on == Items{"d"});
    CHECK(header.create_date == "2026-01-02 10:00:00");
    CHECK(header.description.starts_with("Supplier and BOM tables\n\nRevision ID: 001_slice_a\n"));

    header = scan_sql_header("--Revises:\r\nSELECT 1;\n-- Revision ID: late\n");
    CHECK_FALSE(header.revision);
    CHECK(header.down_revisions == Items{});
    CHECK_FALSE(scan_sql_header("").down_revisions);
}

TEST_CASE("the sections of a SQL revision") {
    SqlBody body = split_sql_sections("-- about\n\n-- upgrade\nA;\n\n-- Upgrade Autocommit\nB;\n"
                                      "--downgrade\r\nC;\n",
                                      "x.sql");
    REQUIRE(body.upgrade.size() == 2);
    CHECK(body.upgrade[0].text == "A;\n\n");
    CHECK(body.upgrade[0].first_line == 4);
    CHECK_FALSE(body.upgrade[0].autocommit);
    CHECK(body.upgrade[1].text == "B;\n");
    CHECK(body.upgrade[1].first_line == 7);
    CHECK(body.upgrade[1].autocommit);
    REQUIRE(body.downgrade);
    REQUIRE(body.downgrade->size() == 1);
    CHECK(body.downgrade->front().text == "C;\n");
    CHECK(body.downgrade->front().first_line == 9);

    // Without sections all of it is the way up, and there is no way down.
    body = split_sql_sections("-- about\nA;\n", "x.sql");
    REQUIRE(body.upgrade.size() == 1);
    CHECK(body.upgrade[0].text == "-- about\nA;\n");
    CHECK_FALSE(body.downgrade);

    // A way down that does nothing is one.
    body = split_sql_sections("-- upgrade\nA;\n-- downgrade\n", "x.sql");
    REQUIRE(body.downgrade);
    CHECK(body.downgrade->empty());
    body = split_sql_sections("-- downgrade\n-- upgrade\nA;\n", "x.sql");
    REQUIRE(body.downgrade);
    CHECK(body.upgrade.size() == 1);

    // SQL before "-- downgrade" alone is the way up; before "-- upgrade" it is neither.
    body = split_sql_sections("A;\n-- downgrade\nB;\n", "x.sql");
    REQUIRE(body.upgrade.size() == 1);
    CHECK(body.upgrade[0].first_line == 1);
    CHECK_THROWS_AS(split_sql_sections("A;\n-- upgrade\nB;\n", "x.sql"), FileError);
    CHECK(split_sql_sections("", "x.sql").upgrade.empty());
    CHECK(split_sql_sections("-- upgrade", "x.sql").upgrade.empty());
}

TEST_CASE("bare numbered files follow each other") {
    tests::Scratch folder;
    folder.write("migrations/010_last.sql", "J;");
    folder.write("migrations/002_b-more.sql", "-- What B does,\n-- in two lines.\n--\n-- More.\nB;");
    folder.write("migrations/001_a.sql", "A;");
    folder.write("migrations/001_a_rollback.sql", "-A;");
    folder.write("migrations/002_other.down.sql", "-B;");
    folder.write("migrations/readme.sql", "no revision");
    folder.write("migrations/env.py", "raise SystemExit\n");
    ScriptOptions options;
    options.directory = folder / "migrations";
    ScriptDirectory scripts(options);
    CHECK(chain_of(scripts) == Items{"001_a<", "002_b_more<001_a,", "010_last<002_b_more,"});
    CHECK(scripts[0].kind == RevisionKind::SqlBare);
    CHECK(scripts[0].doc == "a");
    CHECK(std::filesystem::path(scripts[0].down_path).filename() == "001_a_rollback.sql");
    CHECK(scripts[1].doc == "What B does, in two lines.");
    CHECK(scripts[1].longdoc == "What B does,\nin two lines.\n\nMore.");
    CHECK(std::filesystem::path(scripts[1].down_path).filename() == "002_other.down.sql");
    CHECK(scripts[2].down_path.empty());

    SqlBody body = read_sql_body(scripts[0]);
    CHECK(body.upgrade.front().text == "A;");
    REQUIRE(body.downgrade);
    CHECK(body.downgrade->front().text == "-A;");
    CHECK(body.downgrade->front().path.filename() == "001_a_rollback.sql");
    CHECK_FALSE(read_sql_body(scripts[2]).downgrade);
}

TEST_CASE("pairs of files") {
    tests::Scratch folder;
    folder.write("versions/000001_users.up.sql", "-- upgrade autocommit\nA;");
    folder.write("versions/000001_users.down.sql", "B;");
    folder.write("versions/000002_more.up.sql", "-- Revision ID: more\nC;");
    ScriptDirectory scripts = scripts_of(folder);
    CHECK(chain_of(scripts) == Items{"000001_users<", "more<000001_users,"});
    CHECK(scripts[0].kind == RevisionKind::SqlPair);
    SqlBody body = read_sql_body(scripts[0]);
    CHECK(body.upgrade.front().autocommit);
    CHECK(body.downgrade->front().text == "B;");
    CHECK_FALSE(read_sql_body(scripts[1]).downgrade);
}

TEST_CASE("SQL and Python in one chain") {
    tests::Scratch folder;
    folder.write("versions/a1_first.py", "'''first'''\nrevision = 'a1'\ndown_revision = None\n");
    folder.write("versions/b2_second.sql",
                 "-- second\n-- Revision ID: b2\n-- Revises: a1\n\n-- upgrade\nA;\n");
    folder.write("versions/c3_third.py", "'''third'''\nrevision = 'c3'\ndown_revision = 'b2'\n");
    ScriptDirectory scripts = scripts_of(folder);
    CHECK(scripts.get_heads() == Items{"c3"});
    CHECK(scripts.walk_revisions().size() == 3);
    CHECK(scripts[1].kind == RevisionKind::Sql);
    CHECK(scripts[1].doc == "second");

    SUBCASE("a file that a script merely reads is no revision") {
        folder.write("versions/001_data.sql", "INSERT");
        folder.write("versions/c3_third.up.sql", "INSERT");
        CHECK(scripts_of(folder).map().size() == 3);
    }
    SUBCASE("numbered files that the chain leads to are") {
        folder.write("versions/001_data.sql", "INSERT");
        folder.write("versions/002_data.sql", "INSERT");
        folder.write("versions/d4_fourth.py", "revision = 'd4'\ndown_revision = ('c3', '002_data')\n");
        CHECK(scripts_of(folder).walk_revisions().size() == 6);
    }
    SUBCASE("and those that say what they follow") {
        folder.write("versions/001_data.sql", "-- Revises: c3\nINSERT");
        folder.write("versions/002_data.sql", "INSERT");
        CHECK(scripts_of(folder).get_heads() == Items{"002_data"});
    }
}

TEST_CASE("SQL files that are wrong") {
    tests::Scratch folder;
    SUBCASE("a way down without its way up") {
        folder.write("versions/001_a.sql", "A;");
        folder.write("versions/002_b_rollback.sql", "B;");
        CHECK_THROWS_WITH_AS(
            scripts_of(folder).map(),
            doctest::Contains("002_b_rollback.sql is a way down, but its way up is not there"), FileError);
    }
    SUBCASE("a header that is not UTF-8") {
        folder.write("versions/001_a.sql", "-- caf\xe9\nA;");
        CHECK_THROWS_AS(scripts_of(folder).map(), FileError);
    }
    SUBCASE("a body that is not UTF-8") {
        folder.write("versions/001_a.sql", "A;\nB '\xff';");
        ScriptDirectory scripts = scripts_of(folder);
        CHECK_THROWS_WITH_AS(read_sql_body(scripts[0]), doctest::Contains("001_a.sql:2"), FileError);
    }
    SUBCASE("an id that is not one") {
        folder.write("versions/001_a.sql", "-- Revision ID: a@b\nA;");
        CHECK_THROWS_WITH(scripts_of(folder).get_revision("head"),
                          doctest::Contains("Character(s) '@' not allowed in revision identifier 'a@b'"));
    }
}

TEST_CASE("a name too long for a version table is cut") {
    tests::Scratch folder;
    folder.write("versions/20260102030405_a_name_that_goes_on_and_on.sql", "A;");
    CHECK(scripts_of(folder).get_heads() == Items{"20260102030405_a_name_that_goes"});
}
