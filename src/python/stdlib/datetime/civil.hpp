// Days, times of day and durations as plain numbers: the arithmetic behind Python's datetime, no values in
// it.
//
// The calendar is the proleptic Gregorian one, years 1 to 9999; an ordinal counts days from 0001-01-01 = 1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace limbeck::python::datetime {

__extension__ typedef __int128 Int128;

constexpr int max_ordinal = 3652059;
constexpr std::int64_t second_us = 1'000'000;
constexpr std::int64_t day_us = 86'400 * second_us;
// Of 1970-01-01.
constexpr int epoch_ordinal = 719163;

struct Date {
    int year = 1, month = 1, day = 1;
    auto operator<=>(const Date&) const = default;
};

struct Time {
    int hour = 0, minute = 0, second = 0, microsecond = 0;
    auto operator<=>(const Time&) const = default;
};

bool is_leap(int year);
int days_in_month(int year, int month);
int ordinal(const Date& date);
Date from_ordinal(int ordinal);
int day_of_year(const Date& date);
// Monday is 0.
int weekday(const Date& date);

struct IsoDate {
    int year, week, weekday; // Monday is 1
};
IsoDate iso_calendar(const Date& date);
// The ordinal of an ISO week date; nothing where there is no such week or day.
std::optional<int> from_iso_calendar(int year, int week, int day);

// Microseconds since midnight.
std::int64_t time_of_day(const Time& time);
Time from_time_of_day(std::int64_t microseconds);
// The quotient that rounds down, and the remainder that is never negative (the divisor is positive).
std::int64_t floor_div(std::int64_t a, std::int64_t b, std::int64_t* remainder = nullptr);
Int128 floor_div(Int128 a, Int128 b, Int128* remainder = nullptr);
// a / b rounded to the nearest, ties to even; b is not 0.
Int128 divide_half_even(Int128 a, Int128 b);

// "2024-01-31", "10:20:30.000005"; timespec is one of Python's, nothing where it is none of them.
std::string format_date(const Date& date);
std::optional<std::string> format_time(const Time& time, std::string_view timespec);
// "+01:00", with seconds and fractions only where there are any; `separator` stands between the parts.
std::string format_offset(std::int64_t microseconds, std::string_view separator = ":");

// What Python 3.11's fromisoformat() takes.
std::optional<Date> parse_iso_date(std::string_view text);
struct IsoTime {
    Time time;
    bool has_offset = false;
    std::int64_t offset = 0; // microseconds
};
std::optional<IsoTime> parse_iso_time(std::string_view text);
// The text's date and its time part ("" where there is none).
struct IsoParts {
    std::string_view date, time;
};
std::optional<IsoParts> split_iso(std::string_view text);

} // namespace limbeck::python::datetime
