#include "python/number_literal.hpp"

#include <charconv>
#include <cstdlib>
#include <limits>

#include <fmt/format.h>

namespace limbeck::python::number_literal {

namespace {

constexpr std::size_t max_decimal_digits = 4300;

double to_double(const std::string& digits) {
    double value = 0;
    auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    // Too large is infinite and too small is zero, as in C's strtod.
    if (result.ec == std::errc::result_out_of_range) value = std::strtod(digits.c_str(), nullptr);
    return value;
}

} // namespace

std::string evaluate(std::string_view text, Arena& arena, ast::Constant& constant) {
    std::string clean;
    std::string_view digits = text;
    if (text.find('_') != std::string_view::npos) {
        for (char c : text) {
            if (c != '_') clean += c;
        }
        digits = clean;
    }
    int radix = 10;
    if (digits.size() > 2 && digits[0] == '0') {
        char letter = static_cast<char>(digits[1] | 0x20);
        radix = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 10;
        if (radix != 10) digits.remove_prefix(2);
    }
    if (radix == 10) {
        if (digits.back() == 'j' || digits.back() == 'J') {
            constant.type = ast::ConstantType::Imaginary;
            constant.real = to_double(std::string(digits.substr(0, digits.size() - 1)));
            return {};
        }
        if (digits.find_first_of(".eE") != std::string_view::npos) {
            constant.type = ast::ConstantType::Float;
            constant.real = to_double(std::string(digits));
            return {};
        }
    }
    std::int64_t value = 0;
    auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value, radix);
    if (result.ec == std::errc()) {
        constant.type = ast::ConstantType::Integer;
        constant.integer = value;
        return {};
    }
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    if (radix == 10 && digits.size() > max_decimal_digits) {
        return fmt::format(
            "Exceeds the limit ({} digits) for integer string conversion: value has {} digits; use "
            "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge "
            "integer literals to avoid decimal conversion limits.",
            max_decimal_digits, digits.size());
    }
    constant.type = ast::ConstantType::BigInteger;
    constant.radix = static_cast<std::uint8_t>(radix);
    constant.integer = 0;
    constant.text = arena.copy(digits);
    return {};
}

} // namespace limbeck::python::number_literal
