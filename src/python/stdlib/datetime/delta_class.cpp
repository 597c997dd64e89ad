#include "python/stdlib/datetime/types.hpp"

#include <cmath>

namespace limbeck::python::datetime {

namespace {

constexpr Int128 most_days = 999'999'999;

Int128 microseconds(const Value& value) {
    return state<DeltaState>(value).microseconds;
}

Int128 checked(Int128 us) {
    Int128 days = floor_div(us, Int128(day_us));
    if (days > most_days || days < -most_days) {
        std::string shown =
            days > INT64_MAX || days < INT64_MIN ? "too many" : std::to_string(static_cast<long>(days));
        raise(Exc::OverflowError, "days=" + shown + "; must have magnitude <= 999999999");
    }
    return us;
}

struct Sum {
    Int128 whole = 0;
    double rest = 0;
};

// Adds `value` units; floats are split so that only what is below a microsecond is ever rounded.
void accumulate(Sum& sum, const Value& value, std::int64_t unit, const char* name) {
    if (!value.exists()) return;
    if (is_int(value)) {
        auto number = integer_if(value);
        if (!number || (unit >= day_us && (*number > INT32_MAX || *number < INT32_MIN)))
            raise(Exc::OverflowError, "Python int too large to convert to C int");
        sum.whole += Int128(*number) * unit;
        return;
    }
    if (!value.is_float() && !as<Float>(value))
        raise(Exc::TypeError,
              fmt::format("unsupported type for timedelta {} component: {}", name, type_name(value)));
    double number = as_double(value);
    if (std::isnan(number)) raise(Exc::ValueError, "cannot convert float NaN to integer");
    if (std::isinf(number)) raise(Exc::OverflowError, "cannot convert float infinity to integer");
    double whole;
    double fraction = std::modf(number, &whole);
    if (std::fabs(whole) > 1e24) raise(Exc::OverflowError, "Python int too large to convert to C int");
    sum.whole += static_cast<Int128>(whole) * unit;
    double below;
    double rest = std::modf(fraction * static_cast<double>(unit), &below);
    sum.whole += static_cast<Int128>(below);
    sum.rest += rest;
}

Value construct(Call& call) {
    static constexpr std::int64_t units[] = {day_us,         second_us,        1,         1000,
                                             60 * second_us, 3600 * second_us, 7 * day_us};
    static constexpr const char* names[] = {"days",    "seconds", "microseconds", "milliseconds",
                                            "minutes", "hours",   "weeks"};
    Sum sum;
    for (std::size_t i = 0; i < 7; ++i) accumulate(sum, call[i + 1], units[i], names[i]);
    if (sum.rest != 0) {
        double rounded = std::round(sum.rest);
        if (std::fabs(rounded - sum.rest) == 0.5) {
            // The sum is rounded half to even, so whether the whole part is odd counts.
            int odd = static_cast<int>(sum.whole & 1);
            rounded = 2.0 * std::round((sum.rest + odd) * 0.5) - odd;
        }
        sum.whole += static_cast<Int128>(rounded);
    }
    return make_instance_with<DeltaState>(as_class(call[0]), checked(sum.whole));
}

struct Fraction {
    Int128 numerator;
    int exponent; // value = numerator * 2^exponent
};

Fraction split_double(double value) {
    if (std::isnan(value)) raise(Exc::ValueError, "cannot convert NaN to integer ratio");
    if (std::isinf(value)) raise(Exc::OverflowError, "cannot convert Infinity to integer ratio");
    int exponent;
    double mantissa = std::frexp(value, &exponent);
    auto whole = static_cast<std::int64_t>(std::ldexp(mantissa, 53));
    exponent -= 53;
    while (whole != 0 && whole % 2 == 0) {
        whole /= 2;
        ++exponent;
    }
    return {whole, exponent};
}

[[noreturn]] void overflow() {
    raise(Exc::OverflowError, "Python int too large to convert to C int");
}

Int128 shifted(Int128 value, int by) {
    if (by >= 126) overflow();
    Int128 result;
    if (__builtin_mul_overflow(value, Int128(1) << by, &result)) overflow();
    return result;
}

Value multiply(const Value& delta, const Value& factor) {
    Int128 us = microseconds(delta);
    Int128 product;
    if (is_int(factor)) {
        auto number = integer_if(factor);
        if (!number || __builtin_mul_overflow(us, Int128(*number), &product)) overflow();
        return make_delta(product);
    }
    if (!factor.is_float()) return Value::not_implemented();
    Fraction f = split_double(factor.as_float());
    if (__builtin_mul_overflow(us, f.numerator, &product)) overflow();
    if (f.exponent >= 0) return make_delta(shifted(product, f.exponent));
    if (f.exponent <= -126) return make_delta(0);
    return make_delta(divide_half_even(product, Int128(1) << -f.exponent));
}

Value ratio(Int128 a, Int128 b) {
    if (b == 0) raise(Exc::ZeroDivisionError, "division by zero");
    return Value::number(static_cast<double>(static_cast<long double>(a) / static_cast<long double>(b)));
}

Value true_divide(const Value& a, const Value& b) {
    if (auto* other = delta_if(b)) return ratio(microseconds(a), other->microseconds);
    Int128 us = microseconds(a);
    if (is_int(b)) {
        auto number = integer_if(b);
        if (!number) return make_delta(0);
        if (*number == 0) raise(Exc::ZeroDivisionError, "integer division or modulo by zero");
        return make_delta(divide_half_even(us, *number));
    }
    if (!b.is_float()) return Value::not_implemented();
    Fraction f = split_double(b.as_float());
    if (f.numerator == 0) raise(Exc::ZeroDivisionError, "integer division or modulo by zero");
    if (f.exponent < 0) return make_delta(divide_half_even(shifted(us, -f.exponent), f.numerator));
    return make_delta(divide_half_even(us, shifted(f.numerator, f.exponent)));
}

// The quotient as a Python int (a ratio of two durations fits 128 bits).
Value int_value(Int128 value) {
    if (value >= INT64_MIN && value <= INT64_MAX) return Value::integer(static_cast<std::int64_t>(value));
    bool negative = value < 0;
    std::string digits;
    for (Int128 rest = negative ? -value : value; rest; rest /= 10)
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(rest % 10)));
    return make_int_from_digits((negative ? "-" : "") + digits);
}

