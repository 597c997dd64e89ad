#include "python/unicode_names.hpp"

#include <doctest/doctest.h>

using namespace limbeck::python;

TEST_CASE("unicode names: names, aliases, and names made by rule") {
    CHECK(unicode_names::find("LATIN SMALL LETTER E WITH ACUTE") == 0xE9);
    CHECK(unicode_names::find("bullet") == 0x2022);
    CHECK(unicode_names::find("LINE FEED") == 0x0A);
    CHECK(unicode_names::find("NBSP") == 0xA0);
    CHECK(unicode_names::find("SNAKE") == 0x1F40D);
    CHECK(unicode_names::find("CJK UNIFIED IDEOGRAPH-9FFF") == 0x9FFF);
    CHECK(unicode_names::find("HANGUL SYLLABLE A") == 0xC544);
    CHECK(unicode_names::find("HANGUL SYLLABLE HIH") == 0xD7A3);
}

TEST_CASE("unicode names: what is none") {
    CHECK(unicode_names::find("") == unicode_names::unknown);
    CHECK(unicode_names::find("NO SUCH CHARACTER") == unicode_names::unknown);
    CHECK(unicode_names::find("CJK UNIFIED IDEOGRAPH-0041") == unicode_names::unknown);
    CHECK(unicode_names::find("CJK UNIFIED IDEOGRAPH-") == unicode_names::unknown);
    CHECK(unicode_names::find("HANGUL SYLLABLE XYZ") == unicode_names::unknown);
    CHECK(unicode_names::find("HANGUL SYLLABLE ") == unicode_names::unknown);
}
