// func.name(…), the function classes, and what a function can be asked.
#include "sqlalchemy/expressions/functions.hpp"

#include "python/class.hpp"
#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "schema/named_expression.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/expressions/coercion.hpp"
#include "sqlalchemy/expressions/constructors.hpp"
#include "sqlalchemy/expressions/custom.hpp"
#include "sqlalchemy/expressions/populate.hpp"
#include "sqlalchemy/schema_items.hpp"
#include "support/text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

namespace py = python;
using py::Call;
using py::Class;
using py::ClassBuilder;
using py::Value;
using schema::ExpressionPtr;

namespace {

// func, func.package: the names so far.
struct GeneratorState final : py::NativeState {
    std::vector<std::string> names;
    explicit GeneratorState(std::vector<std::string> given) : names(std::move(given)) {}
};

// The GenericFunction classes of scripts: "package.name" in lower case to class.
py::Dict& registry() {
    return py::cast<py::Dict>(py::native_attribute("_sqlalchemy_elements", "functions"));
}

std::string registered_name(const std::string& package, const std::string& name) {
    return package + "." + text::to_lower(name);
}

const Value* script_attribute(Class* type, std::string_view name) {
    Class* end = element_class(Element::GenericFunction);
    for (Class* at : type->mro) {
        if (at == end) return nullptr;
        if (const Value* found = at->space().find(name)) return found;
    }
    return nullptr;
}

std::string class_text(Class* type, std::string_view attribute, const std::string& otherwise) {
    const Value* found = script_attribute(type, attribute);
    return found && py::is_str(*found) ? py::as_text(*found) : otherwise;
}

std::vector<schema::Operand> operands(const std::vector<Value>& values) {
    std::vector<schema::Operand> made;
    for (const Value& value : values) made.push_back(to_operand(value));
    return made;
}

schema::TypePtr keyword_type(const py::Dict& keywords) {
    const Value* found = keywords.find("type_");
    return found && !found->is_none() ? to_type(*found) : nullptr;
}

Value next_value(const std::vector<Value>& arguments) {
    if (arguments.size() != 1 || !is_schema_item(arguments[0], "Sequence"))
        py::raise(py::Exc::AssertionError, "next_value() accepts a Sequence object as input.");
    auto made = std::make_shared<schema::NextValue>();
    auto sequence = std::make_shared<schema::Sequence>(read_sequence(arguments[0]));
    made->type = sequence->data_type ? sequence->data_type : schema::integer_type();
    made->sequence = std::move(sequence);
    return wrap(ExpressionPtr(made));
}

Value call_function(const std::vector<std::string>& names, const std::vector<Value>& arguments,
                    py::Dict& keywords) {
    std::string name = names.back();
    if (names.size() == 1 && name == "next_value") return next_value(arguments);
    std::string lower = text::to_lower(name);
    if (names.size() == 1 && arguments.size() == 2 && (lower == "extract" || lower == "cast"))
        return py::call(py::native_attribute("sqlalchemy", lower), arguments);
    if (name.size() > 1 && name.ends_with('_')) name.pop_back();
    std::vector<schema::Name> packages;
    for (std::size_t i = 0; i + 1 < names.size(); ++i) packages.emplace_back(names[i]);
    std::string package = packages.empty() ? "" : packages.back().text;
    if (const Value* type = registry().find(registered_name(package, name))) {
        std::vector<py::KeywordArgument> given = py::keyword_arguments(keywords);
        return py::call(*type, arguments, given);
    }
    ExpressionPtr node = schema::function(name, operands(arguments), keyword_type(keywords), packages);
    bool generic = schema::as<schema::Function>(*node).generic;
    if (!generic)
        for (const py::KeywordArgument& given : py::keyword_arguments(keywords))
            if (given.name->text != "type_")
                py::raise(py::Exc::TypeError,
                          fmt::format("Function.__init__() got an unexpected keyword argument '{}'",
                                      given.name->text));
    return make_element(generic ? Element::GenericFunction : Element::Function, node);
}

bool is_subclass_named(Class* type, std::string_view name) {
    return std::any_of(type->mro.begin(), type->mro.end(), [&](const Class* each) {
        return each->name == name && each->module == "sqlalchemy.sql.functions";
    });
}

// count(…), now() and every class that derives from GenericFunction.
Value init_generic(Call& call) {
    Class* type = py::class_of(call.self());
    std::string name = class_text(type, "name", py::class_name(type));
    schema::TypePtr result = keyword_type(call.keywords(2));
    if (const Value* own = script_attribute(type, "type"); own && !result) result = to_type_if(*own);
    // The package is only where `func` finds the class.
    ExpressionPtr node = schema::function(name, operands(call.rest(1)), result);
    if (!result && is_subclass_named(type, "ReturnTypeFromArgs")) {
        auto typed = std::make_shared<schema::Function>(schema::as<schema::Function>(*node));
        for (const ExpressionPtr& argument : typed->arguments)
            if (typed->type->kind == schema::TypeKind::null) typed->type = argument->type;
        node = typed;
    }
    if (const Value* own = script_attribute(type, "name");
        own && py::class_of(*own) != py::builtin_class("str")) {
        auto named = std::make_shared<schema::Function>(schema::as<schema::Function>(*node));
        named->name = to_name(*own);
        node = named;
    }
    // `type = DateTime` on the class is an instance on the object.
    if (script_attribute(type, "type")) py::set_attribute(call.self(), "type", wrap(node->type));
    call.attach<FunctionState>(node, schema::as<schema::Function>(*node).arguments);
    if (has_compiler(call.self())) {
        py::state<FunctionState>(call.self()).expression = nullptr;
        custom_node(call.self());
    }
    return Value::none();
}

// FunctionElement itself and its subclasses in scripts, which @compiles gives their text.
Value init_element(Call& call) {
    std::vector<ExpressionPtr> arguments;
    for (const Value& value : call.rest(1))
        arguments.push_back(schema::self_group(to_element(value), schema::Operator::comma));
    call.attach<FunctionState>(nullptr, std::move(arguments));
    custom_node(call.self());
    return Value::none();
}

Value init_function(Call& call) {
    std::vector<schema::Name> packages;
    if (const Value* given = call.keywords(3).find("packagenames"); given && !given->is_none())
        for (const Value& item : py::to_vector(*given)) packages.push_back(to_name(item));
    call.attach<ClauseState>(
        schema::function(call.text(1), operands(call.rest(2)), keyword_type(call.keywords(3)), packages));
    return Value::none();
}

std::vector<ExpressionPtr> arguments_of(const Value& self) {
    if (auto* state = py::state_if<FunctionState>(self)) return state->arguments;
    return node_as<schema::Function>(self).arguments;
}

Value clauses(Call& call) {
    auto list = std::make_shared<schema::ExpressionList>();
    list->items = arguments_of(call.self());
    list->group = false;
    return wrap(ExpressionPtr(list));
}

std::shared_ptr<schema::TableValued> valued(const ExpressionPtr& element, const Value& name, bool joins) {
    auto made = std::make_shared<schema::TableValued>();
    made->element = element;
    made->name = to_optional_name(name);
    made->joins_implicitly = joins;
    return made;
}

// table_valued("a", column("b", Integer), with_ordinality="n", name="x").
Value table_valued(Call& call) {
    ExpressionPtr element = node_of(call.self());
    auto option = [&](std::string_view name) {
        const Value* found = call.keywords(2).find(name);
        return found ? *found : Value::none();
    };
    auto made = valued(element, option("name"), py::truth(option("joins_implicitly")));
    for (const Value& given : call.rest(1)) {
        auto column = schema::pointer_as<schema::ColumnRef>(to_expression_if(given));
        made->columns.push_back(column ? column : schema::column(to_name(given)));
    }
    if (Value ordinality = option("with_ordinality"); !ordinality.is_none()) {
        auto counted = std::make_shared<schema::Function>(schema::as<schema::Function>(*element));
        counted->with_ordinality = true;
        made->element = counted;
        made->columns.push_back(schema::column(to_name(ordinality), schema::integer_type()));
    }
    return wrap(ExpressionPtr(made));
}

Value column_valued(const ExpressionPtr& element, const Value& name, bool joins) {
    auto column = std::make_shared<schema::TableValuedColumn>();
    column->from = valued(element, name, joins);
    column->type = element->type;
    return wrap(ExpressionPtr(column));
}

} // namespace