std::string delta_repr(Int128 us, std::string_view name) {
    Int128 within;
    auto days = static_cast<long>(floor_div(us, Int128(day_us), &within));
    auto seconds = static_cast<long>(within / second_us), rest = static_cast<long>(within % second_us);
    std::string out;
    auto part = [&](const char* label, long value) {
        if (value) out += fmt::format("{}{}={}", out.empty() ? "" : ", ", label, value);
    };
    part("days", days);
    part("seconds", seconds);
    part("microseconds", rest);
    return fmt::format("{}({})", name, out.empty() ? "0" : out);
}

void add_operators(ClassBuilder& type) {
    type.method("__add__(self, other)", [](Call& call) -> Value {
        auto* other = delta_if(call[1]);
        if (!other) return Value::not_implemented();
        return make_delta(microseconds(call[0]) + other->microseconds);
    });
    type.method("__radd__(self, other)", [](Call& call) -> Value {
        auto* other = delta_if(call[1]);
        if (!other) return Value::not_implemented();
        return make_delta(microseconds(call[0]) + other->microseconds);
    });
    type.method("__sub__(self, other)", [](Call& call) -> Value {
        auto* other = delta_if(call[1]);
        if (!other) return Value::not_implemented();
        return make_delta(microseconds(call[0]) - other->microseconds);
    });
    type.method("__rsub__(self, other)", [](Call& call) -> Value {
        auto* other = delta_if(call[1]);
        if (!other) return Value::not_implemented();
        return make_delta(other->microseconds - microseconds(call[0]));
    });
    type.method("__mul__(self, other)", [](Call& call) { return multiply(call[0], call[1]); });
    type.method("__rmul__(self, other)", [](Call& call) { return multiply(call[0], call[1]); });
    type.method("__truediv__(self, other)", [](Call& call) { return true_divide(call[0], call[1]); });
    type.method("__floordiv__(self, other)", [](Call& call) -> Value {
        Int128 us = microseconds(call[0]);
        if (auto* other = delta_if(call[1])) {
            if (other->microseconds == 0) raise(Exc::ZeroDivisionError, "integer division or modulo by zero");
            return int_value(floor_div(us, other->microseconds));
        }
        if (!is_int(call[1])) return Value::not_implemented();
        auto number = integer_if(call[1]);
        if (!number) overflow();
        if (*number == 0) raise(Exc::ZeroDivisionError, "integer division or modulo by zero");
        return make_delta(floor_div(us, Int128(*number)));
    });
    type.method("__mod__(self, other)", [](Call& call) -> Value {
        auto* other = delta_if(call[1]);
        if (!other) return Value::not_implemented();
        if (other->microseconds == 0) raise(Exc::ZeroDivisionError, "integer modulo by zero");
        Int128 rest;
        floor_div(microseconds(call[0]), other->microseconds, &rest);
        return make_delta(rest);
    });
    type.method("__divmod__(self, other)", [](Call& call) -> Value {
        auto* other = delta_if(call[1]);
        if (!other) return Value::not_implemented();
        if (other->microseconds == 0) raise(Exc::ZeroDivisionError, "integer division or modulo by zero");
        Int128 rest;
        Int128 quotient = floor_div(microseconds(call[0]), other->microseconds, &rest);
        return make_tuple({int_value(quotient), make_delta(rest)});
    });
    type.method("__neg__(self)", [](Call& call) { return make_delta(-microseconds(call[0])); });
    type.method("__pos__(self)", [](Call& call) { return make_delta(microseconds(call[0])); });
    type.method("__abs__(self)", [](Call& call) {
        Int128 us = microseconds(call[0]);
        return make_delta(us < 0 ? -us : us);
    });
    type.method("__bool__(self)", [](Call& call) { return Value::boolean(microseconds(call[0]) != 0); });
}

