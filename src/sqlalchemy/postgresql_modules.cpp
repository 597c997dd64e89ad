// sqlalchemy.dialects.postgresql and the modules below it. Each of them has all names: scripts import them
// from where their version of SQLAlchemy happened to have them.
#include "sqlalchemy/dialect_modules.hpp"
#include "sqlalchemy/dialect_object.hpp"
#include "sqlalchemy/types/named_types.hpp"

#include <array>

namespace limbeck::sqlalchemy {

namespace {

using python::ModuleBuilder;

constexpr std::string_view generic[] = {
    "BIGINT", "BOOLEAN",  "CHAR", "DATE", "DOUBLE_PRECISION", "FLOAT", "INTEGER", "NUMERIC",
    "REAL",   "SMALLINT", "TEXT", "UUID", "VARCHAR",
};
constexpr TypeAlias aliases[] = {
    {"PGBit", "postgresql.BIT"},
    {"PGInet", "postgresql.INET"},
    {"PGCidr", "postgresql.CIDR"},
    {"PGMacAddr", "postgresql.MACADDR"},
    {"PGMacAddr8", "postgresql.MACADDR8"},
    {"PGInterval", "postgresql.INTERVAL"},
    {"PGUUID", "UUID"},
    {"PGArray", "postgresql.ARRAY"},
};

void populate(ModuleBuilder& module) {
    export_dialect_types(module, "postgresql", generic, aliases);
    export_dialects(module);
    export_named_types(module);
    for (std::string_view name : {"Range", "MultiRange"})
        module.lazy(name, [name] {
            return python::native_attribute("sqlalchemy.dialects.postgresql._ranges", name);
        });
    module.lazy("ischema_names", [] { return python::make_dict(); });
    export_postgresql_expressions(module);
    export_postgresql_schema(module);
}

void populate_package(ModuleBuilder& module) {
    static constexpr std::array<std::string_view, 12> submodules = {
        "base", "types",    "json",    "ranges",  "named_types", "ext",
        "dml",  "psycopg2", "psycopg", "asyncpg", "pg8000",      "psycopg2cffi"};
    export_submodules(module, submodules);
    populate(module);
}

} // namespace

void add_postgresql_modules(Modules& modules) {
    modules.push_back({"sqlalchemy.dialects.postgresql", populate_package});
    for (std::string_view name :
         {"sqlalchemy.dialects.postgresql.array", "sqlalchemy.dialects.postgresql.asyncpg",
          "sqlalchemy.dialects.postgresql.base", "sqlalchemy.dialects.postgresql.dml",
          "sqlalchemy.dialects.postgresql.ext", "sqlalchemy.dialects.postgresql.hstore",
          "sqlalchemy.dialects.postgresql.json", "sqlalchemy.dialects.postgresql.named_types",
          "sqlalchemy.dialects.postgresql.pg8000", "sqlalchemy.dialects.postgresql.psycopg",
          "sqlalchemy.dialects.postgresql.psycopg2", "sqlalchemy.dialects.postgresql.psycopg2cffi",
          "sqlalchemy.dialects.postgresql.ranges", "sqlalchemy.dialects.postgresql.types"})
        modules.push_back({name, populate});
}

} // namespace limbeck::sqlalchemy
