#include "sqlalchemy/driver_literals.hpp"

#include "schema/errors.hpp"

#include <fmt/format.h>

#include <cmath>

namespace limbeck::sqlalchemy {

namespace {

using schema::Value;

std::string quoted(std::string_view text) {
    if (text.find('\0') != std::string_view::npos)
        throw schema::ArgumentError("A string literal cannot contain NUL (0x00) characters.");
    bool escapes = text.find('\\') != std::string_view::npos;
    std::string out = escapes ? "E'" : "'";
    for (char c : text) {
        if (c == '\'' || c == '\\') out += c;
        out += c;
    }
    return out += '\'';
}

// A minus behind another would begin a comment.
std::string signed_number(std::string digits) {
    return digits.starts_with('-') ? " " + digits : digits;
}

std::string float_literal(double value) {
    if (std::isnan(value)) return "'NaN'::float";
    if (std::isinf(value)) return value > 0 ? "'Infinity'::float" : "'-Infinity'::float";
    return signed_number(schema::repr(value));
}

std::string decimal_literal(const std::string& text) {
    bool is_number = text.find_first_not_of("+-0123456789.eE") == std::string::npos;
    return is_number ? signed_number(text) : "'NaN'::numeric";
}

std::string bytes_literal(const std::string& data) {
    std::string out = "'\\x";
    for (unsigned char c : data) out += fmt::format("{:02x}", c);
    return out + "'::bytea";
}

std::string joined(const std::vector<Value>& items) {
    std::string out;
    for (const Value& item : items) {
        if (!out.empty()) out += ", ";
        out += driver_literal(item);
    }
    return out;
}

bool is_empty_list(const Value& value) {
    auto* list = value.get_if<schema::List>();
    return list && list->items.empty();
}

std::string array_literal(const std::vector<Value>& items) {
    bool all_null = true;
    for (const Value& item : items)
        if (!item.is_null() && !is_empty_list(item)) all_null = false;
    if (items.empty()) return "'{}'";
    if (!all_null) return "ARRAY[" + joined(items) + "]";
    std::string out = "'{";
    for (const Value& item : items) {
        if (out.size() > 2) out += ',';
        out += item.is_null() ? "NULL" : "{}";
    }
    return out += "}'";
}

std::string bound_text(const std::shared_ptr<const Value>& bound) {
    if (!bound || bound->is_null()) return {};
    std::string out = "\"";
    for (char c : schema::str(*bound)) {
        if (c == '"' || c == '\\') out += c;
        out += c;
    }
    return out += '"';
}

std::string range_literal(const schema::Range& range) {
    if (range.empty) return "'empty'";
    return quoted(range.bounds.substr(0, 1) + bound_text(range.lower) + "," + bound_text(range.upper) +
                  range.bounds.substr(1));
}

[[noreturn]] void cannot_adapt(std::string_view class_name) {
    throw schema::ArgumentError(fmt::format("can't adapt type '{}'", class_name));
}

} // namespace

std::string driver_literal(const Value& value) {
    if (value.is_null()) return "NULL";
    if (auto* flag = value.get_if<bool>()) return *flag ? "true" : "false";
    if (auto* number = value.get_if<std::int64_t>()) return signed_number(std::to_string(*number));
    if (auto* number = value.get_if<double>()) return float_literal(*number);
    if (auto* text = value.get_if<std::string>()) return quoted(*text);
    if (auto* big = value.get_if<schema::BigInteger>()) return signed_number(big->digits);
    if (auto* decimal = value.get_if<schema::Decimal>()) return decimal_literal(decimal->text);
    if (auto* bytes = value.get_if<schema::Bytes>()) return bytes_literal(bytes->data);
    if (value.is<schema::Date>()) return "'" + schema::str(value) + "'::date";
    if (auto* time = value.get_if<schema::Time>())
        return "'" + schema::str(value) + (time->offset ? "'::timetz" : "'::time");
    if (auto* moment = value.get_if<schema::DateTime>())
        return "'" + schema::str(Value(moment->date)) + "T" + schema::str(Value(moment->time)) +
               (moment->time.offset ? "'::timestamptz" : "'::timestamp");
    if (auto* interval = value.get_if<schema::Interval>())
        return fmt::format("'{} days {}.{:06} seconds'::interval", interval->days, interval->seconds,
                           interval->microseconds);
    if (value.is<schema::Uuid>()) return "'" + schema::str(value) + "'::uuid";
    if (auto* list = value.get_if<schema::List>()) return array_literal(list->items);
    if (auto* tuple = value.get_if<schema::Tuple>())
        return tuple->items.empty() ? "NULL" : "(" + joined(tuple->items) + ")";
    if (auto* range = value.get_if<schema::Range>()) return range_literal(*range);
    if (value.is<schema::Dict>()) cannot_adapt("dict");
    if (auto* member = value.get_if<schema::EnumMember>()) cannot_adapt(member->enum_name);
    cannot_adapt(value.as<schema::Opaque>().class_name);
}

std::string interpolated(std::string_view statement,
                         const std::function<std::string(std::string_view name)>& literal) {
    std::string out;
    out.reserve(statement.size() + 64);
    for (std::size_t i = 0; i < statement.size(); ++i) {
        if (statement[i] != '%') {
            out += statement[i];
            continue;
        }
        char next = i + 1 < statement.size() ? statement[i + 1] : '\0';
        if (next == '%') {
            out += '%';
            ++i;
        } else if (next == 's') {
            out += literal({});
            ++i;
        } else if (next == '(') {
            std::size_t end = statement.find(")s", i);
            if (end == std::string_view::npos) throw schema::ArgumentError("incomplete placeholder: '%('");
            out += literal(statement.substr(i + 2, end - i - 2));
            i = end + 1;
        } else if (next == '\0') {
            throw schema::ArgumentError("incomplete placeholder: '%'");
        } else {
            throw schema::ArgumentError(fmt::format("unsupported format character '{}' (0x{:x}) at index {}",
                                                    next, static_cast<unsigned char>(next), i + 1));
        }
    }
    return out;
}

} // namespace limbeck::sqlalchemy
