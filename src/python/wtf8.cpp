#include "python/wtf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <iterator>

namespace limbeck::python::wtf8 {

namespace {

utf8proc_category_t category(char32_t c) noexcept {
    return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

bool all_ascii(std::string_view text) noexcept {
    for (unsigned char c : text)
        if (c >= 0x80) return false;
    return true;
}

// Upper, lower or title case of one code point; the few that become several are spelled out, since utf8proc
// maps one to one.
struct Special {
    char32_t from;
    const char32_t* upper;
    const char32_t* title;
};

constexpr Special specials[] = {
    {0x00DF, U"SS", U"Ss"},
    {0xFB00, U"FF", U"Ff"},
    {0xFB01, U"FI", U"Fi"},
    {0xFB02, U"FL", U"Fl"},
    {0xFB03, U"FFI", U"Ffi"},
    {0xFB04, U"FFL", U"Ffl"},
    {0xFB05, U"ST", U"St"},
    {0xFB06, U"ST", U"St"},
    {0x0587, U"\u0535\u0552", U"\u0535\u0582"},
    {0x0149, U"\u02BC\u004E", U"\u02BC\u004E"},
    {0x01F0, U"\u004A\u030C", U"\u004A\u030C"},
    {0x1E96, U"\u0048\u0331", U"\u0048\u0331"},
    {0x1E97, U"\u0054\u0308", U"\u0054\u0308"},
    {0x1E98, U"\u0057\u030A", U"\u0057\u030A"},
    {0x1E99, U"\u0059\u030A", U"\u0059\u030A"},
    {0x1E9A, U"\u0041\u02BE", U"\u0041\u02BE"},
};

void append_upper(std::string& out, char32_t c) {
    for (const Special& special : specials) {
        if (special.from != c) continue;
        for (const char32_t* p = special.upper; *p; ++p) append(out, *p);
        return;
    }
    append(out, static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c))));
}

void append_title(std::string& out, char32_t c) {
    for (const Special& special : specials) {
        if (special.from != c) continue;
        for (const char32_t* p = special.title; *p; ++p) append(out, *p);
        return;
    }
    append(out, static_cast<char32_t>(utf8proc_totitle(static_cast<utf8proc_int32_t>(c))));
}

bool is_cased(char32_t c) noexcept {
    return is_upper(c) || is_lower(c) || is_title(c);
}

// A capital sigma at the end of a word becomes the final form.
bool is_final_sigma(std::u32string_view all, std::size_t at) noexcept {
    std::size_t before = at;
    while (before > 0 && category(all[before - 1]) == UTF8PROC_CATEGORY_MN) --before;
    if (before == 0 || !is_cased(all[before - 1])) return false;
    std::size_t after = at + 1;
    while (after < all.size() && category(all[after]) == UTF8PROC_CATEGORY_MN) ++after;
    return after >= all.size() || !is_cased(all[after]);
}

void append_lower(std::string& out, std::u32string_view all, std::size_t at) {
    char32_t c = all[at];
    if (c == 0x3A3) return append(out, is_final_sigma(all, at) ? 0x3C2 : 0x3C3);
    if (c == 0x130) {
        append(out, U'i');
        return append(out, 0x307);
    }
    append(out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))));
}

} // namespace

std::size_t length(std::string_view text) noexcept {
    std::size_t count = 0;
    for (unsigned char c : text) count += (c & 0xC0) != 0x80;
    return count;
}

char32_t decode(std::string_view text, std::size_t& offset) noexcept {
    auto byte = [&](std::size_t at) -> char32_t {
        return at < text.size() ? static_cast<unsigned char>(text[at]) & 0x3F : 0;
    };
    unsigned char first = static_cast<unsigned char>(text[offset]);
    if (first < 0x80) return ++offset, first;
    if (first < 0xE0) {
        char32_t c = (first & 0x1Fu) << 6 | byte(offset + 1);
        offset += 2;
        return c;
    }
    if (first < 0xF0) {
        char32_t c = (first & 0x0Fu) << 12 | byte(offset + 1) << 6 | byte(offset + 2);
        offset += 3;
        return c;
    }
    char32_t c = (first & 0x07u) << 18 | byte(offset + 1) << 12 | byte(offset + 2) << 6 | byte(offset + 3);
    offset += 4;
    return c;
}

