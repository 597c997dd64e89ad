#include "python/stdlib/decimal/number.hpp"

#include "python/bigint.hpp"
#include "python/wtf8.hpp"
#include "support/text.hpp"

#include <charconv>
#include <cmath>

namespace limbeck::python::decimal {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string without_leading_zeros(std::string digits) {
    std::size_t first = digits.find_first_not_of('0');
    if (first == std::string::npos) return "0";
    return digits.substr(first);
}

bool take_word(std::string_view& text, std::string_view word) {
    if (text.size() < word.size() || text::to_lower(text.substr(0, word.size())) != word) return false;
    text.remove_prefix(word.size());
    return true;
}

// After the sign: "nan", "snan" with digits, "inf", "infinity".
std::optional<Number> parse_special(std::string_view text, Number number) {
    if (take_word(text, "infinity") || take_word(text, "inf")) {
        if (!text.empty()) return std::nullopt;
        number.kind = NumberKind::infinite;
        number.digits = "0";
        return number;
    }
    number.kind = NumberKind::quiet_nan;
    if (take_word(text, "snan"))
        number.kind = NumberKind::signaling_nan;
    else if (!take_word(text, "nan"))
        return std::nullopt;
    for (char c : text)
        if (!is_digit(c)) return std::nullopt;
    number.digits = text.empty() ? "" : without_leading_zeros(std::string(text));
    if (number.digits == "0") number.digits.clear();
    return number;
}

} // namespace

std::optional<Number> parse(std::string_view given) {
    std::string plain;
    std::string ascii;
    if (std::any_of(given.begin(), given.end(), [](char c) { return c & 0x80; })) {
        // The digits of any script.
        for (std::size_t at = 0; at < given.size();) {
            std::size_t start = at;
            int digit = wtf8::decimal_value(wtf8::decode(given, at));
            ascii += digit < 0 ? std::string(given.substr(start, at - start)) : std::to_string(digit);
        }
        given = ascii;
    }
    for (char c : text::trim(given))
        if (c != '_') plain += c;
    std::string_view text = plain;
    Number number;
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        number.negative = text[0] == '-';
        text.remove_prefix(1);
    }
    if (text.empty()) return std::nullopt;
    if (!is_digit(text[0]) && text[0] != '.') return parse_special(text, number);
    std::string digits;
    while (!text.empty() && is_digit(text[0])) {
        digits += text[0];
        text.remove_prefix(1);
    }
    if (!text.empty() && text[0] == '.') {
        text.remove_prefix(1);
        while (!text.empty() && is_digit(text[0])) {
            digits += text[0];
            number.exponent -= 1;
            text.remove_prefix(1);
        }
    }
    if (digits.empty()) return std::nullopt;
    if (!text.empty()) {
        if (text[0] != 'e' && text[0] != 'E') return std::nullopt;
        text.remove_prefix(1);
        if (!text.empty() && text[0] == '+') {
            text.remove_prefix(1);
            if (!text.empty() && text[0] == '-') return std::nullopt;
        }
        std::int64_t exponent = 0;
        auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
        if (text.empty() || end != text.data() + text.size() || error == std::errc::invalid_argument)
            return std::nullopt;
        constexpr std::int64_t most = 1'000'000'000'000'000'000;
        if (error == std::errc::result_out_of_range) exponent = text[0] == '-' ? -most : most;
        number.exponent += std::clamp(exponent, -most, most);
    }
    number.digits = without_leading_zeros(digits);
    return number;
}

Number from_int(std::int64_t value) {
    Number number;
    number.negative = value < 0;
    number.digits = std::to_string(value);
    if (number.negative) number.digits.erase(0, 1);
    return number;
}

Number quiet_nan() {
    Number nan;
    nan.kind = NumberKind::quiet_nan;
    nan.digits.clear();
    return nan;
}

Number quiet_nan(std::uint32_t why, Context& context) {
    context.status |= why;
    return quiet_nan();
}

Number from_double(double value) {
    Number number;
    number.negative = std::signbit(value);
    if (std::isnan(value)) {
        Number nan = quiet_nan();
        nan.negative = number.negative;
        return nan;
    }
    if (std::isinf(value)) {
        number.kind = NumberKind::infinite;
        return number;
    }
    if (value == 0) return number;
    int exponent;
    double mantissa = std::frexp(std::fabs(value), &exponent);
    auto whole = static_cast<std::int64_t>(std::ldexp(mantissa, 53));
    exponent -= 53;
    while (whole % 2 == 0 && exponent < 0) {
        whole /= 2;
        ++exponent;
    }
    BigInt digits(whole);
    // 2^-n = 5^n / 10^n.
    if (exponent < 0)
        digits = digits * BigInt(std::int64_t(5)).power(static_cast<std::uint64_t>(-exponent));
    else
        digits = digits.shifted_left(static_cast<std::size_t>(exponent));
    number.digits = digits.to_digits();
    number.exponent = std::min(exponent, 0);
    return number;
}

