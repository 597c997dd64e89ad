#include "python/stdlib/regex/program.hpp"
#include "python/stdlib/regex/utf.hpp"

#include <doctest/doctest.h>

using namespace limbeck::python::regex;

namespace {

std::string search(std::u32string_view pattern, std::u32string_view text, std::uint32_t flags = 0,
                   Mode mode = Mode::search) {
    Program program = compile(pattern, flags, false);
    Found found;
    if (!find(program, {text.data(), text.size(), true}, 0, text.size(), mode, false, found)) return "no";
    std::string out;
    for (const Span& span : found.groups) {
        if (!out.empty()) out += ' ';
        out += span.matched() ? fmt::format("{}-{}", span.start, span.end) : "-";
    }
    return out;
}

std::string refusal(std::u32string_view pattern) {
    try {
        compile(pattern, 0, false);
        return "fine";
    } catch (const PatternError& error) {
        return fmt::format("{} at {}", error.message(), error.position);
    }
}

} // namespace

TEST_CASE("regex: alternatives, groups and repeats take what Python takes") {
    CHECK(search(U"(a|ab)(c|bcd)", U"xabcd") == "1-5 1-2 2-5");
    CHECK(search(U"(a+?)(a*)", U"aaa") == "0-3 0-1 1-3");
    CHECK(search(U"(?:(a)|b)*", U"abab") == "0-4 2-3");
    CHECK(search(U"x{2,3}?", U"xxxx") == "0-2");
    CHECK(search(U"(a*)*", U"aab") == "0-2 2-2");
    CHECK(search(U"(a*)+", U"b") == "0-0 0-0");
}

TEST_CASE("regex: looking around, references, conditions") {
    CHECK(search(U"(?<=-)\\w+", U"a-bc") == "2-4");
    CHECK(search(U"(?<!-)b", U"-bb") == "2-3");
    CHECK(search(U"a(?!b)", U"abac") == "2-3");
    CHECK(search(U"(?=(a+))a*b\\1", U"baaabac") == "3-6 3-4");
    CHECK(search(U"(['\"])(.*?)\\1", U"x'a\"b'") == "1-6 1-2 2-5");
    CHECK(search(U"(<)?\\w+(?(1)>|$)", U"<a> b") == "0-3 0-1");
    CHECK(search(U"(?P<n>a)(?P=n)", U"baa") == "1-3 1-2");
    CHECK(search(U"a++a", U"aaa") == "no");
    CHECK(search(U"(?>a|ab)c", U"abc") == "no");
}

TEST_CASE("regex: anchors, flags and Unicode") {
    CHECK(search(U"a$", U"ba\n") == "1-2");
    CHECK(search(U"a\\Z", U"ba\n") == "no");
    CHECK(search(U"(?m)^b$", U"a\nb\nc") == "2-3");
    CHECK(search(U"(?i)straße", U"STRAßE") == "0-6");
    CHECK(search(U"\\w+", U"-é世") == "1-3");
    CHECK(search(U"(?a)\\w+", U"éa") == "1-2");
    CHECK(search(U"(?x) a  b # comment\n c", U"abc") == "0-3");
    CHECK(search(U"(?i:a)B", U"AB") == "0-2");
    CHECK(search(U"(?s).", U"\n") == "0-1");
    CHECK(search(U"a|ab", U"ab", 0, Mode::full_match) == "0-2");
}

TEST_CASE("regex: a wrong pattern is named with its position") {
    CHECK(refusal(U"a**") == "multiple repeat at 2");
    CHECK(refusal(U"*a") == "nothing to repeat at 0");
    CHECK(refusal(U"(") == "missing ), unterminated subpattern at 0");
    CHECK(refusal(U"a)") == "unbalanced parenthesis at 1");
    CHECK(refusal(U"[a") == "unterminated character set at 0");
    CHECK(refusal(U"(?P<a>x)(?P<a>y)") == "redefinition of group name 'a' as group 2; was group 1 at 12");
    CHECK(refusal(U"(?<=a+)b") == "look-behind requires fixed-width pattern at -1");
    CHECK(refusal(std::u32string(1000, U'(')) == "the pattern is nested too deeply at 401");
}

TEST_CASE("regex: a pattern that would try for ever is taken over or ends in an error") {
    std::u32string text(40, U'a');
    Program program = compile(U"(a+)+b", 0, false);
    std::string bytes(40, 'a');
    Found found;
    CHECK(!find(program, {bytes.data(), bytes.size(), false}, 0, bytes.size(), Mode::search, false, found));
    CHECK(program.linear != nullptr);
    Program endless = compile(U"(a+)+\\1b", 0, false);
    CHECK_THROWS_AS(
        find(endless, {bytes.data(), bytes.size(), false}, 0, bytes.size(), Mode::match, false, found),
        StepError);
}
