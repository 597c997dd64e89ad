#include "python/stdlib/datetime/types.hpp"
#include "python/stdlib/regex/program.hpp"
#include "python/stdlib/regex/utf.hpp"
#include "support/text.hpp"

#include <ctime>
#include <map>

namespace limbeck::python::datetime {

namespace {

constexpr const char* weekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                    "friday", "saturday", "sunday"};
constexpr const char* months[] = {"january", "february", "march",     "april",   "may",      "june",
                                  "july",    "august",   "september", "october", "november", "december"};

std::string alternatives(const char* const* names, int count, bool short_form) {
    std::vector<std::string> words;
    for (int i = 0; i < count; ++i) words.push_back(std::string(names[i]).substr(0, short_form ? 3 : 20));
    // Longer names first, so that none hides another.
    std::stable_sort(words.begin(), words.end(), [](auto& a, auto& b) { return a.size() > b.size(); });
    return text::join(words, "|");
}

std::string zone_names() {
    ::tzset();
    std::string out = "utc|gmt";
    for (const char* name : {::tzname[0], ::tzname[1]}) {
        std::string lower = text::to_lower(name ? name : "");
        if (lower.empty() || lower == "utc" || lower == "gmt") continue;
        out += "|";
        for (char c : lower) out += (c == '+' || c == '-' ? "\\" : "") + std::string(1, c);
    }
    return out;
}

// What a directive accepts; empty where there is no such directive.
std::string directive_pattern(char directive) {
    switch (directive) {
    case 'd':
        return R"(3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])";
    case 'f':
        return R"([0-9]{1,6})";
    case 'H':
        return R"(2[0-3]|[0-1]\d|\d)";
    case 'I':
        return R"(1[0-2]|0[1-9]|[1-9])";
    case 'G':
    case 'Y':
        return R"(\d\d\d\d)";
    case 'j':
        return R"(36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])";
    case 'm':
        return R"(1[0-2]|0[1-9]|[1-9])";
    case 'M':
        return R"([0-5]\d|\d)";
    case 'S':
        return R"(6[0-1]|[0-5]\d|\d)";
    case 'U':
    case 'W':
        return R"(5[0-3]|[0-4]\d|\d)";
    case 'w':
        return "[0-6]";
    case 'u':
        return "[1-7]";
    case 'V':
        return R"(5[0-3]|0[1-9]|[1-4]\d|\d)";
    case 'y':
        return R"(\d\d)";
    case 'z':
        return R"([+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z))";
    case 'A':
        return alternatives(weekdays, 7, false);
    case 'a':
        return alternatives(weekdays, 7, true);
    case 'B':
        return alternatives(months, 12, false);
    case 'b':
        return alternatives(months, 12, true);
    case 'p':
        return "am|pm";
    case 'Z':
        return zone_names();
    default:
        return {};
    }
}

// The format as a regular expression, one named group per directive.
class FormatPattern {
  public:
    explicit FormatPattern(std::string_view format) : format_(format) { translate(format); }

    std::string out;
    std::vector<char> directives;

  private:
    void translate(std::string_view format) {
        for (std::size_t i = 0; i < format.size(); ++i) {
            char c = format[i];
            if (text::is_space(c)) {
                while (i + 1 < format.size() && text::is_space(format[i + 1])) ++i;
                out += "\\s+";
            } else if (c != '%') {
                if (std::string_view("\\.^$*+?(){}[]|").find(c) != std::string_view::npos) out += '\\';
                out += c;
            } else if (++i == format.size()) {
                raise(Exc::ValueError, fmt::format("stray % in format '{}'", format_));
            } else {
                directive(format[i]);
            }
        }
    }

    void directive(char c) {
        switch (c) {
        case '%':
            out += '%';
            return;
        case 'c':
            return translate("%a %b %d %H:%M:%S %Y");
        case 'x':
            return translate("%m/%d/%y");
        case 'X':
            return translate("%H:%M:%S");
        default:
            break;
        }
        std::string accepts = directive_pattern(c);
        if (accepts.empty())
            raise(Exc::ValueError, fmt::format("'{}' is a bad directive in format '{}'", c, format_));
        out += fmt::format("(?P<{}>{})", c, accepts);
        directives.push_back(c);
    }

