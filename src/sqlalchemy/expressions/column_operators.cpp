// The operators and methods that every column expression has.
#include "python/class.hpp"
#include "schema/errors.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/expressions/coercion.hpp"
#include "sqlalchemy/expressions/comparator.hpp"
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
using schema::OperatorArguments;

namespace {

// The methods of a class that a type's comparator_factory may answer in its own way.
struct Operators {
    ClassBuilder& type;

    void method(std::string_view declaration, py::NativeBody body) const {
        type.method(declaration, [body = std::move(body)](Call& call) {
            Value special = by_comparator(call);
            return special.exists() ? special : body(call);
        });
    }
};

void binary(const Operators& type, std::string_view declaration, Operator op, bool reverse = false) {
    type.method(declaration, [op, reverse](Call& call) {
        ExpressionPtr self = node_of(call.self());
        if (Value special = special_binary(self, op, call[1], reverse); special.exists()) return special;
        return wrap(schema::operate(op, self, to_operand(call[1]), {}, reverse));
    });
}

// << and >>, which only some of PostgreSQL's types know; bits have bitwise_lshift() and bitwise_rshift().
void shift(const Operators& type, std::string_view declaration, Operator op) {
    type.method(declaration, [op](Call& call) -> Value {
        if (Value special = special_binary(node_of(call.self()), op, call[1], false); special.exists())
            return special;
        py::raise(py::Exc::NotImplementedError,
                  fmt::format("Operator '{}' is not supported on this expression",
                              op == Operator::bitwise_lshift ? "lshift" : "rshift"));
    });
}

std::optional<std::string> optional_text(const Value& value) {
    if (!value.exists() || value.is_none()) return std::nullopt;
    return py::to_str(value);
}

// x.like(other, escape=None) and its kin.
void like(const Operators& type, std::string_view declaration, Operator op) {
    type.method(declaration, [op](Call& call) {
        OperatorArguments arguments;
        arguments.escape = optional_text(call[2]);
        return wrap(schema::operate(op, node_of(call.self()), to_operand(call[1]), arguments));
    });
}

// x.startswith(other, escape=None, autoescape=False) and its kin.
void affix(const Operators& type, std::string_view declaration, Operator op) {
    type.method(declaration, [op](Call& call) {
        ExpressionPtr self = node_of(call.self());
        if (Value special = special_binary(self, op, call[1], false); special.exists()) return special;
        OperatorArguments arguments;
        arguments.escape = optional_text(call[2]);
        arguments.autoescape = py::truth(call[3]);
        if (arguments.autoescape && !py::is_str(call[1]))
            py::raise(py::Exc::TypeError, "String value expected when autoescape=True");
        return wrap(schema::operate(op, self, to_operand(call[1]), arguments));
    });
}

void modifier(const Operators& type, std::string_view declaration, Operator op) {
    type.method(declaration, [op](Call& call) { return wrap(schema::unary(op, node_of(call.self()))); });
}

Value in_list(const Value& self, const Value& given, bool negated) {
    ExpressionPtr left = node_of(self);
    if (ExpressionPtr node = to_expression_if(given)) return wrap(schema::in(left, node, negated));
    if (!is_sequence(given) || py::is_str(given))
        raise_expected("IN expression list, SELECT construct, or bound parameter object", given);
    std::vector<schema::Operand> operands;
    for (const Value& item : py::to_vector(given)) operands.push_back(to_operand(item));
    return wrap(schema::in(left, operands, negated));
}

void membership(const Operators& type, std::string_view declaration, bool negated) {
    type.method(declaration, [negated](Call& call) { return in_list(call[0], call[1], negated); });
}

// The callable that op("->>") and bool_op("@@") give.
Value operator_function(const ExpressionPtr& self, OperatorArguments arguments) {
    return py::make_function("against(other)", [self, arguments = std::move(arguments)](Call& call) {
        return wrap(schema::operate(Operator::custom, self, to_operand(call[0]), arguments));
    });
}

Value custom_operator(Call& call, bool comparison) {
    OperatorArguments arguments;
    arguments.custom_text = call.text(1);
    arguments.precedence = static_cast<int>(call.integer_or(2, 0));
    arguments.is_comparison = comparison;
    return operator_function(node_of(call.self()), arguments);
}

Value op(Call& call) {
    OperatorArguments arguments;
    arguments.custom_text = call.text(1);
    arguments.precedence = static_cast<int>(call.integer_or(2, 0));
    arguments.is_comparison = py::truth(call[3]);
    if (call.has(4)) arguments.return_type = to_type(call[4]);
    return operator_function(node_of(call.self()), arguments);
}

Value match(Call& call) {
    OperatorArguments arguments;
    if (const Value* found = call.keywords(2).find("postgresql_regconfig"))
        arguments.regconfig = py::to_str(*found);
    return wrap(schema::operate(Operator::match, node_of(call.self()), to_operand(call[1]), arguments));
}

Value regexp_match(Call& call) {
    OperatorArguments arguments;
    arguments.flags = optional_text(call[2]);
    return wrap(
        schema::operate(Operator::regexp_match, node_of(call.self()), to_operand(call[1]), arguments));
}

Value get_item(Call& call) {
    ExpressionPtr self = node_of(call.self());
    if (auto* slice = py::as<py::Slice>(call[1]))
        return wrap(schema::slice(self, to_operand(slice->start), to_operand(slice->stop)));
    return wrap(schema::getitem(self, to_operand(call[1])));
}

ExpressionPtr condition(const Value& value) {
    return to_condition(value);
}

} // namespace

