// The types' half of result_values.hpp: SQLAlchemy's result processors.
#include "sqlalchemy/result_values.hpp"

#include "python/stdlib/datetime/types.hpp"
#include "python/stdlib/decimal/types.hpp"
#include "schema/value.hpp"
#include "sql/type_compiler.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/dialect_object.hpp"

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

namespace {

using python::make_str;
using python::Value;
using schema::Affinity;
namespace datetime = python::datetime;

// SQLite keeps dates as ISO texts.
Value iso_value(const char* class_name, const Value& value) {
    if (!python::is_str(value)) return value;
    Value type = python::native_attribute("datetime", class_name);
    return python::call_method(type, "fromisoformat", {value});
}

// And intervals as the moment that lies so far behind 1970.
Value interval_of_moment(const Value& value) {
    Value moment = iso_value("datetime", value);
    if (!datetime::datetime_if(moment)) return value;
    Value epoch = datetime::make_datetime({1970, 1, 1}, {});
    return python::binary(python::BinaryOp::Sub, moment, epoch);
}

Value to_decimal(const Value& value, int scale) {
    if (python::decimal::decimal_if(value)) return value;
    if (!value.is_float() && !python::is_int(value)) return value;
    return python::decimal::make_decimal(fmt::format("{:.{}f}", python::as_double(value), scale));
}

Value to_float(const Value& value) {
    return python::decimal::decimal_if(value) || python::is_int(value)
               ? Value::number(python::as_double(value))
               : value;
}

ValueProcessor nullable(std::function<Value(const Value&)> process) {
    return [process = std::move(process)](const Value& value) {
        return value.is_none() ? value : process(value);
    };
}

int decimal_scale(const schema::Type& type) {
    if (type.decimal_return_scale) return *type.decimal_return_scale;
    return type.scale.value_or(10);
}

// Texts like "{a,b}" that the driver left alone: arrays of a type that it does not know.
Value array_of_text(const Value& value) {
    const std::string* text = python::text_if(value);
    if (!text || !text->starts_with('{')) return value;
    database::Column column{"", "_text", 0};
    return driver_value(database::Cell::of_text(*text), column, true);
}

Value each(const Value& value, const ValueProcessor& process) {
    if (!python::as<python::List>(value)) return value.is_none() ? value : process(value);
    std::vector<Value> items;
    for (const Value& item : python::cast<python::List>(value).items) items.push_back(each(item, process));
    return python::make_list(std::move(items));
}

ValueProcessor array_processor(const schema::Type& type, const sql::Dialect& dialect) {
    ValueProcessor item = type.item ? result_processor(type.item, dialect) : ValueProcessor();
    return nullable([item](const Value& value) {
        Value list = array_of_text(value);
        return item ? each(list, item) : list;
    });
}

// Members of a Python enum: the object that the script made the type with knows them.
ValueProcessor enum_processor(const schema::TypePtr& type) {
    if (type->member_names.empty()) return {};
    return nullable([type](const Value& value) {
        Value enum_class = python::find_attribute(wrap(type), "enum_class");
        if (!enum_class.exists() || enum_class.is_none() || !python::is_str(value)) return value;
        for (std::size_t i = 0; i < type->labels.size() && i < type->member_names.size(); ++i)
            if (type->labels[i] == python::as_text(value))
                return python::get_item(enum_class, make_str(type->member_names[i]));
        python::raise(python::Exc::LookupError,
                      fmt::format("'{}' is not among the defined enum values. Enum name: {}. Possible "
                                  "values: {}",
                                  python::as_text(value), type->name ? type->name->text : "None",
                                  fmt::join(type->labels, ", ")));
    });
}

ValueProcessor uuid_processor(const schema::Type& type) {
    return nullable([as_uuid = type.as_uuid](const Value& value) {
        bool is_text = python::is_str(value);
        if (as_uuid) return is_text ? python::call(python::native_attribute("uuid", "UUID"), {value}) : value;
        Value made = is_text ? python::call(python::native_attribute("uuid", "UUID"), {value}) : value;
        return make_str(python::to_str(made));
    });
}

ValueProcessor sqlite_processor(const schema::Type& type, Affinity kind) {
    switch (kind) {
    case Affinity::datetime:
        return [](const Value& value) { return iso_value("datetime", value); };
    case Affinity::date:
        return [](const Value& value) { return iso_value("date", value); };
    case Affinity::time:
        return [](const Value& value) { return iso_value("time", value); };
    case Affinity::interval:
        return interval_of_moment;
    case Affinity::boolean:
        return nullable([](const Value& value) { return Value::boolean(python::truth(value)); });
    case Affinity::json:
        return nullable([](const Value& value) {
            return python::is_str(value) || python::bytes_if(value)
                       ? python::call(python::native_attribute("json", "loads"), {value})
                       : value;
        });
    case Affinity::binary:
        return nullable([](const Value& value) {
            return python::is_str(value) ? python::make_bytes(python::as_text(value)) : value;
        });
    case Affinity::numeric:
        if (type.as_decimal)
            return nullable(
                [scale = decimal_scale(type)](const Value& value) { return to_decimal(value, scale); });
        return nullable(to_float);
    default:
        return {};
    }
}

// What the class of a script's own type makes of the driver's values.
ValueProcessor user_processor(const schema::TypePtr& type, const sql::Dialect& dialect) {
    Value process =
        python::call_method(wrap(type), "result_processor", {wrap_dialect(dialect), Value::none()});
    if (process.is_none()) return {};
    return [process](const Value& value) { return python::call(process, {value}); };
}

} // namespace

ValueProcessor result_processor(const schema::TypePtr& given, const sql::Dialect& dialect) {
    if (!given || given->kind == schema::TypeKind::null) return {};
    if (given->kind == schema::TypeKind::decorator && given->decorated) {
        schema::TypePtr inner = given->decorated->load_dialect_impl
                                    ? given->decorated->load_dialect_impl(dialect.name())
                                    : nullptr;
        ValueProcessor process = result_processor(inner ? inner : given->decorated->impl, dialect);
        if (!given->decorated->result) return process;
        return [process, own = given->decorated->result, name = dialect.name()](const Value& value) {
            return from_value(own(to_value(process ? process(value) : value), name));
        };
    }
    schema::TypePtr type = schema::resolve(given, dialect.name());
    if (type->kind == schema::TypeKind::user_defined && type->user) return user_processor(type, dialect);
    Affinity kind = schema::affinity(*type);
    if (kind == Affinity::enum_) return enum_processor(type);
    if (kind == Affinity::uuid) return uuid_processor(*type);
    if (kind == Affinity::float_ && type->as_decimal)
        return nullable(
            [scale = decimal_scale(*type)](const Value& value) { return to_decimal(value, scale); });
    if (kind == Affinity::float_) return nullable(to_float);
    if (dialect.is_sqlite()) return sqlite_processor(*type, kind);
    if (kind == Affinity::array) return array_processor(*type, dialect);
    if (kind == Affinity::numeric && type->as_decimal)
        return nullable([scale = decimal_scale(*type)](const Value& value) {
            return value.is_float() ? to_decimal(value, scale) : value;
        });
    if (kind == Affinity::numeric) return nullable(to_float);
    return {};
}

} // namespace limbeck::sqlalchemy