void append(std::string& text, char32_t c) {
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | c >> 6);
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | c >> 12);
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | c >> 18);
        text += static_cast<char>(0x80 | (c >> 12 & 0x3F));
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    }
}

std::size_t offset_of(std::string_view text, std::size_t index, bool ascii) noexcept {
    if (ascii) return index < text.size() ? index : text.size();
    std::size_t offset = 0;
    while (index > 0 && offset < text.size()) {
        do ++offset;
        while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80);
        --index;
    }
    return offset;
}

std::string_view slice(std::string_view text, std::size_t from, std::size_t to, bool ascii) noexcept {
    if (from >= to) return {};
    std::size_t start = offset_of(text, from, ascii);
    std::string_view tail = text.substr(start);
    return tail.substr(0, offset_of(tail, to - from, ascii));
}

std::u32string to_code_points(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) out += decode(text, at);
    return out;
}

std::string from_code_points(std::u32string_view code_points) {
    std::string out;
    out.reserve(code_points.size());
    for (char32_t c : code_points) append(out, c);
    return out;
}

std::size_t find_invalid(std::string_view bytes) noexcept {
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        utf8proc_int32_t c = 0;
        auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()) + at,
                                     static_cast<utf8proc_ssize_t>(bytes.size() - at), &c);
        if (used <= 0) return at;
        at += static_cast<std::size_t>(used);
    }
    return std::string_view::npos;
}

bool is_surrogate(char32_t c) noexcept {
    return c >= 0xD800 && c <= 0xDFFF;
}

bool is_printable(char32_t c) noexcept {
    if (c < 0x7F) return c >= 0x20;
    switch (category(c)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_ZS:
        return false;
    default:
        return true;
    }
}

bool is_space(char32_t c) noexcept {
    if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F);
    return c == 0x85 || category(c) == UTF8PROC_CATEGORY_ZS || c == 0x2028 || c == 0x2029;
}

bool is_alphabetic(char32_t c) noexcept {
    switch (category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
        return true;
    default:
        return false;
    }
}

bool is_decimal(char32_t c) noexcept {
    return c < 0x80 ? c >= '0' && c <= '9' : category(c) == UTF8PROC_CATEGORY_ND;
}

bool is_digit(char32_t c) noexcept {
    if (is_decimal(c)) return true;
    return c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ||
           (c >= 0x2080 && c <= 0x2089) || (c >= 0x2460 && c <= 0x2468) || (c >= 0x2474 && c <= 0x247C) ||
           (c >= 0x2488 && c <= 0x2490);
}

bool is_numeric(char32_t c) noexcept {
    if (is_digit(c)) return true;
    // Letters of Han script that are numbers (Unihan: kPrimaryNumeric, kAccountingNumeric, kOtherNumeric).
    static constexpr char32_t han[] = {
        0x3405,  0x3483,  0x382a,  0x3b4d,  0x4e00,  0x4e03,  0x4e07,  0x4e09,  0x4e5d,  0x4e8c,  0x4e94,
        0x4e96,  0x4ebf,  0x4ec0,  0x4edf,  0x4ee8,  0x4f0d,  0x4f70,  0x5104,  0x5146,  0x5169,  0x516b,
        0x516d,  0x5341,  0x5343,  0x5344,  0x5345,  0x534c,  0x53c1,  0x53c2,  0x53c3,  0x53c4,  0x56db,
        0x58f1,  0x58f9,  0x5e7a,  0x5efe,  0x5eff,  0x5f0c,  0x5f0d,  0x5f0e,  0x5f10,  0x62fe,  0x634c,
        0x67d2,  0x6f06,  0x7396,  0x767e,  0x8086,  0x842c,  0x8cae,  0x8cb3,  0x8d30,  0x9621,  0x9646,
        0x964c,  0x9678,  0x96f6,  0xf96b,  0xf973,  0xf978,  0xf9b2,  0xf9d1,  0xf9d3,  0xf9fd,  0x20001,
        0x20064, 0x200e2, 0x20121, 0x2092a, 0x20983, 0x2098c, 0x2099c, 0x20aea, 0x20afd, 0x20b19, 0x22390,
        0x22998, 0x23b1b, 0x2626d, 0x2f890};
    if (c >= han[0] && std::binary_search(std::begin(han), std::end(han), c)) return true;
    auto kind = category(c);
    return kind == UTF8PROC_CATEGORY_NL || kind == UTF8PROC_CATEGORY_NO;
}