template <class Test> NativeBody comparison(Test test) {
    return [test](Call& call) -> Value {
        auto* other = delta_if(call[1]);
        if (!other) return Value::not_implemented();
        return Value::boolean(test(microseconds(call[0]), other->microseconds));
    };
}

void add_comparisons(ClassBuilder& type) {
    type.method("__eq__(self, other)", comparison([](Int128 a, Int128 b) { return a == b; }));
    type.method("__lt__(self, other)", comparison([](Int128 a, Int128 b) { return a < b; }));
    type.method("__le__(self, other)", comparison([](Int128 a, Int128 b) { return a <= b; }));
    type.method("__gt__(self, other)", comparison([](Int128 a, Int128 b) { return a > b; }));
    type.method("__ge__(self, other)", comparison([](Int128 a, Int128 b) { return a >= b; }));
    type.method("__hash__(self)", [](Call& call) {
        return Value::integer(static_cast<std::int64_t>(microseconds(call[0]) % 2305843009213693951LL));
    });
}

} // namespace

std::string delta_text(Int128 us) {
    Int128 within;
    auto days = static_cast<long>(floor_div(us, Int128(day_us), &within));
    Time time = from_time_of_day(static_cast<std::int64_t>(within));
    std::string out;
    if (days) out = fmt::format("{} day{}, ", days, days == 1 || days == -1 ? "" : "s");
    out += fmt::format("{}:{:02}:{:02}", time.hour, time.minute, time.second);
    if (time.microsecond) out += fmt::format(".{:06}", time.microsecond);
    return out;
}

Value make_delta(Int128 us) {
    return make_instance_with<DeltaState>(types().delta, checked(us));
}

void define_delta(ModuleBuilder& module, Types& types) {
    ClassBuilder type = module.define_class("timedelta");
    types.delta = type.get();
    type.static_method("__new__(cls, days=..., seconds=..., microseconds=..., milliseconds=..., "
                       "minutes=..., hours=..., weeks=...)",
                       construct);
    type.property("days", [](Call& call) {
        return Value::integer(static_cast<std::int64_t>(floor_div(microseconds(call[0]), Int128(day_us))));
    });
    type.property("seconds", [](Call& call) {
        Int128 within;
        floor_div(microseconds(call[0]), Int128(day_us), &within);
        return Value::integer(static_cast<std::int64_t>(within / second_us));
    });
    type.property("microseconds", [](Call& call) {
        Int128 within;
        floor_div(microseconds(call[0]), Int128(second_us), &within);
        return Value::integer(static_cast<std::int64_t>(within));
    });
    type.method("total_seconds(self)",
                [](Call& call) { return ratio(microseconds(call[0]), Int128(second_us)); });
    type.method("__repr__(self)", [](Call& call) {
        Class* own = class_of(call[0]);
        bool plain = own == datetime::types().delta;
        return make_str(delta_repr(microseconds(call[0]), plain ? "datetime.timedelta" : class_name(own)));
    });
    type.method("__str__(self)", [](Call& call) { return make_str(delta_text(microseconds(call[0]))); });
    type.method("__reduce__(self)", [](Call& call) {
        Int128 within;
        Int128 days = floor_div(microseconds(call[0]), Int128(day_us), &within);
        return make_tuple(
            {class_value(class_of(call[0])),
             make_tuple({int_value(days), int_value(within / second_us), int_value(within % second_us)})});
    });
    add_operators(type);
    add_comparisons(type);
    Int128 most = (most_days + 1) * day_us - 1;
    type.constant("min", make_instance_with<DeltaState>(type.get(), -most_days * day_us));
    type.constant("max", make_instance_with<DeltaState>(type.get(), most));
    type.constant("resolution", make_instance_with<DeltaState>(type.get(), Int128(1)));
}

} // namespace limbeck::python::datetime
