#include "python/bigint.hpp"
#include "python/stdlib/decimal/types.hpp"

#include <cmath>

namespace limbeck::python::decimal {

namespace {

Value settled(Number number, Context& context) {
    settle(context);
    return make_decimal(std::move(number));
}

Number from_digits(const std::string& digits) {
    Number number;
    number.negative = digits.starts_with('-');
    number.digits = number.negative ? digits.substr(1) : digits;
    return number;
}

// Decimal((sign, digits, exponent)).
Number from_tuple(const std::vector<Value>& items) {
    if (items.size() != 3) raise(Exc::ValueError, "argument must be a sequence of length 3");
    Number number;
    auto sign = integer_if(items[0]);
    if (!sign || (*sign != 0 && *sign != 1))
        raise(Exc::ValueError, "sign must be an integer with the value 0 or 1");
    number.negative = *sign == 1;
    std::string digits;
    auto* parts = as<Tuple>(items[1]);
    std::vector<Value> listed = parts ? parts->items : to_vector(items[1]);
    for (const Value& item : listed) {
        auto digit = integer_if(item);
        if (!digit || *digit < 0 || *digit > 9)
            raise(Exc::ValueError, "coefficient must be a tuple of digits");
        digits += static_cast<char>('0' + *digit);
    }
    std::size_t first = digits.find_first_not_of('0');
    digits = first == std::string::npos ? "" : digits.substr(first);
    if (const std::string* kind = text_if(items[2])) {
        if (*kind == "F") {
            number.kind = NumberKind::infinite;
            return number;
        }
        if (*kind != "n" && *kind != "N")
            raise(Exc::ValueError, "string argument in the third position must be 'F', 'n' or 'N'");
        number.kind = *kind == "n" ? NumberKind::quiet_nan : NumberKind::signaling_nan;
        number.digits = digits;
        return number;
    }
    auto exponent = integer_if(items[2]);
    if (!exponent) raise(Exc::ValueError, "exponent must be an integer");
    number.digits = digits.empty() ? "0" : digits;
    number.exponent = *exponent;
    return number;
}

using Binary = Number (*)(const Number&, const Number&, Context&);

NativeBody binary(Binary operation, bool reflected = false) {
    return [operation, reflected](Call& call) -> Value {
        auto other = operand(call[1]);
        if (!other) return Value::not_implemented();
        Context& context = current_context();
        return settled(reflected ? operation(*other, own(call[0]), context)
                                 : operation(own(call[0]), *other, context),
                       context);
    };
}

Number integer_part(const Number& a, const Number& b, Context& context) {
    Number quotient, rest;
    std::uint32_t before = context.status;
    divide_integer(a, b, context, quotient, rest);
    // The remainder's complaint is not this operator's.
    if (quotient.is_infinite()) context.status = before | (context.status & division_by_zero);
    return quotient;
}

Number remainder(const Number& a, const Number& b, Context& context) {
    Number quotient, rest;
    std::uint32_t before = context.status;
    divide_integer(a, b, context, quotient, rest);
    if (b.is_zero() && a.is_finite() && !a.is_zero()) context.status = before | invalid_operation;
    return rest;
}

// Of whole numbers; the result has the base's sign.
Number power_modulo(const Number& base, const Number& exponent, const Number& modulus, Context& context) {
    for (const Number* each : {&base, &exponent, &modulus})
        if (each->is_nan()) return add(*each, *each, context);
    auto is_whole = [](const Number& number) {
        return number.is_finite() && (number.exponent >= 0 || to_text(rescale(number, 0, Rounding::down)) ==
                                                                  to_text(rescale(number, 0, Rounding::up)));
    };
    if (!is_whole(base) || !is_whole(exponent) || !is_whole(modulus) || exponent.negative ||
        modulus.is_zero() || (base.is_zero() && exponent.is_zero()) ||
        modulus.adjusted() >= context.precision) {
        return quiet_nan(invalid_operation, context);
    }
    auto whole = [](Number number) {
        number.negative = false;
        return BigInt::from_digits(integral_digits(number));
    };
    BigInt result = BigInt::power_modulo(whole(base), whole(exponent), whole(modulus));
    Number number = from_digits(result.to_digits());
    std::string last = integral_digits(exponent);
    number.negative = base.negative && (last.back() - '0') % 2 == 1;
    return number;
}

Value divide_both(const Number& a, const Number& b) {
    Context& context = current_context();
    Number quotient, rest;
    divide_integer(a, b, context, quotient, rest);
    settle(context);
    return make_tuple({make_decimal(quotient), make_decimal(rest)});
}

void add_operators(ClassBuilder& type) {
    struct Entry {
        const char *plain, *reflected;
        Binary operation;
    };
    static constexpr Entry entries[] = {
        {"__add__(self, other)", "__radd__(self, other)", add},
        {"__sub__(self, other)", "__rsub__(self, other)", subtract},
        {"__mul__(self, other)", "__rmul__(self, other)", multiply},
        {"__truediv__(self, other)", "__rtruediv__(self, other)", divide},
        {"__floordiv__(self, other)", "__rfloordiv__(self, other)", integer_part},
        {"__mod__(self, other)", "__rmod__(self, other)", remainder},
    };
    for (const Entry& entry : entries) {
        type.method(entry.plain, binary(entry.operation));
        type.method(entry.reflected, binary(entry.operation, true));
    }
    auto raised = [](bool reflected) {
        return [reflected, plain = binary(power, reflected)](Call& call) -> Value {
            if (call[2].is_none()) return plain(call);
            auto other = operand(call[1]), modulus = operand(call[2]);
            if (!other || !modulus) return Value::not_implemented();
            Context& context = current_context();
            return settled(reflected ? power_modulo(*other, own(call[0]), *modulus, context)
                                     : power_modulo(own(call[0]), *other, *modulus, context),
                           context);
        };
    };
    type.method("__pow__(self, other, modulo=None)", raised(false));
    type.method("__rpow__(self, other, modulo=None)", raised(true));
    type.method("__divmod__(self, other)", [](Call& call) -> Value {
        auto other = operand(call[1]);
        return other ? divide_both(own(call[0]), *other) : Value::not_implemented();
    });
    type.method("__rdivmod__(self, other)", [](Call& call) -> Value {
        auto other = operand(call[1]);
        return other ? divide_both(*other, own(call[0])) : Value::not_implemented();
    });
    type.method("__neg__(self)", [](Call& call) {
        Context& context = current_context();
        return settled(negate(own(call[0]), context), context);
    });
    type.method("__pos__(self)", [](Call& call) {
        Context& context = current_context();
        Number number = own(call[0]);
        if (number.is_zero() && context.rounding != Rounding::floor) number.negative = false;
        return settled(finish(number, context), context);
    });
    type.method("__abs__(self)", [](Call& call) {
        Context& context = current_context();
        Number number = own(call[0]);
        number.negative = false;
        return settled(finish(number, context), context);
    });
    type.method("__bool__(self)", [](Call& call) { return Value::boolean(!own(call[0]).is_zero()); });
}

template <class Test> NativeBody comparison(bool is_order, Test test) {
    return [is_order, test](Call& call) -> Value {
        auto other = comparable(call[1]);
        if (!other) return Value::not_implemented();
        if (call[1].is_float() || as<Float>(call[1])) {
            // Equality is no reason to raise.
            (is_order ? current_context().status : current_context().flags) |= float_operation;
            settle(current_context());
        }
        const Number& number = own(call[0]);
        if (number.is_nan() || other->is_nan()) {
            bool signaling =
                number.kind == NumberKind::signaling_nan || other->kind == NumberKind::signaling_nan;
            if (is_order || signaling) {
                current_context().status |= invalid_operation;
                settle(current_context());
            }
            return Value::boolean(false);
        }
        return Value::boolean(test(compare(number, *other)));
    };
}

// Equal numbers of all types have equal hashes: the value modulo 2^61 - 1, as CPython's.
std::int64_t hash_number(const Number& number) {
    constexpr std::uint64_t modulus = (std::uint64_t(1) << 61) - 1;
    if (number.is_infinite()) return number.negative ? -314159 : 314159;
    __extension__ typedef unsigned __int128 Wide;
    auto multiply_mod = [](std::uint64_t a, std::uint64_t b) {
        return static_cast<std::uint64_t>(Wide(a) * b % modulus);
    };
    auto power_mod = [&](std::uint64_t base, std::uint64_t exponent) {
        std::uint64_t result = 1;
        for (; exponent; exponent >>= 1, base = multiply_mod(base, base))
            if (exponent & 1) result = multiply_mod(result, base);
        return result;
    };
    std::uint64_t value = 0;
    for (char digit : number.digits)
        value = (multiply_mod(value, 10) + static_cast<std::uint64_t>(digit - '0')) % modulus;
    std::uint64_t ten = number.exponent >= 0 ? 10 : power_mod(10, modulus - 2);
    auto size = static_cast<std::uint64_t>(number.exponent >= 0 ? number.exponent : -number.exponent);
    value = multiply_mod(value, power_mod(ten, size));
    auto result = static_cast<std::int64_t>(value);
    if (number.negative) result = -result;
    return result == -1 ? -2 : result;
}

void add_comparisons(ClassBuilder& type) {
    type.method("__eq__(self, other)", comparison(false, [](int order) { return order == 0; }));
    type.method("__lt__(self, other)", comparison(true, [](int order) { return order < 0; }));
    type.method("__le__(self, other)", comparison(true, [](int order) { return order <= 0; }));
    type.method("__gt__(self, other)", comparison(true, [](int order) { return order > 0; }));
    type.method("__ge__(self, other)", comparison(true, [](int order) { return order >= 0; }));
    type.method("__hash__(self)", [](Call& call) {
        const Number& number = own(call[0]);
        if (number.kind == NumberKind::signaling_nan)
            raise(Exc::TypeError, "Cannot hash a signaling NaN value");
        return Value::integer(hash_number(number));
    });
}

[[noreturn]] void no_integer(const Number& number) {
    if (number.is_nan()) raise(Exc::ValueError, "cannot convert NaN to integer");
    raise(Exc::OverflowError, "cannot convert Infinity to integer");
}

Value whole_value(const Number& number, Rounding rounding) {
    if (!number.is_finite()) no_integer(number);
    Number whole = number.exponent < 0 ? rescale(number, 0, rounding) : number;
    return make_int_from_digits(integral_digits(whole));
}

Value ratio(const Number& number) {
    if (number.is_nan()) raise(Exc::ValueError, "cannot convert NaN to integer ratio");
    if (number.is_infinite()) raise(Exc::OverflowError, "cannot convert Infinity to integer ratio");
    Value numerator = make_int_from_digits((number.negative ? "-" : "") + number.digits);
    Value ten_power =
        make_int_from_digits("1" + std::string(static_cast<std::size_t>(std::abs(number.exponent)), '0'));
    if (number.exponent >= 0)
        return make_tuple({python::binary(BinaryOp::Mult, numerator, ten_power), Value::integer(1)});
    Value divisor = python::call(native_attribute("math", "gcd"), {numerator, ten_power});
    return make_tuple({python::binary(BinaryOp::FloorDiv, numerator, divisor),
                       python::binary(BinaryOp::FloorDiv, ten_power, divisor)});
}

void add_conversions(ClassBuilder& type) {
    type.method("__int__(self)", [](Call& call) { return whole_value(own(call[0]), Rounding::down); });
    type.method("__trunc__(self)", [](Call& call) { return whole_value(own(call[0]), Rounding::down); });
    type.method("__floor__(self)", [](Call& call) { return whole_value(own(call[0]), Rounding::floor); });
    type.method("__ceil__(self)", [](Call& call) { return whole_value(own(call[0]), Rounding::ceiling); });
    type.method("__round__(self, ndigits=...)", [](Call& call) -> Value {
        const Number& number = own(call[0]);
        if (!call.given(1)) return whole_value(number, Rounding::half_even);
        Number like;
        like.exponent = -as_index(call[1]);
        Context context = current_context();
        context.rounding = Rounding::half_even;
        Number result = quantize(number, like, context);
        settle(context);
        return make_decimal(result);
    });
    type.method("__float__(self)", [](Call& call) {
        const Number& number = own(call[0]);
        if (number.kind == NumberKind::signaling_nan)
            raise(Exc::ValueError, "cannot convert signaling NaN to float");
        return Value::number(to_double(number));
    });
    type.method("as_integer_ratio(self)", [](Call& call) { return ratio(own(call[0])); });
    type.method("as_tuple(self)", [](Call& call) {
        const Number& number = own(call[0]);
        std::vector<Value> digits;
        for (char digit : number.is_infinite() ? std::string("0") : number.digits)
            digits.push_back(Value::integer(digit - '0'));
        Value exponent = Value::integer(number.exponent);
        if (number.is_infinite()) exponent = make_str(std::string_view("F"));
        if (number.kind == NumberKind::quiet_nan) exponent = make_str(std::string_view("n"));
        if (number.kind == NumberKind::signaling_nan) exponent = make_str(std::string_view("N"));
        return python::call(native_attribute("_decimal_tuple", "DecimalTuple"),
                            {Value::integer(number.negative), make_tuple(digits), exponent});
    });
    auto text = [](Call& call) { return make_str(to_text(own(call[0]), current_context().capitals)); };
    type.method("__str__(self)", text);
    type.method("__repr__(self)", [](Call& call) {
        return make_str("Decimal('" + to_text(own(call[0]), current_context().capitals) + "')");
    });
    type.method("to_eng_string(self, context=None)", [](Call& call) {
        return make_str(to_text(own(call[0]), context_of(call[1]).capitals, true));
    });
    type.method("__format__(self, spec, /)", [](Call& call) {
        if (call.text(1).empty()) return make_str(to_str(call[0]));
        auto result = format(own(call[0]), call.text(1), current_context());
        if (!result) raise(Exc::ValueError, "invalid format string");
        return make_str(*result);
    });
    type.method("__reduce__(self)", [](Call& call) {
        return make_tuple({class_value(class_of(call[0])), make_tuple({make_str(to_text(own(call[0])))})});
    });
}

using Unary = Number (*)(const Number&, Context&);

NativeBody unary(Unary operation) {
    return [operation](Call& call) {
        Context& context = context_of(call[1]);
        return settled(operation(own(call[0]), context), context);
    };
}

Rounding rounding_or(const Value& value, const Context& context) {
    return value.exists() && !value.is_none() ? rounding_from(value) : context.rounding;
}

Value pick(Call& call, bool larger, bool by_size) {
    Context& context = context_of(call[2]);
    Number a = own(call[0]), b = other_operand(call[1]);
    if (a.kind == NumberKind::signaling_nan || b.kind == NumberKind::signaling_nan ||
        (a.is_nan() && b.is_nan()))
        return settled(add(a, b, context), context);
    if (a.is_nan() || b.is_nan()) return settled(finish(a.is_nan() ? b : a, context), context);
    Number left = a, right = b;
    if (by_size) left.negative = right.negative = false;
    int order = compare(left, right);
    if (order == 0) order = compare_total(a, b);
    bool first = larger ? order >= 0 : order <= 0;
    return settled(finish(first ? a : b, context), context);
}

void add_arithmetic_methods(ClassBuilder& type) {
    type.method("sqrt(self, context=None)", unary(square_root));
    type.method("exp(self, context=None)", unary(exponential));
    type.method("ln(self, context=None)", unary(natural_log));
    type.method("log10(self, context=None)", unary(decimal_log));
    type.method("normalize(self, context=None)", unary(normalize));
    type.method("remainder_near(self, other, context=None)", [](Call& call) {
        Context& context = context_of(call[2]);
        return settled(remainder_near(own(call[0]), other_operand(call[1]), context), context);
    });
    type.method("fma(self, other, third, context=None)", [](Call& call) {
        Context& context = context_of(call[3]);
        return settled(multiply_add(own(call[0]), other_operand(call[1]), other_operand(call[2]), context),
                       context);
    });
    type.method("quantize(self, exp, rounding=None, context=None)", [](Call& call) {
        Context& context = context_of(call[3]);
        Context local = context;
        local.rounding = rounding_or(call[2], context);
        Number result = quantize(own(call[0]), other_operand(call[1]), local);
        context.status = local.status;
        return settled(result, context);
    });
    auto integral = [](bool exact) {
        return [exact](Call& call) {
            Context& context = context_of(call[2]);
            return settled(to_integral(own(call[0]), rounding_or(call[1], context), context, exact), context);
        };
    };
    type.method("to_integral_value(self, rounding=None, context=None)", integral(false));
    type.method("to_integral(self, rounding=None, context=None)", integral(false));
    type.method("to_integral_exact(self, rounding=None, context=None)", integral(true));
    type.method("max(self, other, context=None)", [](Call& call) { return pick(call, true, false); });
    type.method("min(self, other, context=None)", [](Call& call) { return pick(call, false, false); });
    type.method("max_mag(self, other, context=None)", [](Call& call) { return pick(call, true, true); });
    type.method("min_mag(self, other, context=None)", [](Call& call) { return pick(call, false, true); });
    type.method("scaleb(self, other, context=None)", [](Call& call) {
        Context& context = context_of(call[2]);
        Number number = own(call[0]), by = other_operand(call[1]);
        if (number.is_nan() || by.is_nan()) return settled(add(number, by, context), context);
        if (!by.is_finite() || by.exponent != 0 || by.digits.size() > 9) {
            context.status |= invalid_operation;
            settle(context);
        }
        if (number.is_finite()) number.exponent += std::stoll((by.negative ? "-" : "") + by.digits);
        return settled(finish(number, context), context);
    });
    type.method("compare(self, other, context=None)", [](Call& call) {
        Context& context = context_of(call[2]);
        Number other = other_operand(call[1]);
        if (own(call[0]).is_nan() || other.is_nan())
            return settled(add(own(call[0]), other, context), context);
        return make_decimal(from_int(compare(own(call[0]), other)));
    });
    // As compare(), but every NaN is an invalid operation.
    type.method("compare_signal(self, other, context=None)", [](Call& call) {
        Context& context = context_of(call[2]);
        Number other = other_operand(call[1]);
        if (own(call[0]).is_nan() || other.is_nan()) {
            Number result = add(own(call[0]), other, context);
            context.status |= invalid_operation;
            return settled(result, context);
        }
        return make_decimal(from_int(compare(own(call[0]), other)));
    });
    type.method("compare_total_mag(self, other, context=None)", [](Call& call) {
        Number left = own(call[0]), right = other_operand(call[1]);
        left.negative = right.negative = false;
        return make_decimal(from_int(compare_total(left, right)));
    });
    type.method("compare_total(self, other, context=None)", [](Call& call) {
        return make_decimal(from_int(compare_total(own(call[0]), other_operand(call[1]))));
    });
}

void add_sign_methods(ClassBuilder& type) {
    type.method("adjusted(self)", [](Call& call) {
        return Value::integer(own(call[0]).is_finite() ? own(call[0]).adjusted() : 0);
    });
    type.method("copy_abs(self)", [](Call& call) {
        Number number = own(call[0]);
        number.negative = false;
        return make_decimal(number);
    });
    type.method("copy_negate(self)", [](Call& call) {
        Number number = own(call[0]);
        number.negative = !number.negative;
        return make_decimal(number);
    });
    type.method("copy_sign(self, other, context=None)", [](Call& call) {
        Number number = own(call[0]);
        number.negative = other_operand(call[1]).negative;
        return make_decimal(number);
    });
    type.method("conjugate(self)", [](Call& call) { return call[0]; });
    type.method("canonical(self)", [](Call& call) { return call[0]; });
    type.property("real", [](Call& call) { return call[0]; });
    type.property("imag", [](Call&) { return make_decimal(Number{}); });
    type.method("same_quantum(self, other, context=None)", [](Call& call) {
        const Number& a = own(call[0]);
        Number b = other_operand(call[1]);
        if (a.is_finite() && b.is_finite()) return Value::boolean(a.exponent == b.exponent);
        return Value::boolean((a.is_nan() && b.is_nan()) || (a.is_infinite() && b.is_infinite()));
    });
    auto test = [&](const char* declaration, bool (*holds)(const Number&)) {
        type.method(declaration, [holds](Call& call) { return Value::boolean(holds(own(call[0]))); });
    };
    test("is_finite(self)", [](const Number& n) { return n.is_finite(); });
    test("is_infinite(self)", [](const Number& n) { return n.is_infinite(); });
    test("is_nan(self)", [](const Number& n) { return n.is_nan(); });
    test("is_qnan(self)", [](const Number& n) { return n.kind == NumberKind::quiet_nan; });
    test("is_snan(self)", [](const Number& n) { return n.kind == NumberKind::signaling_nan; });
    test("is_signed(self)", [](const Number& n) { return n.negative; });
    test("is_zero(self)", [](const Number& n) { return n.is_zero(); });
    test("is_canonical(self)", [](const Number&) { return true; });
    type.method("is_normal(self, context=None)", [](Call& call) {
        const Number& n = own(call[0]);
        return Value::boolean(n.is_finite() && !n.is_zero() && n.adjusted() >= context_of(call[1]).emin);
    });
    type.method("is_subnormal(self, context=None)", [](Call& call) {
        const Number& n = own(call[0]);
        return Value::boolean(n.is_finite() && !n.is_zero() && n.adjusted() < context_of(call[1]).emin);
    });
}

} // namespace

Number convert(const Value& value, Context& context) {
    if (auto* decimal = decimal_if(value)) return decimal->number;
    if (const std::string* text = text_if(value)) {
        auto number = parse(*text);
        if (number) return *number;
        context.status |= conversion_syntax;
        settle(context);
        return quiet_nan();
    }
    if (is_int(value)) return from_digits(int_digits(value));
    if (value.is_float() || as<Float>(value)) return from_double(as_double(value));
    if (auto* tuple = as<Tuple>(value)) return from_tuple(tuple->items);
    if (auto* list = as<List>(value)) return from_tuple(list->items);
    raise(Exc::TypeError, fmt::format("conversion from {} to Decimal is not supported", type_name(value)));
}

std::optional<Number> operand(const Value& value) {
    if (auto* decimal = decimal_if(value)) return decimal->number;
    if (is_int(value)) return from_digits(int_digits(value));
    return std::nullopt;
}

Number other_operand(const Value& value) {
    auto number = operand(value);
    if (!number)
        raise(Exc::TypeError,
              fmt::format("conversion from {} to Decimal is not supported", type_name(value)));
    return *number;
}

std::optional<Number> comparable(const Value& value) {
    if (auto number = operand(value)) return number;
    if (value.is_float() || as<Float>(value)) return from_double(as_double(value));
    return std::nullopt;
}

void define_decimal(ModuleBuilder& module, Types& types) {
    ClassBuilder type = module.define_class("Decimal");
    types.decimal = type.get();
    type.static_method("__new__(cls, value='0', context=None)", [](Call& call) {
        Context& context = context_of(call[2]);
        if (call[1].is_float() || as<Float>(call[1])) context.status |= float_operation;
        Number number = convert(call[1], context);
        settle(context);
        return make_instance_with<DecimalState>(as_class(call[0]), std::move(number));
    });
    type.class_method("from_float(cls, f, /)", [](Call& call) {
        if (!is_int(call[1]) && !call[1].is_float()) raise(Exc::TypeError, "argument must be int or float");
        return make_instance_with<DecimalState>(as_class(call[0]), convert(call[1], current_context()));
    });
    add_operators(type);
    add_comparisons(type);
    add_conversions(type);
    add_arithmetic_methods(type);
    add_sign_methods(type);
    add_digit_methods(type);
}

} // namespace limbeck::python::decimal
