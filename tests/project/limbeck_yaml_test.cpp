#include "project/limbeck_yaml.hpp"
#include "support/scratch.hpp"
#include "support/working_folder.hpp"

#include <doctest/doctest.h>

using namespace limbeck;
using project::Check;
using project::LimbeckYaml;
using tests::Variable;

namespace {

LimbeckYaml parse(const std::string& text) {
    return LimbeckYaml::parse(text, "limbeck.yaml");
}

// "line:column: message [hint]"
std::string failure(const std::string& text) {
    try {
        parse(text);
        return "no error";
    } catch (const ConfigError& error) {
        std::string shown = error.what();
        if (!error.hint().empty()) shown += " [" + error.hint() + "]";
        return shown.substr(std::string("limbeck.yaml:").size());
    }
}

} // namespace

TEST_CASE("limbeck.yaml: every setting") {
    LimbeckYaml yaml = parse(R"yaml(
url: postgresql://app@db/app
script_location: migrations
env: builtin
version_table: versions
version_table_schema: null
transaction_per_migration: yes
lock: off
pipeline: off
types:
  prefect.server.utilities.database.UUID: {postgresql: UUID, default: "CHAR(36)"}
  app.Text: {default: TEXT, index: "= Index(table, column)", nullable: "= False"}
checks:
  before:
    - {name: listings exists, sql: "SELECT 1 FROM listings LIMIT 1", expect: succeeds}
    - {name: by default, sql: SELECT 1}
  after:
    - name: one active BOM per listing
      sql: SELECT listing_id FROM boms WHERE is_active GROUP BY 1 HAVING count(*) > 1
      expect: no rows
    - {name: some, sql: SELECT 1, expect: rows}
    - {name: six, sql: SELECT count(*) FROM t, expect: 6}
    - {name: the word, sql: "SELECT 'rows'", expect: "rows"}
)yaml");
    CHECK(yaml.file == "limbeck.yaml");
    CHECK(yaml.url->raw == "postgresql://app@db/app");
    CHECK(yaml.url->place.to_string() == "limbeck.yaml:2:6");
    CHECK(yaml.script_location->expand() == "migrations");
    CHECK(yaml.environment == LimbeckYaml::Environment::builtin);
    CHECK(yaml.version_table == "versions");
    CHECK_FALSE(yaml.version_table_schema);
    CHECK(yaml.transaction_per_migration == true);
    CHECK(yaml.lock == LimbeckYaml::Lock::off);
    CHECK_FALSE(yaml.pipeline);
    CHECK(yaml.types.at("prefect.server.utilities.database.UUID").at("postgresql") == "UUID");
    CHECK(yaml.types.at("prefect.server.utilities.database.UUID").at("default") == "CHAR(36)");
    CHECK(yaml.types.at("app.Text").at("default") == "TEXT");
    CHECK(yaml.types.at("app.Text").at("index") == "= Index(table, column)");
    CHECK(yaml.checks_before.size() == 2);
    CHECK(yaml.checks_before[1].expect == Check::Expect::succeeds);
    CHECK(yaml.checks_before[0].place.line == 15);
    CHECK(yaml.checks_after.size() == 4);
    CHECK(yaml.checks_after[0].name == "one active BOM per listing");
    CHECK(yaml.checks_after[0].expect == Check::Expect::no_rows);
    CHECK(yaml.checks_after[1].expect == Check::Expect::rows);
    CHECK(yaml.checks_after[2].expect == Check::Expect::value);
    CHECK(yaml.checks_after[2].value == "6");
    CHECK(yaml.checks_after[3].expect == Check::Expect::value);
}

TEST_CASE("limbeck.yaml: an empty file is all defaults") {
    for (const char* text : {"", "# nothing\n", "---\n", "url:\nchecks:\n"}) {
        LimbeckYaml yaml = parse(text);
        CHECK_FALSE(yaml.url);
        CHECK(yaml.environment == LimbeckYaml::Environment::automatic);
        CHECK(yaml.lock == LimbeckYaml::Lock::session);
        CHECK(yaml.pipeline);
        CHECK_FALSE(yaml.transaction_per_migration);
        CHECK(yaml.checks_before.empty());
    }
}