void populate_function_element(ClassBuilder& type) {
    type.method("__init__(self, *clauses)", init_element);
    type.property("clauses", clauses);
    type.property("clause_expr", clauses);
    type.property("name", [](Call& call) -> Value {
        auto* function = schema::get_if<schema::Function>(*node_of(call[0]));
        return function ? py::make_str(function->name.text) : py::make_str(py::type_name(call[0]));
    });
    type.property("packagenames", [](Call& call) {
        std::vector<Value> names;
        if (auto* function = schema::get_if<schema::Function>(*node_of(call[0])))
            for (const schema::Name& name : function->packages) names.push_back(py::make_str(name.text));
        return py::make_tuple(names);
    });
    type.method("over(self, partition_by=None, order_by=None, rows=None, range_=None, groups=None)",
                [](Call& call) {
                    return wrap(make_over(node_of(call[0]), call[1], call[2], call[4], call[3], call[5]));
                });
    type.method("within_group(self, *order_by)",
                [](Call& call) { return wrap(make_within_group(node_of(call[0]), call.rest(1))); });
    type.method("filter(self, *criterion)", [](Call& call) {
        if (call.rest(1).empty()) return call[0];
        return wrap(make_filter(node_of(call[0]), call.rest(1)));
    });
    type.method("as_comparison(self, left_index, right_index)", [](Call& call) {
        auto made = std::make_shared<schema::Function>(schema::as<schema::Function>(*node_of(call[0])));
        auto argument = [&](const Value& index) {
            auto at = static_cast<std::size_t>(py::as_index(index) - 1);
            if (at >= made->arguments.size()) py::raise(py::Exc::IndexError, "list index out of range");
            return wrap(made->arguments[at]);
        };
        Value left = argument(call[1]), right = argument(call[2]);
        made->type = schema::boolean_type();
        Value compared = wrap(ExpressionPtr(made));
        py::set_attribute(compared, "left", left);
        py::set_attribute(compared, "right", right);
        return compared;
    });
    type.method("table_valued(self, *expr, **kw)", table_valued);
    type.method("column_valued(self, name=None, joins_implicitly=False)",
                [](Call& call) { return column_valued(node_of(call[0]), call[1], call.truth(2)); });
    // (f(…)).field
    type.method("scalar_table_valued(self, name, type_=None)", [](Call& call) {
        auto made = std::make_shared<schema::NamedExpression>();
        ExpressionPtr function = node_of(call[0]);
        made->parts = {function};
        made->name = call.text(1);
        made->is_column = true;
        if (call.has(2)) made->type = to_type(call[2]);
        made->compile = [function, name = call.text(1)](std::string_view,
                                                        const schema::CustomExpression::Process& process) {
            return "(" + process(*function) + ")." + name;
        };
        return wrap(ExpressionPtr(made));
    });
    type.method("alias(self, name=None, joins_implicitly=False)", [](Call& call) {
        return wrap(ExpressionPtr(valued(node_of(call[0]), call[1], call.truth(2))));
    });
    type.method("select(self)", [](Call& call) {
        auto made = std::make_shared<schema::Select>();
        made->columns = {node_of(call[0])};
        return wrap(ExpressionPtr(made));
    });
    type.constant("coerce_arguments", Value::boolean(true));
}

