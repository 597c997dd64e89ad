#include "sql/ddl_compiler.hpp"

#include "schema/errors.hpp"
#include "sql/compiler.hpp"
#include "sql/identifier.hpp"
#include "sql/literal.hpp"
#include "sql/postgresql_ddl.hpp"
#include "sql/sqlite_ddl.hpp"
#include "sql/type_compiler.hpp"
#include "support/text.hpp"

#include <atomic>

namespace limbeck::sql {

namespace {

using schema::CompileError;
using schema::Constraint;
using schema::ConstraintKind;
using schema::Table;

void append_preamble(std::string& out, const Constraint& constraint, const Table& table,
                     const Dialect& dialect) {
    std::optional<schema::Name> name = constraint.name;
    if (constraint.none_name) {
        static const schema::MetaData defaults;
        name = conventional_name(constraint, table, table.metadata ? *table.metadata : defaults);
    }
    if (!name) return;
    out += "CONSTRAINT ";
    append_constraint_name(out, *name, dialect);
    out += ' ';
}

// The name of the column that a constraint's key stands for.
const schema::Name& column_name(const Table& table, const schema::Name& key) {
    const schema::Column* column = table.find(key.text);
    return column ? column->name : key;
}

void append_columns(std::string& out, const std::vector<schema::Name>& keys, const Table& table,
                    const Dialect& dialect) {
    for (const schema::Name& key : keys) {
        if (&key != &keys.front()) out += ", ";
        append_name(out, column_name(table, key), dialect);
    }
}

void append_primary_key(std::string& out, const Constraint& constraint, const Table& table,
                        const Dialect& dialect) {
    append_preamble(out, constraint, table, dialect);
    out += "PRIMARY KEY (";
    std::vector<schema::Name> keys = constraint.columns;
    // A primary key made from the columns' flags has the column that counts up first.
    if (constraint.implicit)
        if (const schema::Column* first = table.autoincrement_column()) {
            auto at = std::find_if(keys.begin(), keys.end(),
                                   [&](const schema::Name& key) { return key.text == first->key_or_name(); });
            if (at != keys.end()) std::rotate(keys.begin(), at, at + 1);
        }
    append_columns(out, keys, table, dialect);
    out += ')';
}

void append_foreign_key(std::string& out, const Constraint& constraint, const Table& table,
                        const Dialect& dialect) {
    append_preamble(out, constraint, table, dialect);
    out += "FOREIGN KEY(";
    append_columns(out, constraint.columns, table, dialect);
    out += ") REFERENCES ";
    append_qualified(out, dialect.is_sqlite() ? std::nullopt : constraint.referred_schema,
                     constraint.referred_table, dialect);
    out += " (";
    for (const schema::Name& name : constraint.referred_columns) {
        if (&name != &constraint.referred_columns.front()) out += ", ";
        append_name(out, name, dialect);
    }
    out += ')';
    append_foreign_key_rules(out, constraint, dialect);
}

void append_check(std::string& out, const Constraint& constraint, const Table& table,
                  const Dialect& dialect) {
    append_preamble(out, constraint, table, dialect);
    out += "CHECK (";
    out += constraint.sqltext ? compile_ddl_expression(*constraint.sqltext, dialect) : "";
    out += ')';
}

void append_deferrability(std::string& out, const Constraint& constraint) {
    if (constraint.deferrable) out += *constraint.deferrable ? " DEFERRABLE" : " NOT DEFERRABLE";
    if (constraint.initially) {
        std::string upper = text::to_upper(*constraint.initially);
        if (upper != "DEFERRED" && upper != "IMMEDIATE")
            throw CompileError(fmt::format("Unexpected SQL phrase: {} (matching against {})",
                                           schema::repr(std::string_view(*constraint.initially)),
                                           schema::repr(std::string_view("^(?:DEFERRED|IMMEDIATE)$"))));
        out += " INITIALLY ";
        out += *constraint.initially;
    }
}

bool is_delete_rule(std::string_view rule, bool columns_allowed) {
    std::string upper = text::to_upper(rule);
    for (std::string_view known : {"RESTRICT", "CASCADE", "SET NULL", "NO ACTION", "SET DEFAULT"})
        if (upper == known) return true;
    if (!columns_allowed) return false;
    for (std::string_view start : {"SET NULL", "SET DEFAULT"})
        if (upper.starts_with(start)) {
            std::string_view rest = text::trim_start(std::string_view(upper).substr(start.size()));
            return rest.size() > 2 && rest.front() == '(' && rest.back() == ')';
        }
    return false;
}

void append_rule(std::string& out, std::string_view words, const std::string& rule, bool columns_allowed) {
    if (!is_delete_rule(rule, columns_allowed)) {
        std::string_view pattern =
            columns_allowed ? R"(^(?:RESTRICT|CASCADE|SET (?:NULL|DEFAULT)(?:\s*\(.+\))?|NO ACTION)$)"
                            : "^(?:RESTRICT|CASCADE|SET NULL|NO ACTION|SET DEFAULT)$";
        throw CompileError(fmt::format("Unexpected SQL phrase: {} (matching against {})",
                                       schema::repr(std::string_view(rule)), schema::repr(pattern)));
    }
    out += words;
    out += rule;
}

// What str() shows of a column: in no database's words.
void append_generic_column(std::string& out, const schema::Column& column, const Dialect& dialect) {
    append_name(out, column.name, dialect);
    out += ' ';
    append_type(out, column.type, dialect);
    if (column.server_default.kind == schema::ServerDefaultKind::text ||
        column.server_default.kind == schema::ServerDefaultKind::expression) {
        out += " DEFAULT ";
        append_server_default(out, column.server_default, dialect);
    }
    if (column.computed) {
        out += " GENERATED ALWAYS AS (";
        out += compile_ddl_expression(*column.computed->sqltext, dialect);
        out += ')';
        if (column.computed->persisted) out += *column.computed->persisted ? " STORED" : " VIRTUAL";
    }
    if (column.identity) {
        out += ' ';
        append_identity(out, *column.identity);
    } else if (!column.nullable) {
        out += " NOT NULL";
    }
}

std::string generic_create_index(const schema::Index& index, const Table& table, const Dialect& dialect,
                                 bool if_not_exists) {
    std::string out = index.unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ";
    if (if_not_exists) out += "IF NOT EXISTS ";
    append_constraint_name(out, *index.name, dialect);
    out += " ON ";
    append_qualified(out, table.schema, table.name, dialect);
    out += " (";
    for (const schema::IndexElement& element : index.elements) {
        if (&element != &index.elements.front()) out += ", ";
        if (element.expression)
            out += compile_ddl_expression(*element.expression, dialect);
        else
            append_name(out, column_name(table, schema::Name(element.column)), dialect);
    }
    return out + ')';
}

std::string column_with_constraints(const schema::Column& column, const Table& table,
                                    const Dialect& dialect) {
    std::string text;
    append_column_specification(text, column, table, dialect);
    for (const auto& constraint : column.constraints) {
        text += ' ';
        append_constraint(text, *constraint, table, dialect);
    }
    return text;
}

// Hardly any script has one.
std::atomic<ConstraintWriter> constraint_writer{nullptr};

} // namespace

bool is_written(const Constraint& constraint, const Dialect& dialect) {
    if (!constraint.type_bound) return true;
    const schema::Type& type = *constraint.type_bound;
    if (constraint.type_bound_column && !is_implementation(type, constraint.type_bound_column->type, dialect))
        return false;
    if (type.kind == schema::TypeKind::enum_) return !type.native_enum || !dialect.is_postgresql();
    return dialect.is_sqlite();
}

void append_foreign_key_rules(std::string& out, const Constraint& constraint, const Dialect& dialect) {
    if (constraint.match) {
        out += " MATCH ";
        out += *constraint.match;
    }
    if (constraint.ondelete) append_rule(out, " ON DELETE ", *constraint.ondelete, dialect.is_postgresql());
    if (constraint.onupdate) append_rule(out, " ON UPDATE ", *constraint.onupdate, false);
    append_deferrability(out, constraint);
}

void set_constraint_writer(ConstraintWriter writer) {
    constraint_writer = writer;
}

bool append_constraint(std::string& out, const Constraint& constraint, const Table& table,
                       const Dialect& dialect) {
    ConstraintWriter writer = constraint_writer;
    std::optional<WrittenConstraint> written;
    if (writer) written = writer(constraint, table, dialect);
    if (!written) return append_plain_constraint(out, constraint, table, dialect);
    if (written->text) out += *written->text;
    return written->text.has_value();
}

bool append_plain_constraint(std::string& out, const Constraint& constraint, const Table& table,
                             const Dialect& dialect) {
    bool postgresql = dialect.is_postgresql(), sqlite = dialect.is_sqlite();
    switch (constraint.kind) {
    case ConstraintKind::primary_key:
        if (constraint.columns.empty() && !postgresql) return false;
        if (sqlite && sqlite_primary_key_is_inline(constraint, table)) return false;
        append_primary_key(out, constraint, table, dialect);
        if (postgresql) append_postgresql_include(out, constraint.options, table, dialect);
        append_deferrability(out, constraint);
        if (sqlite) append_sqlite_on_conflict(out, constraint, table);
        return true;
    case ConstraintKind::unique:
        if (constraint.columns.empty()) return false;
        append_preamble(out, constraint, table, dialect);
        out += "UNIQUE ";
        if (postgresql) append_postgresql_nulls_distinct(out, constraint.options, "");
        out += '(';
        append_columns(out, constraint.columns, table, dialect);
        out += ')';
        if (postgresql) append_postgresql_include(out, constraint.options, table, dialect);
        append_deferrability(out, constraint);
        if (sqlite) append_sqlite_on_conflict(out, constraint, table);
        return true;
    case ConstraintKind::foreign_key:
        if (sqlite && (table.schema ? table.schema->text : "") !=
                          (constraint.referred_schema ? constraint.referred_schema->text : ""))
            return false;
        append_foreign_key(out, constraint, table, dialect);
        if (postgresql && constraint.options.truthy("postgresql_not_valid")) out += " NOT VALID";
        return true;
    case ConstraintKind::check:
        if (postgresql) refuse_array_of_text_enum(constraint);
        append_check(out, constraint, table, dialect);
        append_deferrability(out, constraint);
        if (postgresql && !constraint.column_level && constraint.options.truthy("postgresql_not_valid"))
            out += " NOT VALID";
        if (sqlite) append_sqlite_on_conflict(out, constraint, table);
        return true;
    case ConstraintKind::exclude:
        if (!postgresql)
            throw schema::UnsupportedCompilationError(
                sqlite ? "Compiler <sqlalchemy.dialects.sqlite.base.SQLiteDDLCompiler object> can't render "
                         "element of type ExcludeConstraint"
                       : "Compiler <sqlalchemy.sql.compiler.DDLCompiler object> can't render element of "
                         "type ExcludeConstraint");
        if (constraint.name) append_preamble(out, constraint, table, dialect);
        append_postgresql_exclude(out, constraint, dialect);
        append_deferrability(out, constraint);
        return true;
    case ConstraintKind::generic:
        break;
    }
    return false;
}

void append_server_default(std::string& out, const schema::ServerDefault& value, const Dialect& dialect) {
    if (value.kind == schema::ServerDefaultKind::text)
        append_text_literal(out, value.text, dialect);
    else if (!value.expression)
        throw CompileError("FetchedValue() does not say what the default is: there is nothing to write.");
    else
        out += compile(*value.expression, dialect, Rendering::literal).text;
}

void append_column_specification(std::string& out, const schema::Column& column, const Table& table,
                                 const Dialect& dialect) {
    if (dialect.is_postgresql())
        append_postgresql_column(out, column, table, dialect);
    else if (dialect.is_sqlite())
        append_sqlite_column(out, column, table, dialect);
    else
        append_generic_column(out, column, dialect);
}

std::string create_table(const Table& table, const Dialect& dialect, bool if_not_exists) {
    std::string out;
    out.reserve(256 + table.columns.size() * 40);
    out += "\nCREATE ";
    for (const std::string& prefix : table.prefixes) {
        out += prefix;
        out += ' ';
    }
    out += "TABLE ";
    if (if_not_exists) out += "IF NOT EXISTS ";
    append_qualified(out, table.schema, table.name, dialect);
    out += " (";
    std::string_view separator = "\n";
    for (const schema::ColumnPtr& column : table.columns) {
        if (column->system) continue;
        std::string text;
        try {
            text = column_with_constraints(*column, table, dialect);
        } catch (const CompileError& error) {
            throw CompileError(fmt::format("(in table '{}', column '{}'): {}", table.name.text,
                                           column->name.text, error.message()));
        }
        out += separator;
        separator = ", \n";
        out += '\t';
        out += text;
    }
    auto constraint = [&](const Constraint& item) {
        std::string text;
        if (!append_constraint(text, item, table, dialect) || text.empty()) return;
        out += separator;
        separator = ", \n";
        out += '\t';
        out += text;
    };
    if (table.primary_key && !table.primary_key->columns.empty()) constraint(*table.primary_key);
    for (const schema::ConstraintPtr& item : table.sorted_constraints()) {
        if (item->apart) continue;
        if (!is_written(*item, dialect)) continue;
        if (!dialect.is_sqlite() && item->use_alter) continue;
        constraint(*item);
    }
    out += "\n)";
    if (dialect.is_postgresql())
        append_postgresql_table_options(out, table, dialect);
    else if (dialect.is_sqlite())
        append_sqlite_table_options(out, table);
    out += "\n\n";
    return out;
}

std::string drop_table(const Table& table, const Dialect& dialect, bool if_exists) {
    std::string out = "\nDROP TABLE ";
    if (if_exists) out += "IF EXISTS ";
    append_qualified(out, table.schema, table.name, dialect);
    return out;
}

std::string create_index(const schema::Index& index, const Table& table, const Dialect& dialect,
                         bool if_not_exists) {
    if (!index.name) throw CompileError("CREATE INDEX requires that the index have a name");
    if (dialect.is_sqlite()) return sqlite_create_index(index, table, dialect, if_not_exists);
    if (dialect.is_postgresql()) return postgresql_create_index(index, table, dialect, if_not_exists);
    return generic_create_index(index, table, dialect, if_not_exists);
}

std::string drop_index(const schema::Index& index, const Table* table, const Dialect& dialect,
                       bool if_exists) {
    if (!index.name) throw CompileError("DROP INDEX requires that the index have a name");
    std::string out = "\nDROP INDEX ";
    if (dialect.is_postgresql() && index.options.truthy("postgresql_concurrently")) out += "CONCURRENTLY ";
    if (if_exists) out += "IF EXISTS ";
    if (table && table->schema && !table->schema->empty()) {
        append_name(out, *table->schema, dialect);
        out += '.';
    }
    append_constraint_name(out, *index.name, dialect);
    return out;
}

std::string add_constraint(const Constraint& constraint, const Table& table, const Dialect& dialect) {
    std::string out = "ALTER TABLE ";
    append_qualified(out, table.schema, table.name, dialect);
    out += " ADD ";
    append_constraint(out, constraint, table, dialect);
    return out;
}

std::string drop_constraint(const Constraint& constraint, const Table& table, const Dialect& dialect,
                            bool if_exists, bool cascade) {
    std::optional<schema::Name> name = constraint.name;
    if (constraint.none_name && table.metadata) name = conventional_name(constraint, table, *table.metadata);
    if (!name)
        throw CompileError(fmt::format(
            "Can't emit DROP CONSTRAINT for constraint of table '{}'; it has no name", table.name.text));
    std::string out = "ALTER TABLE ";
    append_qualified(out, table.schema, table.name, dialect);
    out += " DROP CONSTRAINT ";
    if (if_exists) out += "IF EXISTS ";
    append_constraint_name(out, *name, dialect);
    if (cascade) out += " CASCADE";
    return out;
}

void append_sequence_options(std::string& out, const schema::SequenceOptions& options) {
    std::string_view separator = "";
    auto add = [&](std::string_view words, const std::optional<std::int64_t>& number) {
        if (!number) return;
        out += separator;
        separator = " ";
        out += words;
        out += std::to_string(*number);
    };
    auto word = [&](std::string_view words) {
        out += separator;
        separator = " ";
        out += words;
    };
    add("INCREMENT BY ", options.increment);
    add("START WITH ", options.start);
    add("MINVALUE ", options.minvalue);
    add("MAXVALUE ", options.maxvalue);
    if (options.nominvalue) word("NO MINVALUE");
    if (options.nomaxvalue) word("NO MAXVALUE");
    add("CACHE ", options.cache);
    if (options.cycle) word(*options.cycle ? "CYCLE" : "NO CYCLE");
}

void append_identity(std::string& out, const schema::Identity& identity) {
    out += identity.always ? "GENERATED ALWAYS AS IDENTITY" : "GENERATED BY DEFAULT AS IDENTITY";
    std::string options;
    append_sequence_options(options, identity.options);
    if (!options.empty()) out += " (" + options + ")";
}

std::string create_sequence(const schema::Sequence& sequence, const Dialect& dialect, bool if_not_exists) {
    std::string out = "CREATE SEQUENCE ";
    if (if_not_exists) out += "IF NOT EXISTS ";
    append_qualified(out, sequence.schema, sequence.name, dialect);
    if (sequence.data_type && dialect.is_postgresql()) {
        out += " AS ";
        append_type(out, sequence.data_type, dialect);
    }
    std::string options;
    append_sequence_options(options, sequence.options);
    if (!options.empty()) out += " " + options;
    return out;
}

std::string drop_sequence(const schema::Sequence& sequence, const Dialect& dialect, bool if_exists) {
    std::string out = "DROP SEQUENCE ";
    if (if_exists) out += "IF EXISTS ";
    append_qualified(out, sequence.schema, sequence.name, dialect);
    return out;
}

} // namespace limbeck::sql
