#include "alembic/directives.hpp"

#include <algorithm>
#include <stdexcept>

namespace limbeck::alembic {

namespace {

std::vector<Directive> declared() {
    return {
        {.name = "add_column",
         .class_name = "AddColumnOp",
         .parameters = "table_name, column, *, schema=None, if_not_exists=None, inline_references=None, "
                       "inline_primary_key=None",
         .batch_parameters = "column, *, insert_before=None, insert_after=None, if_not_exists=None, "
                             "inline_references=None, inline_primary_key=None",
         .class_parameters =
             "table_name, column, *, schema=None, if_not_exists=None, inline_references=None, "
             "inline_primary_key=None, **kw"},
        {.name = "alter_column",
         .class_name = "AlterColumnOp",
         .parameters = "table_name, column_name, *, nullable=None, comment=False, server_default=False, "
                       "new_column_name=None, type_=None, existing_type=None, existing_server_default=False, "
                       "existing_nullable=None, existing_comment=None, schema=None, **kw",
         .batch_parameters = "column_name, *, nullable=None, comment=False, server_default=False, "
                             "new_column_name=None, type_=None, existing_type=None, "
                             "existing_server_default=False, existing_nullable=None, existing_comment=None, "
                             "insert_before=None, insert_after=None, **kw",
         .class_parameters = "table_name, column_name, *, schema=None, existing_type=None, "
                             "existing_server_default=False, existing_nullable=None, existing_comment=None, "
                             "modify_nullable=None, modify_comment=False, modify_server_default=False, "
                             "modify_name=None, modify_type=None, **kw",
         .renamed = {{"nullable", "modify_nullable"},
                     {"comment", "modify_comment"},
                     {"server_default", "modify_server_default"},
                     {"new_column_name", "modify_name"},
                     {"type_", "modify_type"}},
         .old_keywords = {{"name", "new_column_name"}}},
        {.name = "bulk_insert",
         .class_name = "BulkInsertOp",
         .parameters = "table, rows, *, multiinsert=True",
         .class_parameters = "table, rows, *, multiinsert=True"},
        {.name = "create_check_constraint",
         .class_name = "CreateCheckConstraintOp",
         .parameters = "constraint_name, table_name, condition, *, schema=None, **kw",
         .batch_parameters = "constraint_name, condition, **kw",
         .class_parameters = "constraint_name, table_name, condition, *, schema=None, **kw",
         .old_keywords = {{"name", "constraint_name"}, {"source", "table_name"}}},
        {.name = "create_exclude_constraint",
         .class_name = "CreateExcludeConstraintOp",
         .parameters = "constraint_name, table_name, *elements, **kw",
         .batch_parameters = "constraint_name, *elements, **kw",
         .class_parameters = "constraint_name, table_name, elements, where=None, schema=None, "
                             "_orig_constraint=None, **kw"},
        {.name = "create_foreign_key",
         .class_name = "CreateForeignKeyOp",
         .parameters = "constraint_name, source_table, referent_table, local_cols, remote_cols, *, "
                       "onupdate=None, ondelete=None, deferrable=None, initially=None, match=None, "
                       "source_schema=None, referent_schema=None, **dialect_kw",
         .batch_parameters = "constraint_name, referent_table, local_cols, remote_cols, *, "
                             "referent_schema=None, onupdate=None, ondelete=None, deferrable=None, "
                             "initially=None, match=None, **dialect_kw",
         .class_parameters = "constraint_name, source_table, referent_table, local_cols, remote_cols, **kw",
         .old_keywords = {{"name", "constraint_name"},
                          {"source", "source_table"},
                          {"referent", "referent_table"}}},
        {.name = "create_index",
         .class_name = "CreateIndexOp",
         .parameters =
             "index_name, table_name, columns, *, schema=None, unique=False, if_not_exists=None, **kw",
         .batch_parameters = "index_name, columns, **kw",
         .class_parameters =
             "index_name, table_name, columns, *, schema=None, unique=False, if_not_exists=None, **kw",
         .old_keywords = {{"name", "index_name"}, {"tablename", "table_name"}}},
        {.name = "create_primary_key",
         .class_name = "CreatePrimaryKeyOp",
         .parameters = "constraint_name, table_name, columns, *, schema=None",
         .batch_parameters = "constraint_name, columns",
         .class_parameters = "constraint_name, table_name, columns, *, schema=None, **kw",
         .old_keywords = {{"name", "constraint_name"}, {"cols", "columns"}}},
        {.name = "create_table",
         .class_name = "CreateTableOp",
         .parameters = "table_name, *columns, if_not_exists=None, **kw",
         .class_parameters = "table_name, columns, *, schema=None, if_not_exists=None, "
                             "_namespace_metadata=None, _constraints_included=False, **kw",
         .old_keywords = {{"name", "table_name"}}},
        {.name = "create_table_comment",
         .class_name = "CreateTableCommentOp",
         .parameters = "table_name, comment, *, existing_comment=None, schema=None",
         .batch_parameters = "comment, *, existing_comment=None",
         .class_parameters = "table_name, comment, *, schema=None, existing_comment=None"},
        {.name = "create_unique_constraint",
         .class_name = "CreateUniqueConstraintOp",
         .parameters = "constraint_name, table_name, columns, *, schema=None, **kw",
         .batch_parameters = "constraint_name, columns, **kw",
         .class_parameters = "constraint_name, table_name, columns, *, schema=None, **kw",
         .old_keywords = {{"name", "constraint_name"}, {"source", "table_name"}, {"local_cols", "columns"}}},
        {.name = "drop_column",
         .class_name = "DropColumnOp",
         .parameters = "table_name, column_name, *, schema=None, **kw",
         .batch_parameters = "column_name, **kw",
         .class_parameters = "table_name, column_name, *, schema=None, if_exists=None, _reverse=None, **kw"},
        {.name = "drop_constraint",
         .class_name = "DropConstraintOp",
         .parameters = "constraint_name, table_name, type_=None, *, schema=None, if_exists=None",
         .batch_parameters = "constraint_name, type_=None",
         .class_parameters =
             "constraint_name, table_name, type_=None, *, schema=None, if_exists=None, _reverse=None",
         .old_keywords = {{"name", "constraint_name"}, {"tablename", "table_name"}, {"type", "type_"}}},
        {.name = "drop_index",
         .class_name = "DropIndexOp",
         .parameters = "index_name, table_name=None, *, schema=None, if_exists=None, **kw",
         .batch_parameters = "index_name, **kw",
         .class_parameters =
             "index_name, table_name=None, *, schema=None, if_exists=None, _reverse=None, **kw",
         .old_keywords = {{"name", "index_name"}, {"tablename", "table_name"}}},
        {.name = "drop_table",
         .class_name = "DropTableOp",
         .parameters = "table_name, *, schema=None, if_exists=None, **kw",
         .class_parameters = "table_name, *, schema=None, if_exists=None, table_kw=None, _reverse=None",
         .old_keywords = {{"name", "table_name"}}},
        {.name = "drop_table_comment",
         .class_name = "DropTableCommentOp",
         .parameters = "table_name, *, existing_comment=None, schema=None",
         .batch_parameters = "*, existing_comment=None",
         .class_parameters = "table_name, *, schema=None, existing_comment=None"},
        {.name = "execute",
         .class_name = "ExecuteSQLOp",
         .parameters = "sqltext, *, execution_options=None",
         .batch_parameters = "sqltext, *, execution_options=None",
         .class_parameters = "sqltext, *, execution_options=None",
         .old_keywords = {{"sql", "sqltext"}}},
        {.name = "rename_table",
         .class_name = "RenameTableOp",
         .parameters = "old_table_name, new_table_name, *, schema=None",
         .class_parameters = "old_table_name, new_table_name, *, schema=None"},
    };
}

// The names in a parameter list, but for * and **.
std::vector<std::string> names_of(std::string_view parameters) {
    std::vector<std::string> names;
    while (!parameters.empty()) {
        std::size_t comma = std::min(parameters.find(", "), parameters.size());
        std::string_view one = parameters.substr(0, comma);
        parameters.remove_prefix(std::min(comma + 2, parameters.size()));
        if (!one.starts_with('*')) names.emplace_back(one.substr(0, one.find('=')));
    }
    return names;
}

std::string with_self(const std::string& name, const std::string& parameters) {
    return name + "(self" + (parameters.empty() ? "" : ", ") + parameters + ")";
}

std::vector<Directive> completed() {
    std::vector<Directive> all = declared();
    for (Directive& one : all) {
        one.function = one.name + "(" + one.parameters + ")";
        one.method = with_self(one.name, one.parameters);
        if (!one.batch_parameters.empty()) one.batch_method = with_self(one.name, one.batch_parameters);
        one.on_class = one.name + "(cls, operations, *args, **kw)";
        one.batch_on_class = "batch_" + one.on_class;
        one.constructor = with_self("__init__", one.class_parameters);
        one.attributes = names_of(one.class_parameters);
    }
    return all;
}

} // namespace

bool Directive::is_attribute(std::string_view attribute) const {
    return std::find(attributes.begin(), attributes.end(), attribute) != attributes.end();
}

std::string_view Directive::attribute_of(std::string_view parameter) const {
    for (const auto& [from, to] : renamed)
        if (from == parameter) return to;
    return parameter;
}

std::span<const Directive> directives() {
    static const std::vector<Directive> all = completed();
    return all;
}

const Directive& directive(std::string_view name) {
    for (const Directive& one : directives())
        if (one.name == name) return one;
    throw std::logic_error("no such directive: " + std::string(name));
}

} // namespace limbeck::alembic
