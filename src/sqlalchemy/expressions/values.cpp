// Plain Python values as data, and back; names.
#include "python/class.hpp"
#include "python/integers.hpp"
#include "python/stdlib/datetime/types.hpp"
#include "python/stdlib/decimal/types.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/element_classes.hpp"

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

namespace {

namespace py = python;
namespace datetime = python::datetime;

bool has_class(const py::Value& value, std::string_view name, std::string_view module) {
    for (const py::Class* type : py::class_of(value)->mro)
        if (type->name == name && type->module == module) return true;
    return false;
}

// A class written in a script or in the standard library says its module in its namespace.
bool has_script_class(const py::Value& value, std::string_view name, std::string_view module) {
    for (py::Class* type : py::class_of(value)->mro) {
        if (type->name != name) continue;
        const py::Value* found = type->attributes->find("__module__");
        if (found && py::text_if(*found) && *py::text_if(*found) == module) return true;
    }
    return false;
}

schema::Date date_of(const datetime::Date& date) {
    return {date.year, date.month, date.day};
}

schema::Time time_of(const datetime::Time& time, const py::Value& zone, const py::Value& about) {
    schema::Time made{time.hour, time.minute, time.second, time.microsecond, {}};
    if (auto offset = datetime::zone_offset(zone, about, "utcoffset"))
        made.offset = static_cast<int>(*offset / datetime::second_us);
    return made;
}

schema::Interval interval_of(datetime::Int128 microseconds) {
    datetime::Int128 days = microseconds / datetime::day_us, rest = microseconds % datetime::day_us;
    if (rest < 0) {
        rest += datetime::day_us;
        days -= 1;
    }
    return {static_cast<std::int64_t>(days), static_cast<int>(rest / datetime::second_us),
            static_cast<int>(rest % datetime::second_us)};
}

schema::Value enum_member(const py::Value& value) {
    schema::EnumMember member;
    member.enum_name = py::type_name(value);
    member.name = py::to_str(py::get_attribute(value, "name"));
    member.value = std::make_shared<schema::Value>(to_value(py::get_attribute(value, "_value_")));
    member.object = std::make_shared<py::Value>(value);
    member.is_value = py::is_str(value) || py::is_int(value) || py::as<py::Float>(value);
    return member;
}

constexpr std::string_view ranges_module = "sqlalchemy.dialects.postgresql.ranges";

schema::Value range_of(const py::Value& value) {
    schema::Range range;
    auto bound = [&](std::string_view name) -> std::shared_ptr<const schema::Value> {
        py::Value found = py::get_attribute(value, name);
        return found.is_none() ? nullptr : std::make_shared<schema::Value>(to_value(found));
    };
    range.lower = bound("lower");
    range.upper = bound("upper");
    range.bounds = py::to_str(py::get_attribute(value, "bounds"));
    range.empty = py::truth(py::get_attribute(value, "empty"));
    return range;
}

std::vector<schema::Value> items_of(const std::vector<py::Value>& items) {
    std::vector<schema::Value> made;
    made.reserve(items.size());
    for (const py::Value& item : items) made.push_back(to_value(item));
    return made;
}

// What may stand for the values of an IN, though no database knows it.
bool is_collection(std::string_view class_name) {
    static constexpr std::string_view names[] = {"set",   "frozenset", "range",
                                                 "deque", "dict_keys", "dict_values"};
    return std::find(std::begin(names), std::end(names), class_name) != std::end(names);
}

schema::Value object_value(const py::Value& value) {
    if (py::is_unresolved(value)) py::raise_unresolved(value, "use it as a value in SQL");
    if (auto* moment = datetime::datetime_if(value))
        return schema::DateTime{date_of(moment->date), time_of(moment->time, moment->tzinfo, value)};
    if (auto* date = datetime::date_if(value)) return date_of(date->date);
    if (auto* time = datetime::time_if(value)) return time_of(time->time, time->tzinfo, value);
    if (auto* delta = datetime::delta_if(value)) return interval_of(delta->microseconds);
    if (py::decimal::decimal_if(value)) return schema::Decimal{py::to_str(value)};
    if (has_script_class(value, "UUID", "uuid"))
        return schema::Uuid{py::to_str(py::get_attribute(value, "hex"))};
    if (has_class(value, "Range", ranges_module) || has_script_class(value, "Range", ranges_module))
        return range_of(value);
    schema::Opaque opaque = to_opaque(value);
    if (has_class(value, "symbol", "sqlalchemy.util.langhelpers")) opaque.class_name = "JSON.NULL";
    if (is_collection(opaque.class_name))
        opaque.items = std::make_shared<std::vector<schema::Value>>(items_of(py::to_vector(value)));
    return opaque;
}

} // namespace

schema::Opaque to_opaque(const py::Value& value) {
    schema::Opaque opaque;
    opaque.class_name = py::type_name(value);
    opaque.repr = py::to_repr(value);
    opaque.str = py::to_str(value);
    opaque.object = std::make_shared<py::Value>(value);
    return opaque;
}

