#include "sql/bind_value.hpp"

#include "schema/errors.hpp"
#include "sql/literal.hpp"
#include "sql/type_compiler.hpp"
#include "support/text.hpp"

namespace limbeck::sql {

namespace {

using schema::Affinity;
using schema::Value;

Value enum_label(const Value& value, const schema::Type& type) {
    if (auto* member = value.get_if<schema::EnumMember>()) {
        for (std::size_t i = 0; i < type.member_names.size() && i < type.labels.size(); ++i)
            if (type.member_names[i] == member->name) return Value(type.labels[i]);
        throw Error(fmt::format("'{}' is not among the defined enum values.", schema::str(value)));
    }
    return value;
}

// The text that a literal has between its quotes.
Value unquoted_literal(const Value& value, const schema::TypePtr& type, const Dialect& dialect) {
    Dialect plain = dialect;
    plain.paramstyle = Paramstyle::qmark;
    plain.backslash_escapes = false;
    std::string text;
    append_literal(text, value, type, plain);
    if (text.size() >= 2 && text.front() == '\'')
        text = text::replace_all(text.substr(1, text.size() - 2), "''", "'");
    return Value(text);
}

// SQLite keeps an interval as the moment so long after 1970.
Value moment_of(const schema::Interval& interval) {
    // The civil date of a day number, after Howard Hinnant's days_from_civil.
    std::int64_t z = interval.days + 719468;
    std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    auto day_of_era = static_cast<unsigned>(z - era * 146097);
    unsigned year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    unsigned day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    unsigned shifted = (5 * day_of_year + 2) / 153;
    unsigned month = shifted < 10 ? shifted + 3 : shifted - 9;
    std::int64_t year = static_cast<std::int64_t>(year_of_era) + era * 400 + (month <= 2 ? 1 : 0);
    if (year < 1 || year > 9999) throw Error("date value out of range");
    schema::DateTime moment;
    moment.date = {static_cast<int>(year), static_cast<int>(month),
                   static_cast<int>(day_of_year - (153 * shifted + 2) / 5 + 1)};
    moment.time = {interval.seconds / 3600, interval.seconds / 60 % 60, interval.seconds % 60,
                   interval.microseconds, std::nullopt};
    return Value(moment);
}

Value sqlite_value(const Value& value, const schema::TypePtr& type, Affinity kind, const Dialect& dialect) {
    switch (kind) {
    case Affinity::datetime:
    case Affinity::date:
    case Affinity::time:
        if (value.is<schema::DateTime>() || value.is<schema::Date>() || value.is<schema::Time>())
            return unquoted_literal(value, type, dialect);
        throw Error(kind == Affinity::datetime
                        ? "SQLite DateTime type only accepts Python datetime and date objects as input."
                    : kind == Affinity::date ? "SQLite Date type only accepts Python date objects as input."
                                             : "SQLite Time type only accepts Python time objects as input.");
    case Affinity::interval:
        if (!value.is<schema::Interval>()) return value;
        return unquoted_literal(moment_of(value.as<schema::Interval>()),
                                schema::make_type(schema::TypeKind::datetime), dialect);
    case Affinity::boolean:
        if (auto* flag = value.get_if<bool>()) return Value(*flag ? 1 : 0);
        return value;
    case Affinity::uuid:
        if (auto* id = value.get_if<schema::Uuid>()) return Value(id->hex);
        if (auto* text = value.get_if<std::string>()) return Value(text::replace_all(*text, "-", ""));
        return value;
    case Affinity::numeric:
    case Affinity::float_:
        if (auto* decimal = value.get_if<schema::Decimal>())
            return Value(std::strtod(decimal->text.c_str(), nullptr));
        return value;
    default:
        return value;
    }
}

} // namespace

Value bind_value(const Value& original, const schema::TypePtr& type, const Dialect& dialect) {
    Value value = original;
    schema::TypePtr found = type;
    for (int depth = 0; depth < 16; ++depth) {
        found = schema::TypePtr(schema::variant_of(found, dialect.name()));
        if (found->kind != schema::TypeKind::decorator || !found->decorated) break;
        const schema::Decorated& decorated = *found->decorated;
        if (decorated.bind) value = decorated.bind(value, dialect.name());
        schema::TypePtr loaded =
            decorated.load_dialect_impl ? decorated.load_dialect_impl(dialect.name()) : nullptr;
        found = loaded ? loaded : decorated.impl;
    }
    if (found->kind == schema::TypeKind::user_defined && found->user && found->user->bind)
        value = found->user->bind(value, dialect.name());
    Affinity kind = affinity(*found);
    if (kind == Affinity::json) {
        if (auto* opaque = value.get_if<schema::Opaque>()) {
            if (opaque->class_name == "JSON.NULL") return Value("null");
            if (opaque->class_name == "Null") return {}; // null() as the value of a decorator
        }
        if (value.is_null() && found->none_as_null) return value;
        return Value(schema::json(value));
    }
    if (value.is_null()) return value;
    if (kind == Affinity::enum_) return enum_label(value, *found);
    if (found->kind == schema::TypeKind::json_path ||
        (found->kind == schema::TypeKind::json_index && dialect.is_sqlite()))
        return unquoted_literal(value, found, dialect);
    if (kind == Affinity::array) {
        auto* list = value.get_if<schema::List>();
        if (!list || !found->item) return value;
        auto inner = std::make_shared<schema::Type>(*found);
        schema::List made;
        for (const Value& item : list->items)
            made.items.push_back(item.is<schema::List>() ? bind_value(item, inner, dialect)
                                                         : bind_value(item, found->item, dialect));
        return Value(std::move(made));
    }
    if (dialect.is_sqlite()) return sqlite_value(value, found, kind, dialect);
    return value;
}

} // namespace limbeck::sql
