// What each directive does: from a script's arguments to an operation of schema/.
#include "alembic/batch.hpp"
#include "alembic/operations.hpp"
#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/ddl_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace limbeck::alembic {

using python::Value;
using schema::Constraint;
using schema::ConstraintKind;
using schema::Name;
using sqlalchemy::to_name;
using sqlalchemy::to_optional_name;

namespace {

schema::TablePtr make_table(const Operator& op, const Request& request, const char* table = "table_name",
                            const char* schema = "schema") {
    auto made = std::make_shared<schema::Table>();
    made->name = to_name(request.get(table));
    made->schema = to_optional_name(request.get(schema));
    made->metadata = op.metadata();
    return made;
}

// A column that only has a name, as the reference puts into the tables it makes up for constraints.
void append_bare_column(schema::Table& table, const Name& name) {
    if (table.find(name.text)) return;
    auto column = std::make_shared<schema::Column>();
    column->name = name;
    table.append(std::move(column));
}

std::vector<Name> append_bare_columns(schema::Table& table, const std::vector<Value>& columns) {
    std::vector<Name> names;
    for (const Value& column : columns) {
        names.push_back(to_name(column));
        append_bare_column(table, names.back());
    }
    return names;
}

void set_deferrable(Constraint& constraint, const Request& request) {
    constraint.deferrable = request.flag("deferrable");
    constraint.initially = request.text("initially");
}

constexpr std::array<std::string_view, 12> constraint_arguments = {
    "deferrable",    "initially",       "info",      "comment",      "onupdate", "ondelete", "match",
    "source_schema", "referent_schema", "use_alter", "link_to_name", "name"};

Value add_constraint(const Operator& op, const Request& request, const schema::TablePtr& table,
                     const schema::ConstraintPtr& constraint, std::string_view class_name) {
    constraint->name = to_optional_name(request.get("constraint_name"));
    constraint->comment = request.text("comment");
    constraint->options = sqlalchemy::to_options(
        python::cast<python::Dict>(request.keywords(constraint_arguments)), class_name);
    table->append(constraint);
    op.perform(schema::CreateConstraint{table, constraint});
    return Value::none();
}

Value create_primary_key(const Operator& op, const Request& request) {
    schema::TablePtr table = make_table(op, request);
    auto constraint = std::make_shared<Constraint>(ConstraintKind::primary_key);
    constraint->columns = append_bare_columns(*table, request.list("columns"));
    set_deferrable(*constraint, request);
    return add_constraint(op, request, table, constraint, "PrimaryKeyConstraint");
}

Value create_unique_constraint(const Operator& op, const Request& request) {
    schema::TablePtr table = make_table(op, request);
    auto constraint = std::make_shared<Constraint>(ConstraintKind::unique);
    constraint->columns = append_bare_columns(*table, request.list("columns"));
    set_deferrable(*constraint, request);
    if (Value included = request.get("postgresql_include");
        !included.is_none() && op.host().dialect().is_postgresql())
        python::for_each(included, [&](const Value& name) {
            if (python::is_str(name) && !table->find(python::as_text(name))) python::raise_key_error(name);
        });
    return add_constraint(op, request, table, constraint, "UniqueConstraint");
}

Value create_check_constraint(const Operator& op, const Request& request) {
    schema::TablePtr table = make_table(op, request);
    append_bare_column(*table, "x");
    auto constraint = std::make_shared<Constraint>(ConstraintKind::check);
    constraint->sqltext = sqlalchemy::to_text_or_expression(request.get("condition"));
    set_deferrable(*constraint, request);
    return add_constraint(op, request, table, constraint, "CheckConstraint");
}

Value create_foreign_key(const Operator& op, const Request& request) {
    schema::TablePtr table = make_table(op, request, "source_table", "source_schema");
    auto constraint = std::make_shared<Constraint>(ConstraintKind::foreign_key);
    Name referent = to_name(request.get("referent_table"));
    std::optional<Name> referent_schema = to_optional_name(request.get("referent_schema"));
    std::vector<Value> local = request.list("local_cols"), remote = request.list("remote_cols");
    constraint->columns = append_bare_columns(*table, local);
    // A dotted name is that of one table; its schema is an argument of its own.
    constraint->referred_schema = referent_schema;
    constraint->referred_table = referent;
    for (const Value& column : remote) constraint->referred_columns.push_back(to_name(column));
    if (local.size() != remote.size())
        throw schema::ArgumentError(
            fmt::format("ForeignKeyConstraint number of constrained columns must match the number of "
                        "referenced columns."));
    constraint->onupdate = request.text("onupdate");
    constraint->ondelete = request.text("ondelete");
    constraint->match = request.text("match");
    constraint->use_alter = request.flag("use_alter").value_or(false);
    set_deferrable(*constraint, request);
    return add_constraint(op, request, table, constraint, "ForeignKeyConstraint");
}

Value create_exclude_constraint(const Operator& op, const Request& request) {
    if (Value made = request.get("_orig_constraint"); !made.is_none()) {
        add_made_constraint(op, made);
        return Value::none();
    }
    schema::TablePtr table = make_table(op, request);
    Value keywords = request.keywords();
    std::vector<python::KeywordArgument> arguments = {
        {python::intern("name"), request.get("constraint_name")},
        {python::intern("where"), request.get("where")}};
    python::for_each_item(keywords, [&](const Value& name, const Value& value) {
        arguments.push_back({python::intern(python::as_text(name)), value});
    });
    Value made = python::call(python::native_attribute("sqlalchemy.dialects.postgresql", "ExcludeConstraint"),
                              request.list("elements"), arguments);
    schema::ConstraintPtr constraint = sqlalchemy::to_constraint_if(made);
    for (const schema::ExcludeElement& element : constraint->elements) {
        if (element.name.empty())
            throw schema::ArgumentError("Column must be constructed with a non-blank name or assign a "
                                        "non-blank .name before adding to a Table.");
        append_bare_column(*table, element.name);
    }
    table->append(constraint);
    op.perform(schema::CreateConstraint{table, constraint});
    return Value::none();
}

Value drop_constraint(const Operator& op, const Request& request) {
    schema::DropConstraint drop;
    drop.table = make_table(op, request);
    drop.name = to_optional_name(request.get("constraint_name"));
    if (request.has("constraint_type"))
        drop.type = *request.text("constraint_type");
    else
        drop.type = request.text("type_").value_or("");
    constexpr std::array<std::string_view, 5> known = {"", "foreignkey", "primary", "unique", "check"};
    if (std::find(known.begin(), known.end(), drop.type) == known.end())
        python::raise(python::Exc::TypeError,
                      "'type' can be one of 'check', 'foreignkey', 'primary', 'unique', None");
    drop.if_exists = request.flag("if_exists");
    op.perform(std::move(drop));
    return Value::none();
}

// A copy of what stands in a table already. A column's foreign keys belong to that table's constraints then.
Value detached(const Value& item) {
    if (auto* column = python::state_if<sqlalchemy::ColumnState>(item))
        return column->column->table ? python::call_method(item, "_copy_without_keys") : item;
    if (auto* constraint = python::state_if<sqlalchemy::ConstraintState>(item))
        return constraint->constraint->table ? python::call_method(item, "_copy_detached") : item;
    return item;
}

Value add_column(const Operator& op, const Request& request) {
    schema::AddColumn add;
    add.table = to_name(request.get("table_name"));
    add.schema = to_optional_name(request.get("schema"));
    add.column = sqlalchemy::to_column(detached(request.get("column")));
    add.if_not_exists = request.flag("if_not_exists");
    add.inline_references = request.flag("inline_references");
    add.inline_primary_key = request.flag("inline_primary_key");
    add.insert_before = request.text("insert_before");
    add.insert_after = request.text("insert_after");
    add.metadata = op.metadata();
    op.perform(std::move(add));
    return Value::none();
}

// A default or comment: False leaves it alone, None drops it.
bool is_false(const Value& value) {
    return value.is_bool() && !value.as_bool();
}

Value alter_column(const Operator& op, const Request& request) {
    schema::AlterColumn alter;
    alter.table = to_name(request.get("table_name"));
    alter.schema = to_optional_name(request.get("schema"));
    alter.column = to_name(request.get("column_name"));
    alter.nullable = request.flag("modify_nullable");
    alter.existing_nullable = request.flag("existing_nullable");
    alter.new_name = to_optional_name(request.get("modify_name"));
    if (Value type = request.get("modify_type"); !type.is_none()) alter.type = sqlalchemy::to_type(type);
    if (Value type = request.get("existing_type"); !type.is_none())
        alter.existing_type = sqlalchemy::to_type(type);
    if (Value given = request.get("modify_server_default"); given.is_none()) {
        alter.default_change = schema::Change::drop;
    } else if (!is_false(given)) {
        sqlalchemy::DefaultArgument value = sqlalchemy::to_server_default(given);
        alter.default_change = schema::Change::set;
        alter.server_default = value.text_or_expression;
        alter.identity = value.identity;
        alter.computed = value.computed;
    }
    if (Value given = request.get("existing_server_default"); given.is_none()) {
        alter.existing_default_is_none = true;
    } else if (!is_false(given)) {
        sqlalchemy::DefaultArgument value = sqlalchemy::to_server_default(given);
        alter.existing_server_default = value.text_or_expression;
        alter.existing_identity = value.identity;
        alter.existing_computed = value.computed;
    }
    if (Value given = request.get("modify_comment"); given.is_none()) {
        alter.comment_change = schema::Change::drop;
    } else if (!is_false(given)) {
        alter.comment_change = schema::Change::set;
        alter.comment = python::as_text(given);
    }
    alter.existing_comment = request.text("existing_comment");
    alter.autoincrement = request.flag("autoincrement");
    alter.existing_autoincrement = request.flag("existing_autoincrement");
    alter.insert_before = request.text("insert_before");
    alter.insert_after = request.text("insert_after");
    if (Value given = request.get("postgresql_using"); !given.is_none()) {
        if (schema::ExpressionPtr expression = sqlalchemy::to_expression_if(given))
            alter.options.set("postgresql_using", expression);
        else
            alter.options.set("postgresql_using", sqlalchemy::to_value(given));
    }
    alter.metadata = op.metadata();
    op.perform(std::move(alter));
    return Value::none();
}

Value drop_column(const Operator& op, const Request& request) {
    schema::DropColumn drop;
    drop.table = to_name(request.get("table_name"));
    drop.schema = to_optional_name(request.get("schema"));
    drop.column = to_name(request.get("column_name"));
    drop.if_exists = request.flag("if_exists");
    op.perform(std::move(drop));
    return Value::none();
}

Value rename_table(const Operator& op, const Request& request) {
    schema::RenameTable rename;
    Value old = request.get("old_table_name");
    rename.table = to_name(old.is_none() ? request.get("table_name") : old);
    rename.new_name = to_name(request.get("new_table_name"));
    rename.schema = to_optional_name(request.get("schema"));
    op.perform(std::move(rename));
    return Value::none();
}

// sqlalchemy.Table(…) with what the directive was given.
Value call_table(const Operator& op, const Request& request, std::vector<Value> columns,
                 std::span<const std::string_view> without) {
    std::vector<Value> positional = {request.get("table_name"), op.metadata_object()};
    positional.insert(positional.end(), columns.begin(), columns.end());
    std::vector<python::KeywordArgument> keywords = {{python::intern("schema"), request.get("schema")}};
    for (const char* name : {"comment", "info", "prefixes"})
        if (Value given = request.get(name); !given.is_none() && python::truth(given))
            keywords.push_back({python::intern(name), given});
    python::for_each_item(request.keywords(without), [&](const Value& name, const Value& value) {
        keywords.push_back({python::intern(python::as_text(name)), value});
    });
    return python::call(python::native_attribute("sqlalchemy", "Table"), positional, keywords);
}

constexpr std::array<std::string_view, 7> table_arguments = {"schema",        "comment",   "info", "prefixes",
                                                             "if_not_exists", "if_exists", "name"};

// The Table of an operation that was made from one.
Value table_of(const Operator& op, const Request& request) {
    return python::call_method(request.operation(), "to_table", {op.migration_context()});
}

Value create_table(const Operator& op, const Request& request) {
    if (request.flag("_constraints_included").value_or(false)) {
        Value table = table_of(op, request);
        op.perform(schema::CreateTable{sqlalchemy::to_table(table), request.flag("if_not_exists")});
        return table;
    }
    std::vector<Value> columns, others;
    for (const Value& item : request.list("columns")) {
        if (python::is_unresolved(item))
            python::raise_unresolved(item, "use it as a column or constraint of create_table()");
        Value own = detached(item);
        if (python::state_if<sqlalchemy::ColumnState>(own))
            columns.push_back(own);
        else if (sqlalchemy::to_constraint_if(own) || sqlalchemy::to_index_if(own))
            others.push_back(own);
    }
    Value table = call_table(op, request, std::move(columns), table_arguments);
    for (const Value& item : others) python::call_method(table, "append_constraint", {item});
    op.perform(schema::CreateTable{sqlalchemy::to_table(table), request.flag("if_not_exists")});
    return table;
}

Value drop_table(const Operator& op, const Request& request) {
    Value made =
        request.has("_reverse") ? table_of(op, request) : call_table(op, request, {}, table_arguments);
    schema::TablePtr table = sqlalchemy::to_table(made);
    op.perform(schema::DropTable{table, request.flag("if_exists")});
    return Value::none();
}

constexpr std::array<std::string_view, 5> index_arguments = {"unique", "info", "quote", "schema", "_table"};

schema::IndexPtr make_index(const Request& request, const schema::TablePtr& table,
                            const std::vector<Value>& columns) {
    auto index = std::make_shared<schema::Index>();
    index->name = to_optional_name(request.get("index_name"));
    index->unique = request.flag("unique").value_or(false);
    for (const Value& column : columns) {
        schema::IndexElement element;
        if (python::is_str(column)) {
            Name name = to_name(column);
            append_bare_column(*table, name);
            element.column = name.text;
        } else {
            element.expression = sqlalchemy::to_expression_if(column);
            if (!element.expression)
                python::raise(python::Exc::ValueError, "String or text() construct expected");
            if (auto text = schema::pointer_as<schema::Text>(element.expression)) element.key = text->text;
            if (auto reference = schema::pointer_as<schema::ColumnRef>(element.expression);
                reference && reference->column) {
                append_bare_column(*table, reference->name);
                element.column = reference->name.text;
                element.expression = nullptr;
            }
        }
        index->elements.push_back(std::move(element));
    }
    index->options =
        sqlalchemy::to_options(python::cast<python::Dict>(request.keywords(index_arguments)), "Index");
    if (Value quote = request.get("quote"); !quote.is_none() && index->name)
        index->name->quote = python::truth(quote) ? schema::Quote::always : schema::Quote::never;
    table->append(index);
    return index;
}

Value create_index(const Operator& op, const Request& request) {
    schema::TablePtr table = make_table(op, request);
    schema::IndexPtr index = make_index(request, table, request.list("columns"));
    op.perform(schema::CreateIndex{table, index, request.flag("if_not_exists")});
    return Value::none();
}

Value drop_index(const Operator& op, const Request& request) {
    auto table = std::make_shared<schema::Table>();
    Value name = request.get("table_name");
    table->name = name.is_none() ? Name("no_table") : to_name(name);
    table->schema = to_optional_name(request.get("schema"));
    table->metadata = op.metadata();
    schema::IndexPtr index = make_index(request, table, {python::make_str("x")});
    op.perform(schema::DropIndex{table, index, request.flag("if_exists")});
    return Value::none();
}

Value create_table_comment(const Operator& op, const Request& request) {
    op.perform(schema::TableComment{to_name(request.get("table_name")),
                                    to_optional_name(request.get("schema")), request.text("comment"),
                                    request.text("existing_comment")});
    return Value::none();
}

Value drop_table_comment(const Operator& op, const Request& request) {
    op.perform(schema::TableComment{to_name(request.get("table_name")),
                                    to_optional_name(request.get("schema")), std::nullopt,
                                    request.text("existing_comment")});
    return Value::none();
}

Value bulk_insert(const Operator& op, const Request& request) {
    schema::BulkInsert insert;
    schema::TablePtr table = sqlalchemy::to_table(request.get("table"));
    insert.table = table;
    insert.multiinsert = request.flag("multiinsert").value_or(false);
    Value rows = request.get("rows");
    if (!python::as<python::List>(rows)) python::raise(python::Exc::TypeError, "List expected");
    const std::vector<Value>& items = python::cast<python::List>(rows).items;
    if (!items.empty() && !python::as<python::Dict>(items.front()))
        python::raise(python::Exc::TypeError, "List of dictionaries expected");
    for (const Value& row : items) {
        std::vector<schema::Assignment> values;
        python::for_each_item(row, [&](const Value& key, const Value& value) {
            schema::Assignment assignment;
            assignment.key = python::as_text(key);
            schema::Operand operand = sqlalchemy::to_operand(value);
            assignment.expression = operand.expression;
            if (!operand.expression) assignment.value = operand.value;
            values.push_back(std::move(assignment));
        });
        insert.rows.push_back(std::move(values));
    }
    op.perform(std::move(insert));
    return Value::none();
}

Value execute(const Operator& op, const Request& request) {
    Value sql = request.get("sqltext");
    Host& host = op.host();
    const sql::Dialect& dialect = host.as_sql() ? host.dialect() : host.execution_dialect();
    if (std::optional<sql::Statement> ddl = sqlalchemy::ddl_statement_if(sql, dialect)) {
        host.execute(*ddl);
        return Value::none();
    }
    perform(host, schema::Execute{sqlalchemy::to_text_or_expression(sql)});
    return Value::none();
}

} // namespace

