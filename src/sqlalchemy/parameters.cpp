#include "sqlalchemy/parameters.hpp"

#include "schema/errors.hpp"
#include "sql/bind_value.hpp"

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

namespace {

using schema::Value;

std::string text_of(const Value& value);

// An element of an array or a bound of a range: quoted, with backslashes before what would end it.
std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out += '"';
}

std::string array_text(const std::vector<Value>& items) {
    std::string out = "{";
    for (const Value& item : items) {
        if (out.size() > 1) out += ',';
        if (item.is_null())
            out += "NULL";
        else if (auto* inner = schema::items_of(item))
            out += array_text(*inner);
        else
            out += quoted(text_of(item));
    }
    return out += '}';
}

std::string bytea_text(const std::string& data) {
    std::string out = "\\x";
    for (unsigned char c : data) out += fmt::format("{:02x}", c);
    return out;
}

// As PostgreSQL reads it back.
std::string text_of(const Value& value) {
    if (auto* flag = value.get_if<bool>()) return *flag ? "true" : "false";
    if (auto* number = value.get_if<std::int64_t>()) return std::to_string(*number);
    if (auto* number = value.get_if<double>()) return schema::repr(*number);
    if (auto* bytes = value.get_if<schema::Bytes>()) return bytea_text(bytes->data);
    if (auto* interval = value.get_if<schema::Interval>())
        return fmt::format("{} days {}.{:06} seconds", interval->days, interval->seconds,
                           interval->microseconds);
    if (auto* member = value.get_if<schema::EnumMember>()) return member->name;
    if (auto* items = schema::items_of(value)) return array_text(*items);
    if (auto* range = value.get_if<schema::Range>()) {
        if (range->empty) return "empty";
        std::string out(1, range->bounds.front());
        if (range->lower) out += quoted(text_of(*range->lower));
        out += ',';
        if (range->upper) out += quoted(text_of(*range->upper));
        return out += range->bounds.back();
    }
    if (auto* dict = value.get_if<schema::Dict>()) { // hstore
        std::string out;
        for (const auto& [key, item] : dict->items) {
            if (!out.empty()) out += ", ";
            out += quoted(text_of(key)) + "=>" + (item.is_null() ? "NULL" : quoted(text_of(item)));
        }
        return out;
    }
    return value.is_null() ? std::string() : schema::str(value);
}

} // namespace

database::Value to_parameter(const Value& value, const schema::TypePtr& type, const sql::Dialect& dialect) {
    Value bound = sql::bind_value(value, type ? type : schema::null_type(), dialect);
    if (bound.is_null()) return nullptr;
    if (auto* flag = bound.get_if<bool>()) return *flag;
    if (auto* number = bound.get_if<std::int64_t>()) return *number;
    if (auto* number = bound.get_if<double>()) return *number;
    if (auto* text = bound.get_if<std::string>()) return *text;
    if (auto* bytes = bound.get_if<schema::Bytes>()) return database::Bytes{bytes->data};
    bool has_no_kind = bound.is<schema::List>() || bound.is<schema::Dict>() || bound.is<schema::Tuple>() ||
                       bound.is<schema::Opaque>();
    if (dialect.is_sqlite() && has_no_kind)
        throw schema::ArgumentError(
            fmt::format("type '{}' is not supported", bound.is<schema::List>()   ? "list"
                                                      : bound.is<schema::Dict>() ? "dict"
                                                      : bound.is<schema::Tuple>()
                                                          ? "tuple"
                                                          : bound.as<schema::Opaque>().class_name));
    return text_of(bound);
}

database::Parameters to_parameters(const sql::Statement& statement, const sql::Dialect& dialect) {
    database::Parameters out;
    out.reserve(statement.parameters.size());
    for (const sql::Parameter& parameter : statement.parameters) {
        if (!parameter.has_value)
            throw schema::InvalidRequestError(
                fmt::format("A value is required for bind parameter '{}'", parameter.name));
        // What their types make of them, compiling has seen to.
        out.push_back(to_parameter(parameter.value, schema::null_type(), dialect));
    }
    return out;
}

} // namespace limbeck::sqlalchemy
