// sqlalchemy.types, sqlalchemy.sql.sqltypes, sqlalchemy.sql.type_api, and the names of types in `sqlalchemy`.
#include "sqlalchemy/class_registry.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/modules.hpp"
#include "sqlalchemy/types/classes.hpp"

namespace limbeck::sqlalchemy {

namespace {

using python::ModuleBuilder;
using python::Value;

// Names that older versions had, or that stand for another class.
struct Alias {
    std::string_view name, id;
};
constexpr Alias aliases[] = {
    {"INT", "INTEGER"},
    {"Binary", "LargeBinary"},
    {"SMALLINTEGER", "SmallInteger"},
};

void export_class(ModuleBuilder& module, std::string_view name, const TypeSpec& spec) {
    module.lazy(name, [&spec] { return python::class_value(type_class(spec)); });
}

void export_generic(ModuleBuilder& module, bool with_mixins) {
    for (const TypeSpec& spec : type_specs()) {
        if (!spec.dialect().empty() || spec.id.find('.') != spec.id.npos) continue;
        if (!with_mixins && (!spec.kind || spec.name().starts_with('_'))) continue;
        export_class(module, spec.name(), spec);
    }
    for (const Alias& alias : aliases) export_class(module, alias.name, *find_type_spec(alias.id));
}

// The instances that modules of the reference share.
void export_instances(ModuleBuilder& module) {
    struct Instance {
        std::string_view name, id;
    };
    static constexpr Instance instances[] = {
        {"NULLTYPE", "NullType"},         {"BOOLEANTYPE", "Boolean"}, {"STRINGTYPE", "String"},
        {"INTEGERTYPE", "Integer"},       {"NUMERICTYPE", "Numeric"}, {"MATCHTYPE", "MatchType"},
        {"TABLEVALUE", "TableValueType"},
    };
    for (const Instance& each : instances)
        module.lazy(each.name, [id = each.id] {
            return id == "NullType" ? wrap(schema::null_type())
                                    : python::call(python::class_value(type_class(id)));
        });
    module.function("to_instance(typeobj, *arg, **kw)", [](python::Call& call) {
        if (call[0].is_none()) return wrap(schema::null_type());
        if (!python::is_callable(call[0])) return call[0];
        std::vector<python::KeywordArgument> keywords = python::keyword_arguments(call.keywords(2));
        return python::call(call[0], call.rest(1), keywords);
    });
    module.function("adapt_type(typeobj, colspecs)", [](python::Call& call) { return call[0]; });
}

void populate_types(ModuleBuilder& module) {
    export_generic(module, true);
    export_instances(module);
}

} // namespace

void add_type_modules(Modules& modules) {
    modules.push_back(class_registry_module());
    modules.push_back({"sqlalchemy.types", populate_types});
    modules.push_back({"sqlalchemy.sql.sqltypes", populate_types});
    modules.push_back({"sqlalchemy.sql.type_api", populate_types});
    add_other_dialect_modules(modules);
    add_postgresql_modules(modules);
    add_sqlite_modules(modules);
}

void export_types(ModuleBuilder& package) {
    export_generic(package, false);
    package.lazy("types", [] { return python::import_native("sqlalchemy.types"); });
    package.lazy("dialects", [] { return python::import_native("sqlalchemy.dialects"); });
}

} // namespace limbeck::sqlalchemy
