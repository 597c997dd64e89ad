#include "sqlalchemy/driver_error.hpp"

#include "database/database_error.hpp"

namespace limbeck::sqlalchemy {

using python::make_str;
using python::Value;

Value driver_error(const database::DatabaseError& error) {
    const database::Report& report = error.report();
    const std::string& text = report.driver_text.empty() ? report.message : report.driver_text;
    if (report.code.starts_with("SQLITE"))
        return python::call(python::native_attribute("sqlite3", "_error"),
                            {make_str(report.code), make_str(text)});
    Value fields = python::make_dict();
    auto& dict = python::cast<python::Dict>(fields);
    auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) dict.set(name, make_str(value));
    };
    add("message_primary", report.message);
    add("message_detail", report.detail);
    add("message_hint", report.hint);
    add("context", report.context);
    add("schema_name", report.schema_name);
    add("table_name", report.table_name);
    add("column_name", report.column_name);
    add("constraint_name", report.constraint_name);
    return python::call(python::native_attribute("psycopg2", "_error"),
                        {make_str(report.code), make_str(text), fields});
}

Value wrapped_error(const database::DatabaseError& error, std::string_view statement, const Value& parameters,
                    bool many) {
    bool lost = dynamic_cast<const database::ConnectionError*>(&error) != nullptr;
    return python::call(python::native_attribute("sqlalchemy.exc", "_wrapped"),
                        {statement.empty() ? Value::none() : make_str(statement), parameters,
                         driver_error(error), Value::boolean(many), Value::boolean(lost)});
}

} // namespace limbeck::sqlalchemy
