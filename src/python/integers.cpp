#include "python/integers.hpp"

#include "python/runtime.hpp"
#include "python/wtf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace limbeck::python {

namespace {

constexpr std::uint64_t hash_modulus = (std::uint64_t{1} << 61) - 1;
constexpr std::size_t max_digits = 4300;

// The value where it fits 64 bits.
bool small(const Value& value, std::int64_t& out) noexcept {
    if (value.is_small_int() || value.is_bool()) {
        out = value.as_int();
        return true;
    }
    Int* boxed = as<Int>(value);
    if (!boxed || boxed->big) return false;
    out = boxed->small;
    return true;
}

[[noreturn]] void raise_zero(const char* complaint) {
    raise(Exc::ZeroDivisionError, complaint);
}

// A product of long integers takes a time of its own, which the limit of steps has to see beforehand: a
// thousand pairs of 32-bit digits count as a step.
void charge_product(std::uint64_t bits, std::uint64_t other_bits) {
    std::uint64_t digits = bits / 32, other_digits = other_bits / 32;
    if (digits == 0 || other_digits == 0) return;
    constexpr std::uint64_t pairs_of_a_step = 1000, most = std::uint64_t{1} << 40;
    std::uint64_t pairs = digits > UINT64_MAX / other_digits ? UINT64_MAX : digits * other_digits;
    rt().steps += std::min(pairs / pairs_of_a_step, most);
    count_step();
}

BigInt product(const BigInt& a, const BigInt& b) {
    charge_product(a.bit_length(), b.bit_length());
    return a * b;
}

Value shift_left(const Value& a, const Value& b) {
    std::int64_t by = 0;
    if (!small(b, by) || by < 0) {
        if (integer_sign(b) < 0) raise(Exc::ValueError, "negative shift count");
        if (integer_sign(a) == 0) return Value::integer(0);
        raise(Exc::OverflowError, "too many digits in integer");
    }
    std::int64_t x = 0;
    if (small(a, x)) {
        if (x == 0) return Value::integer(0);
        // Not by std::abs(), which the least of the integers has none of.
        if (by < 62 && x < (std::int64_t{1} << (62 - by)) && x > -(std::int64_t{1} << (62 - by)))
            return Value::integer(x * (std::int64_t{1} << by));
    }
    rt().heap.foresee(static_cast<std::uint64_t>(by) / 8);
    if (by > INT32_MAX - 64) raise(Exc::OverflowError, "too many digits in integer");
    return make_integer(to_bigint(a).shifted_left(static_cast<std::size_t>(by)));
}

Value shift_right(const Value& a, const Value& b) {
    std::int64_t by = 0, x = 0;
    if (integer_sign(b) < 0) raise(Exc::ValueError, "negative shift count");
    if (!small(b, by)) return Value::integer(integer_sign(a) < 0 ? -1 : 0);
    if (small(a, x)) return Value::integer(by > 63 ? (x < 0 ? -1 : 0) : x >> by);
    return make_integer(to_bigint(a).shifted_right(static_cast<std::size_t>(by)));
}

Value true_divide(const Value& a, const Value& b) {
    if (integer_sign(b) == 0) raise_zero("division by zero");
    std::int64_t x = 0, y = 0;
    constexpr std::int64_t exact = std::int64_t{1} << 53;
    auto is_exact = [](std::int64_t value) { return value <= exact && value >= -exact; };
    if (small(a, x) && small(b, y) && is_exact(x) && is_exact(y))
        return Value::number(static_cast<double>(x) / static_cast<double>(y));
    if (integer_sign(a) == 0) return Value::number(integer_sign(b) < 0 ? -0.0 : 0.0);
    // Scaled so that the quotient has 64 bits and more; what is lost is remembered in the lowest bit.
    BigInt p = to_bigint(a), q = to_bigint(b);
    bool negative = p.is_negative() != q.is_negative();
    if (p.is_negative()) p = -p;
    if (q.is_negative()) q = -q;
    auto shift = static_cast<std::int64_t>(q.bit_length()) - static_cast<std::int64_t>(p.bit_length()) + 66;
    if (shift > 0)
        p = p.shifted_left(static_cast<std::size_t>(shift));
    else
        q = q.shifted_left(static_cast<std::size_t>(-shift));
    BigInt quotient, remainder;
    BigInt::divide(p, q, quotient, remainder);
    if (!remainder.is_zero()) quotient = quotient | BigInt(std::int64_t{1});
    double result = std::ldexp(quotient.to_double(), static_cast<int>(-shift));
    if (std::isinf(result)) raise(Exc::OverflowError, "integer division result too large for a float");
    return Value::number(negative ? -result : result);
}

} // namespace

