// int, bool, float and complex.
#include "python/arguments.hpp"
#include "python/attribute.hpp"
#include "python/format.hpp"
#include "python/integers.hpp"
#include "python/members.hpp"
#include "python/runtime.hpp"
#include "python/set_operations.hpp"
#include "python/unresolved.hpp"

#include <fmt/format.h>

#include <cmath>

namespace limbeck::python {

namespace {

Value of_class(Class* type, const Value& integer) {
    if (type == types().int_) return integer;
    if (is_big(integer)) return make<Int>(type, to_bigint(integer));
    return make<Int>(type, *integer_if(integer));
}

Value call_hook(const Value& value, Str* name) {
    const Value* hook = lookup(class_of(value), name);
    if (!hook) return {};
    Value function = *hook;
    return call_with(function, Arguments{&value, {}, {}});
}

Value integer_from(const Value& value) {
    if (is_int(value) && class_of(value)->is_builtin) return plain_integer(value);
    if (value.is_float() && class_of(value)->is_builtin) return double_to_integer(value.as_float());
    if (is_unresolved(value)) raise_unresolved(value, "turn it into a number");
    for (Str* name : {names().int_, names().index, names().trunc}) {
        Value result = call_hook(value, name);
        if (!result.exists()) continue;
        if (!is_int(result))
            raise(Exc::TypeError,
                  fmt::format("{} returned non-int (type {})", name->text, type_name(result)));
        return plain_integer(result);
    }
    return {};
}

Value integer_from_text(const Value& given, const std::string& text, int base) {
    Value parsed = parse_integer(text, base);
    if (!parsed.exists())
        raise(Exc::ValueError,
              fmt::format("invalid literal for int() with base {}: {}", base, to_repr(given)));
    return parsed;
}

Value round_integer(const Value& value, std::int64_t digits) {
    if (digits >= 0) return plain_integer(value);
    Value unit = integer_power(Value::integer(10), Value::integer(-digits), Value());
    Value quotient, remainder;
    integer_divide(value, unit, quotient, remainder);
    int order = integer_compare(integer_binary(BinaryOp::Mult, remainder, Value::integer(2)), unit);
    bool odd = truth(integer_binary(BinaryOp::Mod, quotient, Value::integer(2)));
    if (order > 0 || (order == 0 && odd))
        quotient = integer_binary(BinaryOp::Add, quotient, Value::integer(1));
    return integer_binary(BinaryOp::Mult, quotient, unit);
}

Value round_double(double value, std::int64_t digits) {
    if (!std::isfinite(value)) return Value::number(value);
    if (digits > 308 + 17) return Value::number(value);
    if (digits < -308) return Value::number(std::copysign(0.0, value));
    if (digits >= 0) {
        double result = 0;
        parse_double(double_fixed(value, 'f', static_cast<int>(digits), false), result);
        return Value::number(result);
    }
    // Through decimal digits, so that ties are decided exactly.
    double size = std::abs(value);
    Value whole = double_to_integer(std::trunc(size));
    Value unit = integer_power(Value::integer(10), Value::integer(-digits), Value());
    Value quotient, remainder;
    integer_divide(whole, unit, quotient, remainder);
    int order = integer_compare(integer_binary(BinaryOp::Mult, remainder, Value::integer(2)), unit);
    bool fraction = size != std::trunc(size);
    bool odd = truth(integer_binary(BinaryOp::Mod, quotient, Value::integer(2)));
    if (order > 0 || (order == 0 && (odd || fraction)))
        quotient = integer_binary(BinaryOp::Add, quotient, Value::integer(1));
    double rounded = integer_to_double(integer_binary(BinaryOp::Mult, quotient, unit));
    return Value::number(std::copysign(rounded, value));
}

double self_double(const Value& value) {
    return value.is_float() ? value.as_float() : cast<Float>(value).value;
}

Value double_from(const Value& value) {
    if (value.is_float()) return value;
    if (const std::string* text = text_if(value)) {
        double result = 0;
        if (!parse_double(*text, result))
            raise(Exc::ValueError, "could not convert string to float: " + to_repr(value));
        return Value::number(result);
    }
    if (const std::string* bytes = bytes_if(value)) {
        double result = 0;
        if (!parse_double(*bytes, result))
            raise(Exc::ValueError, "could not convert string to float: " + to_repr(value));
        return Value::number(result);
    }
    if (is_unresolved(value)) raise_unresolved(value, "turn it into a number");
    if (!is_int(value) && !as<Float>(value) && !find_special(value, names().float_).exists() &&
        !find_special(value, names().index).exists())
        raise(Exc::TypeError,
              fmt::format("float() argument must be a string or a real number, not '{}'", type_name(value)));
    return Value::number(as_double(value));
}

// The exact fraction of a finite float.
std::pair<Value, Value> integer_ratio(double value) {
    int exponent = 0;
    double mantissa = std::frexp(value, &exponent);
    for (int i = 0; i < 300 && mantissa != std::floor(mantissa); ++i) {
        mantissa *= 2.0;
        --exponent;
    }
    Value numerator = double_to_integer(mantissa), denominator = Value::integer(1);
    Value shift = integer_binary(BinaryOp::LShift, Value::integer(1), Value::integer(std::abs(exponent)));
    if (exponent > 0)
        numerator = integer_binary(BinaryOp::Mult, numerator, shift);
    else
        denominator = shift;
    return {numerator, denominator};
}

std::string hex_of(double value) {
    if (!std::isfinite(value)) return double_repr(value);
    char buffer[64];
    int exponent = 0;
    double mantissa = std::frexp(std::abs(value), &exponent);
    std::string sign = std::signbit(value) ? "-" : "";
    if (value == 0) return sign + "0x0.0p+0";
    mantissa = std::ldexp(mantissa, 1);
    exponent -= 1;
    if (exponent < -1022) { // subnormal: no leading one
        mantissa = std::ldexp(mantissa, exponent + 1022);
        exponent = -1022;
    }
    std::snprintf(buffer, sizeof buffer, "%d.", static_cast<int>(mantissa));
    std::string out = sign + "0x" + buffer;
    mantissa -= static_cast<int>(mantissa);
    for (int i = 0; i < 13; ++i) {
        mantissa *= 16.0;
        int digit = static_cast<int>(mantissa);
        out += "0123456789abcdef"[digit];
        mantissa -= digit;
    }
    return out + fmt::format("p{:+d}", exponent);
}

// "1+2j", "(3)", "-infj": what complex() takes as text.
std::pair<double, double> complex_from_text(std::string_view text) {
    auto malformed = [] { raise(Exc::ValueError, "complex() arg is a malformed string"); };
    auto trim = [&] {
        while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
        while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
    };
    trim();
    if (text.size() >= 2 && text.front() == '(' && text.back() == ')') {
        text = text.substr(1, text.size() - 2);
        trim();
    }
    auto number = [&](std::string_view part) {
        double value = 0;
        if (part == "+" || part == "-" || part.empty()) return part == "-" ? -1.0 : 1.0;
        if (std::isspace(static_cast<unsigned char>(part.front())) ||
            std::isspace(static_cast<unsigned char>(part.back())) || !parse_double(std::string(part), value))
            malformed();
        return value;
    };
    if (text.empty()) malformed();
    if ((text.back() | 32) != 'j') return {number(text), 0.0};
    text.remove_suffix(1);
    // The imaginary part starts at the last sign that is no exponent's.
    std::size_t split = 0;
    for (std::size_t at = text.size(); at-- > 1;)
        if ((text[at] == '+' || text[at] == '-') && (text[at - 1] | 32) != 'e') {
            split = at;
            break;
        }
    if (split == 0) return {0.0, number(text)};
    return {number(text.substr(0, split)), number(text.substr(split))};
}

} // namespace

void int_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.static_method("__new__(cls, x=..., /, base=...)", [](Call& call) -> Value {
        Class* cls = as_class(call[0]);
        if (!call.given(1)) {
            if (call.given(2)) raise(Exc::TypeError, "int() missing string argument");
            return of_class(cls, Value::integer(0));
        }
        if (is_unresolved(call[1])) return call[1];
        if (call.given(2)) {
            std::int64_t base = as_index(call[2]);
            if (base != 0 && (base < 2 || base > 36))
                raise(Exc::ValueError, "int() base must be >= 2 and <= 36, or 0");
            const std::string* text = text_if(call[1]);
            if (!text) text = bytes_if(call[1]);
            if (!text) raise(Exc::TypeError, "int() can't convert non-string with explicit base");
            return of_class(cls, integer_from_text(call[1], *text, static_cast<int>(base)));
        }
        if (const std::string* text = text_if(call[1]))
            return of_class(cls, integer_from_text(call[1], *text, 10));
        if (const std::string* bytes = bytes_if(call[1]))
            return of_class(cls, integer_from_text(call[1], *bytes, 10));
        Value made = integer_from(call[1]);
        if (!made.exists())
            raise(
                Exc::TypeError,
                fmt::format("int() argument must be a string, a bytes-like object or a real number, not '{}'",
                            type_name(call[1])));
        return of_class(cls, made);
    });
    arithmetic_members(type);
    comparison_members(type);
    type.method("__bool__(self, /)", [](Call& call) { return Value::boolean(integer_sign(call[0]) != 0); });
    type.method("__abs__(self, /)", [](Call& call) {
        return integer_sign(call[0]) < 0 ? integer_negative(call[0]) : plain_integer(call[0]);
    });
    for (const char* same : {"__int__(self, /)", "__index__(self, /)", "__trunc__(self, /)",
                             "__floor__(self, /)", "__ceil__(self, /)", "conjugate(self, /)"})
        type.method(same, [](Call& call) { return plain_integer(call[0]); });
    type.method("__float__(self, /)", [](Call& call) { return Value::number(integer_to_double(call[0])); });
    type.method("__divmod__(self, value, /)", [](Call& call) -> Value {
        if (!is_int(call[1])) return Value::not_implemented();
        Value quotient, remainder;
        integer_divide(call[0], call[1], quotient, remainder);
        return make_tuple({quotient, remainder});
    });
    type.method("__round__(self, ndigits=None, /)", [](Call& call) {
        return call[1].is_none() ? plain_integer(call[0]) : round_integer(call[0], as_index(call[1]));
    });
    type.method("__format__(self, format_spec, /)",
                [](Call& call) { return make_str(builtin_format(call[0], call.text(1))); });
    type.method("bit_length(self, /)", [](Call& call) {
        return Value::integer(static_cast<std::int64_t>(to_bigint(call[0]).bit_length()));
    });
    type.method("bit_count(self, /)", [](Call& call) {
        return Value::integer(static_cast<std::int64_t>(to_bigint(call[0]).bit_count()));
    });
    type.method("as_integer_ratio(self, /)", [](Call& call) {
        return make_tuple({plain_integer(call[0]), Value::integer(1)});
    });
    type.method("is_integer(self, /)", [](Call&) { return Value::boolean(true); });
    type.method("to_bytes(self, length=1, byteorder='big', *, signed=False)", [](Call& call) -> Value {
        std::int64_t size = as_index(call[1]);
        if (size < 0) raise(Exc::ValueError, "length argument must be non-negative");
        const std::string& order = call.text(2);
        if (order != "big" && order != "little")
            raise(Exc::ValueError, "byteorder must be either 'little' or 'big'");
        if (!call.truth(3) && integer_sign(call[0]) < 0)
            raise(Exc::OverflowError, "can't convert negative int to unsigned");
        rt().heap.foresee(static_cast<std::uint64_t>(size));
        auto bytes = to_bigint(call[0]).to_bytes(static_cast<std::size_t>(size), call.truth(3));
        if (!bytes) raise(Exc::OverflowError, "int too big to convert");
        if (order == "little") std::reverse(bytes->begin(), bytes->end());
        return make_bytes(*bytes);
    });
    type.class_method("from_bytes(cls, bytes, byteorder='big', *, signed=False)", [](Call& call) -> Value {
        std::string bytes;
        if (const std::string* given = bytes_if(call[1]))
            bytes = *given;
        else if (is_int(call[1]) || call[1].is_none() || call[1].is_float() || as<Str>(call[1]))
            raise(Exc::TypeError, fmt::format("cannot convert '{}' object to bytes", type_name(call[1])));
        else
            bytes = *bytes_if(python::call(Value(types().bytes), {call[1]}));
        const std::string& order = call.text(2);
        if (order != "big" && order != "little")
            raise(Exc::ValueError, "byteorder must be either 'little' or 'big'");
        if (order == "little") std::reverse(bytes.begin(), bytes.end());
        Value made = make_integer(BigInt::from_bytes(bytes, call.truth(3)));
        return as_class(call[0]) == types().int_ ? made : python::call(call[0], {made});
    });
    type.property("real", [](Call& call) { return plain_integer(call[0]); });
    type.property("imag", [](Call&) { return Value::integer(0); });
    type.property("numerator", [](Call& call) { return plain_integer(call[0]); });
    type.property("denominator", [](Call&) { return Value::integer(1); });
}

