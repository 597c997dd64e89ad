#include "support/text.hpp"

#include <doctest/doctest.h>

using namespace limbeck;

TEST_CASE("text: lines end at any of the three line ends, and a last one adds no empty line") {
    CHECK(text::split_lines("a\nb\r\nc\rd") == std::vector<std::string_view>{"a", "b", "c", "d"});
    CHECK(text::split_lines("a\n") == std::vector<std::string_view>{"a"});
    CHECK(text::split_lines("").empty());
}

TEST_CASE("text: invalid UTF-8 is found where it starts") {
    CHECK(text::find_invalid_utf8("plain \xC3\xA9 text") == std::string_view::npos);
    CHECK(text::find_invalid_utf8("a\xC0\x80") == 1);        // overlong
    CHECK(text::find_invalid_utf8("ab\xED\xA0\x80") == 2);   // a surrogate
    CHECK(text::find_invalid_utf8("\xF4\x90\x80\x80") == 0); // above U+10FFFF
    CHECK(text::find_invalid_utf8("ok\xE2\x82") == 2);       // cut short
    CHECK(text::find_invalid_utf8("\xF0\x9F\x90\x8D") == std::string_view::npos);
}

TEST_CASE("text: characters, however many bytes each has") {
    CHECK(text::utf8_characters("").empty());
    CHECK(text::utf8_characters("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x90\x8D!") ==
          std::vector<std::string_view>{"a", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x90\x8D", "!"});
}

TEST_CASE("text: the nearest word is a slip of the hand away, or none") {
    std::vector<std::string> keys = {"url", "version_table", "script_location"};
    CHECK(text::nearest("version_tabel", keys) == "version_table");
    CHECK(text::nearest("uri", keys) == "url");
    CHECK(text::nearest("checks", keys) == "");
}