double to_double(const Number& number) {
    if (number.is_nan()) return number.negative ? -std::nan("") : std::nan("");
    if (number.is_infinite()) return number.negative ? -HUGE_VAL : HUGE_VAL;
    return std::strtod(to_text(number).c_str(), nullptr);
}

std::string to_text(const Number& number, bool capitals, bool engineering) {
    std::string sign = number.negative ? "-" : "";
    if (number.is_infinite()) return sign + "Infinity";
    if (number.is_nan())
        return sign + (number.kind == NumberKind::signaling_nan ? "sNaN" : "NaN") + number.digits;
    const std::string& digits = number.digits;
    auto count = static_cast<std::int64_t>(digits.size());
    std::int64_t left = number.exponent + count; // digits before the point
    std::int64_t point;
    if (number.exponent <= 0 && left > -6)
        point = left;
    else if (!engineering)
        point = 1;
    else if (digits == "0")
        point = ((left + 1) % 3 + 3) % 3 - 1;
    else
        point = ((left - 1) % 3 + 3) % 3 + 1;
    std::string whole, fraction;
    if (point <= 0) {
        whole = "0";
        fraction = "." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    } else if (point >= count) {
        whole = digits + std::string(static_cast<std::size_t>(point - count), '0');
    } else {
        whole = digits.substr(0, static_cast<std::size_t>(point));
        fraction = "." + digits.substr(static_cast<std::size_t>(point));
    }
    std::string exponent;
    if (left != point) exponent = fmt::format("{}{:+}", capitals ? 'E' : 'e', left - point);
    return sign + whole + fraction + exponent;
}

std::string integral_digits(const Number& number) {
    std::string digits = number.digits;
    if (number.exponent >= 0) {
        digits.append(digits == "0" ? 0 : static_cast<std::size_t>(number.exponent), '0');
    } else {
        std::int64_t keep = static_cast<std::int64_t>(digits.size()) + number.exponent;
        digits = keep <= 0 ? "0" : digits.substr(0, static_cast<std::size_t>(keep));
    }
    return (number.negative && digits != "0" ? "-" : "") + digits;
}

namespace {

// Whether the digits kept grow by one, given the first digit dropped and whether anything follows it.
bool rounds_away(Rounding rounding, bool negative, char last_kept, char first_dropped, bool more) {
    bool exact = first_dropped == '0' && !more;
    if (exact) return false;
    bool above_half = first_dropped > '5' || (first_dropped == '5' && more);
    bool half = first_dropped == '5' && !more;
    switch (rounding) {
    case Rounding::up:
        return true;
    case Rounding::down:
        return false;
    case Rounding::ceiling:
        return !negative;
    case Rounding::floor:
        return negative;
    case Rounding::half_up:
        return above_half || half;
    case Rounding::half_down:
        return above_half;
    case Rounding::half_even:
        return above_half || (half && (last_kept - '0') % 2 == 1);
    case Rounding::zero_five_up:
        return last_kept == '0' || last_kept == '5';
    }
    return false;
}

void add_one(std::string& digits) {
    std::size_t i = digits.size();
    while (i > 0 && digits[i - 1] == '9') digits[--i] = '0';
    if (i == 0)
        digits.insert(digits.begin(), '1');
    else
        digits[i - 1] += 1;
}

} // namespace

Number rescale(const Number& number, std::int64_t exponent, Rounding rounding, bool* changed) {
    Number result = number;
    if (changed) *changed = false;
    result.exponent = exponent;
    if (number.is_zero()) return result;
    if (exponent <= number.exponent) {
        result.digits.append(static_cast<std::size_t>(number.exponent - exponent), '0');
        return result;
    }
    auto size = static_cast<std::int64_t>(number.digits.size());
    std::int64_t keep = size - (exponent - number.exponent);
    std::string kept = keep > 0 ? number.digits.substr(0, static_cast<std::size_t>(keep)) : "0";
    char first = keep >= 0 ? number.digits[static_cast<std::size_t>(keep)] : '0';
    bool more = keep < 0 ||
                number.digits.find_first_not_of('0', static_cast<std::size_t>(keep) + 1) != std::string::npos;
    if (changed) *changed = first != '0' || more;
    if (rounds_away(rounding, number.negative, kept.back(), first, more)) add_one(kept);
    result.digits = kept;
    return result;
}

