#include "alembic/modules.hpp"
#include "alembic/operations.hpp"

namespace limbeck::alembic {

namespace {

using python::ModuleBuilder;

// Names of another module, taken over when they are looked at.
void take_over(ModuleBuilder& module, std::string_view from, std::initializer_list<std::string_view> names) {
    for (std::string_view name : names)
        module.lazy(name, [from, name] { return python::native_attribute(from, name); });
}

} // namespace

void add_operation_modules(Modules& modules) {
    modules.push_back({"alembic.op", populate_op});
    modules.push_back(
        {"alembic.operations", [](ModuleBuilder& module) {
             take_over(module, "alembic.operations.base",
                       {"AbstractOperations", "Operations", "BatchOperations"});
             take_over(module, "alembic.operations.ops", {"MigrateOperation", "MigrationScript"});
             module.lazy("ops", [] { return python::import_native("alembic.operations.ops"); });
         }});
    modules.push_back({"alembic.operations.base", populate_operations});
    modules.push_back({"alembic.operations.ops", populate_operation_classes});
    modules.push_back({"alembic.operations.toimpl", populate_implementations});
    modules.push_back({"alembic.runtime", [](ModuleBuilder&) {}});
    modules.push_back({"alembic.runtime.migration", populate_migration});
    modules.push_back({"alembic.migration", [](ModuleBuilder& module) {
                           take_over(module, "alembic.runtime.migration", {"MigrationContext"});
                       }});
    modules.push_back({"alembic.ddl.postgresql", [](ModuleBuilder& module) {
                           take_over(module, "alembic.runtime.migration", {"PostgresqlImpl"});
                           take_over(module, "alembic.operations.ops", {"CreateExcludeConstraintOp"});
                       }});
    modules.push_back({"alembic.ddl.sqlite", [](ModuleBuilder& module) {
                           take_over(module, "alembic.runtime.migration", {"SQLiteImpl"});
                       }});
    for (const char* name : {"alembic.ddl", "alembic.ddl.impl"})
        modules.push_back({name, [](ModuleBuilder& module) {
                               take_over(module, "alembic.runtime.migration", {"DefaultImpl"});
                           }});
}

} // namespace limbeck::alembic
