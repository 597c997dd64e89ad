// Python's int over Value's 64 bits and BigInt: arithmetic that moves between the two by itself.
//
// Every function here takes ints of any class (bool included) and gives exact ints.
#pragma once

#include "python/bigint.hpp"
#include "python/operations.hpp"

namespace limbeck::python {

Value make_integer(BigInt&& value);
BigInt to_bigint(const Value& value);
bool is_big(const Value& value) noexcept; // does not fit 64 bits
int integer_sign(const Value& value);

Value integer_binary(BinaryOp op, const Value& a, const Value& b);
Value integer_negative(const Value& a);
Value integer_invert(const Value& a);
// Floored division with remainder; ZeroDivisionError with the given sentence.
void integer_divide(const Value& a, const Value& b, Value& quotient, Value& remainder,
                    const char* complaint = "integer division or modulo by zero");
Value integer_power(const Value& base, const Value& exponent, const Value& modulus);
int integer_compare(const Value& a, const Value& b);
// -1, 0, 1; 2 where the float is not a number.
int integer_compare(const Value& a, double b);
std::uint64_t integer_hash(const Value& value);
std::uint64_t double_hash(double value);
double integer_to_double(const Value& value); // OverflowError where too large
Value double_to_integer(double value);        // truncated; OverflowError, ValueError for inf and nan
// In a base from 2 to 36, without prefix. Raises ValueError beyond CPython's limit of 4300 decimal digits.
std::string integer_text(const Value& value, int base = 10);
// int(text, base): Nothing where the text is no such literal.
Value parse_integer(std::string_view text, int base);
// A plain Value for an int of any class: instances of subclasses lose their class, bools become 0 or 1.
Value plain_integer(const Value& value);

} // namespace limbeck::python