TEST_CASE("limbeck.yaml: what is wrong is named with its place and the nearest key") {
    CHECK(failure("url: sqlite://\nversion_tabel: x\n") ==
          "2:1: unknown key 'version_tabel' [did you mean 'version_table'?]");
    CHECK(failure("colour: red\n")
              .starts_with("1:1: unknown key 'colour' [known here are: checks, env, lock, "));
    CHECK(failure("env: bultin\n") == "1:6: 'env' must be one of: builtin, script [did you mean 'builtin'?]");
    CHECK(failure("lock: [session]\n") == "1:7: 'lock' must be one of: off, session, transaction");
    CHECK(failure("url: [a]\n") == "1:6: 'url' must be a text");
    CHECK(failure("url: ''\n") == "1:6: 'url' is empty");
    CHECK(failure("\nurl: mysql://u:secret@h/d\n")
              .starts_with("2:6: limbeck does not speak to 'mysql' databases ["));
    CHECK(failure("url: nonsense\n") == "1:6: Could not parse SQLAlchemy URL from given URL string");
    CHECK(failure("transaction_per_migration: maybe\n") ==
          "1:28: 'transaction_per_migration' must be true or false");
    CHECK(failure("version_table: {a: b}\n") == "1:16: 'version_table' must be a text");
    CHECK(failure("url: sqlite://\nurl: sqlite://\n") == "2:1: the key 'url' is here twice");
    CHECK(failure("- a\n") == "1:1: limbeck.yaml must be a table of keys and values");
    CHECK(failure("types: [a]\n") == "1:8: this must be a table of keys and values");
    CHECK(failure("types: {a.B: [x]}\n") ==
          "1:14: the type 'a.B' must be a table of dialects, or one type for all");
    CHECK(failure("types:\n  a.B: {postgres: x}\n") ==
          "2:9: unknown key 'postgres' [did you mean 'postgresql'?]");
    CHECK(failure("checks: x\n") == "1:9: 'checks' must be a table with 'before' and 'after'");
    CHECK(failure("checks: {befor: []}\n") == "1:10: unknown key 'befor' [did you mean 'before'?]");
    CHECK(failure("checks: {before: {}}\n") == "1:18: 'checks: before' must be a list");
    CHECK(failure("checks: {before: [x]}\n") ==
          "1:19: a check must be a table with 'name', 'sql' and 'expect'");
    CHECK(failure("checks: {after: [{name: x}]}\n") == "1:18: this check has no 'sql'");
    CHECK(failure("checks: {after: [{sql: SELECT 1}]}\n") == "1:18: this check has no 'name'");
    CHECK(failure("checks: {after: [{name: x, sql: a, expects: rows}]}\n") ==
          "1:36: unknown key 'expects' [did you mean 'expect'?]");
    CHECK(failure("a: b: c\n").starts_with("1:5: this is not YAML: "));
    CHECK(failure("{\n").find("this is not YAML: ") != std::string::npos);
    CHECK(failure("url: *x\n").find("this is not YAML: ") != std::string::npos);
    CHECK(failure("a: 1\n---\nb: 2\n").ends_with("limbeck.yaml must be one document"));
    CHECK(failure(",").ends_with("limbeck.yaml must be one document")); // yaml-cpp's LoadAll would not end
    CHECK(failure("? [a]\n: b\n") == "1:3: a key must be a word");
    CHECK(failure(std::string(20'000, '[')).find("this is not YAML: ") != std::string::npos);
}

TEST_CASE("limbeck.yaml: variables are filled in when the value is used") {
    Variable set("LIMBECK_TEST_A", "one");
    Variable empty("LIMBECK_TEST_B", "");
    Variable unset("LIMBECK_TEST_C");
    auto expand = [](const std::string& text) {
        return project::Expandable{text, {"limbeck.yaml", 3, 6}}.expand();
    };
    CHECK(expand("${LIMBECK_TEST_A}/${LIMBECK_TEST_C:-two}/${LIMBECK_TEST_B:-three}/${LIMBECK_TEST_B}.") ==
          "one/two/three/.");
    CHECK(expand("$LIMBECK_TEST_A $${LIMBECK_TEST_A} $ {x} ${LIMBECK_TEST_C:-}") ==
          "$LIMBECK_TEST_A ${LIMBECK_TEST_A} $ {x} ");
    CHECK_THROWS_WITH_AS(expand("x${LIMBECK_TEST_C}"),
                         "limbeck.yaml:3:6: the environment variable LIMBECK_TEST_C is not set", ConfigError);
    CHECK_THROWS_WITH_AS(expand("${A"), "limbeck.yaml:3:6: a ${ has no }", ConfigError);
    CHECK_THROWS_WITH_AS(expand("${A?x}"), "limbeck.yaml:3:6: ${A?x} is not understood", ConfigError);
    CHECK_THROWS_AS(expand("${}"), ConfigError);
    CHECK(parse("url: ${NOT_SET_AT_ALL}\n").url->raw == "${NOT_SET_AT_ALL}");
}

TEST_CASE("limbeck.yaml: a file that is not UTF-8, or is not there") {
    tests::Scratch scratch;
    scratch.write("limbeck.yaml", "url: caf\xE9\n");
    CHECK_THROWS_AS(LimbeckYaml::read(scratch / "limbeck.yaml"), FileError);
    CHECK_THROWS_AS(LimbeckYaml::read(scratch / "other.yaml"), FileError);
    scratch.write("limbeck.yaml", "\xEF\xBB\xBFurl: sqlite://\r\n");
    CHECK(LimbeckYaml::read(scratch / "limbeck.yaml").url->raw == "sqlite://");
}
