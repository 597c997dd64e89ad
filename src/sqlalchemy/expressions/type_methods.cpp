#include "sqlalchemy/expressions/type_methods.hpp"

#include "schema/errors.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/expressions/coercion.hpp"
#include "sqlalchemy/expressions/operator_names.hpp"

#include <map>

namespace limbeck::sqlalchemy {

namespace py = python;
using py::Call;
using py::Value;
using schema::Affinity;
using schema::ExpressionPtr;
using schema::Operator;
using schema::OperatorArguments;
using schema::TypeKind;
using schema::TypePtr;

namespace {

enum class Family { none, json, jsonb, array, hstore, range, tsvector };

Family family(const schema::Type& type) {
    if (type.kind == TypeKind::decorator && type.decorated && type.decorated->impl)
        return family(*type.decorated->impl);
    if (type.kind == TypeKind::JSONB) return Family::jsonb;
    if (type.kind == TypeKind::HSTORE) return Family::hstore;
    if (type.kind == TypeKind::TSVECTOR) return Family::tsvector;
    if (type.kind >= TypeKind::INT4RANGE && type.kind <= TypeKind::TSTZMULTIRANGE) return Family::range;
    if (schema::affinity(type) == Affinity::json) return Family::json;
    if (schema::affinity(type) == Affinity::array) return Family::array;
    return Family::none;
}

const schema::Type& plain_type(const schema::Type& type) {
    return type.kind == TypeKind::decorator && type.decorated ? plain_type(*type.decorated->impl) : type;
}

OperatorArguments own_operator(std::string text, Operator level, bool comparison, bool chain) {
    OperatorArguments arguments;
    arguments.custom_text = std::move(text);
    arguments.precedence = schema::precedence(level);
    arguments.is_comparison = comparison;
    arguments.natural_self_precedent = chain;
    arguments.eager_grouping = chain;
    return arguments;
}

// A method of one argument that is an operator of the database giving a boolean.
Value comparison(const ExpressionPtr& self, std::string text, bool chain) {
    return py::make_function("operate(other, **kwargs)", [self, text = std::move(text), chain](Call& call) {
        OperatorArguments arguments = own_operator(text, Operator::eq, true, chain);
        arguments.return_type = schema::boolean_type();
        return wrap(schema::operate(Operator::custom, self, to_operand(call[0]), arguments));
    });
}

Value function_of(const ExpressionPtr& self, std::string name, TypePtr type) {
    return py::make_function("function(*arguments)", [self, name = std::move(name), type](Call& call) {
        std::vector<schema::Operand> operands = {schema::Operand(self)};
        for (const Value& argument : call.rest(0)) operands.push_back(to_operand(argument));
        return wrap(schema::function(name, operands, type));
    });
}

// ---- JSON

const schema::Binary& subscript(const ExpressionPtr& self, std::string_view method) {
    auto* binary = schema::get_if<schema::Binary>(*self);
    if (!binary || (binary->op != Operator::json_getitem && binary->op != Operator::json_path_getitem))
        throw schema::InvalidRequestError("The JSON cast operator JSON." + std::string(method) +
                                          "() only works with a JSON index expression e.g. col['q']." +
                                          std::string(method) + "()");
    return *binary;
}

Value read_as(const ExpressionPtr& self, std::string_view method, TypePtr type) {
    auto made = std::make_shared<schema::Binary>(subscript(self, method));
    made->type = std::move(type);
    return wrap(ExpressionPtr(made));
}

Value reader(const ExpressionPtr& self, std::string_view method, TypePtr type) {
    return py::make_function("read()", [self, method, type](Call&) { return read_as(self, method, type); });
}

Value as_text(const ExpressionPtr& self) {
    const schema::Binary& binary = subscript(self, "astext");
    bool path = binary.op == Operator::json_path_getitem;
    OperatorArguments arguments = own_operator(path ? "#>>" : "->>", Operator::json_getitem, false, true);
    const schema::Type& type = plain_type(*self->type);
    arguments.return_type = type.item ? type.item : schema::make_type(TypeKind::text);
    return wrap(schema::operate(Operator::custom, binary.left, schema::Operand(binary.right), arguments));
}

Value json_attribute(const ExpressionPtr& self, std::string_view name) {
    if (name == "astext") return as_text(self);
    if (name == "as_string") return reader(self, "as_string", schema::make_type(TypeKind::unicode));
    if (name == "as_integer") return reader(self, "as_integer", schema::integer_type());
    if (name == "as_boolean") return reader(self, "as_boolean", schema::boolean_type());
    if (name == "as_float") return reader(self, "as_float", schema::make_type(TypeKind::float_));
    if (name == "as_json") return py::make_function("as_json()", [self](Call&) { return wrap(self); });
    if (name == "as_numeric")
        return py::make_function("as_numeric(precision, scale, asdecimal=True)", [self](Call& call) {
            auto type = schema::make_type(TypeKind::numeric);
            type->precision = static_cast<int>(call.integer(0));
            type->scale = static_cast<int>(call.integer(1));
            type->as_decimal = call.truth(2);
            return read_as(self, "as_numeric", type);
        });
    return {};
}

Value delete_path(const ExpressionPtr& self) {
    return py::make_function("delete_path(array)", [self](Call& call) {
        ExpressionPtr path = to_expression_if(call[0]);
        if (!path) {
            std::vector<schema::Operand> items;
            for (const Value& item : py::to_vector(call[0])) items.push_back(to_operand(item));
            path = schema::array_of(items);
        }
        auto texts = schema::make_type(TypeKind::ARRAY);
        texts->item = schema::make_type(TypeKind::TEXT);
        OperatorArguments arguments = own_operator("#-", Operator::json_getitem, false, true);
        arguments.return_type = schema::make_type(TypeKind::JSONB);
        return wrap(
            schema::operate(Operator::custom, self, schema::Operand(schema::cast(path, texts)), arguments));
    });
}

Value keyed_attribute(const ExpressionPtr& self, std::string_view name) {
    static const std::map<std::string_view, const char*> operators = {
        {"has_key", "?"}, {"has_all", "?&"}, {"has_any", "?|"}, {"contains", "@>"}, {"contained_by", "<@"},
    };
    auto found = operators.find(name);
    return found == operators.end() ? Value() : comparison(self, found->second, true);
}

Value jsonb_attribute(const ExpressionPtr& self, std::string_view name) {
    if (name == "path_exists") return comparison(self, "@?", true);
    if (name == "path_match") return comparison(self, "@@", true);
    if (name == "delete_path") return delete_path(self);
    if (Value found = keyed_attribute(self, name); found.exists()) return found;
    return json_attribute(self, name);
}

// ---- ARRAY

// any(value) and all(value): the value stands on the left of = ANY (array).
Value quantified(const ExpressionPtr& self, bool all) {
    return py::make_function("quantified(other, operator=None)", [self, all](Call& call) {
        Operator op = call.has(1) ? operator_named(call[1]) : Operator::eq;
        ExpressionPtr set = all ? schema::all_of(self) : schema::any_of(self);
        ExpressionPtr other = to_expression_if(call[0]);
        if (!other) other = schema::bind_for(*self, op, to_value(call[0]), plain_type(*self->type).item);
        return wrap(schema::operate(schema::mirrored(op), set, schema::Operand(other)));
    });
}

Value array_attribute(const ExpressionPtr& self, std::string_view name) {
    if (name == "contains") return comparison(self, "@>", true);
    if (name == "contained_by") return comparison(self, "<@", true);
    if (name == "overlap") return comparison(self, "&&", false);
    if (name == "any") return quantified(self, false);
    if (name == "all") return quantified(self, true);
    return {};
}

// ---- HSTORE, ranges

Value hstore_attribute(const ExpressionPtr& self, std::string_view name) {
    auto texts = schema::make_type(TypeKind::ARRAY);
    texts->item = schema::make_type(TypeKind::TEXT);
    if (name == "defined") return function_of(self, "defined", schema::boolean_type());
    if (name == "delete") return function_of(self, "delete", schema::make_type(TypeKind::HSTORE));
    if (name == "slice") return function_of(self, "slice", schema::make_type(TypeKind::HSTORE));
    if (name == "keys") return function_of(self, "akeys", texts);
    if (name == "vals") return function_of(self, "avals", texts);
    if (name == "array") return function_of(self, "hstore_to_array", texts);
    if (name == "matrix") return function_of(self, "hstore_to_matrix", texts);
    return keyed_attribute(self, name);
}

Value range_attribute(const ExpressionPtr& self, std::string_view name) {
    struct Entry {
        const char* text;
        bool chain;
    };
    static const std::map<std::string_view, Entry> operators = {
        {"contains", {"@>", true}},
        {"contained_by", {"<@", true}},
        {"overlaps", {"&&", false}},
        {"strictly_left_of", {"<<", false}},
        {"__lshift__", {"<<", false}},
        {"strictly_right_of", {">>", false}},
        {"__rshift__", {">>", false}},
        {"not_extend_right_of", {"&<", false}},
        {"not_extend_left_of", {"&>", false}},
        {"adjacent_to", {"-|-", false}},
    };
    if (auto found = operators.find(name); found != operators.end())
        return comparison(self, found->second.text, found->second.chain);
    static const std::map<std::string_view, Operator> arithmetic = {
        {"union", Operator::add}, {"difference", Operator::sub}, {"intersection", Operator::mul}};
    auto found = arithmetic.find(name);
    if (found == arithmetic.end()) return {};
    return py::make_function("operate(other)", [self, op = found->second](Call& call) {
        return wrap(schema::operate(op, self, to_operand(call[0])));
    });
}

} // namespace

Value type_attribute(const ExpressionPtr& self, std::string_view name) {
    switch (family(*self->type)) {
    case Family::json:
        return json_attribute(self, name);
    case Family::jsonb:
        return jsonb_attribute(self, name);
    case Family::array:
        return array_attribute(self, name);
    case Family::hstore:
        return hstore_attribute(self, name);
    case Family::range:
        return range_attribute(self, name);
    default:
        return {};
    }
}

Value special_binary(const ExpressionPtr& self, Operator op, const Value& other, bool reverse) {
    if (reverse) return {};
    std::string_view name = op == Operator::contains         ? "contains"
                            : op == Operator::bitwise_lshift ? "__lshift__"
                            : op == Operator::bitwise_rshift ? "__rshift__"
                                                             : "";
    if (name.empty()) return {};
    Value method = type_attribute(self, name);
    return method.exists() ? py::call(method, {other}) : Value();
}

} // namespace limbeck::sqlalchemy
