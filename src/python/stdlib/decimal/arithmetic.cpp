#include "python/stdlib/decimal/number.hpp"

#include "python/bigint.hpp"

namespace limbeck::python::decimal {

namespace {

// The NaN that an operation on these gives, where one of them is a NaN.
std::optional<Number> nan_of(const Number& a, const Number* b, Context& context) {
    const Number* chosen = nullptr;
    if (a.kind == NumberKind::signaling_nan)
        chosen = &a;
    else if (b && b->kind == NumberKind::signaling_nan)
        chosen = b;
    if (chosen) context.status |= invalid_operation;
    if (!chosen && a.is_nan()) chosen = &a;
    if (!chosen && b && b->is_nan()) chosen = b;
    if (!chosen) return std::nullopt;
    Number result = *chosen;
    result.kind = NumberKind::quiet_nan;
    return finish(result, context);
}

Number infinity(bool negative) {
    Number result;
    result.kind = NumberKind::infinite;
    result.negative = negative;
    return result;
}

Number zero(bool negative, std::int64_t exponent) {
    Number result;
    result.negative = negative;
    result.exponent = exponent;
    return result;
}

BigInt magnitude(const Number& number) {
    return BigInt::from_digits(number.digits);
}

BigInt power_of_ten(std::int64_t exponent) {
    return BigInt::from_digits("1" + std::string(static_cast<std::size_t>(exponent), '0'));
}

Number from_big(const BigInt& value, std::int64_t exponent) {
    Number result;
    result.digits = value.to_digits();
    result.negative = result.digits[0] == '-';
    if (result.negative) result.digits.erase(0, 1);
    result.exponent = exponent;
    return result;
}

Number exact_sum(const Number& a, const Number& b, Context& context) {
    std::int64_t exponent = std::min(a.exponent, b.exponent);
    bool down = context.rounding == Rounding::floor;
    if (a.is_zero() && b.is_zero()) {
        bool negative = (a.negative && b.negative) || (down && a.negative != b.negative);
        return zero(negative, exponent);
    }
    if (a.is_zero())
        return b.exponent <= exponent
                   ? b
                   : rescale(b, std::max(exponent, b.exponent - context.precision - 1), Rounding::down);
    if (b.is_zero())
        return a.exponent <= exponent
                   ? a
                   : rescale(a, std::max(exponent, a.exponent - context.precision - 1), Rounding::down);
    // A term far below the other's last digit that counts is as good as any tiny one.
    const Number& high = a.exponent >= b.exponent ? a : b;
    const Number& low = a.exponent >= b.exponent ? b : a;
    Number tiny = low;
    std::int64_t floor_exponent =
        high.exponent +
        std::min<std::int64_t>(-1, static_cast<std::int64_t>(high.digits.size()) - context.precision - 2);
    if (low.adjusted() < floor_exponent) {
        tiny.digits = "1";
        tiny.exponent = floor_exponent;
    }
    exponent = std::min(high.exponent, tiny.exponent);
    BigInt left = magnitude(high) * power_of_ten(high.exponent - exponent);
    BigInt right = magnitude(tiny) * power_of_ten(tiny.exponent - exponent);
    if (high.negative) left = -left;
    if (tiny.negative) right = -right;
    BigInt sum = left + right;
    if (sum.is_zero()) return zero(down, exponent);
    return from_big(sum, exponent);
}

} // namespace

Number negate(Number number, Context& context) {
    if (auto nan = nan_of(number, nullptr, context)) return *nan;
    if (number.is_zero())
        number.negative = context.rounding == Rounding::floor ? !number.negative : false;
    else
        number.negative = !number.negative;
    return finish(number, context);
}

Number add(const Number& a, const Number& b, Context& context) {
    if (auto nan = nan_of(a, &b, context)) return *nan;
    if (a.is_infinite()) {
        if (b.is_infinite() && a.negative != b.negative) return quiet_nan(invalid_operation, context);
        return a;
    }
    if (b.is_infinite()) return b;
    return finish(exact_sum(a, b, context), context);
}

Number subtract(const Number& a, const Number& b, Context& context) {
    if (auto nan = nan_of(a, &b, context)) return *nan;
    Number minus = b;
    minus.negative = !b.negative;
    return add(a, minus, context);
}

Number multiply(const Number& a, const Number& b, Context& context) {
    if (auto nan = nan_of(a, &b, context)) return *nan;
    bool negative = a.negative != b.negative;
    if (a.is_infinite() || b.is_infinite()) {
        if (a.is_zero() || b.is_zero()) return quiet_nan(invalid_operation, context);
        return infinity(negative);
    }
    Number product = from_big(magnitude(a) * magnitude(b), a.exponent + b.exponent);
    product.negative = negative;
    return finish(product, context);
}

Number multiply_add(const Number& a, const Number& b, const Number& c, Context& context) {
    if (auto nan = nan_of(a, &b, context)) return *nan;
    Context wide = context;
    wide.precision = static_cast<std::int64_t>(a.digits.size() + b.digits.size()) + 1;
    wide.emax = 999999999999999999;
    wide.emin = -999999999999999999;
    wide.status = 0;
    Number product = multiply(a, b, wide);
    context.status |= wide.status;
    if (wide.status & any_invalid) return product;
    return add(product, c, context);
}

Number divide(const Number& a, const Number& b, Context& context) {
    if (auto nan = nan_of(a, &b, context)) return *nan;
    bool negative = a.negative != b.negative;
    if (a.is_infinite()) {
        if (b.is_infinite()) return quiet_nan(invalid_operation, context);
        return infinity(negative);
    }
    if (b.is_infinite()) {
        context.status |= clamped;
        return zero(negative, context.etiny());
    }
    if (b.is_zero()) {
        if (a.is_zero()) return quiet_nan(division_undefined, context);
        context.status |= division_by_zero;
        return infinity(negative);
    }
    std::int64_t ideal = a.exponent - b.exponent;
    if (a.is_zero()) return finish(zero(negative, ideal), context);
    std::int64_t shift = static_cast<std::int64_t>(b.digits.size()) -
                         static_cast<std::int64_t>(a.digits.size()) + context.precision + 1;
    std::int64_t exponent = ideal - shift;
    BigInt left = magnitude(a), right = magnitude(b), quotient, rest;
    if (shift >= 0)
        left = left * power_of_ten(shift);
    else
        right = right * power_of_ten(-shift);
    BigInt::divide(left, right, quotient, rest);
    Number result = from_big(quotient, exponent);
    if (!rest.is_zero()) {
        // What is left over decides the rounding only where the digits look exact.
        if (result.digits.back() == '0' || result.digits.back() == '5') result.digits.back() += 1;
    } else {
        while (result.exponent < ideal && result.digits.back() == '0' && result.digits.size() > 1) {
            result.digits.pop_back();
            result.exponent += 1;
        }
    }
    result.negative = negative;
    return finish(result, context);
}

namespace {

// The remainder as it is, not rounded.
void divide_exactly(const Number& a, const Number& b, Context& context, Number& quotient, Number& remainder) {
    if (auto nan = nan_of(a, &b, context)) {
        quotient = remainder = *nan;
        return;
    }
    bool negative = a.negative != b.negative;
    if (a.is_infinite()) {
        quotient = b.is_infinite() ? quiet_nan(invalid_operation, context) : infinity(negative);
        remainder = quiet_nan(invalid_operation, context);
        return;
    }
    if (b.is_zero()) {
        if (a.is_zero()) {
            quotient = remainder = quiet_nan(division_undefined, context);
        } else {
            context.status |= division_by_zero;
            quotient = infinity(negative);
            remainder = quiet_nan(invalid_operation, context);
        }
        return;
    }
    if (b.is_infinite() || (!a.is_zero() && a.adjusted() - b.adjusted() < 0) || a.is_zero()) {
        quotient = zero(negative, 0);
        remainder = b.is_infinite() ? a : rescale(a, std::min(a.exponent, b.exponent), context.rounding);
        return;
    }
    if (a.adjusted() - b.adjusted() > context.precision) {
        quotient = remainder = quiet_nan(division_impossible, context);
        return;
    }
    std::int64_t exponent = std::min(a.exponent, b.exponent);
    BigInt left = magnitude(a) * power_of_ten(a.exponent - exponent);
    BigInt right = magnitude(b) * power_of_ten(b.exponent - exponent);
    BigInt whole, rest;
    BigInt::divide(left, right, whole, rest);
    quotient = from_big(whole, 0);
    quotient.negative = negative;
    if (static_cast<std::int64_t>(quotient.digits.size()) > context.precision) {
        quotient = remainder = quiet_nan(division_impossible, context);
        return;
    }
    remainder = from_big(rest, exponent);
    remainder.negative = a.negative;
}

} // namespace

void divide_integer(const Number& a, const Number& b, Context& context, Number& quotient, Number& remainder) {
    divide_exactly(a, b, context, quotient, remainder);
    remainder = finish(remainder, context);
}

Number remainder_near(const Number& a, const Number& b, Context& context) {
    Number quotient, rest;
    divide_exactly(a, b, context, quotient, rest);
    if (!rest.is_finite() || b.is_infinite()) return finish(rest, context);
    // Over half of the divisor, or half of it beside an odd quotient: one more step.
    Number twice = from_big(magnitude(rest) + magnitude(rest), rest.exponent);
    Number size = b;
    size.negative = false;
    int order = compare(twice, size);
    bool odd = (quotient.digits.back() - '0') % 2 == 1;
    if (order < 0 || (order == 0 && !odd)) return finish(rest, context);
    Number step = b;
    step.negative = !rest.negative;
    return finish(exact_sum(rest, step, context), context);
}

Number square_root(const Number& number, Context& context) {
    if (auto nan = nan_of(number, nullptr, context)) return *nan;
    if (number.is_zero()) {
        std::int64_t half = number.exponent >= 0 ? number.exponent / 2 : -((1 - number.exponent) / 2);
        return finish(zero(number.negative, half), context);
    }
    if (number.negative) return quiet_nan(invalid_operation, context);
    if (number.is_infinite()) return number;
    std::int64_t precision = context.precision + 1;
    bool odd = number.exponent % 2 != 0;
    std::int64_t exponent = number.exponent >= 0 ? number.exponent / 2 : -((1 - number.exponent) / 2);
    std::int64_t ideal = exponent;
    BigInt value = magnitude(number);
    if (odd) value = value * BigInt(std::int64_t(10));
    auto pairs = static_cast<std::int64_t>((value.to_digits().size() + 1) / 2);
    std::int64_t shift = precision - pairs;
    bool exact = true;
    if (shift >= 0) {
        value = value * power_of_ten(2 * shift);
    } else {
        BigInt quotient, rest;
        BigInt::divide(value, power_of_ten(-2 * shift), quotient, rest);
        exact = rest.is_zero();
        value = quotient;
    }
    exponent -= shift;
    // Newton's steps from above.
    BigInt root = power_of_ten(precision), quotient, rest;
    for (;;) {
        BigInt::divide(value, root, quotient, rest);
        if (compare(root, quotient) <= 0) break;
        root = (root + quotient).shifted_right(1);
    }
    exact = exact && compare(root * root, value) == 0;
    Number result;
    if (exact) {
        result = from_big(root, exponent);
        if (shift >= 0)
            result = rescale(result, ideal, Rounding::down);
        else
            result = rescale(result, exponent, Rounding::down);
    } else {
        result = from_big(root, exponent);
        if (result.digits.back() == '0' || result.digits.back() == '5') result.digits.back() += 1;
    }
    Context half_even = context;
    half_even.rounding = Rounding::half_even;
    result = finish(result, half_even);
    context.status |= half_even.status;
    return result;
}

Number quantize(const Number& number, const Number& like, Context& context) {
    if (auto nan = nan_of(number, &like, context)) return *nan;
    if (number.is_infinite() || like.is_infinite()) {
        if (number.is_infinite() && like.is_infinite()) return number;
        return quiet_nan(invalid_operation, context);
    }
    if (like.exponent < context.etiny() || like.exponent > context.emax)
        return quiet_nan(invalid_operation, context);
    if (number.is_zero()) return finish(zero(number.negative, like.exponent), context);
    if (number.adjusted() > context.emax || number.adjusted() - like.exponent + 1 > context.precision)
        return quiet_nan(invalid_operation, context);
    bool changed;
    Number result = rescale(number, like.exponent, context.rounding, &changed);
    if ((!result.is_zero() && result.adjusted() > context.emax) ||
        static_cast<std::int64_t>(result.digits.size()) > context.precision)
        return quiet_nan(invalid_operation, context);
    if (!result.is_zero() && result.adjusted() < context.emin) context.status |= subnormal;
    if (like.exponent > number.exponent) context.status |= rounded | (changed ? inexact : rounded);
    return finish(result, context);
}

Number normalize(const Number& number, Context& context) {
    if (auto nan = nan_of(number, nullptr, context)) return *nan;
    Number result = finish(number, context);
    if (result.is_infinite()) return result;
    if (result.is_zero()) return zero(result.negative, 0);
    std::int64_t most = context.clamp ? context.etop() : context.emax;
    while (result.digits.back() == '0' && result.exponent < most) {
        result.digits.pop_back();
        result.exponent += 1;
    }
    return result;
}

Number to_integral(const Number& number, Rounding rounding, Context& context, bool exact) {
    if (auto nan = nan_of(number, nullptr, context)) return *nan;
    if (number.is_infinite() || number.exponent >= 0) return number;
    bool changed;
    Number result = rescale(number, 0, rounding, &changed);
    if (exact) context.status |= rounded | (changed ? inexact : rounded);
    return result;
}

} // namespace limbeck::python::decimal