void populate_operators(ClassBuilder& given) {
    Operators type{given};
    type.method("__and__(self, other)", [](Call& call) {
        return wrap(schema::and_of({node_of(call[0]), condition(call[1])}));
    });
    type.method("__rand__(self, other)", [](Call& call) {
        return wrap(schema::and_of({condition(call[1]), node_of(call[0])}));
    });
    type.method("__or__(self, other)", [](Call& call) {
        return wrap(schema::or_of({node_of(call[0]), condition(call[1])}));
    });
    type.method("__ror__(self, other)", [](Call& call) {
        return wrap(schema::or_of({condition(call[1]), node_of(call[0])}));
    });
    type.method("__invert__(self)", [](Call& call) { return wrap(schema::negate(node_of(call[0]))); });
    type.method("op(self, opstring, precedence=0, is_comparison=False, return_type=None, python_impl=None)",
                op);
    given.method("operate(self, op, *other, **kwargs)", [](Call& call) {
        std::vector<Value> operands = call.rest(2);
        operands.insert(operands.begin(), call[0]);
        return py::call(call[1], operands, py::keyword_arguments(call.keywords(3)));
    });
    given.method("reverse_operate(self, op, other, **kwargs)", [](Call& call) {
        return py::call(call[1], {call[2], call[0]});
    });
    type.method("bool_op(self, opstring, precedence=0, python_impl=None)",
                [](Call& call) { return custom_operator(call, true); });
}

