#include "python/stdlib/modules.hpp"

#include <cfenv>
#include <cmath>
#include <limits>

namespace limbeck::python {

namespace {

[[noreturn]] void domain_error() {
    raise(Exc::ValueError, "math domain error");
}
[[noreturn]] void range_error() {
    raise(Exc::OverflowError, "math range error");
}

double number(const Value& value) {
    if (is_unresolved(value)) raise_unresolved(value, "use it as a number");
    if (text_if(value)) raise(Exc::TypeError, "must be real number, not str");
    if (!is_int(value) && !value.is_float() && !find_attribute(value, "__float__").exists() &&
        !find_attribute(value, "__index__").exists())
        raise(Exc::TypeError, "must be real number, not " + type_name(value));
    return as_double(value);
}

// As CPython checks what the C library gave: NaN of a number is a domain error, an infinity of a finite one
// an overflow (or a pole, where that is a domain error).
Value checked(double result, bool finite_arguments, bool nan_arguments, bool can_overflow) {
    if (std::isnan(result) && !nan_arguments) domain_error();
    if (std::isinf(result) && finite_arguments) {
        if (can_overflow) range_error();
        domain_error();
    }
    return Value::number(result);
}

struct Unary {
    const char* declaration;
    double (*function)(double);
    bool can_overflow;
};

constexpr Unary unaries[] = {
    {"sqrt(x, /)", std::sqrt, false},   {"exp(x, /)", std::exp, true},
    {"expm1(x, /)", std::expm1, true},  {"sin(x, /)", std::sin, false},
    {"cos(x, /)", std::cos, false},     {"tan(x, /)", std::tan, false},
    {"asin(x, /)", std::asin, false},   {"acos(x, /)", std::acos, false},
    {"atan(x, /)", std::atan, false},   {"sinh(x, /)", std::sinh, true},
    {"cosh(x, /)", std::cosh, true},    {"tanh(x, /)", std::tanh, false},
    {"asinh(x, /)", std::asinh, false}, {"acosh(x, /)", std::acosh, false},
    {"atanh(x, /)", std::atanh, false}, {"log1p(x, /)", std::log1p, false},
    {"fabs(x, /)", std::fabs, false},   {"erf(x, /)", std::erf, false},
    {"erfc(x, /)", std::erfc, false},   {"cbrt(x, /)", std::cbrt, false},
    {"exp2(x, /)", std::exp2, true},
};

void add_unaries(ModuleBuilder& module) {
    for (const Unary& each : unaries)
        module.function(
            each.declaration,
            [&each](Call& call) {
                double x = number(call[0]);
                return checked(each.function(x), std::isfinite(x), std::isnan(x), each.can_overflow);
            },
            CallStyle::C);
}

// The logarithm of an int of any size.
double big_log(const Value& value, double (*function)(double)) {
    if (!is_int(value)) {
        double x = number(value);
        if (x <= 0 || (std::isinf(x) && x < 0)) domain_error();
        return function(x);
    }
    if (auto small = integer_if(value)) {
        if (*small <= 0) domain_error();
        return function(static_cast<double>(*small));
    }
    if (less(value, Value::integer(1))) domain_error();
    std::int64_t bits = as_index(call_method(value, "bit_length"));
    if (bits <= 1023) return function(as_double(value));
    // As m * 2^e with m below 1. What is cut off below the first 80 bits cannot be seen in a double.
    std::int64_t shift = std::max<std::int64_t>(0, bits - 80);
    Value top = binary(BinaryOp::RShift, value, Value::integer(shift));
    double mantissa = std::ldexp(as_double(top), static_cast<int>(shift - bits));
    return function(mantissa) + function(2.0) * static_cast<double>(bits);
}

Value whole(double value, const char* what) {
    if (std::isnan(value)) raise(Exc::ValueError, "cannot convert float NaN to integer");
    if (std::isinf(value)) raise(Exc::OverflowError, "cannot convert float infinity to integer");
    (void)what;
    return python::call(class_value(builtin_class("int")), {Value::number(value)});
}

NativeBody rounding(const char* dunder, double (*function)(double)) {
    return [dunder, function](Call& call) -> Value {
        if (is_int(call[0])) return python::call(class_value(builtin_class("int")), {call[0]});
        if (!call[0].is_float()) {
            Value method = find_attribute(call[0], dunder);
            if (method.exists()) return python::call(method, {});
        }
        return whole(function(number(call[0])), dunder);
    };
}

Value index_value(const Value& value) {
    if (is_int(value)) return value;
    Value method = find_attribute(value, "__index__");
    if (!method.exists())
        raise(Exc::TypeError,
              fmt::format("'{}' object cannot be interpreted as an integer", type_name(value)));
    return python::call(method, {});
}

Value gcd(Value a, Value b) {
    a = absolute(a);
    b = absolute(b);
    while (truth(b)) {
        Value rest = binary(BinaryOp::Mod, a, b);
        a = b;
        b = rest;
    }
    return a;
}

std::int64_t non_negative(const Value& value, const char* name) {
    Value index = index_value(value);
    auto number = integer_if(index);
    if (less(index, Value::integer(0)))
        raise(Exc::ValueError, fmt::format("{} must be a non-negative integer", name));
    if (!number) raise(Exc::OverflowError, fmt::format("{} must not exceed 9223372036854775807", name));
    return *number;
}

Value product(std::int64_t from, std::int64_t to) {
    // Halved, so that the factors stay alike in size.
    if (from > to) return Value::integer(1);
    if (to - from < 4) {
        Value result = Value::integer(from);
        for (std::int64_t i = from + 1; i <= to; ++i)
            result = binary(BinaryOp::Mult, result, Value::integer(i));
        return result;
    }
    std::int64_t middle = from + (to - from) / 2;
    return binary(BinaryOp::Mult, product(from, middle), product(middle + 1, to));
}

Value square_root(const Value& value) {
    Value n = index_value(value);
    if (less(n, Value::integer(0))) raise(Exc::ValueError, "isqrt() argument must be nonnegative");
    if (!truth(n)) return Value::integer(0);
    std::int64_t bits = as_index(call_method(n, "bit_length"));
    Value root = binary(BinaryOp::LShift, Value::integer(1), Value::integer((bits + 1) / 2));
    for (;;) {
        Value sum = binary(BinaryOp::Add, root, binary(BinaryOp::FloorDiv, n, root));
        Value next = binary(BinaryOp::RShift, sum, Value::integer(1));
        if (!less(next, root)) return root;
        root = next;
    }
}

void add_integers(ModuleBuilder& module) {
    module.function("gcd(*integers)", [](Call& call) {
        Value result = Value::integer(0);
        for (const Value& each : call.rest(0)) result = gcd(result, index_value(each));
        return result;
    });
    module.function("lcm(*integers)", [](Call& call) {
        Value result = Value::integer(1);
        for (const Value& each : call.rest(0)) {
            Value number = absolute(index_value(each));
            if (!truth(number)) return Value::integer(0);
            result = binary(BinaryOp::Mult, binary(BinaryOp::FloorDiv, result, gcd(result, number)), number);
        }
        return result;
    });
    module.function(
        "factorial(x, /)",
        [](Call& call) {
            Value index = index_value(call[0]);
            if (less(index, Value::integer(0)))
                raise(Exc::ValueError, "factorial() not defined for negative values");
            std::int64_t n = non_negative(index, "n");
            if (n > 1'000'000) raise(Exc::OverflowError, "factorial() argument is too large");
            return product(1, n);
        },
        CallStyle::C);
    module.function("perm(n, k=None, /)", [](Call& call) {
        std::int64_t n = non_negative(call[0], "n");
        std::int64_t k = call.has(1) ? non_negative(call[1], "k") : n;
        return k > n ? Value::integer(0) : product(n - k + 1, n);
    });
    module.function("comb(n, k, /)", [](Call& call) {
        std::int64_t n = non_negative(call[0], "n"), k = non_negative(call[1], "k");
        if (k > n) return Value::integer(0);
        k = std::min(k, n - k);
        return binary(BinaryOp::FloorDiv, product(n - k + 1, n), product(1, k));
    });
    module.function(
        "isqrt(n, /)", [](Call& call) { return square_root(call[0]); }, CallStyle::C);
    module.function("floor(x, /)", rounding("__floor__", std::floor), CallStyle::C);
    module.function("ceil(x, /)", rounding("__ceil__", std::ceil), CallStyle::C);
    module.function("trunc(x, /)", rounding("__trunc__", std::trunc), CallStyle::C);
}

// Shewchuk's sum: partial sums that do not overlap, so that nothing is lost.
Value exact_sum(Call& call) {
    std::vector<double> partials;
    double special = 0;
    for_each(call[0], [&](const Value& item) {
        double x = number(item);
        if (!std::isfinite(x)) {
            special += x;
            return;
        }
        std::size_t kept = 0;
        for (double y : partials) {
            if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
            double high = x + y, low = y - (high - x);
            if (low != 0) partials[kept++] = low;
            x = high;
        }
        if (std::isinf(x)) raise(Exc::OverflowError, "intermediate overflow in fsum");
        partials.resize(kept);
        partials.push_back(x);
    });
    if (special != 0 || std::isnan(special)) {
        if (std::isnan(special)) raise(Exc::ValueError, "-inf + inf in fsum");
        return Value::number(special);
    }
    if (partials.empty()) return Value::number(0.0);
    std::size_t n = partials.size();
    double high = partials[--n], low = 0;
    while (n > 0) {
        double x = high, y = partials[--n];
        high = x + y;
        low = y - (high - x);
        if (low != 0) break;
    }
    // Half way between two: what lies below decides.
    if (n > 0 && ((low < 0 && partials[n - 1] < 0) || (low > 0 && partials[n - 1] > 0))) {
        double y = low * 2, x = high + y;
        if (y == x - high) high = x;
    }
    return Value::number(high);
}

void add_binaries(ModuleBuilder& module) {
    module.function("pow(x, y, /)", [](Call& call) {
        double x = number(call[0]), y = number(call[1]);
        double result = std::pow(x, y);
        if (std::isfinite(x) && std::isfinite(y)) {
            if (std::isnan(result)) domain_error();
            if (std::isinf(result)) {
                if (x == 0) domain_error();
                range_error();
            }
        }
        return Value::number(result);
    });
    module.function("fmod(x, y, /)", [](Call& call) {
        double x = number(call[0]), y = number(call[1]);
        if (std::isinf(y) && std::isfinite(x)) return Value::number(x);
        return checked(std::fmod(x, y), false, std::isnan(x) || std::isnan(y), false);
    });
    module.function("remainder(x, y, /)", [](Call& call) {
        double x = number(call[0]), y = number(call[1]);
        return checked(std::remainder(x, y), false, std::isnan(x) || std::isnan(y), false);
    });
    module.function("atan2(y, x, /)",
                    [](Call& call) { return Value::number(std::atan2(number(call[0]), number(call[1]))); });
    module.function("copysign(x, y, /)", [](Call& call) {
        return Value::number(std::copysign(number(call[0]), number(call[1])));
    });
    module.function("nextafter(x, y, /)", [](Call& call) {
        return Value::number(std::nextafter(number(call[0]), number(call[1])));
    });
    module.function("ldexp(x, i, /)", [](Call& call) {
        double x = number(call[0]);
        std::int64_t i = std::clamp<std::int64_t>(as_index(call[1]), -100'000, 100'000);
        double result = std::ldexp(x, static_cast<int>(i));
        if (std::isinf(result) && std::isfinite(x)) range_error();
        return Value::number(result);
    });
    module.function("log(x, base=..., /)", [](Call& call) {
        double result = big_log(call[0], std::log);
        if (!call.given(1)) return Value::number(result);
        double base = big_log(call[1], std::log);
        if (base == 0) raise(Exc::ZeroDivisionError, "float division by zero");
        return Value::number(result / base);
    });
    module.function(
        "log2(x, /)", [](Call& call) { return Value::number(big_log(call[0], std::log2)); }, CallStyle::C);
    module.function(
        "log10(x, /)", [](Call& call) { return Value::number(big_log(call[0], std::log10)); }, CallStyle::C);
    module.function("gamma(x, /)", [](Call& call) {
        double x = number(call[0]);
        if ((x <= 0 && x == std::floor(x)) || (std::isinf(x) && x < 0)) domain_error();
        return checked(std::tgamma(x), std::isfinite(x), std::isnan(x), true);
    });
    module.function("lgamma(x, /)", [](Call& call) {
        double x = number(call[0]);
        if (x <= 0 && x == std::floor(x) && std::isfinite(x)) domain_error();
        return checked(std::lgamma(x), std::isfinite(x), std::isnan(x), true);
    });
}

void add_parts(ModuleBuilder& module) {
    module.function(
        "degrees(x, /)", [](Call& call) { return Value::number(number(call[0]) * (180.0 / M_PI)); },
        CallStyle::C);
    module.function(
        "radians(x, /)", [](Call& call) { return Value::number(number(call[0]) * (M_PI / 180.0)); },
        CallStyle::C);
    module.function(
        "isnan(x, /)", [](Call& call) { return Value::boolean(std::isnan(number(call[0]))); }, CallStyle::C);
    module.function(
        "isinf(x, /)", [](Call& call) { return Value::boolean(std::isinf(number(call[0]))); }, CallStyle::C);
    module.function(
        "isfinite(x, /)", [](Call& call) { return Value::boolean(std::isfinite(number(call[0]))); },
        CallStyle::C);
    module.function("frexp(x, /)", [](Call& call) {
        double x = number(call[0]);
        if (!std::isfinite(x) || x == 0) return make_tuple({Value::number(x), Value::integer(0)});
        int exponent;
        double mantissa = std::frexp(x, &exponent);
        return make_tuple({Value::number(mantissa), Value::integer(exponent)});
    });
    module.function("modf(x, /)", [](Call& call) {
        double integral;
        double fraction = std::modf(number(call[0]), &integral);
        return make_tuple({Value::number(fraction), Value::number(integral)});
    });
    module.function("ulp(x, /)", [](Call& call) {
        double x = std::fabs(number(call[0]));
        if (!std::isfinite(x)) return Value::number(x);
        double next = std::nextafter(x, HUGE_VAL);
        if (std::isinf(next)) return Value::number(x - std::nextafter(x, 0.0));
        return Value::number(next - x);
    });
    module.function("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", [](Call& call) {
        double a = number(call[0]), b = number(call[1]), relative = number(call[2]),
               absolute_tolerance = number(call[3]);
        if (relative < 0 || absolute_tolerance < 0) raise(Exc::ValueError, "tolerances must be non-negative");
        if (a == b) return Value::boolean(true);
        if (std::isinf(a) || std::isinf(b)) return Value::boolean(false);
        double difference = std::fabs(b - a);
        return Value::boolean(difference <= std::fabs(relative * b) ||
                              difference <= std::fabs(relative * a) || difference <= absolute_tolerance);
    });
    module.function("fsum(seq, /)", exact_sum, CallStyle::C);
    module.function("prod(iterable, /, *, start=1)", [](Call& call) {
        Value result = call[1];
        for_each(call[0], [&](const Value& item) { result = binary(BinaryOp::Mult, result, item); });
        return result;
    });
    module.function("hypot(*coordinates)", [](Call& call) {
        auto& items = call.rest(0);
        double result = 0;
        for (const Value& item : items) result = std::hypot(result, number(item));
        return Value::number(result);
    });
    module.function("dist(p, q, /)", [](Call& call) {
        std::vector<Value> p = to_vector(call[0]), q = to_vector(call[1]);
        if (p.size() != q.size())
            raise(Exc::ValueError, "both points must have the same number of dimensions");
        double result = 0;
        for (std::size_t i = 0; i < p.size(); ++i) result = std::hypot(result, number(p[i]) - number(q[i]));
        return Value::number(result);
    });
}

} // namespace

void populate_math(ModuleBuilder& module) {
    module.constant("pi", Value::number(M_PI));
    module.constant("e", Value::number(M_E));
    module.constant("tau", Value::number(2 * M_PI));
    module.constant("inf", Value::number(HUGE_VAL));
    module.constant("nan", Value::number(std::numeric_limits<double>::quiet_NaN()));
    add_unaries(module);
    add_binaries(module);
    add_parts(module);
    add_integers(module);
}

} // namespace limbeck::python
