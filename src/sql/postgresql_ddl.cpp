#include "sql/postgresql_ddl.hpp"

#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "sql/compiler.hpp"
#include "sql/ddl_compiler.hpp"
#include "sql/identifier.hpp"
#include "sql/literal.hpp"
#include "sql/type_compiler.hpp"
#include "support/text.hpp"

namespace limbeck::sql {

namespace {

using schema::CompileError;
using schema::TypeKind;
using schema::Value;

// A name among the options, which may say how it wants to be quoted.
schema::Name name_of(const Value& value) {
    auto* given = value.get_if<schema::Opaque>();
    return {schema::str(value), given ? given->quote : schema::Quote::automatic};
}

// The word that says how an autoincrementing column counts up.
std::string_view serial(const schema::Type& type) {
    switch (type.kind) {
    case TypeKind::big_integer:
    case TypeKind::BIGINT:
        return " BIGSERIAL";
    case TypeKind::small_integer:
    case TypeKind::SMALLINT:
        return " SMALLSERIAL";
    default:
        return " SERIAL";
    }
}

void append_using(std::string& out, const std::string& method) {
    for (char c : method)
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'))
            throw CompileError(fmt::format(
                "Unexpected SQL phrase: {} (matching against {})", schema::repr(std::string_view(method)),
                schema::repr(std::string_view(R"(^(?:btree|hash|gist|gin|[\w_]+)$)"))));
    out += text::to_lower(method);
}

// The key by which `postgresql_ops` names an element.
std::string element_key(const schema::IndexElement& element) {
    if (!element.column.empty()) return element.column;
    if (!element.key.empty()) return element.key;
    if (auto* ref = dynamic_cast<const schema::ColumnRef*>(element.expression.get()))
        return ref->key.empty() ? ref->name.text : ref->key;
    if (auto* label = dynamic_cast<const schema::Label*>(element.expression.get()))
        return label->name ? label->name->text : "";
    return "";
}

void append_element(std::string& out, const schema::IndexElement& element, const schema::Table& table,
                    const Dialect& dialect) {
    if (!element.column.empty()) {
        const schema::Column* column = table.find(element.column);
        append_name(out, column ? column->name : schema::Name(element.column), dialect);
        return;
    }
    bool bare = element.expression->kind == schema::ExpressionKind::column;
    out +=
        compile_ddl_expression(bare ? *element.expression : *schema::self_group(element.expression), dialect);
}

void append_storage_parameters(std::string& out, const Value& value) {
    auto* dict = value.get_if<schema::Dict>();
    if (!dict || dict->items.empty()) return;
    out += " WITH (";
    for (const auto& item : dict->items) {
        if (&item != &dict->items.front()) out += ", ";
        out += schema::str(item.first) + " = " + schema::str(item.second);
    }
    out += ')';
}

void append_where(std::string& out, const schema::Options& options, const Dialect& dialect) {
    const schema::Option* where = options.find("postgresql_where");
    if (!where) return;
    if (where->expression)
        out += " WHERE " + compile_ddl_expression(*where->expression, dialect);
    else if (auto* text = where->value.get_if<std::string>())
        out += " WHERE " + compile_ddl_expression(*schema::text(*text), dialect);
}

} // namespace

void append_postgresql_column(std::string& out, const schema::Column& column, const schema::Table& table,
                              const Dialect& dialect) {
    append_name(out, column.name, dialect);
    bool counts_up = column.primary_key && !column.identity && !column.client_default &&
                     (!column.sequence || column.sequence->optional) &&
                     table.autoincrement_column() == &column;
    if (counts_up) {
        out += serial(*implementation(column.type, dialect));
    } else {
        out += ' ';
        append_type(out, column.type, dialect);
        bool written = column.server_default.kind == schema::ServerDefaultKind::text ||
                       column.server_default.kind == schema::ServerDefaultKind::expression;
        if (written) {
            out += " DEFAULT ";
            append_server_default(out, column.server_default, dialect);
        }
    }
    if (column.computed) {
        if (column.computed->persisted == false)
            throw CompileError(
                "PostrgreSQL computed columns do not support 'virtual' persistence; set the 'persisted' "
                "flag to None or True for PostgreSQL support.");
        out += " GENERATED ALWAYS AS (";
        out += compile_ddl_expression(*column.computed->sqltext, dialect);
        out += ") STORED";
    }
    if (column.identity) {
        out += ' ';
        append_identity(out, *column.identity);
    }
    if (!column.nullable && !column.identity)
        out += " NOT NULL";
    else if (column.nullable && column.identity)
        out += " NULL";
}

void append_postgresql_include(std::string& out, const schema::Options& options, const schema::Table& table,
                               const Dialect& dialect) {
    const std::vector<Value>* names = schema::items_of(options.value("postgresql_include"));
    if (!names || names->empty()) return;
    out += " INCLUDE (";
    for (const Value& name : *names) {
        if (&name != &names->front()) out += ", ";
        const schema::Column* column = table.find(schema::str(name));
        append_name(out, column ? column->name : schema::Name(schema::str(name)), dialect);
    }
    out += ')';
}

void append_postgresql_nulls_distinct(std::string& out, const schema::Options& options,
                                      std::string_view before) {
    const Value& value = options.value("postgresql_nulls_not_distinct");
    if (!value.is<bool>()) return;
    out += before;
    out += value.is_true() ? "NULLS NOT DISTINCT" : "NULLS DISTINCT";
    if (before.empty()) out += ' ';
}

void append_postgresql_exclude(std::string& out, const schema::Constraint& constraint,
                               const Dialect& dialect) {
    out += "EXCLUDE USING ";
    append_using(out, constraint.using_);
    out += " (";
    for (const schema::ExcludeElement& element : constraint.elements) {
        if (&element != &constraint.elements.front()) out += ", ";
        out += compile_ddl_expression(*element.expression, dialect);
        for (const auto& [key, op] : constraint.ops)
            if (key == element.name) {
                out += ' ';
                out += op;
                break;
            }
        out += " WITH ";
        out += element.op;
    }
    out += ')';
    if (constraint.where) {
        out += " WHERE (";
        out += compile(*constraint.where, dialect, Rendering::literal).text;
        out += ')';
    }
}

void append_postgresql_table_options(std::string& out, const schema::Table& table, const Dialect& dialect) {
    const schema::Options& options = table.options;
    const Value& inherits = options.value("postgresql_inherits");
    if (!inherits.is_null()) {
        out += "\n INHERITS ( ";
        const std::vector<Value>* several = schema::items_of(inherits);
        const std::vector<Value>& names = several ? *several : std::vector<Value>{inherits};
        for (const Value& name : names) {
            if (&name != &names.front()) out += ", ";
            append_name(out, name_of(name), dialect);
        }
        out += " )";
    }
    if (options.truthy("postgresql_partition_by"))
        out += "\n PARTITION BY " + schema::str(options.value("postgresql_partition_by"));
    if (options.truthy("postgresql_using"))
        out += "\n USING " + schema::str(options.value("postgresql_using"));
    if (options.value("postgresql_with_oids").is_true()) out += "\n WITH OIDS";
    if (options.value("postgresql_with_oids").is_false()) out += "\n WITHOUT OIDS";
    if (options.truthy("postgresql_on_commit"))
        out +=
            "\n ON COMMIT " +
            text::to_upper(text::replace_all(schema::str(options.value("postgresql_on_commit")), "_", " "));
    if (options.truthy("postgresql_tablespace")) {
        out += "\n TABLESPACE ";
        append_name(out, name_of(options.value("postgresql_tablespace")), dialect);
    }
}

std::string postgresql_create_index(const schema::Index& index, const schema::Table& table,
                                    const Dialect& dialect, bool if_not_exists) {
    std::string out = "CREATE ";
    if (index.unique) out += "UNIQUE ";
    out += "INDEX ";
    if (index.options.truthy("postgresql_concurrently")) out += "CONCURRENTLY ";
    if (if_not_exists) out += "IF NOT EXISTS ";
    append_constraint_name(out, *index.name, dialect);
    out += " ON ";
    append_qualified(out, table.schema, table.name, dialect);
    out += ' ';
    if (index.options.truthy("postgresql_using")) {
        out += "USING ";
        append_using(out, schema::str(index.options.value("postgresql_using")));
        out += ' ';
    }
    out += '(';
    auto* ops = index.options.value("postgresql_ops").get_if<schema::Dict>();
    for (const schema::IndexElement& element : index.elements) {
        if (&element != &index.elements.front()) out += ", ";
        append_element(out, element, table, dialect);
        if (!ops) continue;
        std::string key = element_key(element);
        for (const auto& [name, op] : ops->items)
            if (!key.empty() && schema::str(name) == key) out += " " + schema::str(op);
    }
    out += ')';
    append_postgresql_include(out, index.options, table, dialect);
    append_postgresql_nulls_distinct(out, index.options, " ");
    append_storage_parameters(out, index.options.value("postgresql_with"));
    if (index.options.truthy("postgresql_tablespace")) {
        out += " TABLESPACE ";
        append_name(out, name_of(index.options.value("postgresql_tablespace")), dialect);
    }
    append_where(out, index.options, dialect);
    return out;
}

void refuse_array_of_text_enum(const schema::Constraint& constraint) {
    if (!constraint.type_bound || !constraint.type_bound_column) return;
    const schema::Type& type = *constraint.type_bound_column->type;
    if (type.kind == TypeKind::ARRAY && type.item->kind == TypeKind::enum_ && !type.item->native_enum)
        throw CompileError(
            "PostgreSQL dialect cannot produce the CHECK constraint for ARRAY of non-native ENUM; please "
            "specify create_constraint=False on this Enum datatype.");
}

std::string create_type(const schema::Type& type, const Dialect& dialect) {
    std::string out = type.kind == TypeKind::DOMAIN ? "CREATE DOMAIN " : "CREATE TYPE ";
    if (!type.name || type.name->empty())
        throw CompileError(fmt::format("PostgreSQL {} type requires a name.",
                                       type.kind == TypeKind::DOMAIN ? "DOMAIN" : "ENUM"));
    append_qualified(out, type.schema, *type.name, dialect);
    if (type.kind != TypeKind::DOMAIN) {
        if (!type.odd_label.empty())
            throw CompileError(fmt::format("No literal value renderer is available for literal value \"{}\" "
                                           "with datatype NULL",
                                           type.odd_label));
        out += " AS ENUM (";
        for (const std::string& label : type.labels) {
            if (&label != &type.labels.front()) out += ", ";
            append_text_literal(out, label, dialect);
        }
        return out += ')';
    }
    out += " AS ";
    append_type(out, type.item, dialect);
    out += ' ';
    std::vector<std::string> options;
    if (!type.collation.empty())
        options.push_back("COLLATE " + quoted(schema::Name(type.collation), dialect));
    if (type.default_text) {
        std::string text = "DEFAULT ";
        append_text_literal(text, *type.default_text, dialect);
        options.push_back(text);
    } else if (type.default_expression) {
        options.push_back("DEFAULT " + compile(*type.default_expression, dialect, Rendering::literal).text);
    }
    if (type.constraint_name) {
        std::string text = "CONSTRAINT ";
        append_constraint_name(text, *type.constraint_name, dialect);
        options.push_back(text);
    }
    if (type.not_null.value_or(false)) options.emplace_back("NOT NULL");
    if (type.check) options.push_back("CHECK (" + compile_ddl_expression(*type.check, dialect) + ")");
    return out + text::join(options, " ");
}

std::string drop_type(const schema::Type& type, const Dialect& dialect) {
    std::string out = type.kind == TypeKind::DOMAIN ? "DROP DOMAIN " : "DROP TYPE ";
    if (!type.name || type.name->empty())
        throw CompileError(fmt::format("PostgreSQL {} type requires a name.",
                                       type.kind == TypeKind::DOMAIN ? "DOMAIN" : "ENUM"));
    append_qualified(out, type.schema, *type.name, dialect);
    return out;
}

} // namespace limbeck::sql
