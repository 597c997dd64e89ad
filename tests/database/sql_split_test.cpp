#include "database/sql_split.hpp"

using namespace limbeck;
using database::Dialect;
using database::split_sql;

namespace {

std::vector<std::string> texts(Dialect dialect, std::string_view sql) {
    std::vector<std::string> out;
    for (const auto& statement : split_sql(dialect, sql, {"a.sql", 1, 1})) out.push_back(statement.text);
    return out;
}

Error refused(Dialect dialect, std::string_view sql) {
    try {
        split_sql(dialect, sql, {"a.sql", 10, 0});
    } catch (const Error& error) {
        return error;
    }
    FAIL("nothing was refused in: " << sql);
    return Error("");
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("both: semicolons in strings and comments end nothing") {
    for (Dialect dialect : {Dialect::postgresql, Dialect::sqlite}) {
        CHECK(texts(dialect, "SELECT 'a;''b'; SELECT \"x;y\" FROM t -- c;d\n; SELECT /* e;f */ 3") ==
              Texts{"SELECT 'a;''b'", "SELECT \"x;y\" FROM t -- c;d", "SELECT /* e;f */ 3"});
        CHECK(texts(dialect, "") == Texts{});
        CHECK(texts(dialect, " ;; \n; ") == Texts{});
        CHECK(texts(dialect, "-- nothing but words\n/* and more */\n") == Texts{});
        CHECK(texts(dialect, "SELECT 1; -- the end\n") == Texts{"SELECT 1"});
        CHECK(texts(dialect, "SELECT 'gr\xc3\xbc\xc3\x9f'; SELECT 2;") ==
              Texts{"SELECT 'gr\xc3\xbc\xc3\x9f'", "SELECT 2"});
    }
}

TEST_CASE("both: a statement's place is that of its first word") {
    for (Dialect dialect : {Dialect::postgresql, Dialect::sqlite}) {
        auto statements =
            split_sql(dialect, "\n-- first\n  SELECT 1;\nSELECT\n2;   /* c */ SELECT 3", {"a.sql", 10, 0});
        REQUIRE(statements.size() == 3);
        CHECK(statements[0].place.to_string() == "a.sql:12:3");
        CHECK(statements[0].text == "-- first\n  SELECT 1");
        CHECK(statements[0].text.substr(statements[0].word_offset) == "SELECT 1");
        CHECK(statements[1].place.to_string() == "a.sql:13:1");
        CHECK(statements[2].place.to_string() == "a.sql:14:14");
        CHECK(statements[2].offset == 34);
    }
}

TEST_CASE("postgresql: dollar quotes, nested comments, bodies of functions and rules") {
    CHECK(texts(Dialect::postgresql,
                "CREATE FUNCTION f() RETURNS int AS $b$ BEGIN; RETURN 1; END $b$ LANGUAGE plpgsql; SELECT 1;")
              .size() == 2);
    CHECK(texts(Dialect::postgresql, "SELECT 1 /* a /* ; */ ; */; SELECT 2").size() == 2);
    CHECK(texts(Dialect::postgresql,
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END; SELECT 3")
              .size() == 2);
    CHECK(texts(Dialect::postgresql, "CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2); SELECT 3")
              .size() == 2);
}

TEST_CASE("postgresql: syntax that the parser does not know is cut by its scanner") {
    std::string newer = "MERGE INTO a USING b ON true WHEN MATCHED THEN DELETE RETURNING *;\n"
                        "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true "
                        "THEN 1 END; SELECT 2; END;\n"
                        "SELECT (1";
    Texts cut = texts(Dialect::postgresql, newer);
    REQUIRE(cut.size() == 3);
    CHECK(cut[0].starts_with("MERGE"));
    CHECK(cut[1].ends_with("SELECT 2; END"));
    CHECK(cut[2] == "SELECT (1");
}

TEST_CASE("what is not ended is named where it begins") {
    CHECK(refused(Dialect::postgresql, "SELECT 1;\nSELECT 'gr\xc3\xbc\xc3\x9f', 'abc;\n").what() ==
          std::string("a.sql:11:18: unterminated quoted string"));
    CHECK(refused(Dialect::postgresql, "DO $x$ BEGIN;\nEND $y$;").what() ==
          std::string("a.sql:10:4: unterminated dollar-quoted string"));
    CHECK(refused(Dialect::postgresql, "\n/* a").what() ==
          std::string("a.sql:11:1: unterminated /* comment"));
    CHECK(refused(Dialect::postgresql, "SELECT \"a").what() ==
          std::string("a.sql:10:8: unterminated quoted identifier"));
    CHECK(refused(Dialect::sqlite, "SELECT 1;\nSELECT 'abc;\n").what() ==
          std::string("a.sql:11:8: unterminated quoted string"));
    CHECK(refused(Dialect::sqlite, "SELECT [a").what() ==
          std::string("a.sql:10:8: unterminated quoted identifier"));
    CHECK(refused(Dialect::sqlite, "SELECT 1 /* a").what() ==
          std::string("a.sql:10:10: unterminated /* comment"));
    CHECK(refused(Dialect::sqlite, "SELECT 1;\nCREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; SELECT 2;")
              .what() == std::string("a.sql:11:1: unterminated trigger body"));
}

TEST_CASE("commands of the shells are refused by name") {
    CHECK(refused(Dialect::postgresql, "SELECT 1;\n\\connect other\nSELECT 2;").what() ==
          std::string("a.sql:11:1: \\connect is a command of psql, not of the server"));
    CHECK(refused(Dialect::postgresql, "\\echo it's here\nSELECT 1;").what() ==
          std::string("a.sql:10:1: \\echo is a command of psql, not of the server"));
    CHECK(refused(Dialect::postgresql, "SELECT 1;\nCOPY t (a, b) FROM stdin;\n1\tit's\n\\.\n").what() ==
          std::string("a.sql:11:1: COPY \xe2\x80\xa6 FROM STDIN expects its rows from psql"));
    CHECK(texts(Dialect::postgresql, "COPY t FROM '/a/file'").size() == 1);
    CHECK(refused(Dialect::sqlite, "SELECT 1;\n.read other.sql\n").what() ==
          std::string("a.sql:11:1: .read is a command of the sqlite3 shell, not of SQLite"));
}

TEST_CASE("sqlite: a trigger's body stays in one piece") {
    Texts cut = texts(Dialect::sqlite, "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET x = CASE WHEN "
                                       "1 THEN 2 END; DELETE FROM b; END;\n"
                                       "SELECT 1;");
    REQUIRE(cut.size() == 2);
    CHECK(cut[0].ends_with("DELETE FROM b; END"));
    CHECK(texts(Dialect::sqlite, "/* a /* b */ SELECT 1; SELECT 2").size() == 2);
}

TEST_CASE("leading words") {
    CHECK(database::leading_words("-- a\n/* b */ create unique\n index concurrently x", 3) ==
          "CREATE UNIQUE INDEX");
    CHECK(database::leading_words("SELECT(1)", 2) == "SELECT");
    CHECK(database::leading_words("", 2) == "");
}
