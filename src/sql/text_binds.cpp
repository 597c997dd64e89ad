#include "sql/text_binds.hpp"

#include <cctype>
#include <utf8proc.h>

namespace limbeck::sql {

namespace {

// What Python's \w takes: letters, digits and underscores of every script.
bool is_word(std::string_view text, std::size_t at, std::size_t& length) {
    auto byte = static_cast<unsigned char>(text[at]);
    length = 1;
    if (byte < 0x80) return std::isalnum(byte) != 0 || byte == '_';
    utf8proc_int32_t point = 0;
    auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                 static_cast<utf8proc_ssize_t>(text.size() - at), &point);
    if (size <= 0) return false;
    length = static_cast<std::size_t>(size);
    utf8proc_category_t kind = utf8proc_category(point);
    return (kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO) ||
           (kind >= UTF8PROC_CATEGORY_ND && kind <= UTF8PROC_CATEGORY_NO);
}

bool is_word_or_dollar(std::string_view text, std::size_t at, std::size_t& length) {
    if (at >= text.size()) return false;
    if (text[at] == '$') {
        length = 1;
        return true;
    }
    return is_word(text, at, length);
}

// The end of the name that begins at `at`, or `at` where none does.
std::size_t name_end(std::string_view text, std::size_t at) {
    std::size_t length = 0;
    while (is_word_or_dollar(text, at, length)) at += length;
    return at;
}

// Whether the character before `at` keeps a colon there from being a parameter's: a word, a colon, a
// backslash.
bool is_blocked_before(std::string_view text, std::size_t at) {
    if (at == 0) return false;
    char last = text[at - 1];
    if (last == ':' || last == '\\' || last == '$') return true;
    std::size_t start = at - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xc0) == 0x80) --start;
    std::size_t length = 0;
    return is_word(text, start, length);
}

} // namespace

std::vector<TextPiece> text_pieces(std::string_view text) {
    std::vector<TextPiece> pieces;
    std::size_t start = 0; // of the SQL not listed yet
    auto flush = [&](std::size_t end) {
        if (end > start) pieces.push_back({text.substr(start, end - start), false});
    };
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] == ':') {
            std::size_t end = name_end(text, at + 2);
            if (end >= text.size() || text[end] != ':') {
                flush(at);
                start = at + 1;
                at = end;
                continue;
            }
        }
        if (text[at] == ':' && !is_blocked_before(text, at)) {
            std::size_t end = name_end(text, at + 1);
            if (end > at + 1 && (end >= text.size() || text[end] != ':')) {
                flush(at);
                pieces.push_back({text.substr(at + 1, end - at - 1), true});
                start = at = end;
                continue;
            }
        }
        ++at;
    }
    flush(text.size());
    return pieces;
}

std::vector<std::string> text_bind_names(std::string_view text) {
    std::vector<std::string> names;
    for (const TextPiece& piece : text_pieces(text))
        if (piece.is_bind) names.emplace_back(piece.text);
    return names;
}

} // namespace limbeck::sql
