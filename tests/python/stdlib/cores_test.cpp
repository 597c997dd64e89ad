#include "python/stdlib/datetime/civil.hpp"
#include "python/stdlib/decimal/number.hpp"
#include "python/stdlib/random_core.hpp"
#include "python/stdlib/zoneinfo_core.hpp"
#include "support/error.hpp"

#include <doctest/doctest.h>

using namespace limbeck::python;

TEST_CASE("civil: every day has its ordinal and back") {
    int before = 0;
    for (int number = 1; number <= datetime::max_ordinal; number += 97) {
        datetime::Date date = datetime::from_ordinal(number);
        CHECK(datetime::ordinal(date) == number);
        CHECK(date.year >= before);
        before = date.year;
    }
    CHECK(datetime::weekday({2024, 1, 1}) == 0);
    CHECK(datetime::from_ordinal(datetime::max_ordinal) == datetime::Date{9999, 12, 31});
    CHECK(!datetime::from_iso_calendar(2021, 53, 1));
    CHECK(datetime::iso_calendar({2021, 1, 1}).week == 53);
}

TEST_CASE("civil: ISO texts that are none are refused") {
    for (const char* text : {"", "2024-1-01", "2024-0101", "2024x01x01", "20240101x", "2024-W1-1"})
        CHECK(!datetime::parse_iso_date(text));
    for (const char* text : {"", "1", "10:2", "10:20:", "10:20:30.", "10:2030", "10:20Zx", "10:20+1"})
        CHECK(!datetime::parse_iso_time(text));
    CHECK(datetime::parse_iso_time("10:20:30.5-01:30")->offset == -5400 * datetime::second_us);
    CHECK(datetime::format_offset(-5400 * datetime::second_us) == "-01:30");
}

TEST_CASE("civil: division rounds half to even") {
    CHECK(datetime::divide_half_even(5, 2) == 2);
    CHECK(datetime::divide_half_even(7, 2) == 4);
    CHECK(datetime::divide_half_even(-5, 2) == -2);
    CHECK(datetime::divide_half_even(5, -2) == -2);
}

namespace {

std::string text(const char* a, const char* operation, const char* b) {
    decimal::Context context;
    decimal::Number left = *decimal::parse(a), right = *decimal::parse(b), rest;
    switch (operation[0]) {
    case '+':
        left = decimal::add(left, right, context);
        break;
    case '*':
        left = decimal::multiply(left, right, context);
        break;
    case '/':
        left = decimal::divide(left, right, context);
        break;
    case 'q':
        left = decimal::quantize(left, right, context);
        break;
    case '^':
        left = decimal::power(left, right, context);
        break;
    default:
        decimal::divide_integer(left, right, context, rest, left);
        break;
    }
    if (context.status & context.traps) return "trapped";
    return decimal::to_text(left);
}

} // namespace

TEST_CASE("decimal: arithmetic is exact, then rounded once") {
    CHECK(text("0.1", "+", "0.2") == "0.3");
    CHECK(text("1", "/", "3") == "0.3333333333333333333333333333");
    CHECK(text("1E+40", "+", "1") == "1.000000000000000000000000000E+40");
    CHECK(text("1.20", "*", "3") == "3.60");
    CHECK(text("2.675", "q", "0.01") == "2.68");
    CHECK(text("2", "^", "0.5") == "1.414213562373095048801688724");
    CHECK(text("7", "%", "-3") == "1");
    CHECK(text("1", "/", "0") == "trapped");
    CHECK(text("1E+999999", "*", "10") == "trapped");
    CHECK(!decimal::parse("1.2.3"));
    CHECK(!decimal::parse(""));
    CHECK(!decimal::parse("1e"));
}

TEST_CASE("random: the Mersenne Twister's first numbers") {
    MersenneTwister twister;
    CHECK(twister.next() == 3499211612u);
    std::uint32_t key[] = {0x123, 0x234, 0x345, 0x456};
    twister.seed(key);
    CHECK(twister.next() == 1067595299u);
    CHECK(twister.next() == 955945823u);
}

TEST_CASE("zones: what is no zone file is refused") {
    CHECK_THROWS_AS(Zone::parse("nonsense"), limbeck::Error);
    CHECK_THROWS_AS(Zone::parse("TZif2"), limbeck::Error);
    CHECK_THROWS_AS(Zone::parse(""), limbeck::Error);
}