Value make_integer(BigInt&& value) {
    if (auto fits = value.to_int64()) return Value::integer(*fits);
    return make<Int>(types().int_, std::move(value));
}

BigInt to_bigint(const Value& value) {
    std::int64_t x = 0;
    if (small(value, x)) return BigInt(x);
    return *cast<Int>(value).big;
}

bool is_big(const Value& value) noexcept {
    Int* boxed = as<Int>(value);
    return boxed && boxed->big;
}

Value plain_integer(const Value& value) {
    std::int64_t x = 0;
    if (small(value, x)) return Value::integer(x);
    if (cast<Int>(value).cls == types().int_) return value;
    return make<Int>(types().int_, BigInt(*cast<Int>(value).big));
}

int integer_sign(const Value& value) {
    std::int64_t x = 0;
    if (small(value, x)) return x < 0 ? -1 : x > 0;
    return cast<Int>(value).big->is_negative() ? -1 : 1;
}

Value integer_negative(const Value& a) {
    std::int64_t x = 0;
    if (small(a, x) && x != INT64_MIN) return Value::integer(-x);
    return make_integer(-to_bigint(a));
}

Value integer_invert(const Value& a) {
    std::int64_t x = 0;
    if (small(a, x)) return Value::integer(~x);
    return make_integer(~to_bigint(a));
}

void integer_divide(const Value& a, const Value& b, Value& quotient, Value& remainder,
                    const char* complaint) {
    if (integer_sign(b) == 0) raise_zero(complaint);
    std::int64_t x = 0, y = 0;
    if (small(a, x) && small(b, y) && !(x == INT64_MIN && y == -1)) {
        std::int64_t q = x / y, r = x % y;
        if (r != 0 && (r < 0) != (y < 0)) {
            --q;
            r += y;
        }
        quotient = Value::integer(q);
        remainder = Value::integer(r);
        return;
    }
    BigInt q, r;
    BigInt::divide(to_bigint(a), to_bigint(b), q, r);
    quotient = make_integer(std::move(q));
    remainder = make_integer(std::move(r));
}

Value integer_power(const Value& base, const Value& exponent, const Value& modulus) {
    if (modulus.exists() && !modulus.is_none()) {
        if (integer_sign(modulus) == 0) raise(Exc::ValueError, "pow() 3rd argument cannot be 0");
        BigInt m = to_bigint(modulus), b = to_bigint(base), e = to_bigint(exponent);
        bool negative = m.is_negative();
        if (negative) m = -m;
        if (e.is_negative()) {
            // The inverse by Euclid's algorithm.
            BigInt r0 = m, r1, q, t0, t1(std::int64_t{1});
            BigInt::divide(b, m, q, r1);
            while (!r1.is_zero()) {
                BigInt rest;
                BigInt::divide(r0, r1, q, rest);
                BigInt t2 = t0 - q * t1;
                t0 = std::move(t1);
                t1 = std::move(t2);
                r0 = std::move(r1);
                r1 = std::move(rest);
            }
            if (compare(r0, BigInt(std::int64_t{1})) != 0)
                raise(Exc::ValueError, "base is not invertible for the given modulus");
            b = t0;
            e = -e;
        }
        BigInt result = BigInt::power_modulo(b, e, m);
        if (negative && !result.is_zero()) result = result - m;
        return make_integer(std::move(result));
    }
    if (integer_sign(exponent) < 0) {
        double b = integer_to_double(base), e = integer_to_double(exponent);
        if (b == 0) raise_zero("0.0 cannot be raised to a negative power");
        return Value::number(std::pow(b, e));
    }
    std::int64_t x = 0, e = 0;
    if (small(base, x) && (x == 0 || x == 1 || x == -1)) {
        if (integer_sign(exponent) == 0) return Value::integer(1);
        if (x != -1) return Value::integer(x);
        return Value::integer(to_bigint(exponent).is_odd() ? -1 : 1);
    }
    if (!small(exponent, e))
        throw LimitError("the script raises a number to a power that no memory could hold");
    if (small(base, x)) {
        std::int64_t result = 1, square = x, left = e;
        bool fits = true;
        while (left && fits) {
            if (left & 1) fits = !__builtin_mul_overflow(result, square, &result);
            left >>= 1;
            if (left && fits) fits = !__builtin_mul_overflow(square, square, &square);
        }
        if (fits) return Value::integer(result);
    }
    BigInt b = to_bigint(base);
    std::uint64_t bits = b.bit_length() * static_cast<std::uint64_t>(e);
    rt().heap.foresee(bits / 8);
    charge_product(bits / 2,
                   bits / 2); // the last of the squares; those before it are a third of that together
    return make_integer(b.power(static_cast<std::uint64_t>(e)));
}

