// A pattern compiled to instructions, and the backtracking machine that runs them.
//
// The machine keeps its choices on a stack of its own, so that no pattern and no text can overflow the C++
// stack; it counts its steps, so that a pattern that would try for ever ends in an error. Where RE2 knows the
// pattern's language, RE2 takes over after `patience` steps and finds the match in linear time.
#pragma once

#include "python/stdlib/regex/pattern.hpp"

#include <memory>
#include <vector>

namespace limbeck::python::regex {

enum class Op : std::uint8_t {
    literal,      // a: the character
    literal_case, // a: the character in lower case, b: ASCII alone
    any,
    any_all,
    set,        // a: index
    open,       // a: group
    close,      // a: group
    split,      // try a, then b
    jump,       // to a
    at,         // a: At, b: ASCII alone
    reference,  // a: group, b: ignore case, c: ASCII alone
    loop_start, // a: loop
    loop,       // a: loop, b: exit; the body follows
    run,        // a: loop; repeats the one-character instruction that follows, then goes to b
    look,       // a: where to go on, b: negated, c: how many characters back
    look_end,   // b: negated
    atomic,
    atomic_end,
    condition, // a: group, b: where to go if it did not match
    match,
};

struct Instruction {
    Op op;
    std::uint32_t a = 0, b = 0, c = 0;
};

struct Loop {
    std::uint32_t minimum, maximum;
    bool lazy;
};

class Linear;

struct Program {
    Program();
    ~Program();
    Program(Program&&) noexcept;
    Program& operator=(Program&&) noexcept;

    Pattern pattern;
    std::vector<Instruction> code;
    std::vector<Loop> loops;
    std::uint64_t minimum_width = 0;
    // What every match starts with, where that is one fixed character.
    bool has_first = false;
    char32_t first = 0;
    // RE2's form of the pattern, made when first needed; null where it has none.
    mutable std::unique_ptr<Linear> linear;
    mutable bool linear_tried = false;
};

// Throws PatternError or RepetitionError.
Program compile(std::u32string_view text, std::uint32_t flags, bool bytes);

// Text to search, in units of one byte (bytes, and str that is ASCII) or of one code point.
struct Subject {
    const void* data;
    std::size_t length;
    bool wide;
};

struct Span {
    long start = -1, end = -1;
    bool matched() const { return start >= 0; }
};

struct Found {
    std::vector<Span> groups;     // groups[0] is the whole match
    std::uint32_t last_group = 0; // that closed last; 0 where none did
};

enum class Mode : std::uint8_t { match, full_match, search };

// The pattern needed more steps than are allowed, on the text at hand.
class StepError : public Error {
  public:
    StepError() : Error("the regular expression takes too many steps on this text") {}
};

// Looks for a match in text[position:end], anchors and look-behind seeing what is before `position`.
// must_advance: an empty match at `position` itself does not count. Throws StepError.
bool find(const Program& program, const Subject& text, std::size_t position, std::size_t end, Mode mode,
          bool must_advance, Found& found);

} // namespace limbeck::python::regex
