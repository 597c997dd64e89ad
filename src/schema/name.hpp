// A name as a script gives it: its text, and how it wants to be quoted and shortened.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace limbeck::schema {

enum class Quote : std::uint8_t {
    automatic, // quoted where the dialect's rules ask for it
    always,    // quoted_name(…, True)
    never,     // quoted_name(…, False)
};

struct Name {
    std::string text;
    Quote quote = Quote::automatic;
    // Made by a naming convention or marked with op.f(): a text longer than the dialect's limit is shortened
    // with a hash; any other name that is too long is an error.
    bool truncatable = false;
    // op.f() and naming.conv(): naming conventions leave it alone.
    bool conventional = false;

    Name() = default;
    Name(std::string value) : text(std::move(value)) {}
    Name(std::string_view value) : text(value) {}
    Name(const char* value) : text(value) {}
    Name(std::string value, Quote how) : text(std::move(value)), quote(how) {}

    // The name that naming.conv() and op.f() make.
    static Name conv(std::string value) {
        Name name(std::move(value));
        name.truncatable = name.conventional = true;
        return name;
    }
    bool empty() const { return text.empty(); }
};

inline bool operator==(const Name& a, const Name& b) {
    return a.text == b.text;
}
inline bool operator!=(const Name& a, const Name& b) {
    return a.text != b.text;
}

} // namespace limbeck::schema