void bool_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.static_method("__new__(cls, x=False, /)", [](Call& call) { return Value::boolean(truth(call[1])); });
    type.method("__repr__(self, /)", [](Call& call) { return make_str(builtin_repr(call[0])); });
    struct Method {
        const char* forward;
        const char* reflected;
        BinaryOp op;
    };
    for (const Method& each :
         {Method{"__and__(self, value, /)", "__rand__(self, value, /)", BinaryOp::BitAnd},
          Method{"__or__(self, value, /)", "__ror__(self, value, /)", BinaryOp::BitOr},
          Method{"__xor__(self, value, /)", "__rxor__(self, value, /)", BinaryOp::BitXor}}) {
        BinaryOp op = each.op;
        for (const char* declaration : {each.forward, each.reflected})
            type.method(declaration, [op](Call& call) -> Value {
                return is_int(call[1]) ? builtin_binary(op, call[0], call[1]) : Value::not_implemented();
            });
    }
}

void float_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.static_method("__new__(cls, x=0.0, /)", [](Call& call) -> Value {
        Value made = double_from(call[1]);
        Class* cls = as_class(call[0]);
        if (cls == types().float_) return made;
        return make<Float>(cls, made.as_float());
    });
    arithmetic_members(type);
    comparison_members(type);
    type.method("__bool__(self, /)", [](Call& call) { return Value::boolean(self_double(call[0]) != 0); });
    type.method("__abs__(self, /)", [](Call& call) { return Value::number(std::abs(self_double(call[0]))); });
    type.method("__float__(self, /)", [](Call& call) { return Value::number(self_double(call[0])); });
    for (const char* name : {"__int__(self, /)", "__trunc__(self, /)"})
        type.method(name, [](Call& call) { return double_to_integer(self_double(call[0])); });
    type.method("__floor__(self, /)",
                [](Call& call) { return double_to_integer(std::floor(self_double(call[0]))); });
    type.method("__ceil__(self, /)",
                [](Call& call) { return double_to_integer(std::ceil(self_double(call[0]))); });
    type.method("__divmod__(self, value, /)", [](Call& call) {
        return make_tuple({builtin_binary(BinaryOp::FloorDiv, call[0], call[1]),
                           builtin_binary(BinaryOp::Mod, call[0], call[1])});
    });
    type.method("__round__(self, ndigits=None, /)", [](Call& call) -> Value {
        double value = self_double(call[0]);
        if (!call[1].is_none()) return round_double(value, as_index(call[1]));
        if (!std::isfinite(value)) return double_to_integer(value);
        double rounded = std::round(value);
        if (std::abs(value - std::trunc(value)) == 0.5) rounded = 2.0 * std::round(value / 2.0);
        return double_to_integer(rounded);
    });
    type.method("__format__(self, format_spec, /)",
                [](Call& call) { return make_str(format_double(self_double(call[0]), call.text(1))); });
    type.method("is_integer(self, /)", [](Call& call) {
        double value = self_double(call[0]);
        return Value::boolean(std::isfinite(value) && value == std::floor(value));
    });
    type.method("as_integer_ratio(self, /)", [](Call& call) -> Value {
        double value = self_double(call[0]);
        if (std::isinf(value)) raise(Exc::OverflowError, "cannot convert Infinity to integer ratio");
        if (std::isnan(value)) raise(Exc::ValueError, "cannot convert NaN to integer ratio");
        auto [numerator, denominator] = integer_ratio(value);
        return make_tuple({numerator, denominator});
    });
    type.method("hex(self, /)", [](Call& call) { return make_str(hex_of(self_double(call[0]))); });
    type.class_method("fromhex(cls, string, /)", [](Call& call) -> Value {
        const std::string& text = call.text(1);
        char* end = nullptr;
        double value = std::strtod(text.c_str(), &end);
        if (text.empty() || *end) raise(Exc::ValueError, "invalid hexadecimal floating-point string");
        return Value::number(value);
    });
    type.method("conjugate(self, /)", [](Call& call) { return Value::number(self_double(call[0])); });
    type.property("real", [](Call& call) { return Value::number(self_double(call[0])); });
    type.property("imag", [](Call&) { return Value::number(0.0); });
}

