#include "schema/value.hpp"

#include "support/error.hpp"
#include "support/python_text.hpp"

#include <charconv>
#include <cmath>

namespace limbeck::schema {

namespace {

void append_padded(std::string& out, int value, int width) {
    char digits[16];
    auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
    for (auto length = end - digits; length < width; ++length) out += '0';
    out.append(digits, end);
}

std::string join_numbers(std::initializer_list<int> numbers, std::size_t at_least) {
    std::vector<int> list(numbers);
    while (list.size() > at_least && list.back() == 0) list.pop_back();
    std::string out;
    for (int number : list) {
        if (!out.empty()) out += ", ";
        out += std::to_string(number);
    }
    return out;
}

std::string timezone_repr(int offset) {
    if (offset == 0) return "datetime.timezone.utc";
    int days = 0;
    while (offset < 0) {
        offset += 86400;
        --days;
    }
    std::string inner =
        days != 0 ? fmt::format("days={}, seconds={}", days, offset) : fmt::format("seconds={}", offset);
    return fmt::format("datetime.timezone(datetime.timedelta({}))", inner);
}

std::string uuid_text(const std::string& hex) {
    std::string out;
    for (std::size_t i = 0; i < hex.size(); ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20) out += '-';
        out += hex[i];
    }
    return out;
}

std::string items_repr(const std::vector<Value>& items) {
    std::string out;
    for (const Value& item : items) {
        if (!out.empty()) out += ", ";
        out += repr(item);
    }
    return out;
}

std::string interval_repr(const Interval& value) {
    std::string out;
    auto add = [&out](const char* name, std::int64_t number) {
        if (number == 0) return;
        if (!out.empty()) out += ", ";
        out += fmt::format("{}={}", name, number);
    };
    add("days", value.days);
    add("seconds", value.seconds);
    add("microseconds", value.microseconds);
    return "datetime.timedelta(" + (out.empty() ? "0" : out) + ")";
}

} // namespace

std::string repr(double value) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
    char digits[64];
    auto [end, error] = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::scientific);
    std::string_view text(digits, end - digits);
    auto e = text.find('e');
    int exponent = std::atoi(std::string(text.substr(e + 1)).c_str());
    if (exponent < -4 || exponent >= 16) {
        std::string out(text.substr(0, e));
        out += exponent < 0 ? "e-" : "e+";
        append_padded(out, std::abs(exponent), 2);
        return out;
    }
    auto [fixed_end, fixed_error] =
        std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed);
    std::string out(digits, fixed_end);
    if (out.find('.') == out.npos) out += ".0";
    return out;
}

std::string repr(std::string_view text) {
    return text::script_repr(text);
}

const std::vector<Value>* items_of(const Value& value) {
    if (auto* list = value.get_if<List>()) return &list->items;
    if (auto* tuple = value.get_if<Tuple>()) return &tuple->items;
    return nullptr;
}

std::string str(const Value& value) {
    if (auto* text = value.get_if<std::string>()) return *text;
    if (auto* number = value.get_if<Decimal>()) return number->text;
    if (auto* id = value.get_if<Uuid>()) return uuid_text(id->hex);
    if (auto* member = value.get_if<EnumMember>()) return member->enum_name + "." + member->name;
    if (auto* opaque = value.get_if<Opaque>()) return opaque->str;
    auto time = [](const Time& t) {
        std::string out;
        append_padded(out, t.hour, 2);
        out += ':';
        append_padded(out, t.minute, 2);
        out += ':';
        append_padded(out, t.second, 2);
        if (t.microsecond != 0) {
            out += '.';
            append_padded(out, t.microsecond, 6);
        }
        if (t.offset) {
            int offset = *t.offset;
            out += offset < 0 ? '-' : '+';
            offset = std::abs(offset);
            append_padded(out, offset / 3600, 2);
            out += ':';
            append_padded(out, offset / 60 % 60, 2);
            if (offset % 60 != 0) {
                out += ':';
                append_padded(out, offset % 60, 2);
            }
        }
        return out;
    };
    auto date = [](const Date& d) {
        std::string out;
        append_padded(out, d.year, 4);
        out += '-';
        append_padded(out, d.month, 2);
        out += '-';
        append_padded(out, d.day, 2);
        return out;
    };
    if (auto* d = value.get_if<Date>()) return date(*d);
    if (auto* t = value.get_if<Time>()) return time(*t);
    if (auto* both = value.get_if<DateTime>()) return date(both->date) + " " + time(both->time);
    return repr(value);
}

