#include "python/stdlib/datetime/civil.hpp"

#include <fmt/format.h>

namespace limbeck::python::datetime {

namespace {

constexpr int before_month[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

int days_before_year(int year) {
    int y = year - 1;
    return y * 365 + y / 4 - y / 100 + y / 400;
}

int days_before_month(int year, int month) {
    return before_month[month - 1] + (month > 2 && is_leap(year) ? 1 : 0);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// The number that the next `count` digits spell, or nothing.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
    if (text.size() < count) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (!is_digit(text[i])) return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return value;
}

} // namespace

bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(int year, int month) {
    if (month == 2) return is_leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

int ordinal(const Date& date) {
    return days_before_year(date.year) + days_before_month(date.year, date.month) + date.day;
}

Date from_ordinal(int number) {
    int n = number - 1;
    int n400 = n / 146097;
    n %= 146097;
    int n100 = n / 36524;
    n %= 36524;
    int n4 = n / 1461;
    n %= 1461;
    int n1 = n / 365;
    n %= 365;
    int year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1;
    // The last day of a leap year, or of a cycle of 400.
    if (n1 == 4 || n100 == 4) return {year - 1, 12, 31};
    int month = 1;
    while (n >= days_in_month(year, month)) n -= days_in_month(year, month++);
    return {year, month, n + 1};
}

int day_of_year(const Date& date) {
    return days_before_month(date.year, date.month) + date.day;
}

int weekday(const Date& date) {
    return (ordinal(date) + 6) % 7;
}

namespace {

// The ordinal of the Monday of ISO week 1.
int first_monday(int year) {
    int first = days_before_year(year) + 1;
    int day = (first + 6) % 7;
    int monday = first - day;
    return day > 3 ? monday + 7 : monday;
}

} // namespace

IsoDate iso_calendar(const Date& date) {
    int today = ordinal(date), year = date.year;
    int start = first_monday(year);
    if (today < start) {
        start = first_monday(--year);
    } else if (today - start >= 52 * 7 && today >= first_monday(year + 1)) {
        start = first_monday(++year);
    }
    return {year, (today - start) / 7 + 1, (today - start) % 7 + 1};
}

std::optional<int> from_iso_calendar(int year, int week, int day) {
    if (week < 1 || week > 53 || day < 1 || day > 7) return std::nullopt;
    if (week == 53) {
        // Years that start on a Thursday have 53 weeks, and leap years that start on a Wednesday.
        int first = (days_before_year(year) + 7) % 7;
        if (first != 3 && !(first == 2 && is_leap(year))) return std::nullopt;
    }
    return first_monday(year) + (week - 1) * 7 + day - 1;
}

std::int64_t time_of_day(const Time& time) {
    return ((time.hour * 60 + time.minute) * 60LL + time.second) * second_us + time.microsecond;
}

Time from_time_of_day(std::int64_t us) {
    Time time;
    time.microsecond = static_cast<int>(us % second_us);
    auto seconds = static_cast<int>(us / second_us);
    time.second = seconds % 60;
    time.minute = seconds / 60 % 60;
    time.hour = seconds / 3600;
    return time;
}

std::int64_t floor_div(std::int64_t a, std::int64_t b, std::int64_t* remainder) {
    std::int64_t q = a / b, r = a % b;
    if (r < 0) {
        r += b;
        --q;
    }
    if (remainder) *remainder = r;
    return q;
}

Int128 floor_div(Int128 a, Int128 b, Int128* remainder) {
    Int128 q = a / b, r = a % b;
    if (r != 0 && (r < 0) != (b < 0)) {
        r += b;
        --q;
    }
    if (remainder) *remainder = r;
    return q;
}

Int128 divide_half_even(Int128 a, Int128 b) {
    if (b < 0) {
        a = -a;
        b = -b;
    }
    Int128 r;
    Int128 q = floor_div(a, b, &r);
    if (r > b - r || (r == b - r && q % 2 != 0)) ++q;
    return q;
}

std::string format_date(const Date& date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<std::string> format_time(const Time& t, std::string_view timespec) {
    if (timespec == "auto") timespec = t.microsecond ? "microseconds" : "seconds";
    if (timespec == "hours") return fmt::format("{:02}", t.hour);
    std::string out = fmt::format("{:02}:{:02}", t.hour, t.minute);
    if (timespec == "minutes") return out;
    out += fmt::format(":{:02}", t.second);
    if (timespec == "seconds") return out;
    if (timespec == "milliseconds") return out + fmt::format(".{:03}", t.microsecond / 1000);
    if (timespec == "microseconds") return out + fmt::format(".{:06}", t.microsecond);
    return std::nullopt;
}

std::string format_offset(std::int64_t us, std::string_view separator) {
    char sign = us < 0 ? '-' : '+';
    if (us < 0) us = -us;
    std::int64_t seconds = us / second_us, fraction = us % second_us;
    std::string out = fmt::format("{}{:02}{}{:02}", sign, seconds / 3600, separator, seconds / 60 % 60);
    if (seconds % 60 || fraction) out += fmt::format("{}{:02}", separator, seconds % 60);
    if (fraction) out += fmt::format(".{:06}", fraction);
    return out;
}

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 7 && text.size() != 8 && text.size() != 10) return std::nullopt;
    auto year = take_digits(text, 4);
    if (!year) return std::nullopt;
    bool dashes = text[0] == '-';
    if (dashes) text.remove_prefix(1);
    if (text[0] == 'W') {
        text.remove_prefix(1);
        auto week = take_digits(text, 2);
        if (!week) return std::nullopt;
        std::optional<int> day = 1;
        if (!text.empty()) {
            if (dashes != (text[0] == '-')) return std::nullopt;
            if (dashes) text.remove_prefix(1);
            day = take_digits(text, 1);
            if (!day || !text.empty()) return std::nullopt;
        }
        if (*year < 1) return std::nullopt;
        auto number = from_iso_calendar(*year, *week, *day);
        if (!number || *number < 1 || *number > max_ordinal) return std::nullopt;
        return from_ordinal(*number);
    }
    auto month = take_digits(text, 2);
    if (!month || text.empty() || dashes != (text[0] == '-')) return std::nullopt;
    if (dashes) text.remove_prefix(1);
    auto day = take_digits(text, 2);
    if (!day || !text.empty()) return std::nullopt;
    return Date{*year, *month, *day};
}

namespace {

// HH[:MM[:SS[.ffffff]]] or the same without colons.
std::optional<Time> parse_clock(std::string_view text) {
    Time time;
    int* parts[] = {&time.hour, &time.minute, &time.second};
    bool colons = text.size() > 2 && text[2] == ':';
    for (int i = 0; i < 3; ++i) {
        auto value = take_digits(text, 2);
        if (!value) return std::nullopt;
        *parts[i] = *value;
        if (text.empty()) return time;
        char c = text[0];
        if (colons && c == ':') {
            if (i == 2) return std::nullopt;
            text.remove_prefix(1);
        } else if (c == '.' || c == ',') {
            if (i < 2) return std::nullopt;
            break;
        } else if (colons || i == 2) {
            return std::nullopt;
        }
    }
    text.remove_prefix(1);
    if (text.empty()) return std::nullopt;
    int scale = 100'000;
    for (char c : text) {
        if (!is_digit(c)) return std::nullopt;
        time.microsecond += (c - '0') * scale;
        scale /= 10;
    }
    return time;
}

} // namespace

std::optional<IsoTime> parse_iso_time(std::string_view text) {
    IsoTime result;
    std::size_t sign = text.find_first_of("+-Z");
    auto time = parse_clock(text.substr(0, sign));
    if (!time) return std::nullopt;
    result.time = *time;
    if (sign == std::string_view::npos) return result;
    result.has_offset = true;
    if (text[sign] == 'Z') return sign + 1 == text.size() ? std::optional(result) : std::nullopt;
    auto offset = parse_clock(text.substr(sign + 1));
    if (!offset) return std::nullopt;
    result.offset = time_of_day(*offset) * (text[sign] == '-' ? -1 : 1);
    return result;
}

std::optional<IsoParts> split_iso(std::string_view text) {
    if (text.size() < 7) return std::nullopt;
    std::size_t at;
    auto digits_until = [&](std::size_t from) {
        while (from < text.size() && is_digit(text[from])) ++from;
        return from;
    };
    if (text.size() == 7) {
        at = 7;
    } else if (text[4] == '-') {
        if (text[5] != 'W') {
            at = 10;
        } else if (text.size() > 8 && text[8] == '-') {
            if (text.size() == 9) return std::nullopt;
            // A digit after what could be the weekday: the dash was the separator, and these are hours.
            at = text.size() > 10 && is_digit(text[10]) ? 8 : 10;
        } else {
            at = 8;
        }
    } else if (text[4] == 'W') {
        std::size_t end = digits_until(7);
        at = end < 9 ? end : end % 2 == 0 ? 7 : 8;
    } else {
        at = 8;
    }
    if (text.size() <= at) return IsoParts{text, {}};
    // The separator is any one character.
    std::size_t after = at + 1;
    while (after < text.size() && (text[after] & 0xC0) == 0x80) ++after;
    if (after >= text.size()) return std::nullopt;
    return IsoParts{text.substr(0, at), text.substr(after)};
}

} // namespace limbeck::python::datetime
