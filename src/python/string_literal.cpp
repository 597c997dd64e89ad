#include "python/string_literal.hpp"

#include <fmt/format.h>

#include "python/unicode.hpp"
#include "python/unicode_names.hpp"

namespace limbeck::python::string_literal {

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_octal(char c) {
    return c >= '0' && c <= '7';
}

// The letters that stand for one control character, or -1.
int simple_escape(char c) {
    switch (c) {
    case '\\':
    case '\'':
    case '"':
        return c;
    case 'a':
        return '\a';
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'v':
        return '\v';
    default:
        return -1;
    }
}

unsigned octal(std::string_view body, std::size_t& at) {
    unsigned value = 0;
    for (int digits = 0; digits < 3 && at < body.size() && is_octal(body[at]); ++digits) {
        value = value * 8 + static_cast<unsigned>(body[at++] - '0');
    }
    return value;
}

Result unicode_error(std::size_t start, std::size_t end, std::string_view what) {
    return {{},
            fmt::format("(unicode error) 'unicodeescape' codec can't decode bytes in position {}-{}: {}",
                        start, end == start ? start : end - 1, what)};
}

} // namespace

Result unescape(std::string_view body) {
    Result result;
    std::string& out = result.text;
    out.reserve(body.size());
    std::size_t at = 0;
    while (at < body.size()) {
        std::size_t slash = body.find('\\', at);
        out.append(body.substr(at, slash - at));
        if (slash == std::string_view::npos) break;
        at = slash + 1;
        if (at == body.size()) {
            out += '\\';
            break;
        }
        char c = body[at];
        if (int simple = simple_escape(c); simple >= 0) {
            out += static_cast<char>(simple);
            ++at;
        } else if (c == '\n') {
            ++at;
        } else if (is_octal(c)) {
            unicode::append(out, octal(body, at));
        } else if (c == 'x' || c == 'u' || c == 'U') {
            std::size_t wanted = c == 'x' ? 2 : c == 'u' ? 4 : 8;
            ++at;
            char32_t value = 0;
            std::size_t digits = 0;
            for (; digits < wanted && at < body.size() && hex_digit(body[at]) >= 0; ++digits, ++at) {
                value = value * 16 + static_cast<char32_t>(hex_digit(body[at]));
            }
            if (digits < wanted) {
                return unicode_error(slash, at,
                                     fmt::format("truncated \\{}{} escape", c, std::string(wanted, 'X')));
            }
            if (value > 0x10FFFF) return unicode_error(slash, at, "illegal Unicode character");
            unicode::append(out, value);
        } else if (c == 'N') {
            ++at;
            std::size_t close =
                at < body.size() && body[at] == '{' ? body.find('}', at) : std::string_view::npos;
            if (close == std::string_view::npos || close == at + 1) {
                return unicode_error(slash, at, "malformed \\N character escape");
            }
            char32_t value = unicode_names::find(body.substr(at + 1, close - at - 1));
            at = close + 1;
            if (value == unicode_names::unknown)
                return unicode_error(slash, at, "unknown Unicode character name");
            unicode::append(out, value);
        } else {
            out += '\\';
        }
    }
    return result;
}

Result unescape_bytes(std::string_view body) {
    Result result;
    std::string& out = result.text;
    std::size_t at = 0;
    while (at < body.size()) {
        std::size_t slash = body.find('\\', at);
        out.append(body.substr(at, slash - at));
        if (slash == std::string_view::npos) break;
        at = slash + 1;
        if (at == body.size()) break;
        char c = body[at];
        if (int simple = simple_escape(c); simple >= 0) {
            out += static_cast<char>(simple);
            ++at;
        } else if (c == '\n') {
            ++at;
        } else if (is_octal(c)) {
            out += static_cast<char>(octal(body, at) & 0xFF);
        } else if (c == 'x') {
            int high = at + 1 < body.size() ? hex_digit(body[at + 1]) : -1;
            int low = at + 2 < body.size() ? hex_digit(body[at + 2]) : -1;
            if (high < 0 || low < 0) {
                return {{}, fmt::format("(value error) invalid \\x escape at position {}", slash)};
            }
            out += static_cast<char>(high * 16 + low);
            at += 3;
        } else {
            out += '\\';
        }
    }
    return result;
}

} // namespace limbeck::python::string_literal