std::string repr(const Value& value) {
    struct Printer {
        std::string operator()(std::monostate) const { return "None"; }
        std::string operator()(bool v) const { return v ? "True" : "False"; }
        std::string operator()(std::int64_t v) const { return std::to_string(v); }
        std::string operator()(double v) const { return repr(v); }
        std::string operator()(const std::string& v) const { return repr(std::string_view(v)); }
        std::string operator()(const BigInteger& v) const { return v.digits; }
        std::string operator()(const Decimal& v) const { return "Decimal('" + v.text + "')"; }
        std::string operator()(const Bytes& v) const { return text::bytes_repr(v.data); }
        std::string operator()(const Date& v) const {
            return fmt::format("datetime.date({}, {}, {})", v.year, v.month, v.day);
        }
        std::string operator()(const Time& v) const {
            return "datetime.time(" + join_numbers({v.hour, v.minute, v.second, v.microsecond}, 2) + zone(v) +
                   ")";
        }
        std::string operator()(const DateTime& v) const {
            return fmt::format(
                "datetime.datetime({}, {}, {}, {}{})", v.date.year, v.date.month, v.date.day,
                join_numbers({v.time.hour, v.time.minute, v.time.second, v.time.microsecond}, 2),
                zone(v.time));
        }
        std::string operator()(const Interval& v) const { return interval_repr(v); }
        std::string operator()(const Uuid& v) const { return "UUID('" + uuid_text(v.hex) + "')"; }
        std::string operator()(const EnumMember& v) const {
            return "<" + v.enum_name + "." + v.name + ": " + (v.value ? repr(*v.value) : "None") + ">";
        }
        std::string operator()(const List& v) const { return "[" + items_repr(v.items) + "]"; }
        std::string operator()(const Tuple& v) const {
            return "(" + items_repr(v.items) + (v.items.size() == 1 ? ",)" : ")");
        }
        std::string operator()(const Dict& v) const {
            std::string out;
            for (const auto& [key, item] : v.items) {
                if (!out.empty()) out += ", ";
                out += repr(key) + ": " + repr(item);
            }
            return "{" + out + "}";
        }
        std::string operator()(const Range& v) const {
            if (v.empty) return "Range(empty=True)";
            return "Range(lower=" + (v.lower ? repr(*v.lower) : "None") +
                   ", upper=" + (v.upper ? repr(*v.upper) : "None") + ", bounds='" + v.bounds +
                   "', empty=False)";
        }
        std::string operator()(const Opaque& v) const { return v.repr; }
        static std::string zone(const Time& t) {
            return t.offset ? ", tzinfo=" + timezone_repr(*t.offset) : "";
        }
    };
    return std::visit(
        Printer{},
        static_cast<const std::variant<std::monostate, bool, std::int64_t, double, std::string, BigInteger,
                                       Decimal, Bytes, Date, Time, DateTime, Interval, Uuid, EnumMember, List,
                                       Tuple, Dict, Range, Opaque>&>(value));
}

namespace {

void append_json_text(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = text::next_code_point(text, at, true);
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        default:
            if (c >= 0x20 && c < 0x7f) {
                out += static_cast<char>(c);
            } else if (c < 0x10000) {
                out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
            } else {
                unsigned rest = static_cast<unsigned>(c) - 0x10000;
                out += fmt::format("\\u{:04x}\\u{:04x}", 0xd800 + (rest >> 10), 0xdc00 + (rest & 0x3ff));
            }
        }
    }
    out += '"';
}

const char* python_class(const Value& value) {
    if (value.is<Decimal>()) return "Decimal";
    if (value.is<Bytes>()) return "bytes";
    if (value.is<Date>()) return "date";
    if (value.is<Time>()) return "time";
    if (value.is<DateTime>()) return "datetime";
    if (value.is<Interval>()) return "timedelta";
    if (value.is<Uuid>()) return "UUID";
    if (value.is<Range>()) return "Range";
    if (auto* member = value.get_if<EnumMember>()) return member->enum_name.c_str();
    if (auto* opaque = value.get_if<Opaque>()) return opaque->class_name.c_str();
    return "object";
}

void append_json_number(std::string& out, double number) {
    if (std::isnan(number))
        out += "NaN";
    else if (std::isinf(number))
        out += number < 0 ? "-Infinity" : "Infinity";
    else
        out += repr(number);
}

void append_json(std::string& out, const Value& value);

void append_json_items(std::string& out, const std::vector<Value>& items) {
    out += '[';
    for (const Value& item : items) {
        if (&item != &items.front()) out += ", ";
        append_json(out, item);
    }
    out += ']';
}

// The key of an object: a text, or what Python's json makes one of.
void append_json_key(std::string& out, const Value& key) {
    if (auto* text = key.get_if<std::string>()) return append_json_text(out, *text);
    if (key.is_null() || key.is<bool>() || key.is<std::int64_t>() || key.is<double>() ||
        key.is<BigInteger>()) {
        out += '"';
        append_json(out, key);
        out += '"';
        return;
    }
    throw Error(fmt::format("keys must be str, int, float, bool or None, not {}",
                            key.is<Tuple>() ? "tuple" : python_class(key)));
}

void append_json(std::string& out, const Value& value) {
    if (value.is_null())
        out += "null";
    else if (auto* flag = value.get_if<bool>())
        out += *flag ? "true" : "false";
    else if (auto* number = value.get_if<std::int64_t>())
        out += std::to_string(*number);
    else if (auto* big = value.get_if<BigInteger>())
        out += big->digits;
    else if (auto* real = value.get_if<double>())
        append_json_number(out, *real);
    else if (auto* text = value.get_if<std::string>())
        append_json_text(out, *text);
    else if (auto* items = items_of(value))
        append_json_items(out, *items);
    else if (auto* dict = value.get_if<Dict>()) {
        out += '{';
        bool first = true;
        for (const auto& [key, item] : dict->items) {
            if (!first) out += ", ";
            first = false;
            append_json_key(out, key);
            out += ": ";
            append_json(out, item);
        }
        out += '}';
    } else {
        throw Error(fmt::format("Object of type {} is not JSON serializable", python_class(value)));
    }
}

} // namespace

std::string json(const Value& value) {
    std::string out;
    append_json(out, value);
    return out;
}

} // namespace limbeck::schema