void add_made_constraint(const Operator& op, const Value& made) {
    schema::ConstraintPtr constraint = sqlalchemy::to_constraint_if(made);
    if (!constraint) python::raise(python::Exc::TypeError, "to_constraint() gives a constraint");
    op.perform(
        schema::CreateConstraint{sqlalchemy::to_table(python::get_attribute(made, "table")), constraint});
}

Implementation implementation_of(std::string_view directive) {
    static const std::pair<std::string_view, Implementation> all[] = {
        {"add_column", add_column},
        {"alter_column", alter_column},
        {"bulk_insert", bulk_insert},
        {"create_check_constraint", create_check_constraint},
        {"create_exclude_constraint", create_exclude_constraint},
        {"create_foreign_key", create_foreign_key},
        {"create_index", create_index},
        {"create_primary_key", create_primary_key},
        {"create_table", create_table},
        {"create_table_comment", create_table_comment},
        {"create_unique_constraint", create_unique_constraint},
        {"drop_column", drop_column},
        {"drop_constraint", drop_constraint},
        {"drop_index", drop_index},
        {"drop_table", drop_table},
        {"drop_table_comment", drop_table_comment},
        {"execute", execute},
        {"rename_table", rename_table},
    };
    for (const auto& [name, implementation] : all)
        if (name == directive) return implementation;
    return nullptr;
}

} // namespace limbeck::alembic
