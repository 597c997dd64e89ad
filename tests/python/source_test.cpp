#include "python/source.hpp"

#include <doctest/doctest.h>

#include "python/syntax_error.hpp"

using namespace limbeck::python;

namespace {

std::string decoded(const std::string& bytes) {
    return std::string(Source::decode(bytes, "test.py").text());
}

std::string refusal(const std::string& bytes) {
    try {
        Source::decode(bytes, "test.py");
        return "";
    } catch (const SyntaxError& error) {
        return std::to_string(error.place().line) + ": " + error.message();
    }
}

} // namespace

TEST_CASE("source: a BOM goes, line ends become one, the last line is ended") {
    CHECK(decoded("\xEF\xBB\xBF"
                  "a\r\nb\rc") == "a\nb\nc\n");
    CHECK(decoded("") == "");
    CHECK(decoded("\n") == "\n");
}

TEST_CASE("source: the coding cookie is found in the first two lines only") {
    CHECK(decoded("# -*- coding: latin-1 -*-\n'\xE9'") == "# -*- coding: latin-1 -*-\n'é'\n");
    CHECK(decoded("#!/usr/bin/python\n# vim: fileencoding=cp1252\n'\x80'") ==
          "#!/usr/bin/python\n# vim: fileencoding=cp1252\n'€'\n");
    CHECK(decoded("# coding=koi8-r\n'\xC1'") == "# coding=koi8-r\n'а'\n");
    for (const char* name : {"utf", "U8", "utf8_ucs2", "cp65001"})
        CHECK(decoded(std::string("# coding: ") + name + "\n'\xC3\xA4'\n").ends_with("\n'ä'\n"));
    for (const char* name : {"latin", "iso_ir_100", "CP819", "8859"})
        CHECK(decoded(std::string("# coding: ") + name + "\n'\xE4'\n").ends_with("\n'ä'\n"));
    for (const char* name : {"us", "646", "ANSI_X3.4-1968"})
        CHECK(refusal(std::string("# coding: ") + name + "\n\n'\xE4'\n") ==
              "3: 'ascii' codec can't decode byte 0xe4");
    CHECK(refusal("a = 1\n# coding: latin-1\n'\xE9'").starts_with("3: Non-UTF-8 code starting with '\\xe9'"));
    CHECK(refusal("#\n#\n# coding: latin-1\n'\xE9'").starts_with("4: Non-UTF-8 code"));
}

TEST_CASE("source: what cannot be decoded is refused") {
    CHECK(refusal("a = '\xFF'\n") ==
          "1: Non-UTF-8 code starting with '\\xff' in file test.py on line 1, but no encoding declared; see "
          "https://peps.python.org/pep-0263/ for details");
    CHECK(refusal("# coding: no-such-thing\n") == "0: unknown encoding: no-such-thing");
    CHECK(refusal("# coding: ascii\n\n'\xC3\xA9'\n") == "3: 'ascii' codec can't decode byte 0xc3");
    CHECK(refusal("\xEF\xBB\xBF# coding: latin-1\n") == "0: encoding problem: latin-1 with BOM");
    CHECK(refusal(std::string("a\n\0b", 4)) == "2: source code cannot contain null bytes");
    CHECK(refusal("\xEF\xBB\xBF# coding: UTF_8\n") == "");
}

TEST_CASE("source: lines and spans") {
    Source source = Source::decode("first\nsécond\nthird", "test.py");
    CHECK(source.line_count() == 3);
    CHECK(source.line(2) == "sécond");
    CHECK(source.line(0) == "");
    CHECK(source.line(4) == "");
    CHECK(source.between(1, 2, 2, 3) == "rst\nsé");
    CHECK(source.between(2, 3, 1, 0) == "");
}
