// What is expected here is what Python's configparser answers; tests/reference/compare_ini.py asks it about
// thousands of generated files.
#include "project/ini.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>

using namespace limbeck;
using project::Ini;
using project::IniError;

namespace {

Ini parse(std::string_view text) {
    Ini ini;
    ini.set_default("here", "/srv/app");
    ini.read_text(text, "alembic.ini");
    return ini;
}

// The error of reading `text`, or of asking it for [a] x.
IniError failure(std::string_view text) {
    try {
        std::string value = parse(text).require("a", "x");
        FAIL("no error but " << value);
    } catch (const IniError& error) {
        return error;
    }
    throw std::logic_error("unreachable");
}

} // namespace

TEST_CASE("ini: names, delimiters, comments and continuations") {
    Ini ini = parse("# head\n"
                    "[DEFAULT]\n"
                    "shared : yes\n"
                    "[alembic]\n"
                    "Script_Location = %(here)s/migrations\n"
                    "  ; a comment between\n"
                    "url: postgresql://a:b@c/d?x=1 ; not a comment\n"
                    "list = one\n"
                    "    two\n"
                    "\n"
                    "    # inside\n"
                    "\tthree = 3\n"
                    "\n"
                    "empty =\n"
                    "[other] tail\n"
                    "shared=no\n");
    CHECK(ini.sections() == std::vector<std::string>{"alembic", "other"});
    CHECK(ini.get("alembic", "script_location") == "/srv/app/migrations");
    CHECK(ini.get("alembic", "SCRIPT_LOCATION") == "/srv/app/migrations");
    CHECK(ini.get_raw("alembic", "script_location") == "%(here)s/migrations");
    CHECK(ini.get("alembic", "url") == "postgresql://a:b@c/d?x=1 ; not a comment");
    CHECK(ini.get("alembic", "list") == "one\ntwo\n\nthree = 3");
    CHECK(ini.get("alembic", "empty") == "");
    CHECK(ini.get("alembic", "shared") == "yes");
    CHECK(ini.get("other", "shared") == "no");
    CHECK(ini.get("DEFAULT", "shared") == "yes");
    CHECK_FALSE(ini.get("alembic", "three"));
    CHECK_FALSE(ini.get("missing", "shared"));
    CHECK(ini.options("other") == std::vector<std::string>{"shared", "here"});
    CHECK(ini.items("other") ==
          std::vector<std::pair<std::string, std::string>>{{"here", "/srv/app"}, {"shared", "no"}});
    CHECK(ini.place_of("alembic", "url").to_string() == "alembic.ini:7");
    CHECK(ini.place_of("other").line == 15);
    CHECK_FALSE(ini.place_of("other", "here").known());
}

TEST_CASE("ini: the three line ends are one") {
    CHECK(parse("[a]\r\nx = 1\r\n  2\r\n").get("a", "x") == "1\n2");
    CHECK(parse("[a]\rx = 1\r").get("a", "x") == "1");
}

TEST_CASE("ini: values are interpolated when they are asked for") {
    Ini ini = parse("[a]\nx = %(y)s and %(Y)s, 100%%\ny = <%(z)s>\nz = deep\nformat = %%(asctime)s\n");
    CHECK(ini.get("a", "x") == "<deep> and <deep>, 100%");
    CHECK(ini.get("a", "format") == "%(asctime)s");
    CHECK(ini.get_raw("a", "format") == "%%(asctime)s");
    ini.set("a", "z", "new");
    CHECK(ini.get("a", "y") == "<new>");
}

TEST_CASE("ini: an interpolation that fails says what configparser says") {
    IniError missing = failure("[a]\nx = 1%(nope)s\n");
    CHECK(missing.kind() == IniError::Kind::interpolation_missing_option);
    CHECK(
        missing.message() ==
        "Bad value substitution: option 'x' in section 'a' contains an interpolation key 'nope' which is not "
        "a valid option name. Raw value: '1%(nope)s'");
    CHECK(missing.place().to_string() == "alembic.ini:2");

    IniError bare = failure("[a]\nx = 100%\n");
    CHECK(bare.kind() == IniError::Kind::interpolation_syntax);
    CHECK(bare.message() == "'%' must be followed by '%' or '(', found: '%'");
    CHECK(failure("[a]\nx = %(y\n").message() == "bad interpolation variable reference '%(y'");
    CHECK(
        failure("[a]\nx = %(x)s\n").message() ==
        "Recursion limit exceeded in value substitution: option 'x' in section 'a' contains an interpolation "
        "key which cannot be substituted in 10 steps. Raw value: '%(x)s'");
}

