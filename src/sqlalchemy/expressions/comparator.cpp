#include "sqlalchemy/expressions/comparator.hpp"

#include "python/class.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/element_classes.hpp"
#include "sqlalchemy/expressions/operator_names.hpp"
#include "sqlalchemy/expressions/populate.hpp"
#include "sqlalchemy/types/script_types.hpp"

namespace limbeck::sqlalchemy {

namespace py = python;
using py::Call;
using py::Value;

namespace {

// The comparator_factory of the column's type; null for the usual one.
const Value* factory_of(const Value& column) {
    auto* clause = py::state_if<ClauseState>(column);
    return clause && clause->expression
               ? static_cast<const Value*>(schema::comparator_factory(*clause->expression->type))
               : nullptr;
}

// The comparator of a column, itself where it is one; Nothing for the usual one.
Value comparator_of(const Value& column) {
    const Value* factory = factory_of(column);
    if (!factory) return {};
    return is_element(column, Element::Comparator) ? column : py::call(*factory, {column});
}

std::vector<Value> arguments_of(const Call& call) {
    std::vector<Value> given;
    for (std::size_t i = 1; i < call.size(); ++i)
        if (call.has(i) && !py::as<py::Dict>(call[i])) given.push_back(call[i]);
    return given;
}

} // namespace

Value by_comparator(Call& call) {
    Value comparator = comparator_of(call.self());
    if (!comparator.exists()) return {};
    std::string name(call.function().name());
    if (comparator.object() != call.self().object() && overrides(comparator, name))
        return py::call_method(comparator, py::intern(name), arguments_of(call));
    // "__radd__" is "__add__" with its operands the other way round.
    Value reversed = name.starts_with("__r") ? operator_of_method("__" + name.substr(3)) : Value();
    Value op = reversed.exists() ? reversed : operator_of_method(name);
    const char* operate = reversed.exists() ? "reverse_operate" : "operate";
    if (!op.exists() || !overrides(comparator, operate)) return {};
    std::vector<Value> given = arguments_of(call);
    given.insert(given.begin(), op);
    return py::call_method(comparator, py::intern(operate), given);
}

Value comparator_attribute(const Value& column, std::string_view name) {
    if (is_element(column, Element::Comparator)) return {};
    Value comparator = comparator_of(column);
    if (!comparator.exists() || !py::lookup(py::class_of(comparator), py::intern(name))) return {};
    return py::get_attribute(comparator, py::intern(name));
}

std::string comparator_name(const Value& column) {
    const Value* factory = factory_of(column);
    return factory ? py::class_name(py::as_class(*factory)) : "Comparator";
}

void populate_comparator(py::ClassBuilder& type) {
    type.method("__init__(self, expr)", [](Call& call) {
        call.attach<ClauseState>(to_expression(call[1]));
        py::set_attribute(call[0], "expr", call[1]);
        return Value::none();
    });
    // The usual meaning: that of a comparator which no script has changed.
    auto usual = [](const Value& self) {
        return py::make_instance_with<ClauseState>(element_class(Element::Comparator), to_expression(self));
    };
    type.method("operate(self, op, *other, **kwargs)", [usual](Call& call) {
        std::vector<Value> given = call.rest(2);
        given.insert(given.begin(), usual(call[0]));
        return py::call(call[1], given, py::keyword_arguments(call.keywords(3)));
    });
    type.method("reverse_operate(self, op, other, **kwargs)", [usual](Call& call) {
        return py::call(call[1], {call[2], usual(call[0])});
    });
}

} // namespace limbeck::sqlalchemy