    std::string_view format_;
};

using Fields = std::map<char, std::string>;

int index_of(const std::string& word, const char* const* names, int count, bool short_form) {
    for (int i = 0; i < count; ++i)
        if (word == (short_form ? std::string(names[i]).substr(0, 3) : names[i])) return i;
    return 0;
}

Fields match(std::string_view given, std::string_view format) {
    FormatPattern pattern(format);
    regex::Found found;
    std::u32string text32 = regex::from_utf8(given);
    try {
        regex::Program program =
            regex::compile(regex::from_utf8(pattern.out), regex::flag_ignore_case, false);
        if (!regex::find(program, {text32.data(), text32.size(), true}, 0, text32.size(), regex::Mode::match,
                         false, found))
            raise(Exc::ValueError,
                  fmt::format("time data {} does not match format {}", quote(given), quote(format)));
    } catch (const regex::PatternError& error) {
        // A directive given twice.
        raise(as_class(native_attribute("re", "error")),
              fmt::format("{} at position {}", error.message(), error.position));
    }
    auto end = static_cast<std::size_t>(found.groups[0].end);
    if (end != text32.size())
        raise(Exc::ValueError,
              "unconverted data remains: " + regex::to_utf8(std::u32string_view(text32).substr(end)));
    Fields fields;
    for (std::size_t i = 0; i < pattern.directives.size(); ++i) {
        regex::Span span = found.groups[i + 1];
        auto part = std::u32string_view(text32).substr(static_cast<std::size_t>(span.start),
                                                       static_cast<std::size_t>(span.end - span.start));
        fields[pattern.directives[i]] = text::to_lower(regex::to_utf8(part));
    }
    return fields;
}

std::int64_t parse_offset(std::string digits, std::string_view given) {
    if (digits == "z") return 0;
    bool negative = digits[0] == '-';
    if (digits[3] == ':') {
        digits.erase(3, 1);
        if (digits.size() > 5) {
            if (digits[5] != ':') raise(Exc::ValueError, fmt::format("Inconsistent use of : in {}", given));
            digits.erase(5, 1);
        }
    }
    auto two = [&](std::size_t at) { return at + 2 <= digits.size() ? std::stoi(digits.substr(at, 2)) : 0; };
    std::int64_t us = (two(1) * 3600LL + two(3) * 60 + two(5)) * second_us;
    if (digits.size() > 8) {
        std::string fraction = digits.substr(8);
        fraction.resize(6, '0');
        us += std::stoi(fraction);
    }
    return negative ? -us : us;
}

void read_clock(const Fields& fields, Parsed& parsed) {
    auto number = [&](char c) { return std::stoi(fields.at(c)); };
    if (fields.contains('H')) parsed.time.hour = number('H');
    if (fields.contains('I')) {
        int hour = number('I');
        std::string half = fields.contains('p') ? fields.at('p') : "";
        if (half.empty() || half == "am")
            parsed.time.hour = hour == 12 ? 0 : hour;
        else
            parsed.time.hour = hour == 12 ? 12 : hour + 12;
    }
    if (fields.contains('M')) parsed.time.minute = number('M');
    if (fields.contains('S')) parsed.time.second = number('S');
    if (fields.contains('f')) {
        std::string digits = fields.at('f');
        digits.resize(6, '0');
        parsed.time.microsecond = std::stoi(digits);
    }
}

// The weekday that was given, Monday 0; -1 where none was.
int read_weekday(const Fields& fields) {
    if (fields.contains('A')) return index_of(fields.at('A'), weekdays, 7, false);
    if (fields.contains('a')) return index_of(fields.at('a'), weekdays, 7, true);
    if (fields.contains('w')) return (std::stoi(fields.at('w')) + 6) % 7;
    if (fields.contains('u')) return std::stoi(fields.at('u')) - 1;
    return -1;
}

void read_date(const Fields& fields, Parsed& parsed) {
    auto number = [&](char c) { return std::stoi(fields.at(c)); };
    bool has_year = true;
    if (fields.contains('Y'))
        parsed.date.year = number('Y');
    else if (fields.contains('y'))
        parsed.date.year = number('y') + (number('y') <= 68 ? 2000 : 1900);
    else
        has_year = false;
    if (fields.contains('m')) parsed.date.month = number('m');
    if (fields.contains('B')) parsed.date.month = index_of(fields.at('B'), months, 12, false) + 1;
    if (fields.contains('b')) parsed.date.month = index_of(fields.at('b'), months, 12, true) + 1;
    if (fields.contains('d')) parsed.date.day = std::stoi(fields.at('d'));
    int day = read_weekday(fields);
    int julian = fields.contains('j') ? number('j') : 0;
    // 29 February without a year is looked at in a leap year, and printed as 1900's nevertheless.
    bool leap_day = !has_year && parsed.date.month == 2 && parsed.date.day == 29;
    int year = leap_day ? 1904 : parsed.date.year;
    if (fields.contains('G') && !fields.contains('V'))
        raise(Exc::ValueError, "ISO year directive '%G' must be used with the ISO week directive '%V' and a "
                               "weekday directive ('%A', '%a', '%w', or '%u').");
    if (fields.contains('V') && (!fields.contains('G') || day < 0))
        raise(Exc::ValueError,
              fields.contains('Y')
                  ? "ISO week directive '%V' is incompatible with the year directive '%Y'. Use "
                    "the ISO year '%G' instead."
                  : "ISO week directive '%V' must be used with the ISO year directive '%G' and "
                    "a weekday directive ('%A', '%a', '%w', or '%u').");
    if (fields.contains('V')) {
        auto at = from_iso_calendar(number('G'), number('V'), day + 1);
        if (!at) raise(Exc::ValueError, fmt::format("Invalid week: {}", number('V')));
        parsed.date = from_ordinal(*at);
    } else if (julian == 0 && day >= 0 && (fields.contains('U') || fields.contains('W'))) {
        bool from_monday = fields.contains('W');
        int week = number(from_monday ? 'W' : 'U');
        int first = weekday({year, 1, 1});
        int within = day;
        if (!from_monday) {
            first = (first + 1) % 7;
            within = (within + 1) % 7;
        }
        int before = (7 - first) % 7;
        julian = week == 0 ? 1 + within - first : 1 + before + 7 * (week - 1) + within;
        if (julian <= 0) {
            year -= 1;
            julian += is_leap(year) ? 366 : 365;
        }
        parsed.date = from_ordinal(ordinal({year, 1, 1}) + julian - 1);
    } else if (julian) {
        parsed.date = from_ordinal(ordinal({year, 1, 1}) + julian - 1);
    }
    Date shown{leap_day ? 1904 : parsed.date.year, parsed.date.month, parsed.date.day};
    if (shown.day > days_in_month(shown.year, shown.month))
        raise(Exc::ValueError, "day is out of range for month");
    if (shown.year < 1) raise(Exc::ValueError, fmt::format("year {} is out of range", shown.year));
    parsed.day_of_year = day_of_year(shown);
    parsed.weekday = day >= 0 ? day : weekday(shown);
}

} // namespace

Parsed parse_wall_time(std::string_view given, std::string_view format) {
    Fields fields = match(given, format);
    Parsed parsed;
    read_clock(fields, parsed);
    read_date(fields, parsed);
    if (fields.contains('z')) {
        parsed.has_offset = true;
        parsed.offset = parse_offset(fields.at('z'), fields.at('z'));
    }
    if (fields.contains('Z')) {
        std::string lower = fields.at('Z');
        parsed.is_dst =
            lower == "utc" || lower == "gmt" || lower == text::to_lower(::tzname[0] ? ::tzname[0] : "") ? 0
                                                                                                        : 1;
        parsed.zone = text::to_upper(lower);
    }
    return parsed;
}

} // namespace limbeck::python::datetime
