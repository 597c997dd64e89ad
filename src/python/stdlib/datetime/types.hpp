// Python's datetime values as C++ sees them: what they hold, and how to make and recognise them.
//
// Other floors (drivers that return rows, SQL literals, log records) use the makers and the `..._if`
// functions; the classes themselves are declared in the *_class.cpp files beside this one.
#pragma once

#include "python/binding.hpp"
#include "python/stdlib/datetime/civil.hpp"

namespace limbeck::python::datetime {

struct DeltaState final : NativeState {
    explicit DeltaState(Int128 us) : microseconds(us) {}
    Int128 microseconds;
};

struct DateState : NativeState {
    explicit DateState(Date value) : date(value) {}
    Date date;
};

struct TimeState final : NativeState {
    TimeState(Time value, Value zone, int fold_value)
        : time(value), tzinfo(std::move(zone)), fold(fold_value) {}
    Time time;
    Value tzinfo; // None where naive
    int fold;
};

// A datetime is a date, too.
struct DatetimeState final : DateState {
    DatetimeState(Date day, Time clock, Value zone, int fold_value)
        : DateState(day), time(clock), tzinfo(std::move(zone)), fold(fold_value) {}
    Time time;
    Value tzinfo;
    int fold;
};

// datetime.timezone: a fixed offset.
struct TimezoneState final : NativeState {
    TimezoneState(std::int64_t us, std::optional<std::string> zone_name)
        : offset(us), name(std::move(zone_name)) {}
    std::int64_t offset; // microseconds
    std::optional<std::string> name;
};

// The classes of the running interpreter.
struct Types final : NativeState {
    Class *delta = nullptr, *date = nullptr, *time = nullptr, *datetime = nullptr, *tzinfo = nullptr,
          *timezone = nullptr, *iso_date = nullptr;
    Value utc;
};
const Types& types();

// Makers. Dates and times must be in range (check_date, check_time); a range error of a result is
// Python's OverflowError.
Value make_delta(Int128 microseconds);
Value make_date(const Date& date);
Value make_time(const Time& time, const Value& tzinfo = Value::none(), int fold = 0);
Value make_datetime(const Date& date, const Time& time, const Value& tzinfo = Value::none(), int fold = 0);
// timezone.utc where the offset is 0.
Value make_timezone(std::int64_t offset_us);
// The same for a class that a script may have derived; then the class is called.
Value make_date_as(Class* type, const Date& date);
Value make_datetime_as(Class* type, const Date& date, const Time& time, const Value& tzinfo, int fold = 0);

// Null where the value is of another type. date_if takes datetimes, too.
inline const DateState* date_if(const Value& value) {
    return state_if<DateState>(value);
}
inline const DatetimeState* datetime_if(const Value& value) {
    return state_if<DatetimeState>(value);
}
inline const TimeState* time_if(const Value& value) {
    return state_if<TimeState>(value);
}
inline const DeltaState* delta_if(const Value& value) {
    return state_if<DeltaState>(value);
}

// As str() and isoformat(" ") write them.
std::string delta_text(Int128 microseconds);
std::string datetime_text(const Value& datetime, std::string_view separator = " ",
                          std::string_view timespec = "auto");

// Python's ValueErrors for parts that are out of range.
void check_date(const Date& date);
void check_time(const Time& time);
void check_fold(std::int64_t fold);
// TypeError where it is neither None nor a tzinfo.
void check_tzinfo(const Value& value);
// An int argument as C's `int`, with Python's errors.
int int_argument(const Value& value);

// The zone's answer for the value, in microseconds; nothing where the zone is None or says None. method is
// "utcoffset" or "dst".
std::optional<std::int64_t> zone_offset(const Value& tzinfo, const Value& about, const char* method);
std::string zone_name(const Value& tzinfo, const Value& about);

// Seconds since the epoch of a local wall time, and back.
std::int64_t local_to_epoch(const Date& date, const Time& time, int fold);
struct LocalTime {
    Date date;
    Time time;
    int fold = 0;
    std::int64_t offset = 0; // seconds
    std::string zone;
};
LocalTime epoch_to_local(std::int64_t seconds);
// Now, in microseconds since the epoch.
std::int64_t now_us();
// A timestamp argument (int or float) in microseconds, rounded half to even.
std::int64_t timestamp_us(const Value& value);
// Adds to a wall time; OverflowError "date value out of range".
struct WallTime {
    Date date;
    Time time;
};
WallTime add(const Date& date, const Time& time, Int128 microseconds);

// strftime: `about` answers %z and %Z (a datetime or time; None otherwise).
std::string format_wall_time(std::string_view format, const Date& date, const Time& time, const Value& about);
// strftime's argument: TypeError where it is no str.
const std::string& format_argument(const Value& value);
// time.struct_time's nine numbers as a value.
Value make_time_tuple(const Date& date, const Time& time, int is_dst);

struct Parsed {
    Date date{1900, 1, 1};
    Time time;
    int weekday = 0, day_of_year = 1;
    int is_dst = -1;
    bool has_offset = false;
    std::int64_t offset = 0; // microseconds
    std::string zone;        // %Z: the name as given, empty where there was none
};
// ValueErrors as CPython's _strptime words them.
Parsed parse_wall_time(std::string_view text, std::string_view format);

// What fills in the classes; called once by the module.
void define_delta(ModuleBuilder& module, Types& types);
void define_date(ModuleBuilder& module, Types& types);
void define_time(ModuleBuilder& module, Types& types);
void define_datetime(ModuleBuilder& module, Types& types);
void define_timezone(ModuleBuilder& module, Types& types);

} // namespace limbeck::python::datetime
