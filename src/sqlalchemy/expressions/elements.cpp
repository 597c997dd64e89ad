// What every clause has, and what columns, labels, parameters and text() have beyond it.
#include "python/class.hpp"
#include "schema/errors.hpp"
#include "schema/with_values.hpp"
#include "sql/text_binds.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/expressions/coercion.hpp"
#include "sqlalchemy/expressions/comparator.hpp"
#include "sqlalchemy/expressions/compiled.hpp"
#include "sqlalchemy/expressions/generative.hpp"
#include "sqlalchemy/expressions/operator_names.hpp"
#include "sqlalchemy/expressions/populate.hpp"
#include "sqlalchemy/expressions/type_methods.hpp"

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

namespace py = python;
using py::Call;
using py::ClassBuilder;
using py::Value;
using schema::ExpressionPtr;
using schema::Operator;

namespace {

std::vector<Value> wrap_all(const std::vector<ExpressionPtr>& nodes) {
    std::vector<Value> made;
    for (const ExpressionPtr& node : nodes) made.push_back(wrap(node));
    return made;
}

// == and != of two things are the question whether they are the same; everything else has no truth.
Value truth_of(Call& call) {
    ExpressionPtr node = node_of(call.self());
    auto* binary = schema::get_if<schema::Binary>(*node);
    if (binary && binary->op == Operator::eq) return Value::boolean(binary->left == binary->right);
    if (binary && binary->op == Operator::ne) return Value::boolean(binary->left != binary->right);
    py::raise(py::Exc::TypeError, "Boolean value of this clause is not defined");
}

Value name_text(const schema::Name& name) {
    return py::make_str(name.text);
}

ExpressionPtr cast_to(const Value& self, const Value& type) {
    return schema::cast(schema::Operand(node_of(self)), to_type(type));
}

Value find_type_attribute(Call& call) {
    const std::string& name = call.text(1);
    auto* clause = py::state_if<ClauseState>(call.self());
    if (Value found = comparator_attribute(call.self(), name); found.exists()) return found;
    if (clause && clause->expression)
        if (Value found = type_attribute(clause->expression, name); found.exists()) return found;
    py::raise(py::Exc::AttributeError,
              fmt::format("Neither '{}' object nor '{}' object has an attribute '{}'",
                          py::type_name(call.self()), comparator_name(call.self()), name));
}

// The same statement with values for its parameters.
Value with_params(Call& call) {
    std::vector<py::KeywordArgument> values = py::keyword_arguments(call.keywords(2));
    for (const Value& set : call.rest(1))
        py::for_each_item(set, [&](const Value& name, const Value& value) {
            values.push_back({py::intern(py::as_text(name)), value});
        });
    if (values.empty()) return call[0];
    if (py::find_attribute(call[0], "bindparams").exists())
        return py::call_method(call[0], py::intern("bindparams"), {}, values);
    if (dynamic_cast<const schema::Dml*>(node_of(call[0]).get()))
        py::raise(
            py::Exc::NotImplementedError,
            "params() is not supported for INSERT/UPDATE/DELETE statements. To set the values for an INSERT "
            "or UPDATE statement, use stmt.values(**parameters).");
    std::map<std::string, schema::Value> given;
    for (const py::KeywordArgument& value : values) given[value.name->text] = to_value(value.value);
    ExpressionPtr node = node_of(call[0]), made = schema::with_values(node, given, sql::text_bind_names);
    return made == node ? call[0] : again(call[0], made);
}

// The operator of an expression that op() made.
Value custom_operator(const schema::Binary& binary) {
    std::vector<py::KeywordArgument> arguments = {
        {py::intern("precedence"), Value::integer(binary.custom_precedence)},
        {py::intern("is_comparison"), Value::boolean(binary.custom_comparison)},
        {py::intern("natural_self_precedent"), Value::boolean(binary.natural_self_precedent)},
        {py::intern("eager_grouping"), Value::boolean(binary.eager_grouping)},
    };
    std::vector<Value> text = {py::make_str(std::string_view(binary.custom_text))};
    return py::call(py::class_value(element_class(Element::custom_op)), text, arguments);
}

} // namespace

