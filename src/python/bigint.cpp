#include "python/bigint.hpp"

#include <openssl/bn.h>
#include <openssl/crypto.h>

#include <cmath>
#include <limits>
#include <memory>
#include <new>

namespace limbeck::python {

namespace {

struct ContextDeleter {
    void operator()(BN_CTX* context) const { BN_CTX_free(context); }
};

BN_CTX* context() {
    thread_local std::unique_ptr<BN_CTX, ContextDeleter> made(BN_CTX_new());
    return made.get();
}

bignum_st* checked(bignum_st* made) {
    if (!made) throw std::bad_alloc();
    return made;
}

void ensure(int ok) {
    if (!ok) throw std::bad_alloc();
}

} // namespace

BigInt::BigInt() : n_(checked(BN_new())) {}

BigInt::BigInt(std::int64_t value)
    : BigInt(value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value)) {
    if (value < 0) BN_set_negative(n_, 1);
}

BigInt::BigInt(std::uint64_t value) : n_(checked(BN_new())) {
    ensure(BN_set_word(n_, value));
}

BigInt::BigInt(const BigInt& other) : n_(checked(BN_dup(other.n_))) {}
BigInt::BigInt(BigInt&& other) noexcept : n_(other.n_) {
    other.n_ = nullptr;
}
BigInt& BigInt::operator=(BigInt other) noexcept {
    std::swap(n_, other.n_);
    return *this;
}
BigInt::~BigInt() {
    BN_free(n_);
}

BigInt BigInt::from_digits(std::string_view digits, int base) {
    BigInt result;
    std::string text(digits);
    if (base == 10) {
        bignum_st* n = result.n_;
        ensure(BN_dec2bn(&n, text.c_str()));
        return result;
    }
    if (base == 16) {
        bignum_st* n = result.n_;
        ensure(BN_hex2bn(&n, text.c_str()));
        return result;
    }
    for (char c : digits) {
        int digit = c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
        ensure(BN_mul_word(result.n_, static_cast<BN_ULONG>(base)));
        ensure(BN_add_word(result.n_, static_cast<BN_ULONG>(digit)));
    }
    return result;
}

BigInt BigInt::from_double(double value) {
    int exponent = 0;
    double fraction = std::frexp(std::trunc(value), &exponent);
    auto mantissa = static_cast<std::int64_t>(std::ldexp(fraction, 53));
    BigInt result(mantissa);
    if (exponent > 53) return result.shifted_left(static_cast<std::size_t>(exponent - 53));
    // What is shifted out is zero: the value is integral. Negative values floor to themselves.
    return result.shifted_right(static_cast<std::size_t>(53 - exponent));
}

BigInt BigInt::from_bytes(std::string_view bytes, bool is_signed) {
    BigInt result;
    checked(BN_bin2bn(reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()),
                      result.n_));
    if (is_signed && !bytes.empty() && (static_cast<unsigned char>(bytes[0]) & 0x80))
        return result - BigInt(std::int64_t{1}).shifted_left(bytes.size() * 8);
    return result;
}

std::string BigInt::to_digits(int base) const {
    if (base == 10) {
        char* text = BN_bn2dec(n_);
        if (!text) throw std::bad_alloc();
        std::string result(text);
        OPENSSL_free(text);
        return result;
    }
    std::string digits;
    BigInt rest(*this);
    BN_set_negative(rest.n_, 0);
    if (BN_is_zero(rest.n_)) digits = "0";
    if (base == 16 || base == 8 || base == 2) {
        int width = base == 16 ? 4 : base == 8 ? 3 : 1;
        for (std::size_t at = 0, bits = bit_length(); at < bits; at += static_cast<std::size_t>(width)) {
            int digit = 0;
            for (int i = 0; i < width; ++i) digit |= bit(at + static_cast<std::size_t>(i)) << i;
            digits += "0123456789abcdef"[digit];
        }
    } else {
        while (!BN_is_zero(rest.n_)) {
            auto digit = BN_div_word(rest.n_, static_cast<BN_ULONG>(base));
            digits += "0123456789abcdefghijklmnopqrstuvwxyz"[digit];
        }
    }
    if (is_negative()) digits += '-';
    return {digits.rbegin(), digits.rend()};
}

double BigInt::to_double() const {
    std::size_t bits = bit_length();
    if (bits > 1024)
        return is_negative() ? -std::numeric_limits<double>::infinity()
                             : std::numeric_limits<double>::infinity();
    // The top 64 bits, the lowest of them telling whether anything below is set: rounds to nearest even as it
    // should.
    std::uint64_t top = 0;
    std::size_t shift = bits > 64 ? bits - 64 : 0;
    for (std::size_t at = 0; at < 64 && at + shift < bits; ++at)
        top |= static_cast<std::uint64_t>(bit(at + shift)) << at;
    for (std::size_t at = 0; at < shift; ++at) {
        if (!bit(at)) continue;
        top |= 1;
        break;
    }
    double magnitude = std::ldexp(static_cast<double>(top), static_cast<int>(shift));
    return is_negative() ? -magnitude : magnitude;
}

