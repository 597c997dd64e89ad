// A value on its way to or from a database, in the few kinds that drivers have.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace limbeck::database {

// Bytes that are not text (bytea, BLOB).
struct Bytes {
    std::string data;

    bool operator==(const Bytes&) const = default;
};

// A parameter of a statement. Text is UTF-8. PostgreSQL infers the type of each from where it stands.
using Value = std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Bytes>;
using Parameters = std::vector<Value>;

enum class CellKind : std::uint8_t { null, boolean, integer, real, text, bytes };

// One cell of a result: sixteen bytes, text and bytes seen where the result keeps them. What has no kind of
// its own (numeric, timestamps, arrays, json) is text, as the server writes it; the column says its type.
class Cell {
  public:
    Cell() = default;
    static Cell of(bool value);
    static Cell of(std::int64_t value);
    static Cell of(double value);
    static Cell of_text(std::string_view value);
    static Cell of_bytes(std::string_view value);

    CellKind kind() const { return kind_; }
    bool is_null() const { return kind_ == CellKind::null; }

    // Each throws std::bad_variant_access where the cell is of another kind.
    bool boolean() const;
    std::int64_t integer() const;
    double real() const;
    // Text, or the bytes of a blob; valid as long as the result.
    std::string_view text() const;

    // What a person would write: "NULL", "true", "12", "1.5", the text itself, "\x00ff".
    std::string to_string() const;
    Value to_value() const;

  private:
    CellKind kind_ = CellKind::null;
    std::uint32_t size_ = 0;
    union {
        bool boolean_;
        std::int64_t integer_ = 0;
        double real_;
        const char* data_;
    };
};

} // namespace limbeck::database
