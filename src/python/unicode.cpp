#include "python/unicode.hpp"

#include <cstdlib>
#include <memory>

#include <utf8proc.h>

namespace limbeck::python::unicode {

Decoded decode(std::string_view text) {
    auto byte = [&](std::size_t i) -> unsigned {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
    };
    auto continues = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    unsigned first = byte(0);
    if (first >= 0xF0 && continues(1) && continues(2) && continues(3)) {
        return {((first & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) |
                    (byte(3) & 0x3F),
                4};
    }
    if (first >= 0xE0 && continues(1) && continues(2)) {
        return {((first & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
    }
    if (first >= 0xC0 && continues(1)) return {((first & 0x1F) << 6) | (byte(1) & 0x3F), 2};
    return {first, 1};
}

void append(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

bool is_printable(char32_t c) {
    if (c == ' ') return true;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_ZS:
        return false;
    default:
        return true;
    }
}

namespace {

// Other_ID_Start and Other_ID_Continue, and the letters whose compatibility forms are no identifiers (UAX
// #31).
bool is_other_start(char32_t c) {
    return c == 0x1885 || c == 0x1886 || c == 0x2118 || c == 0x212E;
}

bool is_other_continue(char32_t c) {
    return c == 0xB7 || c == 0x387 || (c >= 0x1369 && c <= 0x1371) || c == 0x19DA;
}

// Letters by category that are neither XID_Start nor XID_Continue.
bool is_excluded(char32_t c) {
    return c == 0x37A || (c >= 0xFC5E && c <= 0xFC63) || c == 0xFDFA || c == 0xFDFB || c == 0xFE70 ||
           c == 0xFE72 || c == 0xFE74 || c == 0xFE76 || c == 0xFE78 || c == 0xFE7A || c == 0xFE7C ||
           c == 0xFE7E || c == 0x2E2F;
}

// Letters by category that may continue an identifier but not start one.
bool is_continue_only(char32_t c) {
    return c == 0xE33 || c == 0xEB3 || c == 0xFF9E || c == 0xFF9F;
}

bool is_start(char32_t c) {
    if (c < 0x80) return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (is_excluded(c) || is_continue_only(c)) return false;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
        return true;
    default:
        return is_other_start(c);
    }
}

bool is_continue(char32_t c) {
    if (c < 0x80) return is_start(c) || (c >= '0' && c <= '9');
    if (is_start(c) || is_continue_only(c)) return true;
    if (is_excluded(c)) return false;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC:
        return true;
    default:
        return is_other_continue(c);
    }
}

} // namespace

std::size_t find_invalid_in_identifier(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        Decoded next = decode(text.substr(at));
        if (at == 0 ? !is_start(next.code_point) : !is_continue(next.code_point)) return at;
        at += next.size;
    }
    return std::string_view::npos;
}

std::string normalize_nfkc(std::string_view text) {
    utf8proc_uint8_t* normal = nullptr;
    auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &normal, options);
    if (size < 0) return std::string(text);
    std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(normal, &std::free);
    return std::string(reinterpret_cast<const char*>(normal), static_cast<std::size_t>(size));
}

} // namespace limbeck::python::unicode