std::optional<std::string> BigInt::to_bytes(std::size_t length, bool is_signed) const {
    if (is_negative() && !is_signed) return std::nullopt;
    BigInt value(*this);
    // As CPython has it: -1 is all sign, however few the bytes.
    if (is_signed && length == 0 && compare(value, BigInt(std::int64_t{-1})) == 0) return std::string();
    if (is_signed) {
        BigInt limit =
            length ? BigInt(std::int64_t{1}).shifted_left(length * 8 - 1) : BigInt(std::int64_t{0});
        if (compare(value, limit) >= 0 && !(value.is_zero() && length == 0)) return std::nullopt;
        if (compare(value, -limit) < 0) return std::nullopt;
        if (is_negative()) value = value + BigInt(std::int64_t{1}).shifted_left(length * 8);
    }
    if (value.bit_length() > length * 8) return std::nullopt;
    std::string bytes(length, '\0');
    BN_bn2binpad(value.n_, reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(length));
    return bytes;
}

std::optional<std::int64_t> BigInt::to_int64() const {
    if (bit_length() > 64) return std::nullopt;
    BN_ULONG magnitude = BN_get_word(n_);
    if (BN_is_negative(n_)) {
        if (magnitude > std::uint64_t{1} << 63) return std::nullopt;
        return static_cast<std::int64_t>(0 - magnitude);
    }
    if (magnitude >> 63) return std::nullopt;
    return static_cast<std::int64_t>(magnitude);
}

bool BigInt::is_negative() const {
    return BN_is_negative(n_);
}
bool BigInt::is_zero() const {
    return BN_is_zero(n_);
}
bool BigInt::is_odd() const {
    return BN_is_odd(n_);
}
std::size_t BigInt::bit_length() const {
    return static_cast<std::size_t>(BN_num_bits(n_));
}
bool BigInt::bit(std::size_t at) const {
    return BN_is_bit_set(n_, static_cast<int>(at));
}

std::size_t BigInt::bit_count() const {
    std::size_t count = 0;
    for (std::size_t at = 0, bits = bit_length(); at < bits; ++at) count += bit(at);
    return count;
}

std::uint64_t BigInt::modulo(std::uint64_t divisor) const {
    std::uint64_t rest = BN_mod_word(n_, divisor);
    return is_negative() && rest ? divisor - rest : rest;
}

BigInt BigInt::operator-() const {
    BigInt result(*this);
    if (!result.is_zero()) BN_set_negative(result.n_, !is_negative());
    return result;
}

BigInt BigInt::operator~() const {
    return -*this - BigInt(std::int64_t{1});
}

BigInt operator+(const BigInt& a, const BigInt& b) {
    BigInt result;
    ensure(BN_add(result.n_, a.n_, b.n_));
    return result;
}

BigInt operator-(const BigInt& a, const BigInt& b) {
    BigInt result;
    ensure(BN_sub(result.n_, a.n_, b.n_));
    return result;
}

BigInt operator*(const BigInt& a, const BigInt& b) {
    BigInt result;
    ensure(BN_mul(result.n_, a.n_, b.n_, context()));
    return result;
}

void BigInt::divide(const BigInt& a, const BigInt& b, BigInt& quotient, BigInt& remainder) {
    BigInt q, r;
    ensure(BN_div(q.n_, r.n_, a.n_, b.n_, context()));
    if (!r.is_zero() && a.is_negative() != b.is_negative()) {
        q = q - BigInt(std::int64_t{1});
        r = r + b;
    }
    quotient = std::move(q);
    remainder = std::move(r);
}

namespace {

// Two's complement of both, wide enough, combined byte by byte.
template <class Combine> BigInt bitwise(const BigInt& a, const BigInt& b, Combine combine) {
    std::size_t bytes = std::max(a.bit_length(), b.bit_length()) / 8 + 2;
    std::string left = *a.to_bytes(bytes, true), right = *b.to_bytes(bytes, true);
    for (std::size_t at = 0; at < bytes; ++at) left[at] = static_cast<char>(combine(left[at], right[at]));
    return BigInt::from_bytes(left, true);
}

} // namespace

BigInt operator&(const BigInt& a, const BigInt& b) {
    return bitwise(a, b, [](char x, char y) { return x & y; });
}
BigInt operator|(const BigInt& a, const BigInt& b) {
    return bitwise(a, b, [](char x, char y) { return x | y; });
}
BigInt operator^(const BigInt& a, const BigInt& b) {
    return bitwise(a, b, [](char x, char y) { return x ^ y; });
}

BigInt BigInt::shifted_left(std::size_t bits) const {
    BigInt result;
    ensure(BN_lshift(result.n_, n_, static_cast<int>(bits)));
    return result;
}

BigInt BigInt::shifted_right(std::size_t bits) const {
    if (bits >= bit_length()) return BigInt(std::int64_t{is_negative() ? -1 : 0});
    BigInt result;
    if (!is_negative()) {
        ensure(BN_rshift(result.n_, n_, static_cast<int>(bits)));
        return result;
    }
    return ~(~*this).shifted_right(bits);
}

BigInt BigInt::power(std::uint64_t exponent) const {
    BigInt result(std::int64_t{1}), square(*this);
    while (exponent) {
        if (exponent & 1) result = result * square;
        exponent >>= 1;
        if (exponent) square = square * square;
    }
    return result;
}

BigInt BigInt::power_modulo(const BigInt& base, const BigInt& exponent, const BigInt& modulus) {
    BigInt result(std::int64_t{1}), square, quotient;
    divide(base, modulus, quotient, square);
    divide(result, modulus, quotient, result);
    for (std::size_t at = 0, bits = exponent.bit_length(); at < bits; ++at) {
        if (exponent.bit(at)) divide(result * square, modulus, quotient, result);
        divide(square * square, modulus, quotient, square);
    }
    return result;
}

int compare(const BigInt& a, const BigInt& b) {
    return BN_cmp(a.n_, b.n_);
}

} // namespace limbeck::python
