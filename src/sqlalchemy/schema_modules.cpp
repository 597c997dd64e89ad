// sqlalchemy.sql.schema, sqlalchemy.sql.ddl and sqlalchemy.schema, and what `sqlalchemy` has of them.
#include "sqlalchemy/modules.hpp"
#include "sqlalchemy/schema_items.hpp"

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

using python::ModuleBuilder;
using python::Value;

namespace {

constexpr std::string_view schema_names[] = {
    "BLANK_SCHEMA",
    "CheckConstraint",
    "Column",
    "ColumnCollectionConstraint",
    "ColumnCollectionMixin",
    "ColumnDefault",
    "Computed",
    "Constraint",
    "DefaultClause",
    "DefaultGenerator",
    "FetchedValue",
    "ForeignKey",
    "ForeignKeyConstraint",
    "HasSchemaAttr",
    "Identity",
    "Index",
    "MetaData",
    "PrimaryKeyConstraint",
    "RETAIN_SCHEMA",
    "SchemaItem",
    "Sequence",
    "Table",
    "UniqueConstraint",
    "PassiveDefault",
    "ThreadLocalMetaData",
};
constexpr std::string_view ddl_names[] = {
    "AddConstraint",        "BaseDDLElement",        "CreateColumn",    "CreateIndex",
    "CreateSchema",         "CreateSequence",        "CreateTable",     "DDL",
    "DDLElement",           "DropColumnComment",     "DropConstraint",  "DropIndex",
    "DropSchema",           "DropSequence",          "DropTable",       "DropTableComment",
    "ExecutableDDLElement", "SetColumnComment",      "SetTableComment", "sort_tables",
    "SetConstraintComment", "DropConstraintComment", "_CreateDropBase",
};
// What `sqlalchemy` itself has of both.
constexpr std::string_view package_names[] = {
    "BLANK_SCHEMA",
    "CheckConstraint",
    "Column",
    "ColumnDefault",
    "Computed",
    "Constraint",
    "DefaultClause",
    "FetchedValue",
    "ForeignKey",
    "ForeignKeyConstraint",
    "Identity",
    "Index",
    "MetaData",
    "PrimaryKeyConstraint",
    "Sequence",
    "Table",
    "UniqueConstraint",
    "PassiveDefault",
    "ThreadLocalMetaData",
};

void populate_sql_schema(ModuleBuilder& module) {
    module.define_class("SchemaItem", {}, [](python::ClassBuilder&) {});
    python::Class* item = python::as_class(python::get_attribute(module.value(), "SchemaItem"));
    module.define_class("HasSchemaAttr", {item}, [](python::ClassBuilder&) {});
    int number = 0;
    for (std::string_view name : {"RETAIN_SCHEMA", "BLANK_SCHEMA", "NULL_UNSPECIFIED"})
        module.lazy(name, [name, number = ++number] {
            python::ClassBuilder type = python::make_class("SchemaConst", {}, "sqlalchemy.sql.schema");
            type.method("__repr__(self)", [name, number](python::Call&) {
                return python::make_str(fmt::format("<SchemaConst.{}: {}>", name, number));
            });
            return python::make_instance(type);
        });
    define_defaults(module);
    define_columns(module);
    define_constraints(module);
    define_foreign_keys(module);
    define_indexes(module);
    define_tables(module);
    define_metadata(module);
    module.lazy("DEFAULT_NAMING_CONVENTION", [] {
        python::Value made = python::make_dict();
        python::set_item(made, python::make_str("ix"), python::make_str("ix_%(column_0_label)s"));
        return python::call(python::native_attribute("sqlalchemy.util", "immutabledict"), {made});
    });
    // What they were called once.
    module.lazy("PassiveDefault",
                [] { return python::native_attribute("sqlalchemy.sql.schema", "DefaultClause"); });
    module.lazy("ThreadLocalMetaData",
                [] { return python::native_attribute("sqlalchemy.sql.schema", "MetaData"); });
}

void populate_sql_ddl(ModuleBuilder& module) {
    define_ddl(module);
}

template <std::size_t size>
void export_names(ModuleBuilder& module, const std::string_view (&names)[size], std::string_view from) {
    for (std::string_view name : names)
        module.lazy(name, [name, from] { return python::native_attribute(from, name); });
}

void populate_schema(ModuleBuilder& module) {
    export_names(module, schema_names, "sqlalchemy.sql.schema");
    export_names(module, ddl_names, "sqlalchemy.sql.ddl");
    module.lazy("conv", [] { return python::native_attribute("sqlalchemy.sql.elements", "conv"); });
    module.lazy("quoted_name",
                [] { return python::native_attribute("sqlalchemy.sql.elements", "quoted_name"); });
}

} // namespace

void add_schema_modules(Modules& modules) {
    modules.push_back({"sqlalchemy.sql.schema", populate_sql_schema});
    modules.push_back({"sqlalchemy.sql.ddl", populate_sql_ddl});
    modules.push_back({"sqlalchemy.schema", populate_schema});
    // Scripts take these from here by an editor's mistake, and they are what they are elsewhere.
    modules.push_back({"sqlalchemy.testing", [](python::ModuleBuilder&) {}});
    modules.push_back(
        {"sqlalchemy.testing.schema", [](python::ModuleBuilder& module) {
             for (std::string_view name : {"Column", "Table"})
                 module.lazy(name, [name] { return python::native_attribute("sqlalchemy.schema", name); });
         }});
}

void export_schema(ModuleBuilder& package) {
    export_names(package, package_names, "sqlalchemy.sql.schema");
    package.lazy("DDL", [] { return python::native_attribute("sqlalchemy.sql.ddl", "DDL"); });
}

void export_postgresql_schema(python::ModuleBuilder& module) {
    module.lazy("ExcludeConstraint",
                [] { return python::native_attribute("sqlalchemy.sql.schema", "ExcludeConstraint"); });
}

} // namespace limbeck::sqlalchemy