void complex_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.static_method("__new__(cls, real=..., imag=...)", [](Call& call) -> Value {
        if (const std::string* text = text_if(call[1])) {
            if (call.given(2)) raise(Exc::TypeError, "complex() can't take second arg if first is a string");
            auto [re, im] = complex_from_text(*text);
            return make<Complex>(as_class(call[0]), re, im);
        }
        if (is_str(call[2])) raise(Exc::TypeError, "complex() second arg can't be a string");
        auto parts = [](const Value& value, const char* which) -> std::pair<double, double> {
            if (value.is_nothing()) return {0.0, 0.0};
            if (Complex* complex = as<Complex>(value)) return {complex->real, complex->imaginary};
            if (const Value* hook = lookup(class_of(value), intern("__complex__"))) {
                Value function = *hook;
                Value made = call_with(function, Arguments{&value, {}, {}});
                if (Complex* complex = as<Complex>(made)) return {complex->real, complex->imaginary};
                raise(Exc::TypeError, fmt::format("{}.__complex__() must return a complex, not {}",
                                                  type_name(value), type_name(made)));
            }
            if (!is_unresolved(value) && !value.is_float() && !is_int(value) &&
                !find_special(value, names().float_).exists() && !find_special(value, names().index).exists())
                raise(Exc::TypeError, fmt::format("complex() {} must be a {}number, not '{}'", which,
                                                  which[0] == 'f' ? "string or a " : "", type_name(value)));
            return {as_double(value), 0.0};
        };
        auto [a, b] = parts(call[1], "first argument");
        auto [c, d] = parts(call[2], "second argument");
        auto is_complex = [](const Value& value) {
            return as<Complex>(value) ||
                   (value.is_object() && lookup(class_of(value), intern("__complex__")));
        };
        // Parts that are not there are not added: a negative zero stays one.
        return make<Complex>(as_class(call[0]), is_complex(call[2]) ? a - d : a,
                             is_complex(call[1]) ? b + c : c);
    });
    arithmetic_members(type);
    comparison_members(type);
    type.method("__abs__(self, /)", [](Call& call) {
        return Value::number(std::hypot(cast<Complex>(call[0]).real, cast<Complex>(call[0]).imaginary));
    });
    type.method("__bool__(self, /)", [](Call& call) {
        return Value::boolean(cast<Complex>(call[0]).real != 0 || cast<Complex>(call[0]).imaginary != 0);
    });
    type.method("conjugate(self, /)", [](Call& call) -> Value {
        return make<Complex>(types().complex, cast<Complex>(call[0]).real, -cast<Complex>(call[0]).imaginary);
    });
    type.method("__format__(self, format_spec, /)",
                [](Call& call) { return make_str(builtin_format(call[0], call.text(1))); });
    type.property("real", [](Call& call) { return Value::number(cast<Complex>(call[0]).real); });
    type.property("imag", [](Call& call) { return Value::number(cast<Complex>(call[0]).imaginary); });
}

} // namespace limbeck::python