void populate_column_operators(ClassBuilder& given) {
    Operators type{given};
    // Declared before __eq__, which would make the class unhashable.
    given.method("__hash__(self)", [](Call& call) {
        return Value::integer(
            static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(call[0].object()) >> 4));
    });
    binary(type, "__eq__(self, other)", Operator::eq);
    binary(type, "__ne__(self, other)", Operator::ne);
    binary(type, "__lt__(self, other)", Operator::lt);
    binary(type, "__le__(self, other)", Operator::le);
    binary(type, "__gt__(self, other)", Operator::gt);
    binary(type, "__ge__(self, other)", Operator::ge);
    binary(type, "__add__(self, other)", Operator::add);
    binary(type, "__radd__(self, other)", Operator::add, true);
    binary(type, "__sub__(self, other)", Operator::sub);
    binary(type, "__rsub__(self, other)", Operator::sub, true);
    binary(type, "__mul__(self, other)", Operator::mul);
    binary(type, "__rmul__(self, other)", Operator::mul, true);
    binary(type, "__truediv__(self, other)", Operator::truediv);
    binary(type, "__rtruediv__(self, other)", Operator::truediv, true);
    binary(type, "__floordiv__(self, other)", Operator::floordiv);
    binary(type, "__rfloordiv__(self, other)", Operator::floordiv, true);
    binary(type, "__mod__(self, other)", Operator::mod);
    binary(type, "__rmod__(self, other)", Operator::mod, true);
    shift(type, "__lshift__(self, other)", Operator::bitwise_lshift);
    shift(type, "__rshift__(self, other)", Operator::bitwise_rshift);
    binary(type, "concat(self, other)", Operator::concat);
    binary(type, "bitwise_and(self, other)", Operator::bitwise_and);
    binary(type, "bitwise_or(self, other)", Operator::bitwise_or);
    binary(type, "bitwise_xor(self, other)", Operator::bitwise_xor);
    binary(type, "bitwise_lshift(self, other)", Operator::bitwise_lshift);
    binary(type, "bitwise_rshift(self, other)", Operator::bitwise_rshift);
    binary(type, "is_(self, other)", Operator::is_);
    binary(type, "is_not(self, other)", Operator::is_not);
    binary(type, "isnot(self, other)", Operator::is_not);
    binary(type, "is_distinct_from(self, other)", Operator::is_distinct_from);
    binary(type, "is_not_distinct_from(self, other)", Operator::is_not_distinct_from);
    binary(type, "isnot_distinct_from(self, other)", Operator::is_not_distinct_from);
    like(type, "like(self, other, escape=None)", Operator::like);
    like(type, "ilike(self, other, escape=None)", Operator::ilike);
    like(type, "not_like(self, other, escape=None)", Operator::not_like);
    like(type, "notlike(self, other, escape=None)", Operator::not_like);
    like(type, "not_ilike(self, other, escape=None)", Operator::not_ilike);
    like(type, "notilike(self, other, escape=None)", Operator::not_ilike);
    affix(type, "startswith(self, other, escape=None, autoescape=False)", Operator::startswith);
    affix(type, "istartswith(self, other, escape=None, autoescape=False)", Operator::istartswith);
    affix(type, "endswith(self, other, escape=None, autoescape=False)", Operator::endswith);
    affix(type, "iendswith(self, other, escape=None, autoescape=False)", Operator::iendswith);
    affix(type, "contains(self, other, escape=None, autoescape=False)", Operator::contains);
    affix(type, "icontains(self, other, escape=None, autoescape=False)", Operator::icontains);
    modifier(type, "__neg__(self)", Operator::neg);
    modifier(type, "asc(self)", Operator::asc);
    modifier(type, "desc(self)", Operator::desc);
    modifier(type, "nulls_first(self)", Operator::nulls_first);
    modifier(type, "nullsfirst(self)", Operator::nulls_first);
    modifier(type, "nulls_last(self)", Operator::nulls_last);
    modifier(type, "nullslast(self)", Operator::nulls_last);
    modifier(type, "distinct(self)", Operator::distinct);
    modifier(type, "bitwise_not(self)", Operator::bitwise_not);
    membership(type, "in_(self, other)", false);
    membership(type, "not_in(self, other)", true);
    membership(type, "notin_(self, other)", true);
    type.method("match(self, other, **kwargs)", match);
    type.method("regexp_match(self, pattern, flags=None)", regexp_match);
    type.method("regexp_replace(self, pattern, replacement, flags=None)", [](Call& call) {
        return wrap(schema::regexp_replace(node_of(call[0]), to_operand(call[1]), to_operand(call[2]),
                                           optional_text(call[3])));
    });
    type.method("between(self, cleft, cright, symmetric=False)", [](Call& call) {
        ExpressionPtr made = schema::between(node_of(call[0]), to_operand(call[1]), to_operand(call[2]));
        if (!call.truth(3)) return wrap(made);
        auto symmetric = std::make_shared<schema::Binary>(schema::as<schema::Binary>(*made));
        symmetric->symmetric = true;
        return wrap(ExpressionPtr(symmetric));
    });
    type.method("collate(self, collation)",
                [](Call& call) { return wrap(schema::collate(node_of(call[0]), to_name(call[1]))); });
    type.method("any_(self)", [](Call& call) { return wrap(schema::any_of(node_of(call[0]))); });
    type.method("all_(self)", [](Call& call) { return wrap(schema::all_of(node_of(call[0]))); });
    type.method("__getitem__(self, index)", get_item);
    type.method("__contains__(self, other)", [](Call&) -> Value {
        py::raise(py::Exc::NotImplementedError, "Operator 'contains' is not supported on this expression");
    });
}

} // namespace limbeck::sqlalchemy
