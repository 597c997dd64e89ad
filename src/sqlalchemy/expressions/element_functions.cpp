// The functions that make expressions.
#include "python/class.hpp"
#include "schema/errors.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/expressions/coercion.hpp"
#include "sqlalchemy/expressions/constructors.hpp"
#include "sqlalchemy/expressions/populate.hpp"

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

namespace py = python;
using py::Call;
using py::ModuleBuilder;
using py::Value;
using schema::ExpressionPtr;
using schema::Operand;
using schema::Operator;

namespace {

schema::TypePtr optional_type(const Value& value) {
    return value.exists() && !value.is_none() ? to_type(value) : nullptr;
}

std::vector<ExpressionPtr> conditions(const std::vector<Value>& values) {
    std::vector<ExpressionPtr> made;
    for (const Value& value : values) made.push_back(to_condition(value));
    return made;
}

std::vector<Operand> operands(const std::vector<Value>& values) {
    std::vector<Operand> made;
    for (const Value& value : values) made.push_back(to_operand(value));
    return made;
}

// case((condition, result), …), case([(condition, result), …]), case({value: result}, value=…).
Value make_case(Call& call) {
    std::vector<Value> whens = call.rest(0);
    Value value = call[1], otherwise = call[2];
    bool nested = !whens.empty() && (py::as<py::List>(whens[0]) || py::as<py::Dict>(whens[0]));
    if (nested) {
        if (whens.size() > 1 && !value.exists()) value = whens[1];
        if (whens.size() > 2 && !otherwise.exists()) otherwise = whens[2];
        Value given = whens[0];
        whens.clear();
        if (py::as<py::Dict>(given))
            py::for_each_item(given, [&](const Value& key, const Value& item) {
                whens.push_back(py::make_tuple({key, item}));
            });
        else
            whens = py::to_vector(given);
    }
    bool has_value = value.exists() && !value.is_none();
    std::vector<std::pair<Operand, Operand>> pairs;
    for (const Value& when : whens) {
        std::vector<Value> pair = py::to_vector(when);
        if (pair.size() != 2)
            py::raise(py::Exc::ValueError,
                      fmt::format("not enough values to unpack (expected 2, got {})", pair.size()));
        Operand condition = has_value ? to_operand(pair[0]) : Operand(to_condition(pair[0]));
        pairs.emplace_back(condition, to_operand(pair[1]));
    }
    if (pairs.empty())
        throw schema::ArgumentError("The \"whens\" argument to case() must be a non-empty sequence");
    std::optional<Operand> last;
    if (otherwise.exists() && !otherwise.is_none()) last = to_operand(otherwise);
    return wrap(schema::case_of(pairs, last, has_value ? to_element(value) : nullptr));
}

Value make_tuple_of(Call& call) {
    std::vector<schema::TypePtr> types;
    if (call.has(1))
        for (const Value& type : py::to_vector(call[1])) types.push_back(to_type(type));
    return wrap(schema::tuple_of(operands(call.rest(0)), types));
}

// The expression a name or an element stands for under asc(), desc() and the like.
ExpressionPtr ordered(const Value& value) {
    return to_ordering(value);
}

void modifier(ModuleBuilder& module, std::string_view declaration, Operator op) {
    module.function(declaration, [op](Call& call) { return wrap(schema::unary(op, ordered(call[0]))); });
}

schema::FrameRange frame(const Value& value) {
    schema::FrameRange range;
    std::vector<Value> ends = py::to_vector(value);
    if (ends.size() != 2) throw schema::ArgumentError("2-tuple expected for range/rows");
    auto end = [](const Value& given) -> std::optional<std::int64_t> {
        if (given.is_none()) return std::nullopt;
        auto number = py::integer_if(given);
        if (!number) throw schema::ArgumentError("Integer or None expected for range value");
        return number;
    };
    range.lower = end(ends[0]);
    range.upper = end(ends[1]);
    return range;
}

std::vector<ExpressionPtr> one_or_more(const Value& value) {
    if (!value.exists() || value.is_none()) return {};
    if (is_sequence(value)) return to_orderings(py::to_vector(value));
    return {to_ordering(value)};
}

Value text_of(Call& call) {
    if (!py::is_str(call[0])) {
        if (py::is_unresolved(call[0])) py::raise_unresolved(call[0], "use it as SQL text");
        py::raise(py::Exc::TypeError,
                  fmt::format("expected string or bytes-like object, got '{}'", py::type_name(call[0])));
    }
    return wrap(ExpressionPtr(schema::text(py::as_text(call[0]))));
}

} // namespace

ExpressionPtr make_over(const ExpressionPtr& element, const Value& partition_by, const Value& order_by,
                        const Value& range, const Value& rows, const Value& groups) {
    auto made = std::make_shared<schema::Over>(
        schema::as<schema::Over>(*schema::over(element, one_or_more(partition_by), one_or_more(order_by))));
    int given = 0;
    auto set = [&](const Value& value, std::optional<schema::FrameRange>& target) {
        if (!value.exists() || value.is_none()) return;
        target = frame(value);
        ++given;
    };
    set(range, made->range);
    set(rows, made->rows);
    set(groups, made->groups);
    if (given > 1) throw schema::ArgumentError("only one of 'rows', 'range_', or 'groups' may be provided");
    return made;
}

