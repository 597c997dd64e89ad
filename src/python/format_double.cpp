// Floats as text and back.
#include "python/format.hpp"
#include "python/wtf8.hpp"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>

namespace limbeck::python {

std::string double_repr(double value) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    char buffer[64];
    auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific);
    (void)error;
    std::string text(buffer, end);
    bool negative = text[0] == '-';
    if (negative) text.erase(0, 1);
    std::size_t e = text.find('e');
    int exponent = std::stoi(text.substr(e + 1));
    std::string digits = text.substr(0, 1);
    if (e > 2) digits += text.substr(2, e - 2);
    std::string out;
    if (exponent >= -4 && exponent < 16) {
        auto count = static_cast<int>(digits.size());
        if (exponent < 0)
            out = "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
        else if (count <= exponent + 1)
            out = digits + std::string(static_cast<std::size_t>(exponent + 1 - count), '0') + ".0";
        else
            out = digits.substr(0, static_cast<std::size_t>(exponent + 1)) + "." +
                  digits.substr(static_cast<std::size_t>(exponent + 1));
    } else {
        out = digits.substr(0, 1);
        if (digits.size() > 1) out += "." + digits.substr(1);
        out += exponent < 0 ? "e-" : "e+";
        int magnitude = std::abs(exponent);
        if (magnitude < 10) out += '0';
        out += std::to_string(magnitude);
    }
    return negative ? "-" + out : out;
}

std::string double_fixed(double value, char type, int precision, bool alternate) {
    if (std::isnan(value) || std::isinf(value)) {
        std::string text = std::isnan(value) ? "nan" : value > 0 ? "inf" : "-inf";
        if (type == 'E' || type == 'F' || type == 'G')
            for (char& c : text) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
        return text;
    }
    if (alternate && (type == 'g' || type == 'G')) {
        // The C library drops the zeros of a number that rounding brings to the next power of ten.
        if (precision == 0) precision = 1;
        char exponential = type == 'g' ? 'e' : 'E';
        std::string text = double_fixed(value, exponential, precision - 1, true);
        int exponent = std::stoi(text.substr(text.find(exponential) + 1));
        if (exponent < -4 || exponent >= precision) return text;
        return double_fixed(value, 'f', precision - 1 - exponent, true);
    }
    char pattern[16];
    std::snprintf(pattern, sizeof pattern, alternate ? "%%#.*%c" : "%%.*%c", type);
    int size = std::snprintf(nullptr, 0, pattern, precision, value);
    std::string text(static_cast<std::size_t>(size) + 1, '\0');
    std::snprintf(text.data(), text.size(), pattern, precision, value);
    text.pop_back();
    return text;
}

std::string complex_repr(double real, double imaginary) {
    auto part = [](double value) {
        std::string text = double_repr(value);
        if (text.size() > 2 && text.ends_with(".0")) text.resize(text.size() - 2);
        return text;
    };
    if (real == 0 && !std::signbit(real)) return part(imaginary) + "j";
    std::string second = part(imaginary);
    if (second[0] != '-') second = "+" + second;
    return "(" + part(real) + second + "j)";
}

bool parse_double(std::string_view given, double& out) {
    std::string text;
    for (std::size_t at = 0; at < given.size();) {
        char32_t c = wtf8::decode(given, at);
        if (wtf8::is_space(c))
            text += ' ';
        else if (int digit = wtf8::decimal_value(c); digit >= 0)
            text += static_cast<char>('0' + digit);
        else if (c < 0x80)
            text += static_cast<char>(c);
        else
            return false;
    }
    std::size_t start = text.find_first_not_of(' '), stop = text.find_last_not_of(' ');
    if (start == std::string::npos) return false;
    text = text.substr(start, stop - start + 1);
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char c = text[at];
        if (c != '_') {
            plain += c;
            continue;
        }
        auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
        if (at == 0 || !digit(at - 1) || !digit(at + 1)) return false;
    }
    std::string_view body = plain;
    bool negative = false;
    if (!body.empty() && (body[0] == '+' || body[0] == '-')) {
        negative = body[0] == '-';
        body.remove_prefix(1);
    }
    std::string lower(body);
    for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    double value = 0;
    if (lower == "inf" || lower == "infinity") {
        value = std::numeric_limits<double>::infinity();
    } else if (lower == "nan") {
        value = std::numeric_limits<double>::quiet_NaN();
    } else {
        if (lower.empty() || (lower[0] != '.' && (lower[0] < '0' || lower[0] > '9'))) return false;
        auto [end, error] = std::from_chars(lower.data(), lower.data() + lower.size(), value);
        if (end != lower.data() + lower.size()) return false;
        if (error == std::errc::result_out_of_range)
            value = std::strtod(lower.c_str(), nullptr);
        else if (error != std::errc())
            return false;
    }
    out = negative ? -value : value;
    return true;
}

} // namespace limbeck::python
