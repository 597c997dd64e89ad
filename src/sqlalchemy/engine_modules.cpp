#include "sqlalchemy/engine_native.hpp"
#include "sqlalchemy/modules.hpp"

namespace limbeck::sqlalchemy {

void add_engine_modules(Modules& modules) {
    modules.push_back({"sqlalchemy.engine._native", populate_engine_native});
}

void export_engine(python::ModuleBuilder& package) {
    struct Export {
        std::string_view name, module;
    };
    static constexpr Export exports[] = {
        {"create_engine", "sqlalchemy.engine"},
        {"engine_from_config", "sqlalchemy.engine"},
        {"create_mock_engine", "sqlalchemy.engine"},
        {"make_url", "sqlalchemy.engine"},
        {"URL", "sqlalchemy.engine"},
        {"Engine", "sqlalchemy.engine"},
        {"Connection", "sqlalchemy.engine"},
        {"Result", "sqlalchemy.engine"},
        {"CursorResult", "sqlalchemy.engine"},
        {"MappingResult", "sqlalchemy.engine"},
        {"ScalarResult", "sqlalchemy.engine"},
        {"Row", "sqlalchemy.engine"},
        {"RowMapping", "sqlalchemy.engine"},
        {"Transaction", "sqlalchemy.engine"},
        {"RootTransaction", "sqlalchemy.engine"},
        {"NestedTransaction", "sqlalchemy.engine"},
        {"Inspector", "sqlalchemy.engine"},
        {"Dialect", "sqlalchemy.engine"},
        {"inspect", "sqlalchemy.inspection"},
        {"NullPool", "sqlalchemy.pool"},
        {"QueuePool", "sqlalchemy.pool"},
        {"StaticPool", "sqlalchemy.pool"},
        {"SingletonThreadPool", "sqlalchemy.pool"},
        {"AsyncAdaptedQueuePool", "sqlalchemy.pool"},
        {"AssertionPool", "sqlalchemy.pool"},
        {"Pool", "sqlalchemy.pool"},
    };
    for (const Export& each : exports)
        package.lazy(each.name, [&each] { return python::native_attribute(each.module, each.name); });
    for (std::string_view module : {"exc", "engine", "event", "pool", "inspection", "ext", "util"})
        package.lazy(module, [module] { return python::import_native("sqlalchemy." + std::string(module)); });
}

} // namespace limbeck::sqlalchemy
