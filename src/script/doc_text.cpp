#include "script/doc_text.hpp"

#include "support/python_text.hpp"
#include "support/text.hpp"

namespace limbeck::script {

namespace {

// The bytes of a line's end at `offset`, 0 where none is.
std::size_t line_end_at(std::string_view text, std::size_t offset) {
    auto c = static_cast<unsigned char>(text[offset]);
    if (c >= 0x20 && c != 0xc2 && c != 0xe2) return 0;
    if (c == '\r') return text.substr(offset).starts_with("\r\n") ? 2 : 1;
    if ((c >= 0x0a && c <= 0x0c) || (c >= 0x1c && c <= 0x1e)) return 1;
    std::string_view rest = text.substr(offset);
    if (rest.starts_with("\xc2\x85")) return 2;
    if (rest.starts_with("\xe2\x80\xa8") || rest.starts_with("\xe2\x80\xa9")) return 3;
    return 0;
}

} // namespace

std::string longdoc_of(std::string_view docstring) {
    return std::string(text::python_strip(docstring));
}

std::string doc_of(std::string_view longdoc) {
    return std::string(longdoc.substr(0, longdoc.find("\n\n")));
}

std::string create_date_of(std::string_view longdoc) {
    constexpr std::string_view key = "Create Date:";
    std::size_t at = longdoc.find(key);
    if (at == longdoc.npos) return {};
    // At the start of a plain line, as it nearly always is.
    if (at == 0 || longdoc[at - 1] == '\n') {
        std::size_t begin = at + key.size(), end = begin;
        while (end < longdoc.size() && line_end_at(longdoc, end) == 0) ++end;
        return std::string(text::trim(longdoc.substr(begin, end - begin)));
    }
    for (std::string_view line : doc_lines(longdoc)) {
        line = text::trim(line);
        if (line.starts_with(key)) return std::string(text::trim(line.substr(key.size())));
    }
    return {};
}

std::vector<std::string_view> doc_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t bytes = line_end_at(text, i);
        if (bytes == 0) {
            ++i;
            continue;
        }
        lines.push_back(text.substr(begin, i - begin));
        i += bytes;
        begin = i;
    }
    if (begin < text.size()) lines.push_back(text.substr(begin));
    return lines;
}

} // namespace limbeck::script
