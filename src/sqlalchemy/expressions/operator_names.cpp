#include "sqlalchemy/expressions/operator_names.hpp"

#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/element_classes.hpp"

#include <string>

namespace limbeck::sqlalchemy {

namespace py = python;
using py::Call;
using py::Value;
using schema::Operator;

namespace {

struct Entry {
    std::string_view declaration;
    Operator op;
    const char* method; // of a column
};

// In the reference's names; the first of an operator is the one that `.operator` shows.
constexpr Entry entries[] = {
    {"eq(a, b)", Operator::eq, "__eq__"},
    {"ne(a, b)", Operator::ne, "__ne__"},
    {"lt(a, b)", Operator::lt, "__lt__"},
    {"le(a, b)", Operator::le, "__le__"},
    {"gt(a, b)", Operator::gt, "__gt__"},
    {"ge(a, b)", Operator::ge, "__ge__"},
    {"and_(a, b)", Operator::and_, "__and__"},
    {"or_(a, b)", Operator::or_, "__or__"},
    {"add(a, b)", Operator::add, "__add__"},
    {"sub(a, b)", Operator::sub, "__sub__"},
    {"mul(a, b)", Operator::mul, "__mul__"},
    {"truediv(a, b)", Operator::truediv, "__truediv__"},
    {"floordiv(a, b)", Operator::floordiv, "__floordiv__"},
    {"mod(a, b)", Operator::mod, "__mod__"},
    {"concat_op(a, b)", Operator::concat, "concat"},
    {"is_(a, b)", Operator::is_, "is_"},
    {"is_not(a, b)", Operator::is_not, "is_not"},
    {"isnot(a, b)", Operator::is_not, "is_not"},
    {"is_distinct_from(a, b)", Operator::is_distinct_from, "is_distinct_from"},
    {"is_not_distinct_from(a, b)", Operator::is_not_distinct_from, "is_not_distinct_from"},
    {"like_op(a, b, escape=None)", Operator::like, "like"},
    {"not_like_op(a, b, escape=None)", Operator::not_like, "not_like"},
    {"ilike_op(a, b, escape=None)", Operator::ilike, "ilike"},
    {"not_ilike_op(a, b, escape=None)", Operator::not_ilike, "not_ilike"},
    {"in_op(a, b)", Operator::in_, "in_"},
    {"not_in_op(a, b)", Operator::not_in, "not_in"},
    {"notin_op(a, b)", Operator::not_in, "not_in"},
    {"startswith_op(a, b)", Operator::startswith, "startswith"},
    {"endswith_op(a, b)", Operator::endswith, "endswith"},
    {"contains_op(a, b)", Operator::contains, "contains"},
    {"match_op(a, b)", Operator::match, "match"},
    {"regexp_match_op(a, b)", Operator::regexp_match, "regexp_match"},
    {"bitwise_and_op(a, b)", Operator::bitwise_and, "bitwise_and"},
    {"bitwise_or_op(a, b)", Operator::bitwise_or, "bitwise_or"},
    {"bitwise_xor_op(a, b)", Operator::bitwise_xor, "bitwise_xor"},
    {"bitwise_lshift_op(a, b)", Operator::bitwise_lshift, "bitwise_lshift"},
    {"bitwise_rshift_op(a, b)", Operator::bitwise_rshift, "bitwise_rshift"},
    {"getitem(a, b)", Operator::getitem, "__getitem__"},
    {"inv(a)", Operator::inv, "__invert__"},
    {"neg(a)", Operator::neg, "__neg__"},
    {"distinct_op(a)", Operator::distinct, "distinct"},
    {"desc_op(a)", Operator::desc, "desc"},
    {"asc_op(a)", Operator::asc, "asc"},
    {"nulls_first_op(a)", Operator::nulls_first, "nulls_first"},
    {"nulls_last_op(a)", Operator::nulls_last, "nulls_last"},
    {"any_op(a)", Operator::any, "any_"},
    {"all_op(a)", Operator::all, "all_"},
};

std::string_view name_of(const Entry& entry) {
    return entry.declaration.substr(0, entry.declaration.find('('));
}

} // namespace

Operator operator_named(const Value& function) {
    Value name = py::find_attribute(function, "__name__");
    const std::string* text = name.exists() ? py::text_if(name) : nullptr;
    if (text)
        for (const Entry& entry : entries)
            if (name_of(entry) == *text) return entry.op;
    throw schema::ArgumentError("Expected an operator function, got " + py::to_repr(function));
}

Value operator_function(Operator op) {
    for (const Entry& entry : entries)
        if (entry.op == op) return py::native_attribute("sqlalchemy.sql.operators", name_of(entry));
    return Value::none();
}

Value operator_of_method(std::string_view method) {
    for (const Entry& entry : entries)
        if (entry.method == method) return py::native_attribute("sqlalchemy.sql.operators", name_of(entry));
    return {};
}

void populate_operators_module(py::ModuleBuilder& module) {
    for (const Entry& entry : entries)
        module.function(entry.declaration, [method = entry.method](Call& call) {
            if (call.size() < 2) return py::call_method(call[0], method);
            return py::call_method(call[0], method, {call[1]});
        });
    module.missing([](std::string_view name) -> Value {
        for (Element element : {Element::Operators, Element::ColumnOperators, Element::custom_op})
            if (py::class_name(element_class(element)) == name)
                return py::class_value(element_class(element));
        return {};
    });
}

} // namespace limbeck::sqlalchemy