void populate_custom_op(ClassBuilder& type) {
    type.method(
        "__init__(self, opstring, precedence=0, is_comparison=False, return_type=None, "
        "natural_self_precedent=False, eager_grouping=False, python_impl=None, visit_name=None)",
        [](Call& call) {
            static constexpr const char* names[] = {
                "opstring",       "precedence",  "is_comparison", "return_type", "natural_self_precedent",
                "eager_grouping", "python_impl", "visit_name"};
            for (std::size_t i = 0; i < std::size(names); ++i)
                py::set_attribute(call[0], names[i], call[i + 1]);
            return Value::none();
        });
    // The operator between two operands.
    type.method("__call__(self, left, right, *other, **kw)", [](Call& call) {
        std::vector<py::KeywordArgument> arguments;
        for (const char* name : {"precedence", "is_comparison", "return_type"})
            arguments.push_back({py::intern(name), py::get_attribute(call[0], name)});
        std::vector<Value> text = {py::get_attribute(call[0], "opstring")};
        Value operation = py::call_method(call[1], py::intern("op"), text, arguments);
        return py::call(operation, {call[2]});
    });
}

void populate_clause_element(ClassBuilder& type) {
    type.class_method("__class_getitem__(cls, item, /)", [](Call& call) { return call[0]; });
    type.method("__hash__(self)", [](Call& call) {
        return Value::integer(
            static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(call[0].object()) >> 4));
    });
    type.method("__bool__(self)", truth_of);
    type.method("__str__(self)", [](Call& call) { return py::make_str(default_text(node_of(call[0]))); });
    type.method("__and__(self, other)", [](Call& call) {
        return wrap(schema::and_of({node_of(call[0]), to_condition(call[1])}));
    });
    type.method("__or__(self, other)", [](Call& call) {
        return wrap(schema::or_of({node_of(call[0]), to_condition(call[1])}));
    });
    type.method("__invert__(self)", [](Call& call) { return wrap(schema::negate(node_of(call[0]))); });
    type.method("compile(self, bind=None, dialect=None, **kw)", compile_method);
    type.method("self_group(self, against=None)", [](Call& call) {
        Operator against = call.has(1) ? operator_named(call[1]) : Operator::none;
        ExpressionPtr node = node_of(call[0]);
        ExpressionPtr grouped = schema::self_group(node, against);
        return grouped == node ? call[0] : wrap(grouped);
    });
    type.method("compare(self, other, **kw)", [](Call& call) {
        return Value::boolean(to_expression_if(call[0]) == to_expression_if(call[1]));
    });
    type.method("params(self, *args, **kwargs)", with_params);
    type.method("unique_params(self, *args, **kwargs)", with_params);
    type.method("get_children(self, **kw)", [](Call&) { return py::make_list(); });
    type.property("description", [](Call&) { return Value::none(); });
    type.constant("supports_execution", Value::boolean(false));
    type.constant("is_clause_element", Value::boolean(true));
    type.constant("bind", Value::none());
}

void populate_executable(ClassBuilder& type) {
    type.constant("supports_execution", Value::boolean(true));
    auto is = [&type](std::string_view name, auto kinds) {
        type.property(name, [kinds](Call& call) { return Value::boolean(kinds(node_of(call[0])->kind)); });
    };
    using Kind = schema::ExpressionKind;
    is("is_select", [](Kind kind) {
        return kind == Kind::select || kind == Kind::compound_select || kind == Kind::textual_select;
    });
    is("is_insert", [](Kind kind) { return kind == Kind::insert; });
    is("is_update", [](Kind kind) { return kind == Kind::update; });
    is("is_delete", [](Kind kind) { return kind == Kind::delete_; });
    is("is_dml",
       [](Kind kind) { return kind == Kind::insert || kind == Kind::update || kind == Kind::delete_; });
    is("is_text", [](Kind kind) { return kind == Kind::text; });
    // Options say how a statement is run, never what it is.
    type.method("execution_options(self, **kw)", [](Call& call) {
        refuse_translation(call[1]);
        return call[0];
    });
    // What a script's own statements add to what the class has: `Executable._execution_options.union({...})`.
    type.constant("_execution_options", py::native_attribute("sqlalchemy.util", "EMPTY_DICT"));
    type.method("get_execution_options(self)",
                [](Call& call) { return py::get_attribute(call[0], "_execution_options"); });
    type.method("options(self, *options)", [](Call& call) {
        for (const Value& option : py::to_vector(call[1]))
            if (Value refuse = py::find_attribute(option, "_refuse_in_select"); refuse.exists())
                py::call(refuse, {});
        return call[0];
    });
}