ExpressionPtr make_within_group(const ExpressionPtr& element, const std::vector<Value>& order_by) {
    return schema::within_group(element, to_orderings(order_by));
}

ExpressionPtr make_filter(const ExpressionPtr& element, const std::vector<Value>& criteria) {
    std::vector<ExpressionPtr> all;
    ExpressionPtr inner = element;
    if (auto* filtered = schema::get_if<schema::FunctionFilter>(*element)) {
        inner = filtered->element;
        all.push_back(filtered->criterion);
    }
    for (const Value& criterion : criteria) all.push_back(to_condition(criterion));
    return schema::filter(inner, all);
}

namespace {

// There is one of each: where it stands twice in a SELECT, it is the same column.
template <class Constant> void define_constant(ModuleBuilder& module, std::string_view signature) {
    module.function(signature, [only = Value()](Call&) mutable {
        if (!only.exists()) only = wrap(ExpressionPtr(std::make_shared<Constant>()));
        return only;
    });
}

} // namespace

void define_element_functions(ModuleBuilder& module) {
    module.function("text(text)", text_of);
    module.function("literal(value, type_=None, literal_execute=False)", [](Call& call) {
        if (to_expression_if(call[0])) return call[0];
        auto made = std::make_shared<schema::Bind>(
            schema::as<schema::Bind>(*schema::literal(to_value(call[0]), optional_type(call[1]))));
        made->literal_execute = call.truth(2);
        return wrap(ExpressionPtr(made));
    });
    module.function("literal_column(text, type_=None)", [](Call& call) {
        return wrap(ExpressionPtr(schema::literal_column(call.text(0), optional_type(call[1]))));
    });
    define_constant<schema::Null>(module, "null()");
    define_constant<schema::True>(module, "true()");
    define_constant<schema::False>(module, "false()");
    module.function("and_(*clauses)",
                    [](Call& call) { return wrap(schema::and_of(conditions(call.rest(0)))); });
    module.function("or_(*clauses)",
                    [](Call& call) { return wrap(schema::or_of(conditions(call.rest(0)))); });
    module.function("not_(clause)", [](Call& call) { return wrap(schema::negate(to_condition(call[0]))); });
    module.function("case(*whens, value=..., else_=...)", make_case);
    module.function("cast(expression, type_)",
                    [](Call& call) { return wrap(schema::cast(to_operand(call[0]), to_type(call[1]))); });
    module.function("try_cast(expression, type_)", [](Call& call) {
        return wrap(schema::cast(to_operand(call[0]), to_type(call[1]), true));
    });
    module.function("type_coerce(expression, type_)", [](Call& call) {
        return wrap(schema::type_coerce(to_operand(call[0]), to_type(call[1])));
    });
    module.function("tuple_(*clauses, types=None)", make_tuple_of);
    module.function("between(expr, lower_bound, upper_bound, symmetric=False)", [](Call& call) {
        return py::call_method(wrap(to_element(call[0])), "between", {call[1], call[2], call[3]});
    });
    module.function("any_(expr)", [](Call& call) { return wrap(schema::any_of(to_element(call[0]))); });
    module.function("all_(expr)", [](Call& call) { return wrap(schema::all_of(to_element(call[0]))); });
    modifier(module, "distinct(expr)", Operator::distinct);
    modifier(module, "asc(column)", Operator::asc);
    modifier(module, "desc(column)", Operator::desc);
    modifier(module, "nulls_first(column)", Operator::nulls_first);
    modifier(module, "nullsfirst(column)", Operator::nulls_first);
    modifier(module, "nulls_last(column)", Operator::nulls_last);
    modifier(module, "nullslast(column)", Operator::nulls_last);
    module.function("bitwise_not(expr)", [](Call& call) {
        return wrap(schema::unary(Operator::bitwise_not, to_element(call[0])));
    });
    module.function("collate(expression, collation)",
                    [](Call& call) { return wrap(schema::collate(to_element(call[0]), to_name(call[1]))); });
    module.function("extract(field, expr)",
                    [](Call& call) { return wrap(schema::extract(call.text(0), to_element(call[1]))); });
    module.function("label(name, element, type_=None)", [](Call& call) {
        return py::call(py::class_value(element_class(Element::Label)), {call[0], call[1], call[2]});
    });
    module.function("over(element, partition_by=None, order_by=None, range_=None, rows=None, groups=None)",
                    [](Call& call) {
                        return wrap(
                            make_over(to_element(call[0]), call[1], call[2], call[3], call[4], call[5]));
                    });
    module.function("within_group(element, *order_by)",
                    [](Call& call) { return wrap(make_within_group(to_element(call[0]), call.rest(1))); });
    module.function("funcfilter(func, *criterion)",
                    [](Call& call) { return wrap(make_filter(to_element(call[0]), call.rest(1))); });
}

} // namespace limbeck::sqlalchemy
