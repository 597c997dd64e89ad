#include "sql/operations.hpp"

#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "sql/alter_column.hpp"
#include "sql/ddl_compiler.hpp"
#include "sql/identifier.hpp"
#include "sql/literal.hpp"
#include "sql/type_compiler.hpp"
#include "support/text.hpp"

namespace limbeck::sql {

namespace {

using schema::Constraint;
using schema::ConstraintKind;
using schema::Name;
using schema::Table;
using schema::Type;
using schema::TypeKind;
using schema::TypePtr;

constexpr std::string_view no_alter_of_constraints =
    "No support for ALTER of constraints in SQLite dialect. Please refer to the batch mode feature which "
    "allows for "
    "SQLite migrations using a copy-and-move strategy.";

// Collects the statements of one operation.
class Emitter {
  public:
    Emitter(const Dialect& dialect, const OperationOptions& options) : dialect_(dialect), options_(options) {}

    void operator()(const schema::AddColumn& op);
    void operator()(const schema::AlterColumn& op);
    void operator()(const schema::DropColumn& op);
    void operator()(const schema::CreateTable& op);
    void operator()(const schema::DropTable& op);
    void operator()(const schema::RenameTable& op);
    void operator()(const schema::CreateIndex& op) {
        emit(create_index(*op.index, *op.table, dialect_, op.if_not_exists.value_or(false)));
    }
    void operator()(const schema::DropIndex& op) {
        emit(drop_index(*op.index, op.table.get(), dialect_, op.if_exists.value_or(false)));
    }
    void operator()(const schema::CreateConstraint& op) { add(*op.constraint, *op.table); }
    void operator()(const schema::DropConstraint& op);
    void operator()(const schema::TableComment& op);
    void operator()(const schema::BulkInsert& op);
    void operator()(const schema::Execute& op);
    void operator()(const schema::CreateSequence& op) {
        emit(create_sequence(*op.sequence, dialect_, op.if_not_exists));
    }
    void operator()(const schema::DropSequence& op) {
        emit(drop_sequence(*op.sequence, dialect_, op.if_exists));
    }
    void operator()(const schema::CreateSchema& op);
    void operator()(const schema::DropSchema& op);
    void operator()(const schema::CreateType& op) { emit(create_type(*op.type, dialect_)); }
    void operator()(const schema::DropType& op) { emit(drop_type(*op.type, dialect_)); }
    void operator()(const schema::RawDdl& op);

    // `with_metadata`: those that have a MetaData of their own, too.
    void make_types(const Table& table, bool with_metadata);
    void drop_types(const Table& table, bool with_metadata);

    std::vector<Statement> take() { return std::move(statements_); }

  private:
    void emit(std::string text) { statements_.push_back({std::move(text), {}}); }
    Rendering rendering() const {
        if (!options_.offline) return Rendering::execution;
        return options_.literal_binds ? Rendering::literal : Rendering::text;
    }
    void warn(const std::string& text) const {
        if (options_.warn) options_.warn(text);
    }
    void add(const Constraint& constraint, const Table& table);
    void drop(const Constraint& constraint, const Table& table, bool if_exists, bool cascade);
    bool first_time(const Type& type) const;
    void column_comment(const schema::Column& column, const Table& table);

