// Decimal's methods that look at single digits or neighbours: shifts, digitwise logic, next_plus, classes.
#include "python/stdlib/decimal/types.hpp"

#include <algorithm>

namespace limbeck::python::decimal {

namespace {

// A number's digits, as many as the context's precision says: the lowest ones, zeros in front.
std::string full_width(const std::string& digits, std::size_t width) {
    if (digits.size() >= width) return digits.substr(digits.size() - width);
    return std::string(width - digits.size(), '0') + digits;
}

std::string significant(const std::string& digits) {
    std::size_t first = digits.find_first_not_of('0');
    return first == std::string::npos ? "0" : digits.substr(first);
}

// By how many places to move; nothing where that is no whole number within the precision.
std::optional<std::int64_t> places(const Number& by, const Context& context) {
    if (!by.is_finite() || by.exponent != 0 || by.digits.size() > 18) return std::nullopt;
    std::int64_t count = std::stoll(by.digits);
    if (count > context.precision) return std::nullopt;
    return by.negative ? -count : count;
}

Number moved(Number number, const Number& by, Context& context, bool around) {
    if (number.is_nan() || by.is_nan()) return add(number, by, context);
    auto count = places(by, context);
    if (!count) return quiet_nan(invalid_operation, context);
    if (number.is_infinite()) return number;
    auto width = static_cast<std::size_t>(context.precision);
    auto distance = static_cast<std::size_t>(std::abs(*count));
    if (around) {
        std::string digits = full_width(number.digits, width);
        std::rotate(digits.begin(),
                    digits.begin() + static_cast<std::ptrdiff_t>(*count >= 0 ? distance : width - distance),
                    digits.end());
        number.digits = significant(digits);
    } else if (*count >= 0) {
        number.digits = significant(full_width(number.digits + std::string(distance, '0'), width));
    } else {
        std::string kept = number.digits.size() > width ? full_width(number.digits, width) : number.digits;
        number.digits = significant(kept.substr(0, kept.size() - std::min(distance, kept.size())));
    }
    return number;
}

// The neighbour above, or below, among the numbers that the context can hold.
Number neighbour(const Number& number, Context& context, bool above) {
    if (number.is_nan()) return add(number, number, context);
    if (number.is_infinite()) {
        if (number.negative != above) return number;
        Number largest;
        largest.negative = number.negative;
        largest.digits.assign(static_cast<std::size_t>(context.precision), '9');
        largest.exponent = context.etop();
        return largest;
    }
    Context local = context;
    local.rounding = above ? Rounding::ceiling : Rounding::floor;
    Number result = finish(number, local);
    if (compare(result, number) == 0) {
        Number least;
        least.negative = !above;
        least.digits = "1";
        least.exponent = context.etiny() - 1;
        result = add(number, least, local);
    }
    return result;
}

Number toward(const Number& number, const Number& other, Context& context) {
    if (number.is_nan() || other.is_nan()) return add(number, other, context);
    int order = compare(number, other);
    if (order == 0) {
        Number same = number;
        same.negative = other.negative;
        return same;
    }
    Number result = neighbour(number, context, order < 0);
    if (result.is_infinite())
        context.status |= overflow | inexact | rounded;
    else if (result.adjusted() < context.emin)
        context.status |= underflow | subnormal | inexact | rounded | (result.is_zero() ? clamped : 0U);
    return result;
}

std::string class_of_number(const Number& number, const Context& context) {
    if (number.is_nan()) return number.kind == NumberKind::signaling_nan ? "sNaN" : "NaN";
    std::string kind = number.is_infinite()               ? "Infinity"
                       : number.is_zero()                 ? "Zero"
                       : number.adjusted() < context.emin ? "Subnormal"
                                                          : "Normal";
    return (number.negative ? "-" : "+") + kind;
}

bool is_logical(const Number& number, const Context& context) {
    return number.is_finite() && !number.negative && number.exponent == 0 &&
           static_cast<std::int64_t>(number.digits.size()) <= context.precision &&
           number.digits.find_first_not_of("01") == std::string::npos;
}

using Digitwise = bool (*)(bool, bool);

Number digit_by_digit(const Number& a, const Number& b, Context& context, Digitwise operation) {
    if (!is_logical(a, context) || !is_logical(b, context)) return quiet_nan(invalid_operation, context);
    auto width = static_cast<std::size_t>(context.precision);
    std::string left = full_width(a.digits, width), right = full_width(b.digits, width);
    for (std::size_t at = 0; at < width; ++at)
        left[at] = operation(left[at] == '1', right[at] == '1') ? '1' : '0';
    Number result;
    result.digits = significant(left);
    return result;
}

Number exponent_of(const Number& number, Context& context) {
    if (number.is_nan()) return add(number, number, context);
    Number result;
    if (number.is_infinite() || number.is_zero()) {
        result.kind = NumberKind::infinite;
        result.negative = number.is_zero();
        if (number.is_zero()) context.status |= division_by_zero;
        return result;
    }
    return finish(from_int(number.adjusted()), context);
}

} // namespace

void add_digit_methods(ClassBuilder& type) {
    auto unary = [&](const char* declaration, Number (*operation)(const Number&, Context&)) {
        type.method(declaration, [operation](Call& call) {
            Context& context = context_of(call[1]);
            Number result = operation(own(call[0]), context);
            settle(context);
            return make_decimal(std::move(result));
        });
    };
    auto binary = [&](const char* declaration, Number (*operation)(const Number&, const Number&, Context&)) {
        type.method(declaration, [operation](Call& call) {
            Context& context = context_of(call[2]);
            Number result = operation(own(call[0]), other_operand(call[1]), context);
            settle(context);
            return make_decimal(std::move(result));
        });
    };
    binary("shift(self, other, context=None)",
           [](const Number& a, const Number& b, Context& c) { return moved(a, b, c, false); });
    binary("rotate(self, other, context=None)",
           [](const Number& a, const Number& b, Context& c) { return moved(a, b, c, true); });
    binary("next_toward(self, other, context=None)", toward);
    binary("logical_and(self, other, context=None)", [](const Number& a, const Number& b, Context& c) {
        return digit_by_digit(a, b, c, [](bool x, bool y) { return x && y; });
    });
    binary("logical_or(self, other, context=None)", [](const Number& a, const Number& b, Context& c) {
        return digit_by_digit(a, b, c, [](bool x, bool y) { return x || y; });
    });
    binary("logical_xor(self, other, context=None)", [](const Number& a, const Number& b, Context& c) {
        return digit_by_digit(a, b, c, [](bool x, bool y) { return x != y; });
    });
    unary("logical_invert(self, context=None)", [](const Number& a, Context& c) {
        return digit_by_digit(a, a, c, [](bool x, bool) { return !x; });
    });
    unary("logb(self, context=None)", exponent_of);
    unary("next_plus(self, context=None)",
          [](const Number& number, Context& context) { return neighbour(number, context, true); });
    unary("next_minus(self, context=None)",
          [](const Number& number, Context& context) { return neighbour(number, context, false); });
    type.method("number_class(self, context=None)",
                [](Call& call) { return make_str(class_of_number(own(call[0]), context_of(call[1]))); });
    type.method("radix(self)", [](Call&) { return make_decimal(from_int(10)); });
}

} // namespace limbeck::python::decimal
