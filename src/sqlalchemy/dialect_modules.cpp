// sqlalchemy.dialects, and below it those that only serve to name types: mysql, mariadb, oracle, mssql.
#include "sqlalchemy/dialect_modules.hpp"

#include "sqlalchemy/dialect_object.hpp"
#include "sqlalchemy/types/classes.hpp"

#include <array>

namespace limbeck::sqlalchemy {

namespace {

using python::ModuleBuilder;
using python::Value;

void populate_dialects(ModuleBuilder& module) {
    static constexpr std::array<std::string_view, 6> packages = {"postgresql", "sqlite", "mysql",
                                                                 "mariadb",    "oracle", "mssql"};
    export_submodules(module, packages);
    // dialects.registry.register(name, module, class): taken note of by nobody.
    module.lazy("registry", [] {
        auto made = python::make_class("PluginLoader", {}, "sqlalchemy.util.langhelpers");
        made.method("register(self, name, modulepath, objname)", [](python::Call&) { return Value::none(); });
        return python::make_instance(made);
    });
}

constexpr std::string_view mysql_generic[] = {"BINARY", "BLOB", "BOOLEAN", "DATE", "VARBINARY", "UUID"};
constexpr TypeAlias mysql_aliases[] = {
    {"MSBigInteger", "mysql.BIGINT"},
    {"MSBit", "mysql.BIT"},
    {"MSBinary", "BINARY"},
    {"MSBlob", "BLOB"},
    {"MSChar", "mysql.CHAR"},
    {"MSDecimal", "mysql.DECIMAL"},
    {"MSDouble", "mysql.DOUBLE"},
    {"MSEnum", "mysql.ENUM"},
    {"MSFloat", "mysql.FLOAT"},
    {"MSInteger", "mysql.INTEGER"},
    {"MSLongBlob", "mysql.LONGBLOB"},
    {"MSLongText", "mysql.LONGTEXT"},
    {"MSMediumBlob", "mysql.MEDIUMBLOB"},
    {"MSMediumInteger", "mysql.MEDIUMINT"},
    {"MSMediumText", "mysql.MEDIUMTEXT"},
    {"MSNChar", "mysql.NCHAR"},
    {"MSNVarChar", "mysql.NVARCHAR"},
    {"MSNumeric", "mysql.NUMERIC"},
    {"MSReal", "mysql.REAL"},
    {"MSSet", "mysql.SET"},
    {"MSSmallInteger", "mysql.SMALLINT"},
    {"MSString", "mysql.VARCHAR"},
    {"MSText", "mysql.TEXT"},
    {"MSTime", "mysql.TIME"},
    {"MSTimeStamp", "mysql.TIMESTAMP"},
    {"MSTinyBlob", "mysql.TINYBLOB"},
    {"MSTinyInteger", "mysql.TINYINT"},
    {"MSTinyText", "mysql.TINYTEXT"},
    {"MSVarBinary", "VARBINARY"},
    {"MSYear", "mysql.YEAR"},
};

void populate_mysql(ModuleBuilder& module) {
    export_dialect_types(module, "mysql", mysql_generic, mysql_aliases);
    export_dialects(module);
    export_mysql_expressions(module);
}

constexpr std::string_view oracle_generic[] = {"BLOB",  "CHAR",     "CLOB", "DOUBLE_PRECISION",
                                               "NCHAR", "NVARCHAR", "REAL", "VARCHAR"};
constexpr TypeAlias oracle_aliases[] = {{"NVARCHAR2", "NVARCHAR"}};

void populate_oracle(ModuleBuilder& module) {
    export_dialect_types(module, "oracle", oracle_generic, oracle_aliases);
    export_dialects(module);
}

constexpr std::string_view mssql_generic[] = {"BIGINT",   "BINARY",   "CHAR",    "DATE",   "DATETIME",
                                              "DECIMAL",  "FLOAT",    "INTEGER", "NCHAR",  "NUMERIC",
                                              "NVARCHAR", "SMALLINT", "TEXT",    "VARCHAR"};

void populate_mssql(ModuleBuilder& module) {
    export_dialect_types(module, "mssql", mssql_generic);
    export_dialects(module);
}

} // namespace

void export_dialect_types(ModuleBuilder& module, std::string_view dialect,
                          std::span<const std::string_view> generic, std::span<const TypeAlias> aliases) {
    auto add = [&module](std::string_view name, const TypeSpec& spec) {
        module.lazy(name, [&spec] { return python::class_value(type_class(spec)); });
    };
    for (const TypeSpec& spec : type_specs())
        if (spec.dialect() == dialect) add(spec.name(), spec);
    for (std::string_view name : generic) add(name, *find_type_spec(name));
    for (const TypeAlias& alias : aliases) add(alias.name, *find_type_spec(alias.id));
    module.lazy("sqltypes", [] { return python::import_native("sqlalchemy.types"); });
}

void export_submodules(ModuleBuilder& package, std::span<const std::string_view> names) {
    for (std::string_view name : names) {
        std::string full = package.module().name + "." + std::string(name);
        package.lazy(name, [full] { return python::import_native(full); });
    }
}

void add_other_dialect_modules(Modules& modules) {
    modules.push_back({"sqlalchemy.dialects", populate_dialects});
    for (std::string_view name :
         {"sqlalchemy.dialects.mysql", "sqlalchemy.dialects.mysql.base", "sqlalchemy.dialects.mysql.types",
          "sqlalchemy.dialects.mysql.enumerated", "sqlalchemy.dialects.mysql.json",
          "sqlalchemy.dialects.mysql.dml", "sqlalchemy.dialects.mysql.mysqldb",
          "sqlalchemy.dialects.mysql.pymysql", "sqlalchemy.dialects.mysql.aiomysql",
          "sqlalchemy.dialects.mysql.mysqlconnector", "sqlalchemy.dialects.mysql.mariadb",
          "sqlalchemy.dialects.mariadb"})
        modules.push_back({name, populate_mysql});
    for (std::string_view name :
         {"sqlalchemy.dialects.oracle", "sqlalchemy.dialects.oracle.base", "sqlalchemy.dialects.oracle.types",
          "sqlalchemy.dialects.oracle.vector", "sqlalchemy.dialects.oracle.cx_oracle",
          "sqlalchemy.dialects.oracle.oracledb"})
        modules.push_back({name, populate_oracle});
    for (std::string_view name :
         {"sqlalchemy.dialects.mssql", "sqlalchemy.dialects.mssql.base", "sqlalchemy.dialects.mssql.json",
          "sqlalchemy.dialects.mssql.pyodbc", "sqlalchemy.dialects.mssql.pymssql"})
        modules.push_back({name, populate_mssql});
}

} // namespace limbeck::sqlalchemy
