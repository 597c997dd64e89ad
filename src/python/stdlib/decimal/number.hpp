// Decimal arithmetic as IBM's General Decimal Arithmetic defines it and Python's `decimal` shows it: numbers,
// contexts and operations, no Python values.
//
// A number is a sign, a string of decimal digits and an exponent. Every operation computes exactly, then
// rounds once to the context. What happens on the way is added to the context's status; who calls decides
// what is an error.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace limbeck::python::decimal {

enum class NumberKind : std::uint8_t { finite, infinite, quiet_nan, signaling_nan };

struct Number {
    NumberKind kind = NumberKind::finite;
    bool negative = false;
    std::string digits = "0"; // no leading zeros; of a NaN: its payload, often empty
    std::int64_t exponent = 0;

    bool is_finite() const { return kind == NumberKind::finite; }
    bool is_infinite() const { return kind == NumberKind::infinite; }
    bool is_nan() const { return kind == NumberKind::quiet_nan || kind == NumberKind::signaling_nan; }
    bool is_zero() const { return is_finite() && digits == "0"; }
    // The exponent of the first digit.
    std::int64_t adjusted() const { return exponent + static_cast<std::int64_t>(digits.size()) - 1; }
};

enum class Rounding : std::uint8_t { up, down, ceiling, floor, half_up, half_down, half_even, zero_five_up };

// The conditions; the first group are kinds of InvalidOperation.
enum Signal : std::uint32_t {
    invalid_operation = 1,
    conversion_syntax = 2,
    division_impossible = 4,
    division_undefined = 8,
    invalid_context = 16,
    any_invalid = 31,
    division_by_zero = 32,
    overflow = 64,
    underflow = 128,
    subnormal = 256,
    inexact = 512,
    rounded = 1024,
    clamped = 2048,
    float_operation = 4096,
};

struct Context {
    std::int64_t precision = 28;
    Rounding rounding = Rounding::half_even;
    std::int64_t emin = -999999, emax = 999999;
    bool capitals = true, clamp = false;
    std::uint32_t traps = any_invalid | division_by_zero | overflow;
    std::uint32_t flags = 0;
    // Of the operation that ran last.
    std::uint32_t status = 0;

    std::int64_t etiny() const { return emin - precision + 1; }
    std::int64_t etop() const { return emax - precision + 1; }
};

// Python's number syntax: signs, underscores, exponents, "inf", "nan123". Nothing where it is something else.
std::optional<Number> parse(std::string_view text);
Number from_int(std::int64_t value);
// A NaN without a payload.
Number quiet_nan();
// The same as the result of what could not be done, which the context's status is told.
Number quiet_nan(std::uint32_t why, Context& context);
// The exact value.
Number from_double(double value);
double to_double(const Number& number);
std::string to_text(const Number& number, bool capitals = true, bool engineering = false);
// Integral digits with a sign; the fraction is cut off. The number must be finite.
std::string integral_digits(const Number& number);

// Rounds to the context: precision, exponent limits.
Number finish(Number number, Context& context);
// To a given exponent, no limits checked. `changed` tells whether anything but zeros was lost.
Number rescale(const Number& number, std::int64_t exponent, Rounding rounding, bool* changed = nullptr);

// -1, 0, 1 by value; neither may be a NaN.
int compare(const Number& a, const Number& b);
// The order of compare_total(): representations too.
int compare_total(const Number& a, const Number& b);

Number negate(Number number, Context& context);
Number add(const Number& a, const Number& b, Context& context);
Number subtract(const Number& a, const Number& b, Context& context);
Number multiply(const Number& a, const Number& b, Context& context);
Number divide(const Number& a, const Number& b, Context& context);
// Both at once: towards zero, the remainder has the dividend's sign.
void divide_integer(const Number& a, const Number& b, Context& context, Number& quotient, Number& remainder);
Number remainder_near(const Number& a, const Number& b, Context& context);
Number multiply_add(const Number& a, const Number& b, const Number& c, Context& context);
Number power(const Number& base, const Number& exponent, Context& context);
Number square_root(const Number& number, Context& context);
Number exponential(const Number& number, Context& context);
Number natural_log(const Number& number, Context& context);
Number decimal_log(const Number& number, Context& context);

Number quantize(const Number& number, const Number& like, Context& context);
Number normalize(const Number& number, Context& context);
// Without `exact`, no Inexact or Rounded.
Number to_integral(const Number& number, Rounding rounding, Context& context, bool exact = false);

// format(number, spec); nothing where the specification is wrong.
std::optional<std::string> format(const Number& number, std::string_view spec, const Context& context);

} // namespace limbeck::python::decimal
