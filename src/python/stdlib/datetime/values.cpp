#include "python/stdlib/datetime/types.hpp"

#include <chrono>
#include <cmath>
#include <ctime>

namespace limbeck::python::datetime {

const Types& types() {
    return state<Types>(native_attribute("datetime", "_types"));
}

Value make_date(const Date& date) {
    return make_instance_with<DateState>(types().date, date);
}

Value make_time(const Time& time, const Value& tzinfo, int fold) {
    return make_instance_with<TimeState>(types().time, time, tzinfo, fold);
}

Value make_datetime(const Date& date, const Time& time, const Value& tzinfo, int fold) {
    return make_instance_with<DatetimeState>(types().datetime, date, time, tzinfo, fold);
}

Value make_timezone(std::int64_t offset_us) {
    if (offset_us <= -day_us || offset_us >= day_us)
        raise(Exc::ValueError, "offset must be a timedelta strictly between -timedelta(hours=24) and "
                               "timedelta(hours=24), not " +
                                   to_repr(make_delta(offset_us)) + ".");
    if (offset_us == 0) return types().utc;
    return make_instance_with<TimezoneState>(types().timezone, offset_us, std::nullopt);
}

Value make_date_as(Class* type, const Date& date) {
    if (type == types().date) return make_date(date);
    if (type == types().datetime) return make_datetime(date, {});
    return call(class_value(type),
                {Value::integer(date.year), Value::integer(date.month), Value::integer(date.day)});
}

Value make_datetime_as(Class* type, const Date& date, const Time& time, const Value& tzinfo, int fold) {
    if (type == types().datetime) return make_datetime(date, time, tzinfo, fold);
    std::vector<Value> arguments = {Value::integer(date.year),        Value::integer(date.month),
                                    Value::integer(date.day),         Value::integer(time.hour),
                                    Value::integer(time.minute),      Value::integer(time.second),
                                    Value::integer(time.microsecond), tzinfo};
    std::vector<KeywordArgument> keywords;
    if (fold) keywords.push_back({intern("fold"), Value::integer(fold)});
    return call(class_value(type), arguments, keywords);
}

std::string datetime_text(const Value& value, std::string_view separator, std::string_view timespec) {
    auto& self = state<DatetimeState>(value);
    auto clock = format_time(self.time, timespec);
    if (!clock) raise(Exc::ValueError, "Unknown timespec value");
    std::string out = format_date(self.date) + std::string(separator) + *clock;
    if (auto offset = zone_offset(self.tzinfo, value, "utcoffset")) out += format_offset(*offset);
    return out;
}

void check_date(const Date& date) {
    if (date.year < 1 || date.year > 9999)
        raise(Exc::ValueError, fmt::format("year {} is out of range", date.year));
    if (date.month < 1 || date.month > 12) raise(Exc::ValueError, "month must be in 1..12");
    if (date.day < 1 || date.day > days_in_month(date.year, date.month))
        raise(Exc::ValueError, "day is out of range for month");
}

void check_time(const Time& time) {
    if (time.hour < 0 || time.hour > 23) raise(Exc::ValueError, "hour must be in 0..23");
    if (time.minute < 0 || time.minute > 59) raise(Exc::ValueError, "minute must be in 0..59");
    if (time.second < 0 || time.second > 59) raise(Exc::ValueError, "second must be in 0..59");
    if (time.microsecond < 0 || time.microsecond > 999999)
        raise(Exc::ValueError, "microsecond must be in 0..999999");
}

void check_fold(std::int64_t fold) {
    if (fold != 0 && fold != 1) raise(Exc::ValueError, "fold must be either 0 or 1");
}

void check_tzinfo(const Value& value) {
    if (value.is_none() || is_instance(value, types().tzinfo)) return;
    if (is_unresolved(value)) raise_unresolved(value, "use it as a time zone");
    raise(Exc::TypeError, fmt::format("tzinfo argument must be None or of a tzinfo subclass, not type '{}'",
                                      type_name(value)));
}

int int_argument(const Value& value) {
    std::int64_t number = as_index(value);
    if (number > INT32_MAX) raise(Exc::OverflowError, "signed integer is greater than maximum");
    if (number < INT32_MIN) raise(Exc::OverflowError, "signed integer is less than minimum");
    return static_cast<int>(number);
}

std::optional<std::int64_t> zone_offset(const Value& tzinfo, const Value& about, const char* method) {
    if (tzinfo.is_none()) return std::nullopt;
    if (auto* fixed = state_if<TimezoneState>(tzinfo)) {
        if (method[0] == 'd') return std::nullopt;
        return fixed->offset;
    }
    Value answer = call_method(tzinfo, method, {about});
    if (answer.is_none()) return std::nullopt;
    auto* delta = delta_if(answer);
    if (!delta)
        raise(Exc::TypeError,
              fmt::format("tzinfo.{}() must return None or timedelta, not '{}'", method, type_name(answer)));
    if (delta->microseconds <= -day_us || delta->microseconds >= day_us)
        raise(Exc::ValueError, "offset must be a timedelta strictly between -timedelta(hours=24) and "
                               "timedelta(hours=24).");
    return static_cast<std::int64_t>(delta->microseconds);
}

std::string zone_name(const Value& tzinfo, const Value& about) {
    if (tzinfo.is_none()) return {};
    Value answer = call_method(tzinfo, "tzname", {about});
    if (answer.is_none()) return {};
    if (!is_str(answer))
        raise(Exc::TypeError,
              fmt::format("tzinfo.tzname() must return None or a string, not '{}'", type_name(answer)));
    return as_text(answer);
}

namespace {

std::int64_t wall_seconds(const Date& date, const Time& time) {
    return (ordinal(date) - epoch_ordinal) * 86'400LL + time.hour * 3600 + time.minute * 60 + time.second;
}

std::int64_t local_wall(std::int64_t epoch) {
    LocalTime local = epoch_to_local(epoch);
    return wall_seconds(local.date, local.time);
}

} // namespace

std::int64_t local_to_epoch(const Date& date, const Time& time, int fold) {
    // Two guesses, a day apart where the first one sits beside a change of offset.
    std::int64_t wall = wall_seconds(date, time);
    std::int64_t a = local_wall(wall) - wall;
    std::int64_t first = wall - a;
    std::int64_t b;
    if (local_wall(first) == wall) {
        std::int64_t near = first + (fold ? 86'400 : -86'400);
        b = local_wall(near) - near;
        if (a == b) return first;
    } else {
        b = local_wall(first) - first;
    }
    std::int64_t second = wall - b;
    if (local_wall(second) == wall) return second;
    if (local_wall(first) == wall) return first;
    return fold ? std::min(first, second) : std::max(first, second);
}

LocalTime epoch_to_local(std::int64_t seconds) {
    auto when = static_cast<std::time_t>(seconds);
    std::tm tm{};
    if (!::localtime_r(&when, &tm)) raise(Exc::OverflowError, "timestamp out of range for platform time_t");
    LocalTime local;
    local.date = {tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday};
    if (local.date.year < 1 || local.date.year > 9999)
        raise(Exc::ValueError, fmt::format("year {} is out of range", local.date.year));
    // A leap second has no place in a datetime.
    local.time = {tm.tm_hour, tm.tm_min, std::min(tm.tm_sec, 59), 0};
    local.offset = tm.tm_gmtoff;
    local.zone = tm.tm_zone ? tm.tm_zone : "";
    // The later of two equal wall times: a day is more than any change of offset.
    std::time_t earlier = when - 86'400;
    std::tm before{};
    if (::localtime_r(&earlier, &before) && before.tm_gmtoff > tm.tm_gmtoff) {
        std::time_t same = when - (before.tm_gmtoff - tm.tm_gmtoff);
        std::tm probe{};
        if (::localtime_r(&same, &probe) && probe.tm_hour == tm.tm_hour && probe.tm_min == tm.tm_min &&
            probe.tm_sec == tm.tm_sec && probe.tm_mday == tm.tm_mday)
            local.fold = 1;
    }
    return local;
}

std::int64_t now_us() {
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

std::int64_t timestamp_us(const Value& value) {
    if (is_int(value)) {
        auto number = integer_if(value);
        if (!number || *number > INT64_MAX / second_us || *number < INT64_MIN / second_us)
            raise(Exc::OverflowError, "timestamp out of range for platform time_t");
        return *number * second_us;
    }
    if (!value.is_float() && !as<Float>(value))
        raise(Exc::TypeError,
              fmt::format("'{}' object cannot be interpreted as an integer", type_name(value)));
    double number = as_double(value);
    if (std::isnan(number)) raise(Exc::ValueError, "Invalid value NaN (not a number)");
    double whole;
    double us = std::nearbyint(std::modf(number, &whole) * 1e6);
    if (std::fabs(whole) > 9.2e12) raise(Exc::OverflowError, "timestamp out of range for platform time_t");
    return static_cast<std::int64_t>(whole) * second_us + static_cast<std::int64_t>(us);
}

WallTime add(const Date& date, const Time& time, Int128 us) {
    Int128 within;
    Int128 days = floor_div(us + time_of_day(time), Int128(day_us), &within) + ordinal(date);
    if (days < 1 || days > max_ordinal) raise(Exc::OverflowError, "date value out of range");
    return {from_ordinal(static_cast<int>(days)), from_time_of_day(static_cast<std::int64_t>(within))};
}

} // namespace limbeck::python::datetime
