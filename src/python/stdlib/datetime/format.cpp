#include "python/stdlib/datetime/types.hpp"
#include "python/stdlib/struct_sequence.hpp"

#include <ctime>

namespace limbeck::python::datetime {

namespace {

std::tm to_tm(const Date& date, const Time& time) {
    std::tm tm{};
    tm.tm_year = date.year - 1900;
    tm.tm_mon = date.month - 1;
    tm.tm_mday = date.day;
    tm.tm_hour = time.hour;
    tm.tm_min = time.minute;
    tm.tm_sec = time.second;
    tm.tm_wday = (weekday(date) + 1) % 7;
    tm.tm_yday = day_of_year(date) - 1;
    tm.tm_isdst = -1;
    return tm;
}

std::string zone_digits(const Value& about) {
    if (about.is_none() || (date_if(about) && !datetime_if(about))) return {};
    Value offset = call_method(about, "utcoffset");
    if (offset.is_none()) return {};
    return format_offset(static_cast<std::int64_t>(state<DeltaState>(offset).microseconds), "");
}

std::string zone_letters(const Value& about) {
    if (about.is_none() || (date_if(about) && !datetime_if(about))) return {};
    Value name = call_method(about, "tzname");
    return name.is_none() ? std::string() : as_text(name);
}

} // namespace

std::string format_wall_time(std::string_view format, const Date& date, const Time& time,
                             const Value& about) {
    // What the C library does not know is filled in before it is asked.
    std::string pattern;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%' || i + 1 == format.size()) {
            pattern += format[i];
            if (format[i] == '%') pattern += '%';
            continue;
        }
        char c = format[++i];
        if (c == 'f')
            pattern += fmt::format("{:06}", time.microsecond);
        else if (c == 'z')
            pattern += zone_digits(about);
        else if (c == 'Z') {
            for (char letter : zone_letters(about)) pattern.append(letter == '%' ? 2 : 1, letter);
        } else {
            pattern += '%';
            pattern += c;
        }
    }
    if (pattern.empty()) return {};
    std::tm tm = to_tm(date, time);
    // A mark at the end tells an empty result from a buffer that is too small.
    pattern += '.';
    std::string out(256 + pattern.size() * 4, '\0');
    for (;;) {
        std::size_t length = std::strftime(out.data(), out.size(), pattern.c_str(), &tm);
        if (length > 0) {
            out.resize(length - 1);
            return out;
        }
        out.resize(out.size() * 2);
    }
}

const std::string& format_argument(const Value& value) {
    if (const std::string* text = text_if(value)) return *text;
    if (is_unresolved(value)) raise_unresolved(value, "use it as text");
    raise(Exc::TypeError, fmt::format("strftime() argument 1 must be str, not {}", type_name(value)));
}

Value make_time_tuple(const Date& date, const Time& time, int is_dst) {
    Value type = native_attribute("_time_tuple", "struct_time");
    return make_struct_sequence(as_class(type), {Value::integer(date.year), Value::integer(date.month),
                                                 Value::integer(date.day), Value::integer(time.hour),
                                                 Value::integer(time.minute), Value::integer(time.second),
                                                 Value::integer(weekday(date)),
                                                 Value::integer(day_of_year(date)), Value::integer(is_dst)});
}

} // namespace limbeck::python::datetime
