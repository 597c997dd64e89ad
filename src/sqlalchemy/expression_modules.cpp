#include "sqlalchemy/element_classes.hpp"
#include "sqlalchemy/expressions/constructors.hpp"
#include "sqlalchemy/expressions/custom.hpp"
#include "sqlalchemy/expressions/functions.hpp"
#include "sqlalchemy/expressions/operator_names.hpp"
#include "sqlalchemy/modules.hpp"

namespace limbeck::sqlalchemy {

void populate_element_classes(python::ModuleBuilder& module);
void populate_part_compiler(python::ModuleBuilder& module);

namespace {

using python::ModuleBuilder;
using python::Value;

// What one interpreter keeps: the classes, the functions that scripts registered.
void populate_shared(ModuleBuilder& module) {
    module.constant("functions", python::make_dict());
    populate_element_classes(module);
    populate_part_compiler(module);
}

// Functions whose classes are called directly: `sa.column("x")` is ColumnClause("x").
struct ClassFunction {
    std::string_view name;
    Element element;
};
constexpr ClassFunction class_functions[] = {
    {"column", Element::ColumnClause},
    {"bindparam", Element::BindParameter},
};

void populate_expression(ModuleBuilder& module) {
    define_element_functions(module);
    for (const ClassFunction& function : class_functions)
        module.lazy(function.name,
                    [&function] { return python::class_value(element_class(function.element)); });
    module.lazy("func", make_func);
    module.missing([](std::string_view name) -> Value {
        python::Class* found = element_class(name);
        return found ? python::class_value(found) : Value();
    });
}

Value expression_attribute(std::string_view name) {
    return python::native_attribute("sqlalchemy.sql.expression", name);
}

// Modules that show what is in sqlalchemy.sql.expression, names and classes.
void populate_view(ModuleBuilder& module) {
    module.missing([](std::string_view name) -> Value {
        return name.starts_with("__") ? Value() : expression_attribute(name);
    });
}

const std::vector<std::string_view>& class_names() {
    static const std::vector<std::string_view> names = {
        "Alias",
        "AliasedReturnsRows",
        "BinaryExpression",
        "BindParameter",
        "BooleanClauseList",
        "CTE",
        "Case",
        "Cast",
        "ClauseElement",
        "ClauseList",
        "CollectionAggregate",
        "ColumnClause",
        "ColumnCollection",
        "ColumnElement",
        "ColumnOperators",
        "CompoundSelect",
        "Delete",
        "Executable",
        "Exists",
        "Extract",
        "False_",
        "FromClause",
        "Function",
        "FunctionElement",
        "FunctionFilter",
        "GenerativeSelect",
        "Grouping",
        "HasCTE",
        "Insert",
        "Join",
        "Label",
        "Lateral",
        "Null",
        "Operators",
        "Over",
        "ReturnsRows",
        "SQLColumnExpression",
        "ScalarSelect",
        "Select",
        "SelectBase",
        "Selectable",
        "Subquery",
        "TableClause",
        "TableSample",
        "TableValuedAlias",
        "TextClause",
        "TextualSelect",
        "True_",
        "TryCast",
        "Tuple",
        "TypeCoerce",
        "UnaryExpression",
        "Update",
        "UpdateBase",
        "Values",
        "ValuesBase",
        "Visitable",
        "WithinGroup",
        "custom_op",
        "quoted_name",
    };
    return names;
}

} // namespace

void add_expression_modules(Modules& modules) {
    modules.push_back({"_sqlalchemy_elements", populate_shared});
    modules.push_back({"sqlalchemy.sql", populate_view});
    modules.push_back({"sqlalchemy.sql.expression", populate_expression});
    for (const char* name :
         {"sqlalchemy.sql.base", "sqlalchemy.sql.dml", "sqlalchemy.sql.elements", "sqlalchemy.sql.selectable",
          "sqlalchemy.sql.visitors", "sqlalchemy.sql.compiler", "sqlalchemy.sql.naming"})
        modules.push_back({name, populate_view});
    modules.push_back({"sqlalchemy.sql.functions", populate_functions_module});
    modules.push_back({"sqlalchemy.sql.operators", populate_operators_module});
    modules.push_back({"sqlalchemy.ext", [](ModuleBuilder&) {}});
    modules.push_back({"sqlalchemy.ext.compiler", populate_compiler_extension});
}

void export_expressions(ModuleBuilder& package) {
    auto show = [&](std::string_view name) {
        package.lazy(name, [name] { return expression_attribute(name); });
    };
    for (std::string_view name : constructor_names()) show(name);
    for (std::string_view name : class_names()) show(name);
    for (const ClassFunction& function : class_functions) show(function.name);
    show("func");
}

void export_mysql_expressions(python::ModuleBuilder&) {}

} // namespace limbeck::sqlalchemy
