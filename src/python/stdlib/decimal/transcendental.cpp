// Powers, exponentials and logarithms: in fixed point with some digits to spare, then rounded once.
#include "python/stdlib/decimal/number.hpp"

#include "python/bigint.hpp"

#include <cmath>

namespace limbeck::python::decimal {

namespace {

constexpr std::int64_t spare_digits = 14;
// Results of more digits than this are not worth their memory.
constexpr std::int64_t most_digits = 200'000;

BigInt power_of_ten(std::int64_t exponent) {
    return BigInt::from_digits("1" + std::string(static_cast<std::size_t>(exponent), '0'));
}

BigInt quotient(const BigInt& a, const BigInt& b) {
    BigInt q, r;
    BigInt::divide(a, b, q, r);
    return q;
}

BigInt small(std::int64_t value) {
    return BigInt(value);
}

// Numbers scaled by 10^digits.
class FixedPoint {
  public:
    explicit FixedPoint(std::int64_t digits) : digits_(digits), one_(power_of_ten(digits)) {}

    const BigInt& one() const { return one_; }
    BigInt multiply(const BigInt& a, const BigInt& b) const { return quotient(a * b, one_); }

    BigInt from(const Number& number) const {
        BigInt value = BigInt::from_digits(number.digits);
        std::int64_t shift = number.exponent + digits_;
        value = shift >= 0 ? value * power_of_ten(shift) : quotient(value, power_of_ten(-shift));
        return number.negative ? -value : value;
    }

    Number to_number(const BigInt& value, std::int64_t exponent = 0) const {
        Number result;
        result.digits = value.to_digits();
        result.negative = result.digits[0] == '-';
        if (result.negative) result.digits.erase(0, 1);
        result.exponent = exponent - digits_;
        return result;
    }

    BigInt ln_ten() const {
        // 10 = 2^3 * 5/4, and ln((1 + t) / (1 - t)) = 2 atanh t.
        return small(6) * arctanh_of_inverse(3) + small(2) * arctanh_of_inverse(9);
    }

    // e^x for |x| below a few.
    BigInt exponential(const BigInt& x) const {
        constexpr std::size_t halvings = 8;
        BigInt argument = x.shifted_right(halvings);
        BigInt sum = one_ + argument, term = argument;
        for (std::int64_t n = 2; !term.is_zero() && n < 100'000; ++n) {
            term = quotient(multiply(term, argument), small(n));
            // Rounding down never lets a negative term die.
            if (compare(term, small(-1)) == 0) break;
            sum = sum + term;
        }
        for (std::size_t i = 0; i < halvings; ++i) sum = multiply(sum, sum);
        return sum;
    }

    // ln x for x from 0.1 to 10.
    BigInt logarithm(const BigInt& x) const {
        double guess = std::log(to_number(x).digits.empty() ? 1.0 : to_double(to_number(x)));
        BigInt y = from(from_double(guess));
        for (int round = 0; round < 12; ++round) {
            BigInt e = exponential(y);
            BigInt step = quotient(small(2) * (x - e) * one_, x + e);
            y = y + step;
            if (compare(step, small(1)) <= 0 && compare(step, small(-2)) >= 0) break;
        }
        return y;
    }

  private:
    BigInt arctanh_of_inverse(std::int64_t n) const {
        BigInt term = quotient(one_, small(n)), sum = term;
        for (std::int64_t k = 3; !term.is_zero(); k += 2) {
            term = quotient(term, small(n * n));
            sum = sum + quotient(term, small(k));
        }
        return sum;
    }

