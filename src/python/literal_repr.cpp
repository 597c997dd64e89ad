#include "python/literal_repr.hpp"

#include <charconv>
#include <cmath>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "python/unicode.hpp"

namespace limbeck::python {

namespace {

char quote_for(std::string_view text) {
    bool single = text.find('\'') != std::string_view::npos;
    return single && text.find('"') == std::string_view::npos ? '"' : '\'';
}

// True where the character has a short escape, or is the quote itself.
bool append_short_escape(std::string& out, unsigned c, char quote) {
    switch (c) {
    case '\t':
        out += "\\t";
        return true;
    case '\n':
        out += "\\n";
        return true;
    case '\r':
        out += "\\r";
        return true;
    case '\\':
        out += "\\\\";
        return true;
    default:
        break;
    }
    if (c != static_cast<unsigned char>(quote)) return false;
    out += '\\';
    out += quote;
    return true;
}

std::string bytes_repr(std::string_view bytes) {
    char quote = quote_for(bytes);
    std::string out = "b";
    out += quote;
    for (char byte : bytes) {
        auto c = static_cast<unsigned char>(byte);
        if (append_short_escape(out, c, quote)) continue;
        if (c < 0x20 || c >= 0x7F) {
            out += fmt::format("\\x{:02x}", c);
        } else {
            out += byte;
        }
    }
    return out + quote;
}

// The shortest digits that read back as the same number, `.0` after whole ones, an exponent from 1e16 on.
std::string float_repr(double value, bool whole_suffix) {
    if (std::isinf(value)) return "inf";
    char buffer[64];
    auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr;
    std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
    std::size_t e = text.find('e');
    std::string digits(text.substr(0, e));
    if (digits.size() > 1) digits.erase(1, 1);
    int exponent = std::stoi(std::string(text.substr(e + 1)));
    int count = static_cast<int>(digits.size());
    if (exponent < -4 || exponent >= 16) {
        if (count > 1) digits.insert(1, ".");
        return fmt::format("{}e{}{:02d}", digits, exponent < 0 ? '-' : '+', std::abs(exponent));
    }
    if (exponent < 0) return "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
    if (count <= exponent + 1) {
        digits.append(static_cast<std::size_t>(exponent + 1 - count), '0');
        return whole_suffix ? digits + ".0" : digits;
    }
    digits.insert(static_cast<std::size_t>(exponent + 1), ".");
    return digits;
}

// Digits of any power-of-two base in decimal: long multiplication, nine decimal digits at a time.
std::string to_decimal(std::string_view digits, unsigned radix) {
    constexpr std::uint64_t base = 1'000'000'000;
    std::vector<std::uint32_t> limbs{0};
    for (char c : digits) {
        unsigned digit =
            c <= '9' ? static_cast<unsigned>(c - '0') : static_cast<unsigned>((c | 0x20) - 'a' + 10);
        std::uint64_t carry = digit;
        for (auto& limb : limbs) {
            carry += std::uint64_t{limb} * radix;
            limb = static_cast<std::uint32_t>(carry % base);
            carry /= base;
        }
        if (carry) limbs.push_back(static_cast<std::uint32_t>(carry));
    }
    std::string out = std::to_string(limbs.back());
    for (std::size_t i = limbs.size() - 1; i-- > 0;) out += fmt::format("{:09}", limbs[i]);
    return out;
}

// What Unicode 15.0 added.
constexpr std::pair<char32_t, char32_t> new_in_15[] = {
    {0xCF3, 0xCF3},     {0xECE, 0xECE},     {0x10EFD, 0x10EFF}, {0x1123F, 0x11241}, {0x11B00, 0x11B09},
    {0x11F00, 0x11F10}, {0x11F12, 0x11F3A}, {0x11F3E, 0x11F59}, {0x1342F, 0x1342F}, {0x13439, 0x13455},
    {0x1B132, 0x1B132}, {0x1B155, 0x1B155}, {0x1D2C0, 0x1D2D3}, {0x1DF25, 0x1DF2A}, {0x1E030, 0x1E06D},
    {0x1E08F, 0x1E08F}, {0x1E4D0, 0x1E4F9}, {0x1F6DC, 0x1F6DC}, {0x1F774, 0x1F776}, {0x1F77B, 0x1F77F},
    {0x1F7D9, 0x1F7D9}, {0x1FA75, 0x1FA77}, {0x1FA87, 0x1FA88}, {0x1FAAD, 0x1FAAF}, {0x1FABB, 0x1FABD},
    {0x1FABF, 0x1FABF}, {0x1FACE, 0x1FACF}, {0x1FADA, 0x1FADB}, {0x1FAE8, 0x1FAE8}, {0x1FAF7, 0x1FAF8},
    {0x2B739, 0x2B739}, {0x31350, 0x323AF}};

bool is_printable(char32_t c, UnicodeVersion version) {
    if (version == UnicodeVersion::Unicode14) {
        for (auto [first, last] : new_in_15) {
            if (c >= first && c <= last) return false;
        }
    }
    return unicode::is_printable(c);
}

} // namespace

std::string text_repr(std::string_view text, UnicodeVersion version) {
    char quote = quote_for(text);
    std::string out(1, quote);
    for (std::size_t at = 0; at < text.size();) {
        auto [c, size] = unicode::decode(text.substr(at));
        if (append_short_escape(out, c, quote)) {
        } else if (c < 0x20 || c == 0x7F || (c >= 0x80 && !is_printable(c, version))) {
            unsigned code = static_cast<unsigned>(c);
            out += code < 0x100     ? fmt::format("\\x{:02x}", code)
                   : code < 0x10000 ? fmt::format("\\u{:04x}", code)
                                    : fmt::format("\\U{:08x}", code);
        } else {
            out += text.substr(at, size);
        }
        at += size;
    }
    return out + quote;
}

std::string literal_repr(const ast::Constant& constant, UnicodeVersion version) {
    switch (constant.type) {
    case ast::ConstantType::None:
        return "None";
    case ast::ConstantType::True:
        return "True";
    case ast::ConstantType::False:
        return "False";
    case ast::ConstantType::Ellipsis:
        return "Ellipsis";
    case ast::ConstantType::Integer:
        return std::to_string(constant.integer);
    case ast::ConstantType::BigInteger:
        return constant.radix == 10 ? std::string(constant.text) : to_decimal(constant.text, constant.radix);
    case ast::ConstantType::Float:
        return float_repr(constant.real, true);
    case ast::ConstantType::Imaginary:
        return float_repr(constant.real, false) + "j";
    case ast::ConstantType::String:
        return text_repr(constant.text, version);
    case ast::ConstantType::Bytes:
        return bytes_repr(constant.text);
    }
    return {};
}

} // namespace limbeck::python
