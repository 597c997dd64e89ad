// Arithmetic operators: built-in operands directly, everything else by the special methods.
#include "python/arguments.hpp"
#include "python/attribute.hpp"
#include "python/format.hpp"
#include "python/integers.hpp"
#include "python/runtime.hpp"
#include "python/set_operations.hpp"
#include "python/unresolved.hpp"

#include <fmt/format.h>

#include <cmath>

namespace limbeck::python {

namespace {

struct Operator {
    const char* symbol;
    Str* Names::*method;
    Str* Names::*reflected;
    Str* Names::*in_place;
};

const Operator& operator_of(BinaryOp op) {
    static const Operator table[] = {
        {"+", &Names::add, &Names::radd, &Names::iadd},
        {"-", &Names::sub, &Names::rsub, &Names::isub},
        {"*", &Names::mul, &Names::rmul, &Names::imul},
        {"@", &Names::matmul, &Names::rmatmul, &Names::imatmul},
        {"/", &Names::truediv, &Names::rtruediv, &Names::itruediv},
        {"%", &Names::mod, &Names::rmod, &Names::imod},
        {"** or pow()", &Names::pow, &Names::rpow, &Names::ipow},
        {"<<", &Names::lshift, &Names::rlshift, &Names::ilshift},
        {">>", &Names::rshift, &Names::rrshift, &Names::irshift},
        {"|", &Names::or_, &Names::ror, &Names::ior},
        {"^", &Names::xor_, &Names::rxor, &Names::ixor},
        {"&", &Names::and_, &Names::rand, &Names::iand},
        {"//", &Names::floordiv, &Names::rfloordiv, &Names::ifloordiv},
    };
    return table[static_cast<std::size_t>(op)];
}

bool is_number(const Value& value) {
    return value.is_float() || as<Float>(value) || is_int(value);
}

double number_of(const Value& value) {
    if (value.is_float()) return value.as_float();
    if (Float* boxed = as<Float>(value)) return boxed->value;
    return integer_to_double(value);
}

double float_modulo(double a, double b) {
    double rest = std::fmod(a, b);
    if (rest != 0) {
        if ((b < 0) != (rest < 0)) rest += b;
    } else {
        rest = std::copysign(0.0, b);
    }
    return rest;
}

double float_floor_divide(double a, double b) {
    double rest = std::fmod(a, b);
    double quotient = (a - rest) / b;
    if (rest != 0 && (b < 0) != (rest < 0)) quotient -= 1.0;
    if (quotient == 0) return std::copysign(0.0, a / b);
    double whole = std::floor(quotient);
    return quotient - whole > 0.5 ? whole + 1.0 : whole;
}

Value complex_binary(BinaryOp op, const Value& left, const Value& right);

Value float_power(double a, double b) {
    if (b == 0) return Value::number(1.0);
    if (std::isnan(a)) return Value::number(a);
    if (std::isnan(b)) return Value::number(a == 1.0 ? 1.0 : b);
    if (a == 0 && b < 0) raise(Exc::ZeroDivisionError, "0.0 cannot be raised to a negative power");
    if (a < 0 && std::isfinite(a) && std::isfinite(b) && b != std::floor(b))
        return complex_binary(BinaryOp::Pow, make<Complex>(types().complex, a, 0.0), Value::number(b));
    double result = std::pow(a, b);
    if (std::isinf(result) && std::isfinite(a) && std::isfinite(b))
        raise(make_exception(exception_class(Exc::OverflowError),
                             {Value::integer(34), make_str("Numerical result out of range")}));
    return Value::number(result);
}

Value float_binary(BinaryOp op, double a, double b) {
    switch (op) {
    case BinaryOp::Add:
        return Value::number(a + b);
    case BinaryOp::Sub:
        return Value::number(a - b);
    case BinaryOp::Mult:
        return Value::number(a * b);
    case BinaryOp::Div:
        if (b == 0) raise(Exc::ZeroDivisionError, "float division by zero");
        return Value::number(a / b);
    case BinaryOp::Mod:
        if (b == 0) raise(Exc::ZeroDivisionError, "float modulo");
        return Value::number(float_modulo(a, b));
    case BinaryOp::FloorDiv:
        if (b == 0) raise(Exc::ZeroDivisionError, "float floor division by zero");
        return Value::number(float_floor_divide(a, b));
    case BinaryOp::Pow:
        return float_power(a, b);
    default:
        return Value::not_implemented();
    }
}

Value complex_binary(BinaryOp op, const Value& left, const Value& right) {
    auto parts = [](const Value& value) -> std::pair<double, double> {
        if (Complex* complex = as<Complex>(value)) return {complex->real, complex->imaginary};
        return {number_of(value), 0.0};
    };
    auto [a, b] = parts(left);
    auto [c, d] = parts(right);
    switch (op) {
    case BinaryOp::Add:
        return make<Complex>(types().complex, a + c, b + d);
    case BinaryOp::Sub:
        return make<Complex>(types().complex, a - c, b - d);
    case BinaryOp::Mult:
        return make<Complex>(types().complex, a * c - b * d, a * d + b * c);
    case BinaryOp::Div: {
        if (c == 0 && d == 0) raise(Exc::ZeroDivisionError, "complex division by zero");
        // Smith's method, as CPython.
        if (std::abs(c) >= std::abs(d)) {
            double ratio = d / c, scale = c + d * ratio;
            return make<Complex>(types().complex, (a + b * ratio) / scale, (b - a * ratio) / scale);
        }
        double ratio = c / d, scale = c * ratio + d;
        return make<Complex>(types().complex, (a * ratio + b) / scale, (b * ratio - a) / scale);
    }
    case BinaryOp::Pow: {
        if (c == 0 && d == 0) return make<Complex>(types().complex, 1.0, 0.0);
        if (a == 0 && b == 0) {
            if (d != 0 || c < 0) raise(Exc::ZeroDivisionError, "0.0 to a negative or complex power");
            return make<Complex>(types().complex, 0.0, 0.0);
        }
        if (d == 0 && c == std::floor(c) && std::abs(c) <= 100) {
            auto times = static_cast<int>(std::abs(c));
            double re = 1, im = 0;
            for (int i = 0; i < times; ++i) {
                double next = re * a - im * b;
                im = re * b + im * a;
                re = next;
            }
            if (c >= 0) return make<Complex>(types().complex, re, im);
            return complex_binary(BinaryOp::Div, Value::integer(1), make<Complex>(types().complex, re, im));
        }
        double length = std::pow(std::hypot(a, b), c), angle = std::atan2(b, a), phase = angle * c;
        if (d != 0) {
            length /= std::exp(angle * d);
            phase += d * std::log(std::hypot(a, b));
        }
        return make<Complex>(types().complex, length * std::cos(phase), length * std::sin(phase));
    }
    default:
        return Value::not_implemented();
    }
}

std::int64_t repeat_count(const Value& value) {
    if (is_big(value)) raise(Exc::OverflowError, "cannot fit 'int' into an index-sized integer");
    return std::max<std::int64_t>(*integer_if(value), 0);
}

std::vector<Value> repeated(const std::vector<Value>& items, std::int64_t count) {
    rt().heap.foresee(static_cast<std::uint64_t>(items.size()) * static_cast<std::uint64_t>(count) *
                      sizeof(Value));
    std::vector<Value> out;
    out.reserve(items.size() * static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count; ++i) out.insert(out.end(), items.begin(), items.end());
    return out;
}

std::string repeated(const std::string& text, std::int64_t count) {
    if (text.empty()) return {};
    if (static_cast<std::uint64_t>(count) > (std::uint64_t{1} << 62) / text.size())
        raise(Exc::OverflowError, "repeated string is too long");
    rt().heap.foresee(text.size() * static_cast<std::uint64_t>(count));
    std::string out;
    out.reserve(text.size() * static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count; ++i) out += text;
    return out;
}

Value repeat(const Value& sequence, const Value& times) {
    std::int64_t count = repeat_count(times);
    if (Str* str = as<Str>(sequence))
        return count == 1 && is_exact<Str>(sequence) ? sequence : make_str(repeated(str->text, count));
    if (List* list = as<List>(sequence)) return make_list(repeated(list->items, count));
    if (Tuple* tuple = as<Tuple>(sequence)) return make_tuple(repeated(tuple->items, count));
    Bytes& bytes = cast<Bytes>(sequence);
    return make<Bytes>(bytes.kind, bytes.is_mutable() ? types().bytearray : types().bytes,
                       repeated(bytes.data, count));
}

bool is_repeatable(const Value& value) {
    return as<Str>(value) || as<List>(value) || as<Tuple>(value) || as<Bytes>(value);
}

Value concatenate(const Value& a, const Value& b) {
    if (Str* x = as<Str>(a)) {
        Str* y = as<Str>(b);
        if (!y)
            raise(Exc::TypeError, fmt::format("can only concatenate str (not \"{}\") to str", type_name(b)));
        if (x->text.empty() && is_exact<Str>(b)) return b;
        return make_str(x->text + y->text);
    }
    if (List* x = as<List>(a)) {
        List* y = as<List>(b);
        if (!y)
            raise(Exc::TypeError,
                  fmt::format("can only concatenate list (not \"{}\") to list", type_name(b)));
        std::vector<Value> items = x->items;
        items.insert(items.end(), y->items.begin(), y->items.end());
        return make_list(std::move(items));
    }
    if (Tuple* x = as<Tuple>(a)) {
        Tuple* y = as<Tuple>(b);
        if (!y)
            raise(Exc::TypeError,
                  fmt::format("can only concatenate tuple (not \"{}\") to tuple", type_name(b)));
        std::vector<Value> items = x->items;
        items.insert(items.end(), y->items.begin(), y->items.end());
        return make_tuple(std::move(items));
    }
    Bytes& x = cast<Bytes>(a);
    Bytes* y = as<Bytes>(b);
    if (!y) raise(Exc::TypeError, fmt::format("can't concat {} to {}", type_name(b), type_name(a)));
    return make<Bytes>(x.kind, x.is_mutable() ? types().bytearray : types().bytes, x.data + y->data);
}

bool is_type_like(const Value& value) {
    return as<Class>(value) || value.is_none() || class_of(value) == types().generic_alias ||
           class_of(value) == types().union_;
}

} // namespace

Value builtin_binary(BinaryOp op, const Value& a, const Value& b) {
    if (is_number(a) && is_number(b)) {
        if (is_int(a) && is_int(b)) {
            if (a.is_bool() && b.is_bool() &&
                (op == BinaryOp::BitAnd || op == BinaryOp::BitOr || op == BinaryOp::BitXor)) {
                bool x = a.as_bool(), y = b.as_bool();
                return Value::boolean(op == BinaryOp::BitAnd  ? x && y
                                      : op == BinaryOp::BitOr ? x || y
                                                              : x != y);
            }
            return integer_binary(op, a, b);
        }
        return float_binary(op, number_of(a), number_of(b));
    }
    if ((as<Complex>(a) && (as<Complex>(b) || is_number(b))) || (as<Complex>(b) && is_number(a)))
        return complex_binary(op, a, b);
    switch (op) {
    case BinaryOp::Add:
        if (is_repeatable(a)) return concatenate(a, b);
        break;
    case BinaryOp::Mult:
        if (is_repeatable(a) && is_int(b)) return repeat(a, b);
        if (is_int(a) && is_repeatable(b)) return repeat(b, a);
        if (is_repeatable(a) && find_special(b, names().index).exists())
            return repeat(a, Value::integer(as_index(b)));
        break;
    case BinaryOp::Mod:
        if (Str* str = as<Str>(a)) return format_percent(str->text, b);
        if (Bytes* bytes = as<Bytes>(a)) return format_percent_bytes(*bytes, b);
        break;
    case BinaryOp::BitOr:
        if (as<Dict>(a) && as<Dict>(b)) {
            Ref<Dict> merged = make<Dict>(types().dict);
            for (const Value& each : {a, b})
                cast<Dict>(each).table.each(
                    [&](const Value& key, const Value& value) { merged->table.set(key, value); });
            return merged;
        }
        if (is_type_like(a) && is_type_like(b) && !(a.is_none() && b.is_none())) return make_union(a, b);
        [[fallthrough]];
    case BinaryOp::BitAnd:
    case BinaryOp::BitXor:
    case BinaryOp::Sub:
        return set_binary(op, a, b);
    default:
        break;
    }
    return Value::not_implemented();
}

namespace {

bool is_plain(const Value& value) {
    return !value.is_object() ||
           (value.object_unchecked()->cls->is_builtin && value.object_unchecked()->kind != Kind::Instance);
}

Value call_operator(const Value& method, const Value& self, const Value& other) {
    if (as<Function>(method) || as<NativeFunction>(method))
        return call_with(method, Arguments{&self, {&other, 1}, {}});
    return call(bind_descriptor(method, self, class_of(self)), {other});
}

Value try_methods(const Operator& op, const Value& a, const Value& b) {
    Class* left = class_of(a);
    Class* right = class_of(b);
    const Value* method = lookup(left, names().*op.method);
    const Value* reflected = left == right ? nullptr : lookup(right, names().*op.reflected);
    Value first = method ? *method : Value(), second = reflected ? *reflected : Value();
    // A subclass that overrides the reflected method is asked first.
    if (second.exists() && is_subclass(right, left)) {
        const Value* inherited = lookup(left, names().*op.reflected);
        if (!inherited || !inherited->is(second)) {
            Value result = call_operator(second, b, a);
            if (!result.is_not_implemented()) return result;
            second = Value();
        }
    }
    if (first.exists()) {
        Value result = call_operator(first, a, b);
        if (!result.is_not_implemented()) return result;
    }
    if (second.exists()) {
        Value result = call_operator(second, b, a);
        if (!result.is_not_implemented()) return result;
    }
    return Value::not_implemented();
}

[[noreturn]] void raise_unsupported(const char* symbol, const Value& a, const Value& b) {
    raise(Exc::TypeError, fmt::format("unsupported operand type(s) for {}: '{}' and '{}'", symbol,
                                      type_name(a), type_name(b)));
}

// A text made of something unresolved: that itself. Nothing where it is none.
Value unresolved_text(BinaryOp op, const Value& a, const Value& b) {
    if (op == BinaryOp::Mod && as<Str>(a)) {
        if (is_unresolved(b)) return b;
        if (Tuple* values = as<Tuple>(b))
            for (const Value& each : values->items)
                if (is_unresolved(each)) return each;
        Value found;
        if (Dict* values = as<Dict>(b))
            values->table.each([&](const Value&, const Value& each) {
                if (!found.exists() && is_unresolved(each)) found = each;
            });
        return found;
    }
    if (op == BinaryOp::Div) return is_unresolved(a) && as<Str>(b) ? a : Value(); // a path
    if (op != BinaryOp::Add) return {};
    if (is_unresolved(a) && (as<Str>(b) || is_unresolved(b))) return a;
    return is_unresolved(b) && as<Str>(a) ? b : Value();
}

void refuse_unresolved(const char* symbol, const Value& a, const Value& b) {
    if (is_unresolved(a)) raise_unresolved(a, fmt::format("compute with it ({})", symbol));
    if (is_unresolved(b)) raise_unresolved(b, fmt::format("compute with it ({})", symbol));
}

Value binary_named(BinaryOp op, const Value& a, const Value& b, const char* symbol) {
    if (a.is_small_int() && b.is_small_int()) return integer_binary(op, a, b);
    if (Value unresolved = unresolved_text(op, a, b); unresolved.exists()) return unresolved;
    Value result = Value::not_implemented();
    bool concatenation = false;
    if (is_plain(a) && is_plain(b)) {
        result = builtin_binary(op, a, b);
    } else {
        // str + instance raises its own sentence only after __radd__ had its chance.
        concatenation = is_plain(a) && op == BinaryOp::Add && is_repeatable(a);
        if (!concatenation)
            result = try_methods(operator_of(op), a, b);
        else if (const Value* reflected = lookup(class_of(b), names().*operator_of(op).reflected))
            result = call_operator(Value(*reflected), b, a);
        if (result.is_not_implemented() && concatenation) result = concatenate(a, b);
    }
    if (!result.is_not_implemented()) return result;
    refuse_unresolved(symbol, a, b);
    if (op == BinaryOp::Mult) {
        if (is_repeatable(a))
            raise(Exc::TypeError,
                  fmt::format("can't multiply sequence by non-int of type '{}'", type_name(b)));
        if (is_repeatable(b))
            raise(Exc::TypeError,
                  fmt::format("can't multiply sequence by non-int of type '{}'", type_name(a)));
    }
    raise_unsupported(symbol, a, b);
}

} // namespace

Value binary(BinaryOp op, const Value& a, const Value& b) {
    if (is_unresolved(a) || is_unresolved(b)) {
        if (op == BinaryOp::BitOr && (is_type_like(a) || is_unresolved(a)) &&
            (is_type_like(b) || is_unresolved(b)))
            return is_unresolved(a) ? a : b; // an annotation
        if (Value text = unresolved_text(op, a, b); text.exists()) return text;
        if (!lookup(class_of(a), names().*operator_of(op).method) || is_plain(a))
            refuse_unresolved(operator_of(op).symbol, a, b);
    }
    return binary_named(op, a, b, operator_of(op).symbol);
}

Value binary_in_place(BinaryOp op, const Value& a, const Value& b) {
    if (a.is_small_int() && b.is_small_int()) return integer_binary(op, a, b);
    const Operator& info = operator_of(op);
    if (is_exact<List>(a) && op == BinaryOp::Add) {
        Value kept = a;
        std::vector<Value> more = to_vector(b);
        List& list = cast<List>(a);
        list.items.insert(list.items.end(), more.begin(), more.end());
        list.grown();
        return kept;
    }
    if (const Value* method = lookup(class_of(a), names().*info.in_place)) {
        Value function = *method;
        Value result = call_operator(function, a, b);
        if (!result.is_not_implemented()) return result;
    }
    std::string symbol = op == BinaryOp::Pow ? "**=" : std::string(info.symbol) + "=";
    if (is_unresolved(a) || is_unresolved(b)) return binary(op, a, b);
    return binary_named(op, a, b, symbol.c_str());
}

namespace {

Value unary(const Value& value, Str* Names::*method, const char* symbol) {
    if (is_unresolved(value)) raise_unresolved(value, fmt::format("compute with it ({})", symbol));
    if (const Value* found = lookup(class_of(value), names().*method)) {
        Value function = *found;
        if (as<Function>(function) || as<NativeFunction>(function))
            return call_with(function, Arguments{&value, {}, {}});
        return call(bind_descriptor(function, value, class_of(value)));
    }
    if (std::string_view(symbol) == "abs()")
        raise(Exc::TypeError, fmt::format("bad operand type for abs(): '{}'", type_name(value)));
    raise(Exc::TypeError, fmt::format("bad operand type for unary {}: '{}'", symbol, type_name(value)));
}

} // namespace

Value negative(const Value& value) {
    if (is_plain(value)) {
        if (is_int(value)) return integer_negative(value);
        if (value.is_float()) return Value::number(-value.as_float());
        if (Complex* complex = as<Complex>(value))
            return make<Complex>(types().complex, -complex->real, -complex->imaginary);
    }
    return unary(value, &Names::neg, "-");
}

Value positive(const Value& value) {
    if (is_plain(value)) {
        if (is_int(value)) return plain_integer(value);
        if (value.is_float() || as<Complex>(value)) return value;
    }
    return unary(value, &Names::pos, "+");
}

Value invert(const Value& value) {
    if (is_plain(value) && is_int(value)) return integer_invert(value);
    return unary(value, &Names::invert, "~");
}

Value absolute(const Value& value) {
    if (is_plain(value)) {
        if (is_int(value)) return integer_sign(value) < 0 ? integer_negative(value) : plain_integer(value);
        if (value.is_float()) return Value::number(std::abs(value.as_float()));
        if (Complex* complex = as<Complex>(value))
            return Value::number(std::hypot(complex->real, complex->imaginary));
    }
    return unary(value, &Names::abs, "abs()");
}

} // namespace limbeck::python