bool is_upper(char32_t c) noexcept {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    return category(c) == UTF8PROC_CATEGORY_LU || (c >= 0x2160 && c <= 0x216F) ||
           (c >= 0x24B6 && c <= 0x24CF);
}

bool is_lower(char32_t c) noexcept {
    if (c < 0x80) return c >= 'a' && c <= 'z';
    return category(c) == UTF8PROC_CATEGORY_LL || c == 0xAA || c == 0xBA || (c >= 0x2170 && c <= 0x217F) ||
           (c >= 0x24D0 && c <= 0x24E9) || (c >= 0x2B0 && c <= 0x2B8);
}

bool is_title(char32_t c) noexcept {
    return c >= 0x80 && category(c) == UTF8PROC_CATEGORY_LT;
}

bool is_line_break(char32_t c) noexcept {
    return (c >= 10 && c <= 13) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_identifier(std::string_view text) noexcept {
    if (text.empty()) return false;
    bool first = true;
    for (std::size_t at = 0; at < text.size(); first = false) {
        char32_t c = decode(text, at);
        if (c == '_' || is_alphabetic(c) || category(c) == UTF8PROC_CATEGORY_NL) continue;
        if (first) return false;
        auto kind = category(c);
        if (kind != UTF8PROC_CATEGORY_ND && kind != UTF8PROC_CATEGORY_MN && kind != UTF8PROC_CATEGORY_MC &&
            kind != UTF8PROC_CATEGORY_PC)
            return false;
    }
    return true;
}

int decimal_value(char32_t c) noexcept {
    if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
    if (c < 0x80 || !is_decimal(c)) return -1;
    // Decimal digits stand in runs of ten; a run starts where the character before is no digit, or ten
    // before.
    int value = 0;
    while (value < 9 && is_decimal(c - 1)) {
        --c;
        ++value;
    }
    return value;
}

std::string lower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    if (all_ascii(text)) {
        for (char c : text) out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        return out;
    }
    std::u32string all = to_code_points(text);
    for (std::size_t at = 0; at < all.size(); ++at) append_lower(out, all, at);
    return out;
}

std::string upper(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    if (all_ascii(text)) {
        for (char c : text) out += static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
        return out;
    }
    for (std::size_t at = 0; at < text.size();) append_upper(out, decode(text, at));
    return out;
}

namespace {

// Of a text without lone surrogates.
std::string casefold_utf8(std::string_view text) {
    utf8proc_uint8_t* folded = nullptr;
    auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                             static_cast<utf8proc_ssize_t>(text.size()), &folded, UTF8PROC_CASEFOLD);
    if (size < 0) return lower(text);
    std::string out(reinterpret_cast<const char*>(folded), static_cast<std::size_t>(size));
    std::free(folded);
    return out;
}

} // namespace

std::string casefold(std::string_view text) {
    if (all_ascii(text)) return lower(text);
    std::string out;
    std::size_t start = 0;
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
        bool surrogate = text[at] == '\xED' && static_cast<unsigned char>(text[at + 1]) >= 0xA0;
        if (!surrogate) continue;
        out += casefold_utf8(text.substr(start, at - start));
        out += text.substr(at, 3);
        start = at + 3;
        at += 2;
    }
    return out + casefold_utf8(text.substr(start));
}

std::string title(std::string_view text) {
    std::string out;
    std::u32string all = to_code_points(text);
    bool inside = false;
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (inside)
            append_lower(out, all, at);
        else
            append_title(out, all[at]);
        inside = is_cased(all[at]);
    }
    return out;
}

std::string capitalize(std::string_view text) {
    std::string out;
    std::u32string all = to_code_points(text);
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (at == 0)
            append_title(out, all[at]);
        else
            append_lower(out, all, at);
    }
    return out;
}

std::string swap_case(std::string_view text) {
    std::string out;
    std::u32string all = to_code_points(text);
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (is_upper(all[at]))
            append_lower(out, all, at);
        else if (is_lower(all[at]))
            append_upper(out, all[at]);
        else
            append(out, all[at]);
    }
    return out;
}

} // namespace limbeck::python::wtf8
