// Pattern and Match objects: what scripts hold of the regular expression engine.
#pragma once

#include "python/binding.hpp"
#include "python/stdlib/regex/program.hpp"

#include <memory>

namespace limbeck::python::regex {

// A str or bytes that is searched: in bytes where it is ASCII or bytes, else in code points.
class Text {
  public:
    // TypeError where the value is neither, or not of the pattern's kind.
    Text(Value value, bool pattern_is_bytes);

    const Value& value() const { return value_; }
    std::size_t size() const { return wide_ ? wide_->size() : narrow_->size(); }
    Subject subject() const;
    Value slice(std::size_t start, std::size_t end) const;
    // The empty value of the same kind.
    Value empty() const { return slice(0, 0); }
    std::string utf8(std::size_t start, std::size_t end) const;
    bool is_bytes() const { return bytes_; }

  private:
    Value value_;
    bool bytes_;
    const std::string* narrow_;
    std::shared_ptr<std::u32string> wide_;
};

struct PatternState final : NativeState {
    Program program;
    Value pattern; // str or bytes
    bool bytes = false;
};

struct MatchState final : NativeState {
    MatchState(Value by, Text in, Found what, std::size_t from, std::size_t to)
        : pattern(std::move(by)), text(std::move(in)), found(std::move(what)), position(from), end(to) {}
    Value pattern;
    Text text;
    Found found;
    std::size_t position, end;
};

// A replacement such as r"\1-\g<name>".
struct Replacement {
    struct Part {
        std::string literal; // bytes or UTF-8
        int group = -1;      // -1: the literal
    };
    std::vector<Part> parts;
};
Replacement parse_replacement(const Value& text, const PatternState& pattern);

[[noreturn]] void raise_pattern_error(const std::string& sentence, const Value& pattern, long position);
Value make_text(std::string text, bool bytes);
// The class is given: the module's own.
Value make_match(Class* type, const Value& pattern, const Text& text, Found found, std::size_t position,
                 std::size_t end);

Class* define_match(ModuleBuilder& module);
Class* define_pattern(ModuleBuilder& module, Class* match_class);

} // namespace limbeck::python::regex
