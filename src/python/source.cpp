#include "python/source.hpp"

#include <algorithm>
#include <cctype>
#include <cstring>

#include <fmt/format.h>

#include "python/encodings.hpp"
#include "python/foreign_encodings.hpp"
#include "python/syntax_error.hpp"
#include "python/unicode.hpp"
#include "support/text.hpp"

namespace limbeck::python {

namespace {

[[noreturn]] void fail(const std::string& file, std::string message, int line, std::string source_line = {}) {
    throw SyntaxError(std::move(message), Place{file, line, 0}, std::move(source_line));
}

int line_of(std::string_view bytes, std::size_t offset) {
    return 1 + static_cast<int>(
                   std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

// The name in a comment that PEP 263 recognises: blanks, `#`, anything, `coding`, `:` or `=`, blanks, the
// name.
std::string_view cookie_in(std::string_view line) {
    std::size_t at = line.find_first_not_of(" \t\f");
    if (at == std::string_view::npos || line[at] != '#') return {};
    for (at = line.find("coding", at); at != std::string_view::npos; at = line.find("coding", at + 1)) {
        std::size_t p = at + 6;
        if (p >= line.size() || (line[p] != ':' && line[p] != '=')) continue;
        p = line.find_first_not_of(" \t", p + 1);
        if (p == std::string_view::npos) return {};
        std::size_t end = p;
        while (end < line.size() && (std::isalnum(static_cast<unsigned char>(line[end])) ||
                                     std::strchr("-_.", line[end]) != nullptr)) {
            ++end;
        }
        if (end > p) return line.substr(p, end - p);
    }
    return {};
}

// Only the first two lines may name the encoding, the second one only where the first holds no code.
std::string_view coding_cookie(std::string_view bytes) {
    for (int number = 0; number < 2; ++number) {
        std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
        std::string_view line = bytes.substr(0, end);
        if (auto name = cookie_in(line); !name.empty()) return name;
        std::size_t code = line.find_first_not_of(" \t\f");
        if (code != std::string_view::npos && line[code] != '#') return {};
        bytes.remove_prefix(end);
        if (bytes.substr(0, 2) == "\r\n") bytes.remove_prefix(1);
        if (!bytes.empty()) bytes.remove_prefix(1);
    }
    return {};
}

void normalize_line_ends(std::string& text) {
    if (std::memchr(text.data(), '\r', text.size())) {
        std::size_t out = 0;
        for (std::size_t in = 0; in < text.size(); ++in) {
            if (text[in] != '\r') {
                text[out++] = text[in];
                continue;
            }
            text[out++] = '\n';
            if (in + 1 < text.size() && text[in + 1] == '\n') ++in;
        }
        text.resize(out);
    }
    if (!text.empty() && text.back() != '\n') text += '\n';
}

void require_utf8(const std::string& text, const std::string& file, bool declared) {
    std::size_t bad = text::find_invalid_utf8(text);
    if (bad == std::string::npos) return;
    unsigned byte = static_cast<unsigned char>(text[bad]);
    int line = line_of(text, bad);
    if (declared)
        fail(file, fmt::format("(unicode error) 'utf-8' codec can't decode byte 0x{:02x}", byte), line);
    fail(file,
         fmt::format(
             "Non-UTF-8 code starting with '\\x{:02x}' in file {} on line {}, but no encoding declared; "
             "see https://peps.python.org/pep-0263/ for details",
             byte, file, line),
         line);
}

// Text of any encoding but UTF-8.
std::string decode_by_name(const std::string& bytes, const std::string& encoding, const std::string& file) {
    auto undecodable = [&](std::size_t at) {
        unsigned byte = at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
        fail(file, fmt::format("'{}' codec can't decode byte 0x{:02x}", encoding, byte), line_of(bytes, at));
    };
    if (const encodings::Table* table = encodings::find(encoding)) {
        std::string text;
        text.reserve(bytes.size() + bytes.size() / 8);
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            auto byte = static_cast<unsigned char>(bytes[at]);
            char32_t c = byte < 0x80 ? byte : (*table)[byte - 0x80];
            if (byte >= 0x80 && c == 0) undecodable(at);
            unicode::append(text, c);
        }
        return text;
    }
    const char* foreign = foreign_encodings::find(encoding);
    if (!foreign) fail(file, fmt::format("unknown encoding: {}", encoding), 0);
    foreign_encodings::Converted made = foreign_encodings::decode(foreign, bytes);
    if (!made.complete) undecodable(made.stopped);
    return std::move(made.text);
}

} // namespace

Source Source::decode(std::string bytes, std::string file) {
    if (bytes.size() > max_size) fail(file, "the file is too large", 0);
    bool has_bom = bytes.starts_with("\xEF\xBB\xBF");
    if (has_bom) bytes.erase(0, 3);
    if (const void* zero = std::memchr(bytes.data(), 0, bytes.size())) {
        auto offset = static_cast<std::size_t>(static_cast<const char*>(zero) - bytes.data());
        fail(file, "source code cannot contain null bytes", line_of(bytes, offset));
    }
    Source source;
    std::string_view cookie = coding_cookie(bytes);
    if (has_bom && !cookie.empty() && !encodings::is_plain_utf8(cookie)) {
        fail(file, fmt::format("encoding problem: {} with BOM", cookie), 0);
    }
    std::string encoding = encodings::canonical_name(cookie);
    if (encoding.empty() || encoding == "utf-8") {
        require_utf8(bytes, file, !encoding.empty() || has_bom);
        source.text_ = std::move(bytes);
    } else {
        source.text_ = decode_by_name(bytes, encoding, file);
    }
    source.file_ = std::move(file);
    normalize_line_ends(source.text_);
    return source;
}

std::string_view Source::line(int number) const {
    if (number < 1 || number > line_count()) return {};
    const auto& starts = line_starts();
    std::size_t start = starts[static_cast<std::size_t>(number) - 1];
    std::size_t end = text_.find('\n', start);
    return std::string_view(text_).substr(start, end == std::string::npos ? end : end - start);
}

int Source::line_count() const {
    return static_cast<int>(line_starts().size());
}

std::string_view Source::between(int line, int column, int end_line, int end_column) const {
    const auto& starts = line_starts();
    auto offset = [&](int number, int col) {
        std::size_t last = starts.empty() ? 0 : starts.size() - 1;
        std::size_t index = std::min(static_cast<std::size_t>(std::max(number, 1)) - 1, last);
        return std::min(starts[index] + static_cast<std::size_t>(std::max(col, 0)), text_.size());
    };
    if (starts.empty()) return {};
    std::size_t start = offset(line, column);
    std::size_t end = offset(end_line, end_column);
    return end > start ? std::string_view(text_).substr(start, end - start) : std::string_view{};
}

const std::vector<std::uint32_t>& Source::line_starts() const {
    if (line_starts_.empty() && !text_.empty()) {
        std::size_t start = 0;
        while (start < text_.size()) {
            line_starts_.push_back(static_cast<std::uint32_t>(start));
            std::size_t end = text_.find('\n', start);
            start = end == std::string::npos ? text_.size() : end + 1;
        }
    }
    return line_starts_;
}

} // namespace limbeck::python
