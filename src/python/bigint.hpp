// Integers of any size, over OpenSSL's BIGNUM. Values of 64 bits never get here (integers.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct bignum_st;

namespace limbeck::python {

class BigInt {
  public:
    BigInt();
    explicit BigInt(std::int64_t value);
    explicit BigInt(std::uint64_t value);
    BigInt(const BigInt& other);
    BigInt(BigInt&& other) noexcept;
    BigInt& operator=(BigInt other) noexcept;
    ~BigInt();

    // Digits in a base from 2 to 36, no sign, not checked; decimal and hexadecimal are fast.
    static BigInt from_digits(std::string_view digits, int base = 10);
    // The integral part. The number must be finite.
    static BigInt from_double(double value);
    static BigInt from_bytes(std::string_view big_endian, bool is_signed);

    // Lower-case digits with a leading "-" where negative.
    std::string to_digits(int base = 10) const;
    // Correctly rounded; infinity where too large.
    double to_double() const;
    // Two's complement, big-endian; nothing where it does not fit.
    std::optional<std::string> to_bytes(std::size_t length, bool is_signed) const;
    std::optional<std::int64_t> to_int64() const;

    bool is_negative() const;
    bool is_zero() const;
    bool is_odd() const;
    std::size_t bit_length() const; // of the magnitude
    std::size_t bit_count() const;  // ones in the magnitude
    bool bit(std::size_t at) const; // of the magnitude
    // The value modulo a small positive number, never negative.
    std::uint64_t modulo(std::uint64_t divisor) const;

    BigInt operator-() const;
    BigInt operator~() const;
    friend BigInt operator+(const BigInt& a, const BigInt& b);
    friend BigInt operator-(const BigInt& a, const BigInt& b);
    friend BigInt operator*(const BigInt& a, const BigInt& b);
    // Floored, as Python's; the divisor is not zero.
    static void divide(const BigInt& a, const BigInt& b, BigInt& quotient, BigInt& remainder);
    friend BigInt operator&(const BigInt& a, const BigInt& b);
    friend BigInt operator|(const BigInt& a, const BigInt& b);
    friend BigInt operator^(const BigInt& a, const BigInt& b);
    BigInt shifted_left(std::size_t bits) const;
    BigInt shifted_right(std::size_t bits) const; // floored
    BigInt power(std::uint64_t exponent) const;
    // base ** exponent mod modulus, for exponent >= 0 and modulus > 0.
    static BigInt power_modulo(const BigInt& base, const BigInt& exponent, const BigInt& modulus);
    friend int compare(const BigInt& a, const BigInt& b);

  private:
    bignum_st* n_;
};

} // namespace limbeck::python