schema::Value to_value(const py::Value& value) {
    if (!value.exists() || value.is_none()) return {};
    if (value.is_bool()) return value.as_bool();
    if (value.is_small_int()) return value.as_int();
    if (value.is_float()) return value.as_float();
    if (value.is_object() && !py::is_unresolved(value) && has_script_class(value, "Enum", "enum"))
        return enum_member(value);
    if (const std::string* text = py::text_if(value)) return *text;
    if (const std::string* bytes = py::bytes_if(value)) return schema::Bytes{*bytes};
    if (py::is_int(value)) {
        if (auto small = py::integer_if(value)) return *small;
        return schema::BigInteger{py::int_digits(value)};
    }
    if (auto* number = py::as<py::Float>(value)) return number->value;
    if (auto* list = py::as<py::List>(value)) return schema::List{items_of(list->items)};
    if (auto* tuple = py::as<py::Tuple>(value)) return schema::Tuple{items_of(tuple->items)};
    if (py::as<py::Dict>(value)) {
        schema::Dict made;
        py::for_each_item(value, [&](const py::Value& key, const py::Value& item) {
            made.items.emplace_back(to_value(key), to_value(item));
        });
        return made;
    }
    return object_value(value);
}

namespace {

py::Value from_time(const schema::Time& time, const schema::Date* date) {
    py::Value zone = py::Value::none();
    if (time.offset) {
        std::int64_t offset = static_cast<std::int64_t>(*time.offset) * datetime::second_us;
        zone = datetime::make_timezone(offset);
    }
    datetime::Time clock{time.hour, time.minute, time.second, time.microsecond};
    if (date) return datetime::make_datetime({date->year, date->month, date->day}, clock, zone);
    return datetime::make_time(clock, zone);
}

std::vector<py::Value> from_items(const std::vector<schema::Value>& items) {
    std::vector<py::Value> made;
    made.reserve(items.size());
    for (const schema::Value& item : items) made.push_back(from_value(item));
    return made;
}

py::Value make_range(const schema::Range& range) {
    auto bound = [](const std::shared_ptr<const schema::Value>& value) {
        return value ? from_value(*value) : py::Value::none();
    };
    std::vector<py::Value> bounds = {bound(range.lower), bound(range.upper)};
    std::vector<py::KeywordArgument> keywords = {
        {py::intern("bounds"), py::make_str(range.bounds)},
        {py::intern("empty"), py::Value::boolean(range.empty)},
    };
    return py::call(py::native_attribute("sqlalchemy.dialects.postgresql", "Range"), bounds, keywords);
}

struct ToPython {
    py::Value operator()(std::monostate) const { return py::Value::none(); }
    py::Value operator()(bool value) const { return py::Value::boolean(value); }
    py::Value operator()(std::int64_t value) const { return py::Value::integer(value); }
    py::Value operator()(double value) const { return py::Value::number(value); }
    py::Value operator()(const std::string& value) const { return py::make_str(value); }
    py::Value operator()(const schema::BigInteger& value) const {
        return py::make_int_from_digits(value.digits);
    }
    py::Value operator()(const schema::Decimal& value) const {
        return py::decimal::make_decimal(std::string_view(value.text));
    }
    py::Value operator()(const schema::Bytes& value) const { return py::make_bytes(value.data); }
    py::Value operator()(const schema::Date& value) const {
        return datetime::make_date({value.year, value.month, value.day});
    }
    py::Value operator()(const schema::Time& value) const { return from_time(value, nullptr); }
    py::Value operator()(const schema::DateTime& value) const { return from_time(value.time, &value.date); }
    py::Value operator()(const schema::Interval& value) const {
        return datetime::make_delta(static_cast<datetime::Int128>(value.days) * datetime::day_us +
                                    value.seconds * datetime::second_us + value.microseconds);
    }
    py::Value operator()(const schema::Uuid& value) const {
        return py::call(py::native_attribute("uuid", "UUID"), {py::make_str(value.hex)});
    }
    py::Value operator()(const schema::EnumMember& value) const {
        if (value.object) return *static_cast<const py::Value*>(value.object.get());
        return value.value ? from_value(*value.value) : py::make_str(value.name);
    }
    py::Value operator()(const schema::List& value) const { return py::make_list(from_items(value.items)); }
    py::Value operator()(const schema::Tuple& value) const { return py::make_tuple(from_items(value.items)); }
    py::Value operator()(const schema::Dict& value) const {
        py::Value made = py::make_dict();
        for (const auto& [key, item] : value.items) py::set_item(made, from_value(key), from_value(item));
        return made;
    }
    py::Value operator()(const schema::Range& value) const { return make_range(value); }
    py::Value operator()(const schema::Opaque& value) const {
        if (value.object) return *static_cast<const py::Value*>(value.object.get());
        return py::make_str(value.str);
    }
};

} // namespace

py::Value from_value(const schema::Value& value) {
    return std::visit(ToPython(), static_cast<const schema::Value::variant&>(value));
}

schema::Name to_name(const py::Value& value) {
    if (py::is_unresolved(value)) py::raise_unresolved(value, "use it as a name");
    const std::string* text = py::text_if(value);
    if (!text) return schema::Name(py::to_str(value));
    schema::Name name(*text);
    if (py::class_of(value) == py::builtin_class("str")) return name;
    if (has_class(value, "conv", "sqlalchemy.sql.elements")) return schema::Name::conv(*text);
    if (has_class(value, "_truncated_label", "sqlalchemy.sql.elements")) name.truncatable = true;
    py::Value quote = py::find_attribute(value, "quote");
    if (quote.exists() && !quote.is_none())
        name.quote = py::truth(quote) ? schema::Quote::always : schema::Quote::never;
    return name;
}

std::optional<schema::Name> to_optional_name(const py::Value& value) {
    if (!value.exists() || value.is_none()) return std::nullopt;
    return to_name(value);
}

} // namespace limbeck::sqlalchemy
