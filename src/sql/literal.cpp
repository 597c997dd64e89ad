#include "sql/literal.hpp"

#include "schema/errors.hpp"
#include "sql/type_compiler.hpp"
#include "support/text.hpp"

#include <cctype>
#include <charconv>
#include <cmath>

namespace limbeck::sql {

namespace {

using schema::Affinity;
using schema::Type;
using schema::TypeKind;
using schema::TypePtr;
using schema::Value;

// The value has no text in this type: reported with the type's name by the caller.
struct CannotRender {};

std::string quoted_text(std::string_view text, bool double_percents) {
    std::string out = "'";
    for (char c : text) {
        out += c;
        if (c == '\'' || (c == '%' && double_percents)) out += c;
    }
    return out += '\'';
}

bool is_decimal_text(std::string_view text) {
    text = text::trim(text);
    if (text.empty()) return false;
    std::string lower = text::to_lower(text);
    std::string_view rest = lower;
    if (rest[0] == '+' || rest[0] == '-') rest.remove_prefix(1);
    if (rest == "inf" || rest == "infinity" || rest == "nan" || rest == "snan") return true;
    std::size_t digits = 0, dots = 0, at = 0;
    for (; at < rest.size() && rest[at] != 'e'; ++at) {
        if (rest[at] == '.')
            ++dots;
        else if (rest[at] >= '0' && rest[at] <= '9')
            ++digits;
        else if (rest[at] != '_')
            return false;
    }
    if (digits == 0 || dots > 1) return false;
    if (at == rest.size()) return true;
    ++at;
    if (at < rest.size() && (rest[at] == '+' || rest[at] == '-')) ++at;
    if (at == rest.size()) return false;
    for (; at < rest.size(); ++at)
        if (rest[at] < '0' || rest[at] > '9') return false;
    return true;
}

// "1_000", as Python reads it: one underscore between digits.
std::string without_underscores(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool between = i > 0 && i + 1 < text.size() &&
                       std::isdigit(static_cast<unsigned char>(text[i - 1])) &&
                       std::isdigit(static_cast<unsigned char>(text[i + 1]));
        if (text[i] != '_' || !between) out += text[i];
    }
    return out;
}

std::string integer_text(const Value& value) {
    if (auto* number = value.get_if<std::int64_t>()) return std::to_string(*number);
    if (auto* flag = value.get_if<bool>()) return *flag ? "1" : "0";
    if (auto* big = value.get_if<schema::BigInteger>()) return big->digits;
    if (auto* real = value.get_if<double>()) {
        if (!std::isfinite(*real)) throw CannotRender();
        std::string text = fmt::format("{:.0f}", std::trunc(*real));
        return text == "-0" ? "0" : text;
    }
    if (auto* decimal = value.get_if<schema::Decimal>()) {
        double number = std::strtod(decimal->text.c_str(), nullptr);
        if (!std::isfinite(number)) throw CannotRender();
        std::size_t dot = decimal->text.find_first_of(".eE");
        if (dot == std::string::npos) return decimal->text;
        if (decimal->text.find_first_of("eE") == std::string::npos && dot > 0) {
            std::string whole = decimal->text.substr(0, dot);
            return whole == "-0" ? "0" : whole;
        }
        return fmt::format("{:.0f}", std::trunc(number));
    }
    if (auto* text = value.get_if<std::string>()) {
        std::string plain = without_underscores(text::trim(*text));
        std::string_view digits = plain;
        bool negative = !digits.empty() && digits[0] == '-';
        if (!digits.empty() && (digits[0] == '-' || digits[0] == '+')) digits.remove_prefix(1);
        if (digits.empty() || digits.find_first_not_of("0123456789") != digits.npos) throw CannotRender();
        while (digits.size() > 1 && digits[0] == '0') digits.remove_prefix(1);
        return (negative && digits != "0" ? "-" : "") + std::string(digits);
    }
    throw CannotRender();
}

std::string numeric_text(const Value& value) {
    if (value.is<std::string>() && !is_decimal_text(value.as<std::string>())) throw CannotRender();
    if (value.is<std::string>() || value.is<schema::Decimal>() || value.is<std::int64_t>() ||
        value.is<double>() || value.is<bool>() || value.is<schema::BigInteger>())
        return schema::str(value);
    throw CannotRender();
}

bool is_zero_or_one(const std::string& decimal) {
    double number = std::strtod(decimal.c_str(), nullptr);
    return number == 0 || number == 1;
}

std::string_view boolean_text(const Value& value, const Dialect& dialect) {
    bool truth = false;
    if (auto* flag = value.get_if<bool>())
        truth = *flag;
    else if (auto* number = value.get_if<std::int64_t>(); number && (*number == 0 || *number == 1))
        truth = *number == 1;
    else if (auto* real = value.get_if<double>(); real && (*real == 0 || *real == 1))
        truth = *real == 1;
    else if (auto* decimal = value.get_if<schema::Decimal>(); decimal && is_zero_or_one(decimal->text))
        truth = std::strtod(decimal->text.c_str(), nullptr) == 1;
    else
        throw CannotRender();
    if (dialect.is_sqlite()) return truth ? "1" : "0";
    return truth ? "true" : "false";
}

// isoformat(), whose "T" is a blank; its date or its time alone where the type is one of these.
std::string iso_text(const Value& value, Affinity kind) {
    if (!value.is<schema::Date>() && !value.is<schema::Time>() && !value.is<schema::DateTime>())
        throw CannotRender();
    std::string text = schema::str(value);
    std::size_t blank = text.find(' ');
    if (kind == Affinity::date && blank != std::string::npos) text.resize(blank);
    if (kind == Affinity::time && blank != std::string::npos) text.erase(0, blank + 1);
    return "'" + text + "'";
}

// Python's `format % {"year": …}` for the conversions that storage formats use: %(name)04d.
std::string stored_text(std::string_view format, const schema::Date& date, const schema::Time& time) {
    std::string out;
    for (std::size_t at = 0; at < format.size();) {
        if (format[at] != '%') {
            out += format[at++];
            continue;
        }
        std::size_t close = format.find(')', at);
        std::size_t end = close == format.npos ? format.npos : format.find_first_of("dis", close);
        if (format.substr(at, 2) == "%%" || end == format.npos) {
            out += '%';
            at += format.substr(at, 2) == "%%" ? 2 : 1;
            continue;
        }
        std::string_view name = format.substr(at + 2, close - at - 2),
                         width = format.substr(close + 1, end - close - 1);
        int number = name == "year"          ? date.year
                     : name == "month"       ? date.month
                     : name == "day"         ? date.day
                     : name == "hour"        ? time.hour
                     : name == "minute"      ? time.minute
                     : name == "second"      ? time.second
                     : name == "microsecond" ? time.microsecond
                                             : 0;
        bool zeros = width.starts_with("0");
        std::size_t columns = 0;
        std::from_chars(width.data(), width.data() + width.size(), columns);
        std::string digits = std::to_string(number);
        if (digits.size() < columns) out.append(columns - digits.size(), zeros ? '0' : ' ');
        out += digits;
        at = end + 1;
    }
    return out;
}

std::string sqlite_moment(const Value& value, const Type& type, Affinity kind) {
    schema::Date date;
    schema::Time time;
    if (auto* both = value.get_if<schema::DateTime>()) {
        if (kind == Affinity::time) throw CannotRender();
        date = both->date;
        if (kind != Affinity::date) time = both->time;
    } else if (auto* day = value.get_if<schema::Date>()) {
        if (kind == Affinity::time) throw CannotRender();
        date = *day;
    } else if (auto* t = value.get_if<schema::Time>()) {
        if (kind != Affinity::time) throw CannotRender();
        time = *t;
    } else {
        throw CannotRender();
    }
    std::string_view format = type.storage_format;
    if (format.empty())
        format =
            kind == Affinity::date ? "%(year)04d-%(month)02d-%(day)02d"
            : kind == Affinity::time
                ? "%(hour)02d:%(minute)02d:%(second)02d.%(microsecond)06d"
                : "%(year)04d-%(month)02d-%(day)02d %(hour)02d:%(minute)02d:%(second)02d.%(microsecond)06d";
    return "'" + stored_text(format, date, time) + "'";
}

double total_seconds(const schema::Interval& value) {
    double microseconds =
        (static_cast<double>(value.days) * 86400 + value.seconds) * 1e6 + value.microseconds;
    return microseconds / 1e6;
}

std::string uuid_text(const Value& value, const Type& type, const Dialect& dialect) {
    bool as_characters = !dialect.is_postgresql() || !type.native;
    if (!type.as_uuid) {
        auto* text = value.get_if<std::string>();
        if (!text) throw CannotRender();
        return quoted_text(text::replace_all(*text, "-", ""), false);
    }
    if (as_characters) {
        auto* id = value.get_if<schema::Uuid>();
        if (!id) throw CannotRender();
        return "'" + id->hex + "'";
    }
    return quoted_text(schema::str(value), false);
}

std::string enum_text(const Value& value, const Type& type, const Dialect& dialect) {
    if (auto* member = value.get_if<schema::EnumMember>()) {
        for (std::size_t i = 0; i < type.member_names.size() && i < type.labels.size(); ++i)
            if (type.member_names[i] == member->name)
                return quoted_text(type.labels[i], dialect.double_percents());
        // A member that is a text, too (class Mood(str, Enum)), where the type was made of texts.
        auto* own = member->is_value ? member->value->get_if<std::string>() : nullptr;
        if (own && std::find(type.labels.begin(), type.labels.end(), *own) != type.labels.end())
            return quoted_text(*own, dialect.double_percents());
        throw CannotRender();
    }
    auto* text = value.get_if<std::string>();
    if (!text) throw CannotRender();
    if (type.validate_strings &&
        std::find(type.labels.begin(), type.labels.end(), *text) == type.labels.end())
        throw CannotRender();
    return quoted_text(*text, dialect.double_percents());
}

std::string binary_text(const Value& value) {
    auto* bytes = value.get_if<schema::Bytes>();
    if (!bytes || text::find_invalid_utf8(bytes->data) != std::string_view::npos) throw CannotRender();
    return quoted_text(bytes->data, false);
}

// Subscripts of JSON: a key or position, or a path of them.
std::string json_subscript(const Value& value, bool path, const Dialect& dialect) {
    std::string out;
    auto element = [&](const Value& part) {
        if (dialect.is_postgresql()) {
            if (!out.empty()) out += ", ";
            out += schema::str(part);
        } else if (part.is<std::int64_t>()) {
            out += "[" + schema::str(part) + "]";
        } else {
            out += ".\"" + schema::str(part) + "\"";
        }
    };
    if (!path) {
        if (dialect.is_postgresql()) {
            if (value.is<std::int64_t>()) return schema::str(value);
            if (!value.is<std::string>()) throw CannotRender();
            return quoted_text(value.as<std::string>(), dialect.double_percents());
        }
        element(value);
        return quoted_text("$" + out, dialect.double_percents());
    }
    if (auto* text = value.get_if<std::string>()) {
        if (dialect.is_postgresql()) return quoted_text(*text, dialect.double_percents());
        for (std::string_view character : text::utf8_characters(*text)) element(Value(character));
        return quoted_text("$" + out, dialect.double_percents());
    }
    const std::vector<Value>* items = schema::items_of(value);
    if (!items) throw CannotRender();
    for (const Value& item : *items) element(item);
    return quoted_text(dialect.is_postgresql() ? "{" + out + "}" : "$" + out, dialect.double_percents());
}

// nothing: the type has no literals at all.
std::optional<std::string> literal_text(const Value& value, const TypePtr& type, const Dialect& dialect);

std::string array_text(const std::vector<Value>& items, const Type& array, std::optional<int> dimensions,
                       const Dialect& dialect) {
    bool flat = dimensions == 1 || (!dimensions && (items.empty() || !schema::items_of(items.front())));
    std::string out = dialect.is_postgresql() || array.dialect == "postgresql" ? "ARRAY[" : "[";
    for (const Value& item : items) {
        if (&item != &items.front()) out += ", ";
        if (item.is_null()) throw CannotRender();
        if (flat) {
            auto text = literal_text(item, array.item, dialect);
            if (!text) throw CannotRender();
            out += *text;
        } else {
            const std::vector<Value>* inner = schema::items_of(item);
            if (!inner) throw CannotRender();
            out += array_text(*inner, array, dimensions ? std::optional<int>(*dimensions - 1) : std::nullopt,
                              dialect);
        }
    }
    return out += ']';
}

std::optional<std::string> literal_text(const Value& original, const TypePtr& type, const Dialect& dialect) {
    TypePtr found = schema::variant_of(type, dialect.name());
    Value value = original;
    while (found->kind == TypeKind::decorator && found->decorated) {
        const schema::Decorated& decorated = *found->decorated;
        if (decorated.literal)
            value = decorated.literal(value, dialect.name());
        else if (decorated.bind)
            value = decorated.bind(value, dialect.name());
        TypePtr loaded = decorated.load_dialect_impl ? decorated.load_dialect_impl(dialect.name()) : nullptr;
        found = TypePtr(schema::variant_of(loaded ? loaded : decorated.impl, dialect.name()));
        if (value.is_null() && affinity(*found) != Affinity::json) return "NULL";
    }
    Affinity kind = affinity(*found);
    // A member of an enum that is a text or a number, too (class Mood(str, Enum)), is its value to other
    // types.
    bool plain = kind == Affinity::string || kind == Affinity::integer || kind == Affinity::numeric ||
                 kind == Affinity::float_ || kind == Affinity::boolean;
    if (auto* member = value.get_if<schema::EnumMember>(); member && member->is_value && plain) {
        Value own = *member->value;
        value = std::move(own);
    }
    switch (kind) {
    case Affinity::string:
        if (!value.is<std::string>()) throw CannotRender();
        return quoted_text(value.as<std::string>(), dialect.double_percents());
    case Affinity::enum_:
        return enum_text(value, *found, dialect);
    case Affinity::integer:
        return integer_text(value);
    case Affinity::numeric:
    case Affinity::float_:
        return numeric_text(value);
    case Affinity::boolean:
        return std::string(boolean_text(value, dialect));
    case Affinity::datetime:
    case Affinity::date:
    case Affinity::time:
        // SQLite's own types keep their format elsewhere, too.
        return dialect.is_sqlite() || found->dialect == "sqlite" ? sqlite_moment(value, *found, kind)
                                                                 : iso_text(value, kind);
    case Affinity::binary:
        return binary_text(value);
    case Affinity::interval:
        // Without the type an interval is a moment after 1970, which the reference has no literal for.
        if (!found->native || (!dialect.is_postgresql() && found->kind == TypeKind::interval))
            throw CannotRender();
        if (!value.is<schema::Interval>()) throw CannotRender();
        return "make_interval(secs=>" + schema::repr(total_seconds(value.as<schema::Interval>())) + ")";
    case Affinity::uuid:
        return uuid_text(value, *found, dialect);
    case Affinity::array: {
        const std::vector<Value>* items = schema::items_of(value);
        if (!items) throw CannotRender();
        return array_text(*items, *found, found->dimensions, dialect);
    }
    case Affinity::json:
    case Affinity::none:
    case Affinity::tuple:
    case Affinity::other:
        break;
    }
    if (found->kind == TypeKind::json_index) return json_subscript(value, false, dialect);
    if (found->kind == TypeKind::json_path || found->kind == TypeKind::JSONPATH)
        return json_subscript(value, true, dialect);
    return std::nullopt;
}

// repr(), its middle left out where it is long.
std::string short_repr(const Value& value) {
    std::string text = schema::repr(value);
    if (text.size() <= 300) return text;
    return fmt::format("{} ... ({} characters truncated) ... {}", text.substr(0, 150), text.size() - 300,
                       text.substr(text.size() - 150));
}

bool evaluates_none(const TypePtr& type, const Dialect& dialect) {
    TypePtr found = implementation(type, dialect);
    return affinity(*found) == Affinity::json && !found->none_as_null;
}

} // namespace

void append_literal(std::string& out, const Value& value, const TypePtr& type, const Dialect& dialect) {
    if (value.is_null() && !evaluates_none(type, dialect)) {
        out += "NULL";
        return;
    }
    std::optional<std::string> text;
    try {
        text = literal_text(value, type, dialect);
    } catch (const CannotRender&) {
        throw schema::CompileError(fmt::format(
            "Could not render literal value \"{}\" with datatype {}; see parent stack trace for more detail.",
            short_repr(value), generic_type_name(type)));
    }
    if (!text)
        throw schema::CompileError(
            fmt::format("No literal value renderer is available for literal value \"{}\" with datatype {}",
                        short_repr(value), generic_type_name(type)));
    if (!dialect.is_postgresql() || !dialect.backslash_escapes) {
        out += *text;
        return;
    }
    for (char c : *text) {
        out += c;
        if (c == '\\') out += c;
    }
}

void append_text_literal(std::string& out, std::string_view text, const Dialect& dialect) {
    append_literal(out, Value(text), schema::string_type(), dialect);
}

} // namespace limbeck::sql