void populate_column_element(ClassBuilder& type) {
    type.method("__getattr__(self, key)", find_type_attribute);
    type.property("type", [](Call& call) { return wrap(node_of(call[0])->type); });
    type.property("expression", [](Call& call) { return call[0]; });
    type.property("comparator", [](Call& call) { return call[0]; });
    type.property("anon_label",
                  [](Call& call) { return wrap(schema::label(std::nullopt, node_of(call[0]))); });
    type.method("label(self, name)",
                [](Call& call) { return wrap(schema::label(to_optional_name(call[1]), node_of(call[0]))); });
    type.method("cast(self, type_)", [](Call& call) { return wrap(cast_to(call[0], call[1])); });
    type.property("element", [](Call& call) -> Value {
        ExpressionPtr node = node_of(call[0]);
        if (auto* cast = schema::get_if<schema::Cast>(*node)) return wrap(cast->element);
        if (auto* coerce = schema::get_if<schema::TypeCoerce>(*node)) return wrap(coerce->element);
        if (auto* group = schema::get_if<schema::Grouping>(*node)) return wrap(group->element);
        if (auto* unary = schema::get_if<schema::Unary>(*node)) return wrap(unary->element);
        if (auto* label = schema::get_if<schema::Label>(*node)) return wrap(label->element);
        if (auto* over = schema::get_if<schema::Over>(*node)) return wrap(over->element);
        if (auto* select = schema::get_if<schema::ScalarSelect>(*node)) return wrap(select->select);
        py::raise(py::Exc::AttributeError,
                  fmt::format("Neither '{}' object nor 'Comparator' object has an attribute 'element'",
                              py::type_name(call[0])));
    });
    type.constant("primary_key", Value::boolean(false));
    type.constant("foreign_keys", py::make_list());
    type.constant("key", Value::none());
    type.constant("is_literal", Value::boolean(false));
}

void populate_named_column(ClassBuilder& type) {
    type.property("name", [](Call& call) -> Value {
        ExpressionPtr node = node_of(call[0]);
        if (auto* column = schema::get_if<schema::ColumnRef>(*node)) return name_text(column->name);
        if (auto* label = schema::get_if<schema::Label>(*node))
            return label->name ? name_text(*label->name) : Value::none();
        return Value::none();
    });
    type.property("key", [](Call& call) -> Value {
        ExpressionPtr node = node_of(call[0]);
        if (auto* column = schema::get_if<schema::ColumnRef>(*node))
            return column->key.empty() ? name_text(column->name) : py::make_str(column->key);
        return py::get_attribute(call[0], "name");
    });
    type.property("description", [](Call& call) { return py::get_attribute(call[0], "name"); });
}

void populate_column_clause(ClassBuilder& type) {
    type.method("__init__(self, text, type_=None, is_literal=False, _selectable=None)", [](Call& call) {
        schema::TypePtr column_type = call.has(2) ? to_type(call[2]) : nullptr;
        call.attach<ClauseState>(schema::column(to_name(call[1]), column_type, call.truth(3)));
        return Value::none();
    });
    type.property("table", [](Call& call) -> Value {
        auto* column = schema::get_if<schema::ColumnRef>(*node_of(call[0]));
        return column && column->from ? wrap(ExpressionPtr(column->from)) : Value::none();
    });
    type.property("is_literal", [](Call& call) {
        auto* column = schema::get_if<schema::ColumnRef>(*node_of(call[0]));
        return Value::boolean(column && column->literal);
    });
}

void populate_label(ClassBuilder& type) {
    type.method("__init__(self, name, element, type_=None)", [](Call& call) {
        ExpressionPtr node = schema::label(to_optional_name(call[1]), to_element(call[2]));
        if (call.has(3)) {
            auto typed = std::make_shared<schema::Label>(schema::as<schema::Label>(*node));
            typed->type = to_type(call[3]);
            node = typed;
        }
        call.attach<ClauseState>(node);
        return Value::none();
    });
}

