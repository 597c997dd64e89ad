#include "sqlalchemy/dialect_object.hpp"
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
    {"table", Element::TableClause},
    {"values", Element::Values},
};

// How a SELECT names its columns, for set_label_style().
constexpr const char* label_styles[] = {
    "LABEL_STYLE_DEFAULT",
    "LABEL_STYLE_DISAMBIGUATE_ONLY",
    "LABEL_STYLE_NONE",
    "LABEL_STYLE_TABLENAME_PLUS_COL",
};

void populate_expression(ModuleBuilder& module) {
    define_element_functions(module);
    define_selectable_functions(module);
    define_statement_functions(module);
    for (const ClassFunction& function : class_functions)
        module.lazy(function.name,
                    [&function] { return python::class_value(element_class(function.element)); });
    module.lazy("func", make_func);
    for (const char* style : label_styles) module.lazy(style, [style] { return python::make_str(style); });
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

void populate_compiler(ModuleBuilder& module) {
    module.lazy("IdentifierPreparer", [] { return python::class_value(preparer_class()); });
    populate_view(module);
}

// The modules below are there without an import of their own, as the package of the reference imports them.
void populate_sql(ModuleBuilder& module) {
    for (const char* name : {"base", "compiler", "ddl", "dml", "elements", "expression", "functions",
                             "naming", "operators", "schema", "selectable", "sqltypes", "visitors"})
        module.lazy(name, [name] { return python::import_native(std::string("sqlalchemy.sql.") + name); });
    populate_view(module);
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
    modules.push_back({"sqlalchemy.sql", populate_sql});
    modules.push_back({"sqlalchemy.sql.expression", populate_expression});
    for (const char* name : {"sqlalchemy.sql.base", "sqlalchemy.sql.dml", "sqlalchemy.sql.elements",
                             "sqlalchemy.sql.selectable", "sqlalchemy.sql.visitors", "sqlalchemy.sql.naming"})
        modules.push_back({name, populate_view});
    modules.push_back({"sqlalchemy.sql.compiler", populate_compiler});
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
    for (const char* style : label_styles) show(style);
    show("func");
    // An application has imported sqlalchemy.orm long before its revisions run; here its modules may be
    // absent.
    for (const char* name : {"dialects", "orm", "schema", "sql", "types"})
        package.lazy(name, [name] { return python::import_native(std::string("sqlalchemy.") + name); });
}

void export_mysql_expressions(python::ModuleBuilder& dialect) {
    for (std::string_view name : {"insert", "Insert"})
        dialect.lazy(name, [] { return python::class_value(element_class(Element::Insert)); });
}

} // namespace limbeck::sqlalchemy
