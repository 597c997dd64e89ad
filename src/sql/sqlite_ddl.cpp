#include "sql/sqlite_ddl.hpp"

#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "sql/compiler.hpp"
#include "sql/ddl_compiler.hpp"
#include "sql/identifier.hpp"
#include "sql/type_compiler.hpp"
#include "support/text.hpp"

namespace limbeck::sql {

namespace {

using schema::CompileError;
using schema::ConstraintKind;

// SQLite wants an expression in parentheses, a constant without: what neither begins like a constant nor is
// one word is taken for an expression.
bool needs_parentheses(std::string_view text) {
    std::string_view start = text::trim_start(text);
    if (!start.empty() && (start[0] == '\'' || start[0] == '"' || start[0] == '(')) return false;
    // The reference's pattern looks at the first line alone.
    std::string_view line = text.substr(0, text.find('\n'));
    for (char c : line) {
        auto byte = static_cast<unsigned char>(c);
        bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                    byte >= 0x80;
        if (!word) return true;
    }
    return line.size() < text.size();
}

bool is_autoincrement(const schema::Column& column, const schema::Table& table) {
    return table.options.truthy("sqlite_autoincrement") && table.primary_key &&
           table.primary_key->columns.size() == 1 && affinity(*column.type) == schema::Affinity::integer &&
           column.foreign_keys.empty();
}

void append_conflict(std::string& out, const schema::Value& rule) {
    if (rule.is_null()) return;
    out += " ON CONFLICT ";
    out += schema::str(rule);
}

} // namespace

void append_sqlite_column(std::string& out, const schema::Column& column, const schema::Table& table,
                          const Dialect& dialect) {
    append_name(out, column.name, dialect);
    out += ' ';
    append_type(out, column.type, dialect);
    bool written = column.server_default.kind == schema::ServerDefaultKind::text ||
                   column.server_default.kind == schema::ServerDefaultKind::expression;
    if (written) {
        std::string text;
        append_server_default(text, column.server_default, dialect);
        bool wrap = needs_parentheses(text);
        out += wrap ? " DEFAULT (" : " DEFAULT ";
        out += text;
        if (wrap) out += ')';
    }
    if (!column.nullable) {
        out += " NOT NULL";
        append_conflict(out, column.options.value("sqlite_on_conflict_not_null"));
    }
    if (column.primary_key) {
        if (column.autoincrement == schema::Autoincrement::yes && table.primary_key->columns.size() != 1)
            throw CompileError("SQLite does not support autoincrement for composite primary keys");
        if (is_autoincrement(column, table)) {
            out += " PRIMARY KEY";
            append_conflict(out, column.options.value("sqlite_on_conflict_primary_key"));
            out += " AUTOINCREMENT";
        }
    }
    if (column.computed) {
        out += " GENERATED ALWAYS AS (";
        out += compile_ddl_expression(*column.computed->sqltext, dialect);
        out += ')';
        if (column.computed->persisted) out += *column.computed->persisted ? " STORED" : " VIRTUAL";
    }
}

bool sqlite_primary_key_is_inline(const schema::Constraint& constraint, const schema::Table& table) {
    if (constraint.columns.size() != 1) return false;
    const schema::Column* column = table.find(constraint.columns.front().text);
    return column && column->primary_key && is_autoincrement(*column, table);
}

void append_sqlite_on_conflict(std::string& out, const schema::Constraint& constraint,
                               const schema::Table& table) {
    schema::Value rule = constraint.options.value("sqlite_on_conflict");
    if (constraint.column_level && constraint.kind == ConstraintKind::check) {
        if (!rule.is_null())
            throw CompileError("SQLite does not support on conflict clause for column check constraint");
        return;
    }
    if (rule.is_null() && constraint.columns.size() == 1) {
        const schema::Column* column = table.find(constraint.columns.front().text);
        if (column && constraint.kind == ConstraintKind::primary_key)
            rule = column->options.value("sqlite_on_conflict_primary_key");
        if (column && constraint.kind == ConstraintKind::unique)
            rule = column->options.value("sqlite_on_conflict_unique");
    }
    append_conflict(out, rule);
}

void append_sqlite_table_options(std::string& out, const schema::Table& table) {
    bool without_rowid =
        table.options.find("sqlite_with_rowid") && !table.options.truthy("sqlite_with_rowid");
    bool strict = table.options.truthy("sqlite_strict");
    if (without_rowid) out += "\n WITHOUT ROWID";
    if (strict) out += without_rowid ? ",\n STRICT" : "\n STRICT";
}

std::string sqlite_create_index(const schema::Index& index, const schema::Table& table,
                                const Dialect& dialect, bool if_not_exists) {
    std::string out = "CREATE ";
    if (index.unique) out += "UNIQUE ";
    out += "INDEX ";
    if (if_not_exists) out += "IF NOT EXISTS ";
    if (table.schema && !table.schema->empty()) {
        append_name(out, *table.schema, dialect);
        out += '.';
    }
    append_constraint_name(out, *index.name, dialect);
    out += " ON ";
    append_name(out, table.name, dialect);
    out += " (";
    for (const schema::IndexElement& element : index.elements) {
        if (&element != &index.elements.front()) out += ", ";
        if (!element.column.empty()) {
            const schema::Column* column = table.find(element.column);
            append_name(out, column ? column->name : schema::Name(element.column), dialect);
        } else {
            out += compile_ddl_expression(*element.expression, dialect);
        }
    }
    out += ')';
    if (const schema::Option* where = index.options.find("sqlite_where")) {
        if (where->expression)
            out += " WHERE " + compile_ddl_expression(*where->expression, dialect);
        else if (auto* text = where->value.get_if<std::string>())
            out += " WHERE " + compile_ddl_expression(*schema::text(*text), dialect);
    }
    return out;
}

} // namespace limbeck::sql
