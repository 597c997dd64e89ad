#include "script/doc_text.hpp"

#include <doctest/doctest.h>

using namespace limbeck::script;

TEST_CASE("a docstring's text, first paragraph and date") {
    CHECK(longdoc_of(" \n\u00a0\u3000\x1c one\n two \u2028\t") == "one\n two");
    CHECK(longdoc_of("  ").empty());
    CHECK(doc_of("one\ntwo\n\nthree") == "one\ntwo");
    CHECK(doc_of("one\n \ntwo") == "one\n \ntwo");
    CHECK(create_date_of("x\n\nCreate Date: 2026-01-02 10:00:00\nx") == "2026-01-02 10:00:00");
    CHECK(create_date_of("created").empty());
}

TEST_CASE("lines end where Python ends them") {
    using Lines = std::vector<std::string_view>;
    CHECK(doc_lines("a\nb\r\nc\rd\v\fe") == Lines{"a", "b", "c", "d", "", "e"});
    CHECK(doc_lines("a\u0085b\u2028c\u2029d\x1e") == Lines{"a", "b", "c", "d"});
    CHECK(doc_lines("").empty());
    CHECK(doc_lines("\n") == Lines{""});
}
