#include "python/stdlib/decimal/number.hpp"

#include <charconv>

namespace limbeck::python::decimal {

namespace {

struct Spec {
    std::string fill = " ";
    char align = '>';
    char sign = '-';
    bool zero_padded = false;
    std::size_t width = 0;
    bool no_negative_zero = false;
    bool commas = false;
    std::optional<std::int64_t> precision;
    char type = 0;
};

std::optional<std::int64_t> take_number(std::string_view& text) {
    std::int64_t value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || text.empty() || text[0] == '-') return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

bool is_align(char c) {
    return c == '<' || c == '>' || c == '=' || c == '^';
}

std::optional<Spec> parse_spec(std::string_view text) {
    Spec spec;
    // The fill is one character, of one byte or more.
    std::size_t first = text.empty() ? 0 : 1;
    while (first < text.size() && (text[first] & 0xC0) == 0x80) ++first;
    bool has_align = false;
    if (first < text.size() && is_align(text[first])) {
        spec.fill = text.substr(0, first);
        spec.align = text[first];
        text.remove_prefix(first + 1);
        has_align = true;
    } else if (!text.empty() && is_align(text[0])) {
        spec.align = text[0];
        text.remove_prefix(1);
        has_align = true;
    }
    if (!text.empty() && (text[0] == '+' || text[0] == '-' || text[0] == ' ')) {
        spec.sign = text[0];
        text.remove_prefix(1);
    }
    if (text.starts_with('z')) {
        spec.no_negative_zero = true;
        text.remove_prefix(1);
    }
    if (text.starts_with('0')) {
        if (has_align) return std::nullopt;
        spec.fill = "0";
        spec.align = '=';
        spec.zero_padded = true;
        text.remove_prefix(1);
    }
    if (auto width = take_number(text)) spec.width = static_cast<std::size_t>(*width);
    if (text.starts_with(',')) {
        spec.commas = true;
        text.remove_prefix(1);
    }
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        spec.precision = take_number(text);
        if (!spec.precision) return std::nullopt;
    }
    if (!text.empty()) {
        spec.type = text[0];
        text.remove_prefix(1);
        if (std::string_view("eEfFgGn%").find(spec.type) == std::string_view::npos) return std::nullopt;
    }
    if (!text.empty()) return std::nullopt;
    return spec;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string repeated(const std::string& fill, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += fill;
    return out;
}

std::string padded(const std::string& sign, const std::string& body, const Spec& spec) {
    std::size_t have = characters(sign) + characters(body);
    std::size_t missing = spec.width > have ? spec.width - have : 0;
    switch (spec.align) {
    case '<':
        return sign + body + repeated(spec.fill, missing);
    case '=':
        return sign + repeated(spec.fill, missing) + body;
    case '^':
        return repeated(spec.fill, missing / 2) + sign + body + repeated(spec.fill, missing - missing / 2);
    default:
        return repeated(spec.fill, missing) + sign + body;
    }
}

// Commas every three digits; zeros in front until `width` characters are filled.
std::string grouped(std::string digits, std::size_t width) {
    auto with_commas = [](const std::string& plain) {
        std::string out;
        for (std::size_t i = 0; i < plain.size(); ++i) {
            if (i && (plain.size() - i) % 3 == 0) out += ',';
            out += plain[i];
        }
        return out;
    };
    std::string out = with_commas(digits);
    while (out.size() < width) {
        digits.insert(digits.begin(), '0');
        out = with_commas(digits);
    }
    return out;
}

// To `places` significant digits.
Number rounded_to(const Number& number, std::int64_t places, Rounding rounding) {
    if (number.is_zero() || places <= 0) return number;
    Number result = rescale(number, number.adjusted() + 1 - places, rounding);
    if (static_cast<std::int64_t>(result.digits.size()) > places) {
        result.digits.pop_back();
        result.exponent += 1;
    }
    return result;
}

} // namespace

std::optional<std::string> format(const Number& given, std::string_view text, const Context& context) {
    auto parsed = parse_spec(text);
    if (!parsed) return std::nullopt;
    Spec spec = *parsed;
    std::string sign = given.negative ? "-" : spec.sign == '-' ? "" : std::string(1, spec.sign);
    char type = spec.type ? spec.type : context.capitals ? 'G' : 'g';
    if (type == 'n') type = 'g';
    if (!given.is_finite()) {
        Number plain = given;
        plain.negative = false;
        std::string body = to_text(plain) + (type == '%' ? "%" : "");
        if (spec.zero_padded) {
            spec.fill = " ";
            spec.align = '>';
        }
        return padded(sign, body, spec);
    }
    Number number = given;
    bool scientific = type == 'e' || type == 'E';
    bool fixed = type == 'f' || type == 'F' || type == '%';
    if (type == '%') number.exponent += 2;
    auto precision = spec.precision;
    if (precision) {
        if (scientific)
            number = rounded_to(number, *precision + 1, context.rounding);
        else if (fixed)
            number = rescale(number, -*precision, context.rounding);
        else if (static_cast<std::int64_t>(number.digits.size()) > *precision)
            number = rounded_to(number, std::max<std::int64_t>(*precision, 1), context.rounding);
    }
    if (spec.no_negative_zero && number.is_zero() && given.negative)
        sign = spec.sign == '-' ? "" : std::string(1, spec.sign);
    if (number.is_zero() && number.exponent > 0 && fixed) number.exponent = 0;
    auto count = static_cast<std::int64_t>(number.digits.size());
    std::int64_t left = number.exponent + count;
    std::int64_t point = 1;
    if (scientific && number.is_zero() && precision)
        point = 1 - *precision;
    else if (fixed)
        point = left;
    else if (!scientific && number.exponent <= 0 && left > -6)
        point = left;
    std::string whole, fraction;
    if (point < 0) {
        whole = "0";
        fraction = std::string(static_cast<std::size_t>(-point), '0') + number.digits;
    } else if (point > count) {
        whole = number.digits + std::string(static_cast<std::size_t>(point - count), '0');
    } else {
        whole = number.digits.substr(0, static_cast<std::size_t>(point));
        if (whole.empty()) whole = "0";
        fraction = number.digits.substr(static_cast<std::size_t>(point));
    }
    std::string tail = fraction.empty() ? "" : "." + fraction;
    std::int64_t exponent = left - point;
    if (exponent != 0 || scientific) {
        char letter = type == 'E' || type == 'G' ? 'E' : 'e';
        tail += fmt::format("{}{:+}", letter, exponent);
    }
    if (type == '%') tail += '%';
    if (spec.commas) {
        std::size_t used = sign.size() + tail.size();
        whole = grouped(whole, spec.zero_padded && spec.width > used ? spec.width - used : 0);
    }
    return padded(sign, whole + tail, spec);
}

} // namespace limbeck::python::decimal
