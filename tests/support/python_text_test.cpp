// What is expected here is what CPython prints for the same expressions.
#include "support/python_text.hpp"

#include <doctest/doctest.h>

using namespace limbeck;

TEST_CASE("python text: repr chooses quotes and escapes as Python") {
    CHECK(text::python_repr("a'b") == R"("a'b")");
    CHECK(text::python_repr("a\"b") == R"('a"b')");
    CHECK(text::python_repr("a'b\"") == R"('a\'b"')");
    CHECK(text::python_repr("\\") == R"('\\')");
    CHECK(text::python_repr("") == "''");
    CHECK(text::python_repr(std::string_view("\t\n\r\0\x1f\x7f", 6)) == R"('\t\n\r\x00\x1f\x7f')");
    CHECK(text::python_repr("\xC2\x80\xC2\xA0\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xE2\x80\x8B\xEF\xBB\xBF"
                            "\xE2\x80\xA8\xF3\xA0\x80\x81") ==
          R"('\x80\xa0é€😀\u200b\ufeff\u2028\U000e0001')");
    CHECK(text::python_repr("é€😀", true) == R"('\xe9\u20ac\U0001f600')");
    CHECK(text::python_repr("\xFF") == R"('\udcff')");
    CHECK(text::python_repr("\xE2\x82") == R"('\udce2\udc82')");
    // A lone surrogate is three bytes of a file, and itself in a script.
    CHECK(text::python_repr("\xED\xA0\x80") == R"('\udced\udca0\udc80')");
    CHECK(text::script_repr("\xED\xA0\x80é") == R"('\ud800é')");
    CHECK(text::bytes_repr("a'\"\n\\\x7f\xC3\xA9") == R"(b'a\'"\n\\\x7f\xc3\xa9')");
    CHECK(text::bytes_repr("it's") == R"(b"it's")");
}

TEST_CASE("python text: white space is Unicode's at both ends") {
    CHECK(text::python_strip(" \t\x1c\xC2\x85\xC2\xA0 a b\xE3\x80\x80\xE2\x80\xA8\n") == "a b");
    CHECK(text::python_strip("\xEF\xBB\xBF x") == "\xEF\xBB\xBF x"); // a BOM is no space
    CHECK(text::python_strip("\xE2\x80\x8B") == "\xE2\x80\x8B");     // nor is a zero-width one
    CHECK(text::python_strip("   ") == "");
    CHECK(text::python_rstrip(" a\xA0") == " a\xA0"); // a lone byte is no character
    CHECK(text::python_lstrip("  a ") == "a ");
}

TEST_CASE("python text: lower case follows Unicode, final sigma and all") {
    CHECK(text::python_lower("Script_Location") == "script_location");
    CHECK(text::python_lower("ÀΣ") == "àς");
    CHECK(text::python_lower("ΑΣ.") == "ας.");
    CHECK(text::python_lower("ΑΣΑ") == "ασα");
    CHECK(text::python_lower("Σ") == "σ");
    CHECK(text::python_lower("ÇA'Σ") == "ça'ς");
    CHECK(text::python_lower("İX") == "i\xCC\x87x");
    CHECK(text::python_lower("ẞǅ") == "ßǆ");
    CHECK(text::python_lower("Ⅷ") == "ⅷ");
    CHECK(text::python_lower("A\xFF") == "a\xFF");
}

namespace {

std::string percent(std::string_view format) {
    return text::percent_format(format, [](std::string_view name) -> std::optional<text::PercentValue> {
        if (name == "a") return "xé";
        if (name == "b") return std::int64_t{42};
        if (name == "c") return 2.5;
        if (name == "rev(1)") return "deep";
        return std::nullopt;
    });
}

std::string percent_error(std::string_view format) {
    try {
        return "no error: " + percent(format);
    } catch (const text::PercentError& error) {
        return error.exception() + ": " + error.message();
    }
}

} // namespace

TEST_CASE("python text: % formats as Python does") {
    CHECK(percent("%(a)s %%") == "xé %");
    CHECK(percent("%(a)5s|%(a)-5s|%(a).1s") == "   xé|xé   |x");
}

TEST_CASE("python text: numbers in % formats") {
    CHECK(percent("%(b)d %(b)s %(b)+05d %(b)-5d|%(b).4d %(b)#x %(b)o %(b)X") ==
          "42 42 +0042 42   |0042 0x2a 52 2A");
    CHECK(percent("%(c)d %(c)s %(c)5.1f %(c)g %(c)e %(c)+.0f") == "2 2.5   2.5 2.5 2.500000e+00 +2");
    CHECK(percent("%(a)r %(a)a %(b)r %(b)ld %(rev(1))s") == R"('xé' 'x\xe9' 42 42 deep)");
    CHECK(percent("%(b)c") == "*");
}

TEST_CASE("python text: a % format that does not fit says what Python says") {
    CHECK(percent_error("%") == "ValueError: incomplete format");
    CHECK(percent_error("%(a") == "ValueError: incomplete format key");
    CHECK(percent_error("%Y") == "ValueError: unsupported format character 'Y' (0x59) at index 1");
    CHECK(percent_error("%(a)Y") == "ValueError: unsupported format character 'Y' (0x59) at index 4");
    CHECK(percent_error("%(a)%") == "ValueError: unsupported format character '%' (0x25) at index 4");
    CHECK(percent_error("%(b)é") == "ValueError: unsupported format character '?' (0xe9) at index 4");
    CHECK(percent_error("%s %s") == "TypeError: not enough arguments for format string");
    CHECK(percent_error("%(a)*d") == "TypeError: * wants int");
    CHECK(percent_error("%(zz)s") == "KeyError: 'zz'");
    CHECK(percent_error("%(a)d") == "TypeError: %d format: a real number is required, not str");
    CHECK(percent_error("%(c)x") == "TypeError: %x format: an integer is required, not float");
    CHECK(percent_error("%(a)c") == "TypeError: %c requires int or char");
    CHECK(percent_error("%(a)f") == "TypeError: must be real number, not str");
    CHECK(percent_error("%(a)99999999999999999999s") == "ValueError: width too big");
}