Number finish(Number number, Context& context) {
    if (number.is_nan()) {
        // Payloads are cut to what the precision holds.
        auto room = static_cast<std::size_t>(context.precision - (context.clamp ? 1 : 0));
        if (number.digits.size() > room)
            number.digits = without_leading_zeros(number.digits.substr(number.digits.size() - room));
        return number;
    }
    if (number.is_infinite()) return number;
    std::int64_t etiny = context.etiny(), etop = context.etop();
    if (number.is_zero()) {
        std::int64_t most = context.clamp ? etop : context.emax;
        std::int64_t exponent = std::clamp(number.exponent, etiny, most);
        if (exponent != number.exponent) context.status |= clamped;
        number.exponent = exponent;
        return number;
    }
    std::int64_t least =
        static_cast<std::int64_t>(number.digits.size()) + number.exponent - context.precision;
    if (least > etop) {
        context.status |= overflow | inexact | rounded;
        Number result;
        result.negative = number.negative;
        bool to_infinity = context.rounding == Rounding::half_even || context.rounding == Rounding::half_up ||
                           context.rounding == Rounding::half_down || context.rounding == Rounding::up ||
                           (context.rounding == Rounding::ceiling && !number.negative) ||
                           (context.rounding == Rounding::floor && number.negative);
        if (to_infinity) {
            result.kind = NumberKind::infinite;
        } else {
            result.digits.assign(static_cast<std::size_t>(context.precision), '9');
            result.exponent = etop;
        }
        return result;
    }
    bool is_subnormal = least < etiny;
    if (is_subnormal) least = etiny;
    if (number.exponent < least) {
        bool changed;
        Number result = rescale(number, least, context.rounding, &changed);
        if (static_cast<std::int64_t>(result.digits.size()) > context.precision) {
            // 99.9 became 100.0: one digit too many, and it is a zero.
            result.digits.pop_back();
            result.exponent += 1;
        }
        if (result.exponent > etop) {
            Number beyond = number;
            beyond.exponent = etop + context.precision;
            beyond.digits = "1";
            return finish(beyond, context);
        }
        if (changed && is_subnormal) context.status |= underflow;
        if (is_subnormal) context.status |= subnormal;
        if (changed) context.status |= inexact;
        context.status |= rounded;
        if (result.is_zero()) context.status |= clamped;
        return result;
    }
    if (is_subnormal) context.status |= subnormal;
    if (context.clamp && number.exponent > etop) {
        context.status |= clamped;
        number.digits.append(static_cast<std::size_t>(number.exponent - etop), '0');
        number.exponent = etop;
    }
    return number;
}

int compare(const Number& a, const Number& b) {
    if (a.is_infinite() || b.is_infinite()) {
        int left = a.is_infinite() ? (a.negative ? -1 : 1) : 0;
        int right = b.is_infinite() ? (b.negative ? -1 : 1) : 0;
        return left < right ? -1 : left > right;
    }
    if (a.is_zero() && b.is_zero()) return 0;
    if (a.is_zero()) return b.negative ? 1 : -1;
    if (b.is_zero()) return a.negative ? -1 : 1;
    if (a.negative != b.negative) return a.negative ? -1 : 1;
    int sign = a.negative ? -1 : 1;
    if (a.adjusted() != b.adjusted()) return a.adjusted() < b.adjusted() ? -sign : sign;
    std::size_t length = std::max(a.digits.size(), b.digits.size());
    std::string left = a.digits + std::string(length - a.digits.size(), '0');
    std::string right = b.digits + std::string(length - b.digits.size(), '0');
    return left < right ? -sign : left > right ? sign : 0;
}

int compare_total(const Number& a, const Number& b) {
    if (a.negative != b.negative) return a.negative ? -1 : 1;
    int sign = a.negative ? -1 : 1;
    auto rank = [](const Number& n) { return n.kind == NumberKind::quiet_nan ? 2 : n.is_nan() ? 1 : 0; };
    if (rank(a) != rank(b)) return rank(a) < rank(b) ? -sign : sign;
    if (a.is_nan()) {
        if (a.digits.size() != b.digits.size()) return a.digits.size() < b.digits.size() ? -sign : sign;
        return a.digits < b.digits ? -sign : a.digits > b.digits ? sign : 0;
    }
    if (int order = compare(a, b)) return order;
    return a.exponent < b.exponent ? -sign : a.exponent > b.exponent ? sign : 0;
}

} // namespace limbeck::python::decimal
