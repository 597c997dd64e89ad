// A value of a script, as plain data: what a bound parameter holds and what literal rendering prints.
#pragma once

#include "schema/name.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace limbeck::schema {

struct Value;

// An integer beyond 64 bits, as its decimal digits.
struct BigInteger {
    std::string digits;
};
// A decimal.Decimal, as str() prints it: "1.10", "1E+3", "NaN".
struct Decimal {
    std::string text;
};
struct Bytes {
    std::string data;
};
struct Date {
    int year = 1, month = 1, day = 1;
};
struct Time {
    int hour = 0, minute = 0, second = 0, microsecond = 0;
    // Seconds east of UTC, where the time is aware.
    std::optional<int> offset;
};
struct DateTime {
    Date date;
    Time time;
};
// A datetime.timedelta, normalised as Python does: 0 <= seconds < 86400, 0 <= microseconds < 1000000.
struct Interval {
    std::int64_t days = 0;
    int seconds = 0, microseconds = 0;
};
// The 32 hexadecimal digits in lower case, without dashes.
struct Uuid {
    std::string hex;
};
// A member of a Python enum. The type it is bound to decides what is written for it.
struct EnumMember {
    std::string enum_name;
    std::string name;
    std::shared_ptr<const Value> value;
    bool is_value = false; // a text or a number itself (class Mood(str, Enum))
    std::shared_ptr<void> object; // as it came
};
struct List {
    std::vector<Value> items;
};
struct Tuple {
    std::vector<Value> items;
};
struct Dict {
    std::vector<std::pair<Value, Value>> items;
};
// A range of PostgreSQL; `bounds` is one of "[)", "(]", "[]", "()".
struct Range {
    std::shared_ptr<const Value> lower, upper; // null: unbounded
    std::string bounds = "[)";
    bool empty = false;
};
// A value that no type here can write: its class ("Foo") and what Python's repr() and str() print for it.
struct Opaque {
    std::string class_name;
    std::string repr;
    std::string str;
    std::shared_ptr<void> object;
    // What it holds, where it is a set or another collection that can be gone through again and again.
    std::shared_ptr<const std::vector<Value>> items;
    // Of a quoted_name where its wish counts: the names among a table's and an index's options.
    Quote quote = Quote::automatic;
};

struct Value
    : std::variant<std::monostate, bool, std::int64_t, double, std::string, BigInteger, Decimal, Bytes, Date,
                   Time, DateTime, Interval, Uuid, EnumMember, List, Tuple, Dict, Range, Opaque> {
    using variant::variant;
    Value() = default;
    Value(int value) : variant(static_cast<std::int64_t>(value)) {}
    Value(const char* value) : variant(std::string(value)) {}
    Value(std::string_view value) : variant(std::string(value)) {}

    bool is_null() const { return index() == 0; }
    template <class T> bool is() const { return std::holds_alternative<T>(*this); }
    template <class T> const T& as() const { return std::get<T>(*this); }
    template <class T> const T* get_if() const { return std::get_if<T>(static_cast<const variant*>(this)); }
    bool is_true() const { return is<bool>() && as<bool>(); }
    bool is_false() const { return is<bool>() && !as<bool>(); }
};

// The items of a list or tuple; null for any other value.
const std::vector<Value>* items_of(const Value& value);
// What Python's repr() prints: for error sentences.
std::string repr(const Value& value);
// What Python's str() prints.
std::string str(const Value& value);
// The shortest text that reads back as the same number, as Python's repr(float) prints it: "1.0", "1e+16",
// "nan".
std::string repr(double value);
// Python's repr() of a text: its choice of quotes, its escapes.
std::string repr(std::string_view text);
// json.dumps(value) with its defaults. Throws Error with Python's sentence for a value that JSON has not.
std::string json(const Value& value);

} // namespace limbeck::schema