Value integer_binary(BinaryOp op, const Value& a, const Value& b) {
    std::int64_t x = 0, y = 0, out = 0;
    bool both = small(a, x) && small(b, y);
    switch (op) {
    case BinaryOp::Add:
        if (both && !__builtin_add_overflow(x, y, &out)) return Value::integer(out);
        return make_integer(to_bigint(a) + to_bigint(b));
    case BinaryOp::Sub:
        if (both && !__builtin_sub_overflow(x, y, &out)) return Value::integer(out);
        return make_integer(to_bigint(a) - to_bigint(b));
    case BinaryOp::Mult:
        if (both && !__builtin_mul_overflow(x, y, &out)) return Value::integer(out);
        return make_integer(product(to_bigint(a), to_bigint(b)));
    case BinaryOp::FloorDiv:
    case BinaryOp::Mod: {
        Value quotient, remainder;
        integer_divide(a, b, quotient, remainder,
                       op == BinaryOp::Mod ? "integer modulo by zero" : "integer division or modulo by zero");
        return op == BinaryOp::Mod ? remainder : quotient;
    }
    case BinaryOp::Div:
        return true_divide(a, b);
    case BinaryOp::Pow:
        return integer_power(a, b, Value());
    case BinaryOp::LShift:
        return shift_left(a, b);
    case BinaryOp::RShift:
        return shift_right(a, b);
    case BinaryOp::BitAnd:
        return both ? Value::integer(x & y) : make_integer(to_bigint(a) & to_bigint(b));
    case BinaryOp::BitOr:
        return both ? Value::integer(x | y) : make_integer(to_bigint(a) | to_bigint(b));
    case BinaryOp::BitXor:
        return both ? Value::integer(x ^ y) : make_integer(to_bigint(a) ^ to_bigint(b));
    case BinaryOp::MatMult:
        break;
    }
    return Value::not_implemented();
}

int integer_compare(const Value& a, const Value& b) {
    std::int64_t x = 0, y = 0;
    if (small(a, x) && small(b, y)) return x < y ? -1 : x > y;
    return compare(to_bigint(a), to_bigint(b));
}

int integer_compare(const Value& a, double b) {
    if (std::isnan(b)) return 2;
    if (std::isinf(b)) return b > 0 ? -1 : 1;
    double whole = std::trunc(b);
    int order = compare(to_bigint(a), BigInt::from_double(whole));
    if (order != 0) return order;
    return whole < b ? -1 : whole > b;
}

std::uint64_t integer_hash(const Value& value) {
    std::int64_t x = 0;
    std::int64_t hash;
    if (small(value, x)) {
        std::uint64_t magnitude = x < 0 ? 0 - static_cast<std::uint64_t>(x) : static_cast<std::uint64_t>(x);
        hash = static_cast<std::int64_t>(magnitude % hash_modulus);
        if (x < 0) hash = -hash;
    } else {
        BigInt big = to_bigint(value);
        bool negative = big.is_negative();
        hash = static_cast<std::int64_t>((negative ? -big : big).modulo(hash_modulus));
        if (negative) hash = -hash;
    }
    return static_cast<std::uint64_t>(hash == -1 ? -2 : hash);
}

// The numeric hash of Python's documentation: equal numbers hash alike, whatever their type.
std::uint64_t double_hash(double value) {
    if (std::isinf(value)) return static_cast<std::uint64_t>(value > 0 ? 314159 : -314159);
    if (std::isnan(value)) return 0;
    int exponent = 0;
    double mantissa = std::frexp(value, &exponent);
    bool negative = mantissa < 0;
    if (negative) mantissa = -mantissa;
    std::uint64_t hash = 0;
    while (mantissa != 0) {
        hash = ((hash << 28) & hash_modulus) | hash >> (61 - 28);
        mantissa *= 268435456.0;
        exponent -= 28;
        auto digit = static_cast<std::uint64_t>(mantissa);
        mantissa -= static_cast<double>(digit);
        hash += digit;
        if (hash >= hash_modulus) hash -= hash_modulus;
    }
    exponent = exponent >= 0 ? exponent % 61 : 60 - (-1 - exponent) % 61;
    hash = ((hash << exponent) & hash_modulus) | hash >> (61 - exponent);
    auto signed_hash = static_cast<std::int64_t>(hash);
    if (negative) signed_hash = -signed_hash;
    return static_cast<std::uint64_t>(signed_hash == -1 ? -2 : signed_hash);
}

double integer_to_double(const Value& value) {
    std::int64_t x = 0;
    if (small(value, x)) return static_cast<double>(x);
    double result = cast<Int>(value).big->to_double();
    if (std::isinf(result)) raise(Exc::OverflowError, "int too large to convert to float");
    return result;
}

