#include "support/python_text.hpp"

#include "support/text.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

namespace limbeck::text {

namespace {

bool is_ascii(std::string_view text) {
    for (char c : text)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return true;
}

// str.isprintable: everything but the categories "other" and "separator", the space excepted.
bool is_printable(std::uint32_t code_point) {
    if (code_point < 0x7F) return code_point >= 0x20;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_ZS:
        return false;
    default:
        return true;
    }
}

// A sequence of UTF-8's form for a code point that UTF-8 has not.
bool is_surrogate(std::string_view sequence) {
    auto byte = [&](std::size_t i) { return static_cast<unsigned char>(sequence[i]); };
    return sequence.size() == 3 && byte(0) == 0xED && byte(1) >= 0xA0 && byte(1) < 0xC0 &&
           (byte(2) & 0xC0) == 0x80;
}

// A quote that the text has not, if it has the other.
char quote_for(std::string_view text) {
    bool single = text.find('\'') != std::string_view::npos;
    return single && text.find('"') == std::string_view::npos ? '"' : '\'';
}

// Whether it was one of those that every repr() escapes.
bool append_escape(std::string& out, std::uint32_t code_point, char quote) {
    if (code_point == static_cast<unsigned char>(quote) || code_point == '\\') {
        out += '\\';
        out += static_cast<char>(code_point);
    } else if (code_point == '\t') {
        out += "\\t";
    } else if (code_point == '\n') {
        out += "\\n";
    } else if (code_point == '\r') {
        out += "\\r";
    } else {
        return false;
    }
    return true;
}

std::string repr_of(std::string_view text, bool ascii_only, bool with_surrogates) {
    char quote = quote_for(text);
    std::string out(1, quote);
    for (std::size_t at = 0; at < text.size();) {
        std::size_t start = at;
        std::uint32_t code_point = next_code_point(text, at, with_surrogates);
        if (append_escape(out, code_point, quote)) continue;
        if (is_printable(code_point) && (code_point < 0x80 || !ascii_only))
            out += text.substr(start, at - start);
        else if (code_point < 0x100)
            out += fmt::format("\\x{:02x}", code_point);
        else if (code_point < 0x10000)
            out += fmt::format("\\u{:04x}", code_point);
        else
            out += fmt::format("\\U{:08x}", code_point);
    }
    return out += quote;
}

} // namespace

std::uint32_t next_code_point(std::string_view text, std::size_t& at, bool with_surrogates) {
    unsigned char lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
        ++at;
        return lead;
    }
    std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    std::string_view sequence = text.substr(at, length);
    bool good = sequence.size() == length && (find_invalid_utf8(sequence) == std::string_view::npos ||
                                              (with_surrogates && is_surrogate(sequence)));
    if (!good) {
        ++at;
        return 0xDC00u + lead;
    }
    std::uint32_t code_point = lead & (0xFFu >> (length + 1));
    for (char c : sequence.substr(1))
        code_point = (code_point << 6) | (static_cast<unsigned char>(c) & 0x3Fu);
    at += length;
    return code_point;
}

void append_code_point(std::string& text, std::uint32_t code_point) {
    auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0 | (code_point >> 6));
        put(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        put(0xE0 | (code_point >> 12));
        put(0x80 | ((code_point >> 6) & 0x3F));
        put(0x80 | (code_point & 0x3F));
    } else {
        put(0xF0 | (code_point >> 18));
        put(0x80 | ((code_point >> 12) & 0x3F));
        put(0x80 | ((code_point >> 6) & 0x3F));
        put(0x80 | (code_point & 0x3F));
    }
}

std::string python_repr(std::string_view text, bool ascii_only) {
    return repr_of(text, ascii_only, false);
}

std::string script_repr(std::string_view text) {
    return repr_of(text, false, true);
}

std::string bytes_repr(std::string_view bytes) {
    char quote = quote_for(bytes);
    std::string out = "b";
    out += quote;
    for (unsigned char byte : bytes) {
        if (append_escape(out, byte, quote)) continue;
        if (byte >= 0x20 && byte < 0x7F)
            out += static_cast<char>(byte);
        else
            out += fmt::format("\\x{:02x}", byte);
    }
    return out += quote;
}

bool python_is_space(std::uint32_t c) {
    if (c < 0x80) return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20);
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

std::string_view python_lstrip(std::string_view text) {
    while (!text.empty()) {
        std::size_t at = 0;
        if (!python_is_space(next_code_point(text, at))) break;
        text.remove_prefix(at);
    }
    return text;
}

std::string_view python_rstrip(std::string_view text) {
    while (!text.empty()) {
        std::size_t start = text.size() - 1;
        while (start > 0 && text.size() - start < 4 && (text[start] & 0xC0) == 0x80) --start;
        std::size_t at = start;
        if (!python_is_space(next_code_point(text, at)) || at != text.size()) break;
        text = text.substr(0, start);
    }
    return text;
}

std::string_view python_strip(std::string_view text) {
    return python_rstrip(python_lstrip(text));
}

namespace {

bool is_cased(std::uint32_t c) {
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
        return true;
    default:
        return false;
    }
}

bool is_case_ignorable(std::uint32_t c) {
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_SK:
        return true;
    default:
        break;
    }
    return c == '\'' || c == '.' || c == ':' || c == 0xB7 || c == 0x2018 || c == 0x2019 || c == 0x2024 ||
           c == 0x2027;
}

// A capital sigma is a final one, ς, after a letter and before none (Unicode's Final_Sigma).
bool is_final_sigma(const std::u32string& text, std::size_t at) {
    std::size_t before = at;
    while (before > 0 && is_case_ignorable(text[before - 1])) --before;
    if (before == 0 || !is_cased(text[before - 1])) return false;
    std::size_t after = at + 1;
    while (after < text.size() && is_case_ignorable(text[after])) ++after;
    return after == text.size() || !is_cased(text[after]);
}

} // namespace

std::string python_lower(std::string_view text) {
    if (is_ascii(text)) return to_lower(text);
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) points += static_cast<char32_t>(next_code_point(text, at));
    std::string out;
    for (std::size_t i = 0; i < points.size(); ++i) {
        std::uint32_t c = points[i];
        if (c >= 0xDC80 && c <= 0xDCFF) {
            out += static_cast<char>(c - 0xDC00);
        } else if (c == 0x3A3) {
            append_code_point(out, is_final_sigma(points, i) ? 0x3C2 : 0x3C3);
        } else if (c == 0x130) { // the only letter whose small form is two
            append_code_point(out, 'i');
            append_code_point(out, 0x307);
        } else {
            append_code_point(out,
                              static_cast<std::uint32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))));
        }
    }
    return out;
}

} // namespace limbeck::text