TEST_CASE("ini: ten levels of doubling do not fill the memory") {
    std::string text = "[a]\nx = %(l1)s\n";
    for (int level = 1; level <= 8; ++level) {
        text += "l" + std::to_string(level) + " = ";
        for (int i = 0; i < 20; ++i) text += "%(l" + std::to_string(level + 1) + ")s";
        text += "\n";
    }
    CHECK(failure(text + "l9 = x\n").kind() == IniError::Kind::interpolation_depth);
}

TEST_CASE("ini: a file that is wrong is refused with its line") {
    IniError option = failure("[a]\nx = 1\n\nX : 2\n");
    CHECK(option.kind() == IniError::Kind::duplicate_option);
    CHECK(std::string(option.what()) == "alembic.ini:4: option 'x' in section 'a' already exists");

    IniError section = failure("[a]\nx = 1\n[a]\n");
    CHECK(section.kind() == IniError::Kind::duplicate_section);
    CHECK(std::string(section.what()) == "alembic.ini:3: section 'a' already exists");

    IniError header = failure("; c\nx = 1\n");
    CHECK(header.kind() == IniError::Kind::missing_section_header);
    CHECK(std::string(header.what()) == "alembic.ini:2: File contains no section headers.");
    CHECK(header.source_line() == "x = 1");

    IniError lines = failure("[a]\nx = 1\nfoo bar\n= 2\n");
    CHECK(lines.kind() == IniError::Kind::parsing);
    CHECK(std::string(lines.what()) == "alembic.ini:3: Source contains parsing errors (lines 3, 4)");
    CHECK(lines.source_line() == "foo bar");

    IniError mark = failure("\xEF\xBB\xBF[a]\nx = 1\n");
    CHECK(mark.kind() == IniError::Kind::missing_section_header);
    CHECK(mark.hint().find("byte order mark") != std::string::npos);

    CHECK(failure("[b]\nx = 1\n").message() == "No section: 'a'");
    CHECK(failure("[a]\ny = 1\n").message() == "No option 'x' in section: 'a'");
}

TEST_CASE("ini: sections and options come and go as scripts ask") {
    Ini ini = parse("[a]\nx = 1\n");
    ini.add_section("b");
    ini.set("b", "Key", "50%% of %(here)s");
    CHECK(ini.get("b", "key") == "50% of /srv/app");
    CHECK(ini.has_option("b", "KEY"));
    CHECK(ini.has_option("", "here"));
    CHECK_FALSE(ini.has_section("DEFAULT"));
    CHECK(ini.remove_option("b", "kEY"));
    CHECK_FALSE(ini.remove_option("b", "key"));
    CHECK(ini.remove_section("b"));
    CHECK_FALSE(ini.has_option("b", "key"));
    CHECK_THROWS_WITH_AS(ini.set("a", "x", "100% of %(x)s"),
                         "invalid interpolation syntax in '100% of %(x)s' at position 3", IniError);
    CHECK_THROWS_WITH_AS(ini.set("b", "x", "1"), "No section: 'b'", IniError);
    CHECK_THROWS_WITH_AS(ini.add_section("a"), "Section 'a' already exists", IniError);
    CHECK_THROWS_WITH_AS(ini.add_section("DEFAULT"), "Invalid section name: 'DEFAULT'", IniError);
    CHECK_THROWS_AS(ini.items("b"), IniError);
    CHECK_THROWS_AS(ini.options("b"), IniError);
}

TEST_CASE("ini: a second file adds to the first and overrides it") {
    Ini ini = parse("[a]\nx = 1\ny = 2\n");
    ini.read_text("[a]\nx = 3\n[c]\nz = 4\n", "second.ini");
    CHECK(ini.get("a", "x") == "3");
    CHECK(ini.get("a", "y") == "2");
    CHECK(ini.sections() == std::vector<std::string>{"a", "c"});
}

TEST_CASE("ini: files that cannot be opened are no files, and those that are not UTF-8 are errors") {
    tests::Scratch scratch;
    Ini ini;
    CHECK_FALSE(ini.read(scratch / "missing.ini"));
    CHECK_FALSE(ini.read(scratch.path()));
    scratch.write("latin.ini", "[a]\nx = caf\xE9\n");
    CHECK_THROWS_WITH_AS(ini.read(scratch / "latin.ini"),
                         ((scratch / "latin.ini").string() + ":2:8: byte 0xe9 is not UTF-8").c_str(),
                         FileError);
    scratch.write("good.ini", "[a]\nx = café\n");
    CHECK(ini.read(scratch / "good.ini"));
    CHECK(ini.get("a", "x") == "café");
}