Value double_to_integer(double value) {
    if (std::isinf(value)) raise(Exc::OverflowError, "cannot convert float infinity to integer");
    if (std::isnan(value)) raise(Exc::ValueError, "cannot convert float NaN to integer");
    if (std::abs(value) < 9.0e18) return Value::integer(static_cast<std::int64_t>(value));
    return make_integer(BigInt::from_double(value));
}

std::string integer_text(const Value& value, int base) {
    std::int64_t x = 0;
    if (small(value, x)) {
        char buffer[72];
        auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, x, base);
        (void)error;
        return std::string(buffer, end);
    }
    const BigInt& big = *cast<Int>(value).big;
    if (base == 10 && big.bit_length() > max_digits * 4)
        raise(Exc::ValueError, fmt::format("Exceeds the limit ({} digits) for integer string conversion; use "
                                           "sys.set_int_max_str_digits() to increase the limit",
                                           max_digits));
    std::string text = big.to_digits(base);
    if (base == 10 && text.size() - big.is_negative() > max_digits)
        raise(Exc::ValueError, fmt::format("Exceeds the limit ({} digits) for integer string conversion; use "
                                           "sys.set_int_max_str_digits() to increase the limit",
                                           max_digits));
    return text;
}

Value parse_integer(std::string_view text, int base) {
    // Digits of any script count; they become ASCII first.
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = wtf8::decode(text, at);
        if (c < 0x80)
            plain += static_cast<char>(c);
        else if (wtf8::is_space(c))
            plain += ' ';
        else if (int digit = wtf8::decimal_value(c); digit >= 0)
            plain += static_cast<char>('0' + digit);
        else
            return {};
    }
    std::size_t start = plain.find_first_not_of(" \t\n\v\f\r\x1c\x1d\x1e\x1f"),
                stop = plain.find_last_not_of(" \t\n\v\f\r\x1c\x1d\x1e\x1f");
    if (start == std::string::npos) return {};
    plain = plain.substr(start, stop - start + 1);
    std::size_t at = 0;
    bool negative = false;
    if (plain[0] == '+' || plain[0] == '-') negative = plain[at++] == '-';
    auto prefixed = [&](char letter) {
        return plain.size() > at + 1 && plain[at] == '0' && (plain[at + 1] | 32) == letter;
    };
    bool prefix = true;
    if ((base == 0 || base == 16) && prefixed('x'))
        base = 16, at += 2;
    else if ((base == 0 || base == 8) && prefixed('o'))
        base = 8, at += 2;
    else if ((base == 0 || base == 2) && prefixed('b'))
        base = 2, at += 2;
    else
        prefix = false;
    if (prefix && at < plain.size() && plain[at] == '_') ++at;
    bool literal = base == 0;
    if (literal) base = 10;
    std::string digits;
    bool after_digit = false;
    for (; at < plain.size(); ++at) {
        char c = plain[at];
        if (c == '_') {
            if (!after_digit || at + 1 == plain.size()) return {};
            after_digit = false;
            continue;
        }
        int digit = c >= '0' && c <= '9'                 ? c - '0'
                    : (c | 32) >= 'a' && (c | 32) <= 'z' ? (c | 32) - 'a' + 10
                                                         : 99;
        if (digit >= base) return {};
        digits += c;
        after_digit = true;
    }
    if (digits.empty()) return {};
    if (literal && digits.size() > 1 && digits[0] == '0' &&
        digits.find_first_not_of('0') != std::string::npos)
        return {};
    if (digits.size() <= 18 && base <= 10) {
        std::int64_t value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
        return Value::integer(negative ? -value : value);
    }
    if (digits.size() > max_digits && (base & (base - 1)) != 0)
        raise(Exc::ValueError,
              fmt::format("Exceeds the limit ({} digits) for integer string conversion: value has {} digits; "
                          "use sys.set_int_max_str_digits() to increase the limit",
                          max_digits, digits.size()));
    BigInt big = BigInt::from_digits(digits, base);
    return make_integer(negative ? -big : std::move(big));
}

Value make_int_from_digits(std::string_view digits) {
    bool negative = !digits.empty() && digits[0] == '-';
    if (!digits.empty() && (digits[0] == '-' || digits[0] == '+')) digits.remove_prefix(1);
    BigInt big = BigInt::from_digits(digits, 10);
    return make_integer(negative ? -big : std::move(big));
}

std::string int_digits(const Value& value) {
    std::int64_t x = 0;
    if (small(value, x)) return std::to_string(x);
    return cast<Int>(value).big->to_digits();
}

} // namespace limbeck::python