    std::int64_t digits_;
    BigInt one_;
};

Number infinity(bool negative) {
    Number result;
    result.kind = NumberKind::infinite;
    result.negative = negative;
    return result;
}

std::optional<Number> nan_of(const Number& a, const Number* b, Context& context) {
    for (auto kind : {NumberKind::signaling_nan, NumberKind::quiet_nan})
        for (const Number* one : {&a, b}) {
            if (!one || one->kind != kind) continue;
            if (kind == NumberKind::signaling_nan) context.status |= invalid_operation;
            Number result = *one;
            result.kind = NumberKind::quiet_nan;
            return finish(result, context);
        }
    return std::nullopt;
}

// Rounded to the precision even where the digits happen to be fewer: the value was not exact.
Number finish_inexact(Number number, Context& context, Rounding rounding = Rounding::half_even) {
    number.digits += "1";
    number.exponent -= 1;
    Context own = context;
    own.rounding = rounding;
    Number result = finish(number, own);
    context.status |= own.status;
    return result;
}

Number finish_exact(Number number, Context& context) {
    Context own = context;
    own.rounding = Rounding::half_even;
    Number result = finish(std::move(number), own);
    context.status |= own.status;
    return result;
}

bool is_one(const Number& number) {
    Number one = from_int(1);
    return number.is_finite() && compare(number, one) == 0;
}

// e^x, unrounded, with `digits` digits that hold. |x| must be below a few million.
Number raw_exponential(const Number& x, std::int64_t digits) {
    std::int64_t whole = std::max<std::int64_t>(0, x.adjusted() + 1);
    FixedPoint fixed(digits + whole + spare_digits);
    BigInt value = fixed.from(x), ten = fixed.ln_ten(), times, rest;
    BigInt::divide(value, ten, times, rest);
    return fixed.to_number(fixed.exponential(rest), times.to_int64().value_or(0));
}

// ln x of a finite x > 0.
Number raw_logarithm(const Number& x, std::int64_t digits) {
    // Near 1 the first digits cancel.
    Context wide;
    wide.precision = static_cast<std::int64_t>(x.digits.size()) + std::abs(x.exponent % 100'000) + 10;
    Number distance = subtract(x, from_int(1), wide);
    std::int64_t lost = std::max<std::int64_t>(0, -distance.adjusted());
    FixedPoint fixed(digits + lost + spare_digits + 20);
    std::int64_t power = x.adjusted();
    Number scaled = x;
    scaled.exponent -= power;
    // Below 1 by little: 9.99e-1 is better seen as 0.999.
    if (power == -1) {
        scaled.exponent += power;
        power = 0;
    }
    BigInt value = fixed.logarithm(fixed.from(scaled));
    if (power) value = value + fixed.ln_ten() * small(power);
    return fixed.to_number(value);
}

bool is_integral(const Number& number) {
    if (!number.is_finite()) return false;
    if (number.exponent >= 0 || number.is_zero()) return true;
    auto places = static_cast<std::size_t>(-number.exponent);
    if (number.digits.size() <= places) return false;
    return number.digits.find_first_not_of('0', number.digits.size() - places) == std::string::npos;
}

bool is_odd(const Number& number) {
    std::string digits = integral_digits(number);
    return (digits.back() - '0') % 2 == 1;
}

Number power_of_one(const Number& base, const Number& exponent, bool negative, Context& context) {
    std::int64_t places = 1 - context.precision;
    if (is_integral(exponent)) {
        std::int64_t times = 0;
        if (!exponent.negative)
            times = exponent.adjusted() > 9 ? context.precision : std::stoll(integral_digits(exponent));
        times = std::min(times, context.precision);
        places = std::max(base.exponent * times, places);
        if (base.exponent * times < places) context.status |= rounded;
    } else {
        context.status |= inexact | rounded;
    }
    Number result;
    result.negative = negative;
    result.digits = "1" + std::string(static_cast<std::size_t>(std::max<std::int64_t>(0, -places)), '0');
    result.exponent = std::min<std::int64_t>(places, 0);
    return result;
}

// base^n by exact multiplication, where the digits stay within reason.
std::optional<Number> exact_power(const Number& base, const Number& exponent, bool negative,
                                  Context& context) {
    if (!is_integral(exponent) || exponent.adjusted() > 6) return std::nullopt;
    auto n = std::stoll(integral_digits(exponent));
    std::int64_t times = n < 0 ? -n : n;
    if (times * static_cast<std::int64_t>(base.digits.size()) > most_digits) return std::nullopt;
    Number result;
    result.digits = BigInt::from_digits(base.digits).power(static_cast<std::uint64_t>(times)).to_digits();
    result.exponent = base.exponent * times;
    result.negative = negative;
    if (n < 0) {
        Number one = from_int(1);
        return divide(one, result, context);
    }
    return finish(result, context);
}

} // namespace

Number exponential(const Number& number, Context& context) {
    if (auto nan = nan_of(number, nullptr, context)) return *nan;
    if (number.is_infinite()) return number.negative ? from_int(0) : number;
    if (number.is_zero()) return from_int(1);
    Number extreme = from_int(1);
    if (number.adjusted() > 7) {
        extreme.exponent = number.negative ? context.etiny() - 2 : context.emax + 1;
        return finish_inexact(extreme, context);
    }
    if (number.adjusted() < -context.precision - 2) {
        // 1 and a speck.
        extreme = add(extreme, number, context);
        return extreme;
    }
    return finish_inexact(raw_exponential(number, context.precision), context);
}

Number natural_log(const Number& number, Context& context) {
    if (auto nan = nan_of(number, nullptr, context)) return *nan;
    if (number.is_zero()) return infinity(true);
    if (number.negative) return quiet_nan(invalid_operation, context);
    if (number.is_infinite()) return number;
    if (is_one(number)) return from_int(0);
    return finish_inexact(raw_logarithm(number, context.precision), context);
}

Number decimal_log(const Number& number, Context& context) {
    if (auto nan = nan_of(number, nullptr, context)) return *nan;
    if (number.is_zero()) return infinity(true);
    if (number.negative) return quiet_nan(invalid_operation, context);
    if (number.is_infinite()) return number;
    if (number.digits[0] == '1' && number.digits.find_first_not_of('0', 1) == std::string::npos)
        return finish_exact(from_int(number.adjusted()), context);
    Context wide = context;
    wide.precision += spare_digits;
    Number ratio =
        divide(raw_logarithm(number, wide.precision), raw_logarithm(from_int(10), wide.precision), wide);
    return finish_inexact(ratio, context);
}

Number power(const Number& given, const Number& exponent, Context& context) {
    if (auto nan = nan_of(given, &exponent, context)) return *nan;
    if (exponent.is_zero()) return given.is_zero() ? quiet_nan(invalid_operation, context) : from_int(1);
    Number base = given;
    bool negative = false;
    if (base.negative) {
        if (is_integral(exponent))
            negative = is_odd(exponent);
        else if (!base.is_zero())
            return quiet_nan(invalid_operation, context);
        base.negative = false;
    }
    if (base.is_zero()) {
        if (exponent.negative) return infinity(negative);
        Number zero;
        zero.negative = negative;
        return zero;
    }
    if (base.is_infinite()) {
        if (!exponent.negative) return infinity(negative);
        Number zero;
        zero.negative = negative;
        return zero;
    }
    if (is_one(base) && !exponent.is_infinite()) return power_of_one(base, exponent, negative, context);
    if (exponent.is_infinite()) {
        if (is_one(base)) return power_of_one(base, from_double(0.5), negative, context);
        bool grows = (compare(base, from_int(1)) > 0) != exponent.negative;
        if (grows) return infinity(negative);
        Number zero;
        zero.negative = negative;
        return zero;
    }
    if (auto exact = exact_power(base, exponent, negative, context)) return *exact;
    Context wide = context;
    wide.precision += spare_digits + std::max<std::int64_t>(0, exponent.adjusted()) + 10;
    wide.status = 0;
    Number scaled = multiply(raw_logarithm(base, wide.precision), exponent, wide);
    if (scaled.adjusted() > 7) {
        Number extreme = from_int(1);
        extreme.negative = negative;
        extreme.exponent = scaled.negative ? context.etiny() - 2 : context.emax + 1;
        return finish_inexact(extreme, context, context.rounding);
    }
    Number result = raw_exponential(scaled, wide.precision);
    result.negative = negative;
    return finish_inexact(result, context, context.rounding);
}

} // namespace limbeck::python::decimal