// What a function with FILTER or WITHIN GROUP can still be asked.
void populate_over(ClassBuilder& type) {
    type.method("over(self, partition_by=None, order_by=None, rows=None, range_=None, groups=None)",
                [](Call& call) {
                    return wrap(make_over(node_of(call[0]), call[1], call[2], call[4], call[3], call[5]));
                });
    type.method("within_group(self, *order_by)",
                [](Call& call) { return wrap(make_within_group(node_of(call[0]), call.rest(1))); });
    type.method("filter(self, *criterion)",
                [](Call& call) { return wrap(make_filter(node_of(call[0]), call.rest(1))); });
}

void populate_function(ClassBuilder& type) {
    type.method("__init__(self, name, *clauses, **kw)", init_function);
}

void populate_generic_function(ClassBuilder& type) {
    type.method("__init__(self, *args, **kwargs)", init_generic);
    type.class_method("__init_subclass__(cls, **kw)", [](Call& call) {
        Class* made = py::as_class(call[0]);
        const Value* hidden = made->attributes->find("_register");
        if (hidden && !py::truth(*hidden)) return Value::none();
        std::string name = class_text(made, "name", py::class_name(made));
        std::string package = class_text(made, "package", "");
        if (package == "_default") package.clear();
        registry().set(registered_name(package, class_text(made, "identifier", name)), call[0]);
        return Value::none();
    });
}

