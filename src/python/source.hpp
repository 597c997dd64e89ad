// The text of one script: its bytes decoded to UTF-8 as a BOM or a coding cookie asks, and its lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::python {

class Source {
  public:
    // Decodes the bytes of a file. Line ends become "\n", and the last line gets one where it has none.
    // Throws SyntaxError for an encoding that is unknown or that the bytes do not fit, and for null bytes.
    // `encodings` are those of PEP 263: utf-8, ascii, latin-1 and other single-byte ones (source.cpp lists
    // them).
    static Source decode(std::string bytes, std::string file);

    // Offsets are 32 bits wide in tokens.
    static constexpr std::size_t max_size = std::size_t{1} << 31;

    // As people should see it in messages.
    const std::string& file() const { return file_; }
    std::string_view text() const { return text_; }
    // The text of a line without its end, counting from 1; empty beyond the last.
    std::string_view line(int number) const;
    int line_count() const;
    // The text that a span of a tree covers (Span's lines from 1, byte columns from 0).
    std::string_view between(int line, int column, int end_line, int end_column) const;

  private:
    const std::vector<std::uint32_t>& line_starts() const;

    std::string file_;
    std::string text_;
    // Found when first asked for: only messages need it.
    mutable std::vector<std::uint32_t> line_starts_;
};

} // namespace limbeck::python
