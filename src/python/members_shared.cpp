// Special methods that built-in classes share: each does what the operator does with the built-in meaning.
#include "python/attribute.hpp"
#include "python/integers.hpp"
#include "python/items.hpp"
#include "python/iterators.hpp"
#include "python/members.hpp"
#include "python/runtime.hpp"
#include "python/set_operations.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

struct OperatorMethods {
    const char* forward;
    const char* reflected;
    BinaryOp op;
};

constexpr OperatorMethods operator_methods[] = {
    {"__add__(self, value, /)", "__radd__(self, value, /)", BinaryOp::Add},
    {"__sub__(self, value, /)", "__rsub__(self, value, /)", BinaryOp::Sub},
    {"__mul__(self, value, /)", "__rmul__(self, value, /)", BinaryOp::Mult},
    {"__truediv__(self, value, /)", "__rtruediv__(self, value, /)", BinaryOp::Div},
    {"__floordiv__(self, value, /)", "__rfloordiv__(self, value, /)", BinaryOp::FloorDiv},
    {"__mod__(self, value, /)", "__rmod__(self, value, /)", BinaryOp::Mod},
    {"__pow__(self, value, mod=None, /)", "__rpow__(self, value, mod=None, /)", BinaryOp::Pow},
    {"__lshift__(self, value, /)", "__rlshift__(self, value, /)", BinaryOp::LShift},
    {"__rshift__(self, value, /)", "__rrshift__(self, value, /)", BinaryOp::RShift},
    {"__and__(self, value, /)", "__rand__(self, value, /)", BinaryOp::BitAnd},
    {"__or__(self, value, /)", "__ror__(self, value, /)", BinaryOp::BitOr},
    {"__xor__(self, value, /)", "__rxor__(self, value, /)", BinaryOp::BitXor},
};

bool is_bitwise(BinaryOp op) {
    return op == BinaryOp::LShift || op == BinaryOp::RShift || op == BinaryOp::BitAnd ||
           op == BinaryOp::BitOr || op == BinaryOp::BitXor;
}

} // namespace

void arithmetic_members(ClassBuilder& type) {
    bool whole = type.get()->layout == Kind::Int;
    for (const OperatorMethods& each : operator_methods) {
        if (!whole && is_bitwise(each.op)) continue;
        BinaryOp op = each.op;
        auto fits = [whole](const Value& value) {
            return whole ? is_int(value)
                         : is_int(value) || value.is_float() || as<Float>(value) || as<Complex>(value);
        };
        type.method(each.forward, [op, fits](Call& call) -> Value {
            if (op == BinaryOp::Pow && is_int(call[0]) && is_int(call[1]) && !call[2].is_none())
                return integer_power(call[0], call[1], call[2]);
            return fits(call[1]) ? builtin_binary(op, call[0], call[1]) : Value::not_implemented();
        });
        type.method(each.reflected, [op, fits](Call& call) -> Value {
            return fits(call[1]) ? builtin_binary(op, call[1], call[0]) : Value::not_implemented();
        });
    }
    type.method("__neg__(self, /)", [](Call& call) {
        return builtin_binary(
            BinaryOp::Sub, as<Complex>(call[0]) || is_int(call[0]) ? Value::integer(0) : Value::number(-0.0),
            call[0]);
    });
    type.method("__pos__(self, /)", [](Call& call) {
        return is_int(call[0])        ? plain_integer(call[0])
               : as<Complex>(call[0]) ? call[0]
                                      : Value::number(as_double(call[0]));
    });
    if (!whole) return;
    type.method("__invert__(self, /)", [](Call& call) { return integer_invert(call[0]); });
}

void comparison_members(ClassBuilder& type) {
    struct Method {
        const char* declaration;
        Comparison op;
    };
    for (const Method& each :
         {Method{"__eq__(self, value, /)", Comparison::Eq},
          Method{"__ne__(self, value, /)", Comparison::NotEq},
          Method{"__lt__(self, value, /)", Comparison::Lt}, Method{"__le__(self, value, /)", Comparison::LtE},
          Method{"__gt__(self, value, /)", Comparison::Gt},
          Method{"__ge__(self, value, /)", Comparison::GtE}}) {
        Comparison op = each.op;
        bool whole = type.get()->layout == Kind::Int;
        type.method(each.declaration, [op, whole](Call& call) -> Value {
            // An int leaves it to the float to compare them.
            if (whole && !is_int(call[1])) return Value::not_implemented();
            return builtin_compare(op, call[0], call[1]);
        });
    }
    type.method("__hash__(self, /)",
                [](Call& call) { return Value::integer(static_cast<std::int64_t>(builtin_hash(call[0]))); });
    type.method("__repr__(self, /)", [](Call& call) { return make_str(builtin_repr(call[0])); });
}

void sequence_members(ClassBuilder& type) {
    type.method("__len__(self, /)", [](Call& call) {
        return Value::integer(static_cast<std::int64_t>(*builtin_length(call[0])));
    });
    type.method("__iter__(self, /)", [](Call& call) { return builtin_iterate(call[0]); });
    type.method("__contains__(self, key, /)", [](Call& call) -> Value {
        if (auto found = builtin_contains(call[0], call[1])) return Value::boolean(*found);
        Value iterator = builtin_iterate(call[0]), item;
        while (next(iterator, item))
            if (item.is(call[1]) || equal(item, call[1])) return Value::boolean(true);
        return Value::boolean(false);
    });
    Kind layout = type.get()->layout;
    if (layout == Kind::Set || layout == Kind::FrozenSet || layout == Kind::DictView) return;
    type.method("__getitem__(self, key, /)", [](Call& call) { return builtin_get_item(call[0], call[1]); });
    if (layout == Kind::Dict || layout == Kind::Range) return;
    type.method("__add__(self, value, /)",
                [](Call& call) { return builtin_binary(BinaryOp::Add, call[0], call[1]); });
    type.method("__mul__(self, value, /)",
                [](Call& call) { return builtin_binary(BinaryOp::Mult, call[0], call[1]); });
    type.method("__rmul__(self, value, /)",
                [](Call& call) { return builtin_binary(BinaryOp::Mult, call[0], call[1]); });
}

void mutable_item_members(ClassBuilder& type) {
    type.method("__setitem__(self, key, value, /)", [](Call& call) -> Value {
        builtin_set_item(call[0], call[1], call[2]);
        return Value::none();
    });
    type.method("__delitem__(self, key, /)", [](Call& call) -> Value {
        builtin_delete_item(call[0], call[1]);
        return Value::none();
    });
}

} // namespace limbeck::python
