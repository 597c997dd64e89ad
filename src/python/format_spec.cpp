// Format specifications: format(), str.format() and f-strings.
#include "python/format.hpp"
#include "python/integers.hpp"
#include "python/runtime.hpp"
#include "python/wtf8.hpp"

#include <fmt/format.h>

#include <cmath>

namespace limbeck::python {

namespace {

bool is_align(char32_t c) {
    return c == '<' || c == '>' || c == '=' || c == '^';
}

std::int64_t read_number(std::u32string_view spec, std::size_t& at) {
    if (at >= spec.size() || wtf8::decimal_value(spec[at]) < 0) return -1;
    std::int64_t value = 0;
    while (at < spec.size() && wtf8::decimal_value(spec[at]) >= 0) {
        value = value * 10 + wtf8::decimal_value(spec[at++]);
        if (value > INT32_MAX) raise(Exc::ValueError, "Too many decimal digits in format string");
    }
    return value;
}

[[noreturn]] void raise_unknown_code(char type, std::string_view type_name) {
    raise(Exc::ValueError, fmt::format("Unknown format code '{}' for object of type '{}'", type, type_name));
}

// "1234567" -> "1,234,567"
std::string grouped(const std::string& digits, char separator, std::size_t group) {
    std::string out;
    for (std::size_t at = 0; at < digits.size(); ++at) {
        if (at && (digits.size() - at) % group == 0) out += separator;
        out += digits[at];
    }
    return out;
}

// Sign, prefix and digits brought to the width; zeros are grouped along with the digits.
std::string assemble(const std::string& sign, const std::string& prefix, std::string digits,
                     const std::string& rest, const FormatSpec& spec, std::size_t group) {
    char separator = spec.grouping;
    char32_t fill = spec.zero_padded && !spec.align ? U'0' : spec.fill;
    char align = spec.align ? spec.align : spec.zero_padded ? '=' : '>';
    if (separator && fill == U'0' && align == '=') {
        std::size_t used = sign.size() + prefix.size() + wtf8::length(rest);
        while (static_cast<std::int64_t>(used + grouped(digits, separator, group).size()) < spec.width)
            digits.insert(0, "0");
        return sign + prefix + grouped(digits, separator, group) + rest;
    }
    std::string body = separator ? grouped(digits, separator, group) : digits;
    std::string text = sign + prefix + body + rest;
    auto length = static_cast<std::int64_t>(wtf8::length(text));
    if (length >= spec.width) return text;
    auto missing = static_cast<std::size_t>(spec.width - length);
    auto fill_with = [&](std::size_t count) {
        std::string out;
        for (std::size_t i = 0; i < count; ++i) wtf8::append(out, fill);
        return out;
    };
    switch (align) {
    case '<':
        return text + fill_with(missing);
    case '^':
        return fill_with(missing / 2) + text + fill_with(missing - missing / 2);
    case '=':
        return sign + prefix + fill_with(missing) + body + rest;
    default:
        return fill_with(missing) + text;
    }
}

// Thousands are for decimal numbers, `_` for the other bases, too.
void require_grouping(char separator, char32_t type) {
    if (type == 0 || std::u32string_view(U"defgEG%F").find(type) != std::u32string_view::npos) return;
    if (separator == '_' && std::u32string_view(U"boxX").find(type) != std::u32string_view::npos) return;
    std::string shown = type >= 0x80 ? fmt::format("\\x{:x}", static_cast<unsigned>(type))
                                     : std::string(1, static_cast<char>(type));
    raise(Exc::ValueError, fmt::format("Cannot specify '{}' with '{}'.", separator, shown));
}

std::string sign_text(bool negative, char sign) {
    if (negative) return "-";
    if (sign == '+') return "+";
    return sign == ' ' ? " " : "";
}

std::string split_and_assemble(std::string text, const FormatSpec& spec) {
    bool negative = text[0] == '-';
    if (negative) text.erase(0, 1);
    if (negative && spec.no_negative_zero && text.find_first_of("123456789nN") == std::string::npos)
        negative = false;
    std::size_t whole = 0;
    while (whole < text.size() && text[whole] >= '0' && text[whole] <= '9') ++whole;
    if (whole == 0) { // inf, nan
        FormatSpec plain = spec;
        plain.grouping = 0;
        if (plain.zero_padded && !plain.align) plain.fill = U'0';
        return assemble(sign_text(negative, spec.sign), "", "", text, plain, 3);
    }
    return assemble(sign_text(negative, spec.sign), "", text.substr(0, whole), text.substr(whole), spec, 3);
}

std::string double_body(double value, const FormatSpec& spec) {
    char type = spec.type;
    int precision = spec.precision < 0 ? 6 : static_cast<int>(spec.precision);
    switch (type) {
    case 0: {
        if (spec.precision < 0) {
            std::string text = double_repr(value);
            std::size_t e = text.find('e');
            if (spec.alternate && e != std::string::npos && text.find('.') == std::string::npos)
                text.insert(e, ".");
            return text;
        }
        // Like 'g', but with a digit behind the point, and exponents from one digit earlier on.
        if (!std::isfinite(value)) return double_repr(value);
        if (precision == 0) precision = 1;
        std::string scientific = double_fixed(value, 'e', precision - 1, false);
        int exponent = std::stoi(scientific.substr(scientific.find('e') + 1));
        if (exponent >= -4 && exponent < precision - 1) {
            std::string text = double_fixed(value, 'g', precision, spec.alternate);
            if (text.find('.') == std::string::npos) text += ".0";
            return text;
        }
        if (exponent == precision - 1 && exponent >= 0) {
            std::string mantissa = scientific;
            std::size_t e = mantissa.find('e');
            std::string digits = mantissa.substr(0, e);
            if (digits.find('.') != std::string::npos && !spec.alternate) {
                while (digits.back() == '0') digits.pop_back();
                if (digits.back() == '.') digits.pop_back();
            }
            if (spec.alternate && digits.find('.') == std::string::npos) digits += '.';
            return digits + mantissa.substr(e);
        }
        return double_fixed(value, 'g', precision, spec.alternate);
    }
    case 'n':
        return double_fixed(value, 'g', precision == 0 ? 1 : precision, spec.alternate);
    case 'g':
    case 'G':
        return double_fixed(value, type, precision == 0 ? 1 : precision, spec.alternate);
    case '%':
        return double_fixed(value * 100, 'f', precision, spec.alternate) + "%";
    default:
        return double_fixed(value, type, precision, spec.alternate);
    }
}

} // namespace

FormatSpec parse_format_spec(std::string_view text, std::string_view type_name) {
    std::u32string spec = wtf8::to_code_points(text);
    FormatSpec out;
    std::size_t at = 0;
    bool fill_given = false;
    if (spec.size() >= 2 && is_align(spec[1])) {
        out.fill = spec[0];
        out.align = static_cast<char>(spec[1]);
        fill_given = true;
        at = 2;
    } else if (!spec.empty() && is_align(spec[0])) {
        out.align = static_cast<char>(spec[0]);
        at = 1;
    }
    if (at < spec.size() && (spec[at] == '+' || spec[at] == '-' || spec[at] == ' '))
        out.sign = static_cast<char>(spec[at++]);
    if (at < spec.size() && spec[at] == 'z') out.no_negative_zero = true, ++at;
    if (at < spec.size() && spec[at] == '#') out.alternate = true, ++at;
    if (!fill_given && at < spec.size() && spec[at] == '0') {
        out.zero_padded = true;
        if (out.align) out.fill = U'0';
        ++at;
    }
    out.width = read_number(spec, at);
    if (at < spec.size() && spec[at] == ',') out.grouping = ',', ++at;
    if (at < spec.size() && spec[at] == '_') {
        if (out.grouping) raise(Exc::ValueError, "Cannot specify both ',' and '_'.");
        out.grouping = '_';
        ++at;
    }
    if (at < spec.size() && spec[at] == ',') {
        if (out.grouping == '_') raise(Exc::ValueError, "Cannot specify both ',' and '_'.");
        if (out.grouping == ',') raise(Exc::ValueError, "Cannot specify ',' with ','.");
    }
    if (at < spec.size() && spec[at] == '.') {
        ++at;
        out.precision = read_number(spec, at);
        if (out.precision < 0) raise(Exc::ValueError, "Format specifier missing precision");
    }
    if (spec.size() - at > 1)
        raise(Exc::ValueError,
              fmt::format("Invalid format specifier '{}' for object of type '{}'", text, type_name));
    char32_t type = at < spec.size() ? spec[at] : 0;
    if (out.grouping) require_grouping(out.grouping, type ? type : type_name == "str" ? U's' : U'\0');
    if (type >= 0x80)
        raise(Exc::ValueError, fmt::format("Unknown format code '\\x{:x}' for object of type '{}'",
                                           static_cast<unsigned>(type), type_name));
    out.type = static_cast<char>(type);
    rt().heap.foresee(out.width > 0 ? static_cast<std::uint64_t>(out.width) : 0);
    return out;
}

std::string pad(std::string_view text, std::size_t length, const FormatSpec& spec, char default_align) {
    if (static_cast<std::int64_t>(length) >= spec.width) return std::string(text);
    auto missing = static_cast<std::size_t>(spec.width) - length;
    char align = spec.align ? spec.align : default_align;
    std::size_t before = align == '>' || align == '=' ? missing : align == '^' ? missing / 2 : 0;
    std::string out;
    char32_t fill = spec.zero_padded && !spec.align ? U'0' : spec.fill;
    for (std::size_t i = 0; i < before; ++i) wtf8::append(out, fill);
    out += text;
    for (std::size_t i = 0; i < missing - before; ++i) wtf8::append(out, fill);
    return out;
}

std::string format_integer(const Value& value, std::string_view text) {
    if (text.empty()) return integer_text(value);
    FormatSpec spec = parse_format_spec(text, type_name(value));
    char type = spec.type;
    if (type && std::string_view("eEfFgG%").find(type) != std::string_view::npos)
        return format_double(integer_to_double(value), text);
    if (type && std::string_view("bcdnoxX").find(type) == std::string_view::npos)
        raise_unknown_code(type, type_name(value));
    if (spec.precision >= 0) raise(Exc::ValueError, "Precision not allowed in integer format specifier");
    if (spec.no_negative_zero)
        raise(Exc::ValueError, "Negative zero coercion (z) not allowed in integer format specifier");
    if (type == 'c') {
        if (spec.sign) raise(Exc::ValueError, "Sign not allowed with integer format specifier 'c'");
        if (spec.alternate)
            raise(Exc::ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
        auto code = integer_if(value);
        if (!code) raise(Exc::OverflowError, "Python int too large to convert to C long");
        if (*code < 0 || *code > 0x10ffff) raise(Exc::OverflowError, "%c arg not in range(0x110000)");
        std::string character;
        wtf8::append(character, static_cast<char32_t>(*code));
        return pad(character, 1, spec, '>');
    }
    int base = type == 'b' ? 2 : type == 'o' ? 8 : type == 'x' || type == 'X' ? 16 : 10;
    std::string digits = integer_text(value, base);
    bool negative = digits[0] == '-';
    if (negative) digits.erase(0, 1);
    std::string prefix;
    if (spec.alternate && base != 10)
        prefix = base == 2 ? "0b" : base == 8 ? "0o" : type == 'X' ? "0X" : "0x";
    if (type == 'X')
        for (char& c : digits) c = static_cast<char>(c >= 'a' ? c - 32 : c);
    return assemble(sign_text(negative, spec.sign), prefix, digits, "", spec, base == 10 ? 3 : 4);
}

std::string format_double(double value, std::string_view text) {
    if (text.empty()) return double_repr(value);
    FormatSpec spec = parse_format_spec(text, "float");
    if (spec.type && std::string_view("eEfFgGn%").find(spec.type) == std::string_view::npos)
        raise_unknown_code(spec.type, "float");
    if (spec.precision > INT32_MAX - 10) raise(Exc::ValueError, "precision too big");
    return split_and_assemble(double_body(value, spec), spec);
}

std::string format_text(std::string_view value, std::string_view text) {
    if (text.empty()) return std::string(value);
    FormatSpec spec = parse_format_spec(text, "str");
    if (spec.type && spec.type != 's') raise_unknown_code(spec.type, "str");
    if (spec.sign)
        raise(Exc::ValueError, spec.sign == ' ' ? "Space not allowed in string format specifier"
                                                : "Sign not allowed in string format specifier");
    if (spec.no_negative_zero)
        raise(Exc::ValueError, "Negative zero coercion (z) not allowed in string format specifier");
    if (spec.alternate) raise(Exc::ValueError, "Alternate form (#) not allowed in string format specifier");
    if (spec.align == '=') raise(Exc::ValueError, "'=' alignment not allowed in string format specifier");
    std::size_t length = wtf8::length(value);
    std::string_view shown = value;
    if (spec.precision >= 0 && static_cast<std::size_t>(spec.precision) < length) {
        length = static_cast<std::size_t>(spec.precision);
        shown = wtf8::slice(value, 0, length, false);
    }
    return pad(shown, length, spec, '<');
}

std::string format_complex(double real, double imaginary, std::string_view text) {
    if (text.empty()) return complex_repr(real, imaginary);
    FormatSpec spec = parse_format_spec(text, "complex");
    if (spec.type && std::string_view("eEfFgGn").find(spec.type) == std::string_view::npos)
        raise_unknown_code(spec.type, "complex");
    if (spec.zero_padded) raise(Exc::ValueError, "Zero padding is not allowed in complex format specifier");
    if (spec.align == '=')
        raise(Exc::ValueError, "'=' alignment flag is not allowed in complex format specifier");
    FormatSpec part = spec;
    part.width = -1;
    // Without a type it is as str() shows it: no zero for a real part, brackets around two parts, no `.0`.
    bool as_shown = spec.type == 0;
    bool only_imaginary = as_shown && real == 0 && !std::signbit(real);
    if (as_shown && spec.precision >= 0) part.type = 'g';
    auto written = [&](double value) {
        std::string body = double_body(value, part);
        if (part.type == 0 && body.ends_with(".0")) body.resize(body.size() - (spec.alternate ? 1 : 2));
        return split_and_assemble(body, part);
    };
    std::string out = only_imaginary ? "" : written(real);
    if (!only_imaginary) part.sign = '+';
    out += written(imaginary) + "j";
    if (as_shown && !only_imaginary) out = "(" + out + ")";
    return pad(out, wtf8::length(out), spec, '>');
}

} // namespace limbeck::python