void populate_bind_parameter(ClassBuilder& type) {
    type.method("__init__(self, key, value=..., type_=None, unique=False, required=..., quote=None, "
                "callable_=None, expanding=False, isoutparam=False, literal_execute=False)",
                [](Call& call) {
                    std::optional<schema::Value> value;
                    if (call.given(2)) value = to_value(call[2]);
                    if (call.has(7)) value = to_value(py::call(call[7]));
                    schema::TypePtr given = call.has(3) ? to_type(call[3]) : nullptr;
                    if (auto* element = to_expression_if(call[1]).get()) {
                        auto* column = schema::get_if<schema::ColumnRef>(*element);
                        if (column && !given) given = column->type;
                    }
                    // The type of a list's parameter is that of what stands first in it.
                    if (!given && call.truth(8)) {
                        bool has_first = call.given(2) && py::truth(call[2]);
                        given = has_first
                                    ? schema::type_of(to_value(py::get_item(call[2], Value::integer(0))))
                                    : schema::null_type();
                    }
                    bool anonymous = !call.has(1);
                    schema::Name key = anonymous ? schema::Name("param") : [&] {
                        ExpressionPtr node = to_expression_if(call[1]);
                        if (!node) return to_name(call[1]);
                        return to_name(py::get_attribute(call[1], "key"));
                    }();
                    if (call.given(5) && py::truth(call[5])) value.reset();
                    auto made = schema::bindparam(std::move(key), value, given, anonymous || call.truth(4),
                                                  call.truth(8));
                    if (call.given(5) && !py::truth(call[5])) made->required = false;
                    made->literal_execute = call.truth(10);
                    call.attach<ClauseState>(ExpressionPtr(made));
                    return Value::none();
                });
    type.method("render_literal_execute(self)", [](Call& call) {
        auto made = std::make_shared<schema::Bind>(node_as<schema::Bind>(call[0]));
        made->literal_execute = true;
        return wrap(ExpressionPtr(made));
    });
    type.property("key", [](Call& call) { return name_text(node_as<schema::Bind>(call[0]).key); });
    type.property("value", [](Call& call) { return from_value(node_as<schema::Bind>(call[0]).value); });
    type.property("effective_value",
                  [](Call& call) { return from_value(node_as<schema::Bind>(call[0]).value); });
    type.property("unique", [](Call& call) { return Value::boolean(node_as<schema::Bind>(call[0]).unique); });
    type.property("required",
                  [](Call& call) { return Value::boolean(node_as<schema::Bind>(call[0]).required); });
    type.property("expanding",
                  [](Call& call) { return Value::boolean(node_as<schema::Bind>(call[0]).expanding); });
}

void populate_clause_list(ClassBuilder& type) {
    type.property("clauses", [](Call& call) {
        return py::make_list(wrap_all(node_as<schema::ExpressionList>(call[0]).items));
    });
    type.property("operator",
                  [](Call& call) { return operator_function(node_as<schema::ExpressionList>(call[0]).op); });
    type.method("__len__(self)", [](Call& call) {
        return Value::integer(
            static_cast<std::int64_t>(node_as<schema::ExpressionList>(call[0]).items.size()));
    });
    type.method("__iter__(self)", [](Call& call) {
        return py::iterate(py::make_list(wrap_all(node_as<schema::ExpressionList>(call[0]).items)));
    });
}

void populate_binary_expression(ClassBuilder& type) {
    type.property("left", [](Call& call) { return wrap(node_as<schema::Binary>(call[0]).left); });
    type.property("right", [](Call& call) { return wrap(node_as<schema::Binary>(call[0]).right); });
    type.property("operator", [](Call& call) {
        auto& binary = node_as<schema::Binary>(call[0]);
        return binary.op == Operator::custom ? custom_operator(binary) : operator_function(binary.op);
    });
}

void populate_unary_expression(ClassBuilder& type) {
    type.method(
        "__init__(self, element, operator=None, modifier=None, type_=None, wraps_column_expression=False)",
        [](Call& call) {
            auto made = std::make_shared<schema::Unary>();
            made->element = to_element(call[1]);
            auto place = [&](const Value& given, Operator& op) {
                if (given.is_none()) return;
                op = is_element(given, Element::custom_op) ? Operator::custom : operator_named(given);
                if (op == Operator::custom)
                    made->custom_text = py::to_str(py::get_attribute(given, "opstring"));
            };
            place(call[2], made->op);
            place(call[3], made->modifier);
            made->element =
                schema::self_group(made->element, made->op != Operator::none ? made->op : made->modifier);
            made->type = call.has(4) ? to_type(call[4]) : schema::null_type();
            call.attach<ClauseState>(ExpressionPtr(made));
            return Value::none();
        });
    type.property("element", [](Call& call) { return wrap(node_as<schema::Unary>(call[0]).element); });
    type.property("operator",
                  [](Call& call) { return operator_function(node_as<schema::Unary>(call[0]).op); });
    type.property("modifier",
                  [](Call& call) { return operator_function(node_as<schema::Unary>(call[0]).modifier); });
}

} // namespace limbeck::sqlalchemy