    const Dialect& dialect_;
    const OperationOptions& options_;
    std::vector<Statement> statements_;
};

// The named types that a column's type has inside, as the events of its table would find them on this
// dialect.
void collect_named_types(const TypePtr& part, const TypePtr& column_type, const Dialect& dialect,
                         std::vector<TypePtr>& found) {
    if (!part) return;
    if (part->kind == TypeKind::ENUM || part->kind == TypeKind::DOMAIN)
        found.push_back(part);
    else if (part->kind == TypeKind::enum_ && part->native_enum &&
             is_implementation(*part, column_type, dialect))
        found.push_back(part);
    else if (part->kind == TypeKind::ARRAY)
        collect_named_types(part->item, column_type, dialect, found);
    else if (part->kind == TypeKind::decorator && part->decorated)
        collect_named_types(part->decorated->impl, column_type, dialect, found);
    for (const auto& [name, variant] : part->variants)
        collect_named_types(variant, column_type, dialect, found);
}

std::vector<TypePtr> named_types(const Table& table, const Dialect& dialect) {
    std::vector<TypePtr> found;
    for (const schema::ColumnPtr& column : table.columns)
        collect_named_types(column->type, column->type, dialect, found);
    return found;
}

bool Emitter::first_time(const Type& type) const {
    if (!type.create_type) return false;
    if (!options_.memo) return true;
    auto& seen = type.kind == TypeKind::DOMAIN ? options_.memo->domains : options_.memo->enums;
    return seen.insert({type.schema ? type.schema->text : "", type.name ? type.name->text : ""}).second;
}

void Emitter::make_types(const Table& table, bool with_metadata) {
    if (!dialect_.is_postgresql()) return;
    for (const TypePtr& type : named_types(table, dialect_)) {
        if (!with_metadata && type->has_metadata) continue;
        if (!first_time(*type)) continue;
        if (options_.type_exists && type->name && options_.type_exists(*type->name, type->schema)) continue;
        emit(create_type(*type, dialect_));
    }
}

void Emitter::drop_types(const Table& table, bool with_metadata) {
    if (!dialect_.is_postgresql()) return;
    for (const TypePtr& type : named_types(table, dialect_)) {
        if ((type->has_metadata && !with_metadata) || !first_time(*type)) continue;
        if (options_.type_exists && type->name && !options_.type_exists(*type->name, type->schema)) continue;
        emit(drop_type(*type, dialect_));
    }
}

void Emitter::add(const Constraint& constraint, const Table& table) {
    if (dialect_.is_sqlite()) {
        if (!constraint.type_bound) throw schema::NotSupportedError(std::string(no_alter_of_constraints));
        if (is_written(constraint, dialect_))
            warn("Skipping unsupported ALTER for creation of implicit constraint. Please refer to the batch "
                 "mode feature "
                 "which allows for SQLite migrations using a copy-and-move strategy.");
        return;
    }
    if (is_written(constraint, dialect_)) emit(add_constraint(constraint, table, dialect_));
}

void Emitter::drop(const Constraint& constraint, const Table& table, bool if_exists, bool cascade) {
    if (dialect_.is_sqlite()) {
        if (!constraint.type_bound) throw schema::NotSupportedError(std::string(no_alter_of_constraints));
        return;
    }
    emit(drop_constraint(constraint, table, dialect_, if_exists, cascade));
}

void Emitter::column_comment(const schema::Column& column, const Table& table) {
    std::string out = "COMMENT ON COLUMN ";
    append_qualified(out, table.schema, table.name, dialect_);
    out += '.';
    append_name(out, column.name, dialect_);
    out += " IS ";
    append_text_literal(out, *column.comment, dialect_);
    emit(std::move(out));
}

void Emitter::operator()(const schema::AddColumn& op) {
    auto table = std::make_shared<Table>();
    table->name = op.table;
    table->schema = op.schema;
    table->metadata = op.metadata;
    schema::ColumnPtr column = schema::copy(*op.column);
    table->append(column);

    std::string out = "ALTER TABLE ";
    append_dotted(out, op.schema, op.table, dialect_);
    out += " ADD COLUMN ";
    if (op.if_not_exists.value_or(false)) out += "IF NOT EXISTS ";
    append_column_specification(out, *column, *table, dialect_);
    if (op.inline_primary_key.value_or(false) && column->primary_key) out += " PRIMARY KEY";
    bool inline_reference = op.inline_references.value_or(false) && column->foreign_keys.size() == 1;
    if (inline_reference)
        for (const schema::ConstraintPtr& constraint : table->constraints)
            if (constraint->kind == ConstraintKind::foreign_key) {
                out += " REFERENCES ";
                append_qualified(out, constraint->referred_schema, constraint->referred_table, dialect_);
                out += " (";
                append_name(out, constraint->referred_columns.front(), dialect_);
                out += ')';
                append_foreign_key_rules(out, *constraint, dialect_);
            }
    for (const auto& constraint : column->constraints) {
        out += ' ';
        append_constraint(out, *constraint, *table, dialect_);
    }
    emit(std::move(out));

    for (const schema::ConstraintPtr& constraint : table->sorted_constraints()) {
        if (inline_reference && constraint->kind == ConstraintKind::foreign_key) continue;
        add(*constraint, *table);
    }
    for (const schema::IndexPtr& index : table->indexes) emit(create_index(*index, *table, dialect_));
    if (column->comment && !column->comment->empty() && dialect_.is_postgresql())
        column_comment(*column, *table);
}

void Emitter::operator()(const schema::AlterColumn& op) {
    // A type that brings a CHECK: that of the old type goes first, that of the new one comes last.
    auto type_constraints = [&](const TypePtr& type) {
        auto table = std::make_shared<Table>();
        table->name = op.table;
        table->schema = op.schema;
        table->metadata = op.metadata;
        auto column = std::make_shared<schema::Column>();
        column->name = op.column;
        column->type = type;
        table->append(column);
        return table;
    };
    if (op.existing_type && op.type) {
        auto table = type_constraints(op.existing_type);
        for (const schema::ConstraintPtr& constraint : table->constraints)
            if (is_written(*constraint, dialect_)) drop(*constraint, *table, false, false);
    }
    if (op.autoincrement || op.existing_autoincrement)
        warn("autoincrement and existing_autoincrement only make sense for MySQL");
    for (std::string& text : alter_column(op, dialect_)) emit(std::move(text));
    if (op.type) {
        auto table = type_constraints(op.type);
        for (const schema::ConstraintPtr& constraint : table->constraints)
            if (is_written(*constraint, dialect_)) add(*constraint, *table);
    }
}

void Emitter::operator()(const schema::DropColumn& op) {
    std::string out = "ALTER TABLE ";
    append_dotted(out, op.schema, op.table, dialect_);
    out += " DROP COLUMN ";
    if (op.if_exists.value_or(false)) out += "IF EXISTS ";
    append_name(out, op.column, dialect_);
    emit(std::move(out));
}

void Emitter::operator()(const schema::CreateTable& op) {
    const Table& table = *op.table;
    for (const schema::IndexPtr& index : table.indexes)
        if (auto refusal = index->refusals.find(dialect_.name()); refusal != index->refusals.end())
            throw schema::NotSupportedError(fmt::format("(in table '{}', index '{}') {}", table.name.text,
                                                        index->name ? index->name->text : "",
                                                        refusal->second));
    if (!options_.types_apart) make_types(table, options_.type_exists != nullptr);
    emit(create_table(table, dialect_, op.if_not_exists.value_or(false)));
    for (const schema::IndexPtr& index : table.indexes) emit(create_index(*index, table, dialect_));
    if (!dialect_.is_postgresql()) return;
    if (table.comment && !table.comment->empty())
        (*this)(schema::TableComment{table.name, table.schema, table.comment, std::nullopt});
    for (const schema::ColumnPtr& column : table.columns)
        if (column->comment && !column->comment->empty()) column_comment(*column, table);
}

void Emitter::operator()(const schema::DropTable& op) {
    emit(drop_table(*op.table, dialect_, op.if_exists.value_or(false)));
    if (!options_.types_apart) drop_types(*op.table, false);
}

void Emitter::operator()(const schema::RenameTable& op) {
    std::string out = "ALTER TABLE ";
    append_dotted(out, op.schema, op.table, dialect_);
    out += " RENAME TO ";
    append_name(out, op.new_name, dialect_);
    emit(std::move(out));
}

void Emitter::operator()(const schema::DropConstraint& op) {
    static const std::string_view known[] = {"foreignkey", "primary", "unique", "check"};
    if (!op.type.empty() && std::find(std::begin(known), std::end(known), op.type) == std::end(known))
        throw schema::ArgumentError("'type' can be one of 'check', 'foreignkey', 'primary', 'unique', None");
    Constraint constraint(op.type == "foreignkey" ? ConstraintKind::foreign_key
                          : op.type == "primary"  ? ConstraintKind::primary_key
                          : op.type == "unique"   ? ConstraintKind::unique
                          : op.type == "check"    ? ConstraintKind::check
                                                  : ConstraintKind::generic);
    constraint.name = op.name;
    if (op.table->metadata && !(op.name && op.name->conventional))
        if (auto made = conventional_name(constraint, *op.table, *op.table->metadata)) constraint.name = made;
    drop(constraint, *op.table, op.if_exists.value_or(false), op.cascade.value_or(false));
}

void Emitter::operator()(const schema::TableComment& op) {
    std::string out = "COMMENT ON TABLE ";
    append_qualified(out, op.schema, op.table, dialect_);
    out += " IS ";
    if (op.comment)
        append_text_literal(out, *op.comment, dialect_);
    else
        out += "NULL";
    emit(std::move(out));
}

// Online the rows are one executemany(): its columns are those that the first row has, and every row must
// have them. What else a row has is not looked at.
std::vector<schema::Assignment> as_first(const schema::BulkInsert& op, std::size_t at) {
    const Table& table = static_cast<const Table&>(*op.table);
    std::vector<schema::Assignment> values;
    for (const schema::Assignment& wanted : op.rows.front()) {
        if (!table.find(wanted.key)) continue;
        auto found = std::find_if(op.rows[at].begin(), op.rows[at].end(),
                                  [&](const schema::Assignment& value) { return value.key == wanted.key; });
        if (found == op.rows[at].end())
            throw schema::InvalidRequestError(fmt::format(
                "A value is required for bind parameter '{}', in parameter group {}", wanted.key, at));
        values.push_back(*found);
    }
    return values;
}

void Emitter::operator()(const schema::BulkInsert& op) {
    for (std::size_t at = 0; at < op.rows.size(); ++at) {
        const auto& row = op.rows[at];
        schema::Insert insert;
        insert.table = op.table;
        insert.is_inline = true;
        insert.has_values = true;
        insert.values = op.multiinsert && !options_.offline ? as_first(op, at) : row;
        if (options_.offline)
            for (schema::Assignment& assignment : insert.values) {
                if (auto* bind = dynamic_cast<const schema::Bind*>(assignment.expression.get());
                    bind && bind->always_literal)
                    continue;
                if (assignment.expression)
                    throw schema::CompileError(fmt::format(
                        "No literal value renderer is available for the SQL expression given for column "
                        "'{}'",
                        assignment.key));
                const Table& table = static_cast<const Table&>(*op.table);
                const schema::Column* column = table.find(assignment.key);
                if (!column)
                    throw schema::ArgumentError("KeyError: " +
                                                schema::repr(std::string_view(assignment.key)));
                assignment.expression = schema::inline_literal(assignment.value, column->type);
            }
        statements_.push_back(compile(insert, dialect_, rendering()));
    }
}

void Emitter::operator()(const schema::Execute& op) {
    statements_.push_back(compile(*op.statement, dialect_, rendering()));
}

void Emitter::operator()(const schema::CreateSchema& op) {
    std::string out = op.if_not_exists ? "CREATE SCHEMA IF NOT EXISTS " : "CREATE SCHEMA ";
    append_name(out, op.name, dialect_);
    emit(std::move(out));
}

void Emitter::operator()(const schema::DropSchema& op) {
    std::string out = op.if_exists ? "DROP SCHEMA IF EXISTS " : "DROP SCHEMA ";
    append_name(out, op.name, dialect_);
    if (op.cascade) out += " CASCADE";
    emit(std::move(out));
}

// `statement % context` as Python does it, for names in parentheses; then percent signs are the driver's.
void Emitter::operator()(const schema::RawDdl& op) {
    std::vector<std::pair<std::string, std::string>> context = op.context;
    if (op.target) {
        context.emplace_back("table", quoted(op.target->name, dialect_));
        context.emplace_back("schema", op.target->schema ? quoted(*op.target->schema, dialect_) : "");
        std::string full;
        append_qualified(full, op.target->schema, op.target->name, dialect_);
        context.emplace_back("fullname", full);
    }
    std::string out;
    const std::string& text = op.statement;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '%') {
            out += text[at++];
            continue;
        }
        if (text.compare(at, 2, "%%") == 0) {
            out += '%';
            at += 2;
            continue;
        }
        std::size_t close = text.find(")s", at);
        if (text.compare(at, 2, "%(") != 0 || close == std::string::npos)
            throw schema::ArgumentError("unsupported format character in DDL statement: " +
                                        schema::repr(std::string_view(text)));
        std::string name = text.substr(at + 2, close - at - 2);
        auto found = std::find_if(context.begin(), context.end(),
                                  [&](const auto& item) { return item.first == name; });
        if (found == context.end())
            throw schema::ArgumentError("KeyError: " + schema::repr(std::string_view(name)));
        out += found->second;
        at = close + 2;
    }
    emit(dialect_.double_percents() ? text::replace_all(out, "%", "%%") : out);
}

} // namespace

std::vector<Statement> statements(const schema::Operation& operation, const Dialect& dialect,
                                  const OperationOptions& options) {
    Emitter emitter(dialect, options);
    std::visit(emitter, operation);
    return emitter.take();
}

std::vector<Statement> create_types(const Table& table, bool with_metadata, const Dialect& dialect,
                                    const OperationOptions& options) {
    Emitter emitter(dialect, options);
    emitter.make_types(table, with_metadata);
    return emitter.take();
}

std::vector<Statement> drop_types(const Table& table, bool with_metadata, const Dialect& dialect,
                                  const OperationOptions& options) {
    Emitter emitter(dialect, options);
    emitter.drop_types(table, with_metadata);
    return emitter.take();
}

std::string script_text(std::string_view statement) {
    std::string out;
    out.reserve(statement.size() + 16);
    for (char c : text::trim(statement)) {
        if (c == '\t')
            out += "    ";
        else
            out += c;
    }
    return out += ';';
}

} // namespace limbeck::sql
