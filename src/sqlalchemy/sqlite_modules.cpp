// sqlalchemy.dialects.sqlite and the modules below it.
#include "sqlalchemy/dialect_modules.hpp"
#include "sqlalchemy/dialect_object.hpp"

#include <array>

namespace limbeck::sqlalchemy {

namespace {

using python::ModuleBuilder;

constexpr std::string_view generic[] = {"BLOB",    "BOOLEAN", "CHAR",     "DECIMAL", "FLOAT",     "INTEGER",
                                        "NUMERIC", "REAL",    "SMALLINT", "TEXT",    "TIMESTAMP", "VARCHAR"};

void populate(ModuleBuilder& module) {
    export_dialect_types(module, "sqlite", generic);
    export_dialects(module);
    export_sqlite_expressions(module);
}

void populate_package(ModuleBuilder& module) {
    static constexpr std::array<std::string_view, 5> submodules = {"base", "json", "dml", "pysqlite",
                                                                   "aiosqlite"};
    export_submodules(module, submodules);
    populate(module);
}

} // namespace

void add_sqlite_modules(Modules& modules) {
    modules.push_back({"sqlalchemy.dialects.sqlite", populate_package});
    for (std::string_view name :
         {"sqlalchemy.dialects.sqlite.aiosqlite", "sqlalchemy.dialects.sqlite.base",
          "sqlalchemy.dialects.sqlite.dml", "sqlalchemy.dialects.sqlite.json",
          "sqlalchemy.dialects.sqlite.pysqlcipher", "sqlalchemy.dialects.sqlite.pysqlite"})
        modules.push_back({name, populate});
}

} // namespace limbeck::sqlalchemy