void populate_function_generator(ClassBuilder& type) {
    type.method("__getattr__(self, name)", [](Call& call) {
        const std::string& name = call.text(1);
        if (name.starts_with("__"))
            py::raise(py::Exc::AttributeError,
                      fmt::format("'_FunctionGenerator' object has no attribute '{}'", name));
        std::vector<std::string> names = call.state<GeneratorState>().names;
        names.push_back(name);
        return py::make_instance_with<GeneratorState>(element_class(Element::FunctionGenerator), names);
    });
    type.method("__call__(self, *c, **kwargs)", [](Call& call) {
        const std::vector<std::string>& names = call.state<GeneratorState>().names;
        if (names.empty()) py::raise(py::Exc::IndexError, "list index out of range");
        return call_function(names, call.rest(1), call.keywords(2));
    });
}

Value make_func() {
    return py::make_instance_with<GeneratorState>(element_class(Element::FunctionGenerator),
                                                  std::vector<std::string>());
}

schema::FromPtr from_of_function(const ExpressionPtr& node) {
    if (node->kind != schema::ExpressionKind::function && node->kind != schema::ExpressionKind::custom)
        return nullptr;
    auto made = std::make_shared<schema::TableValued>();
    made->element = node;
    made->bare = true;
    return made;
}

void populate_functions_module(py::ModuleBuilder& module) {
    module.lazy("func", [] { return py::native_attribute("sqlalchemy.sql.expression", "func"); });
    for (const char* name :
         {"FunctionElement", "Function", "GenericFunction", "next_value", "_FunctionGenerator"})
        module.lazy(name, [name] { return py::class_value(element_class(std::string_view(name))); });
    for (const char* name : {"AnsiFunction",
                             "OrderedSetAgg",
                             "ReturnTypeFromArgs",
                             "aggregate_strings",
                             "array_agg",
                             "char_length",
                             "coalesce",
                             "concat",
                             "count",
                             "cube",
                             "cume_dist",
                             "current_date",
                             "current_time",
                             "current_timestamp",
                             "current_user",
                             "dense_rank",
                             "grouping_sets",
                             "localtime",
                             "localtimestamp",
                             "max",
                             "min",
                             "mode",
                             "now",
                             "percent_rank",
                             "percentile_cont",
                             "percentile_disc",
                             "random",
                             "rank",
                             "rollup",
                             "session_user",
                             "sum",
                             "sysdate",
                             "user"})
        module.lazy(name, [name] {
            return py::make_class(name, {element_class(Element::GenericFunction)}, "sqlalchemy.sql.functions")
                .value();
        });
}

} // namespace limbeck::sqlalchemy
