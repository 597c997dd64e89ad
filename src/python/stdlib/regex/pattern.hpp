// Regular expressions in Python's language: the tree a pattern's text is parsed to.
//
// Text → tree (parser.cpp) → program (program.hpp) → match (matcher.hpp). The tree is also what tells whether
// RE2 can take the pattern over (linear.hpp).
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "support/error.hpp"

namespace limbeck::python::regex {

// The numbers are those of Python's `re` module.
enum Flag : std::uint32_t {
    flag_ignore_case = 2,
    flag_locale = 4,
    flag_multiline = 8,
    flag_dot_all = 16,
    flag_unicode = 32,
    flag_verbose = 64,
    flag_debug = 128,
    flag_ascii = 256,
};

// A pattern that is wrong: the sentence of CPython's `re.error` without its "at position", and the position
// in code points (-1 where CPython gives none).
class PatternError : public Error {
  public:
    PatternError(std::string sentence, long position) : Error(std::move(sentence)), position(position) {}
    long position;
};

// {99999999999}: Python raises OverflowError.
class RepetitionError : public Error {
  public:
    RepetitionError() : Error("the repetition number is too large") {}
};

enum class Category : std::uint8_t { digit, not_digit, space, not_space, word, not_word };

// A set of characters: [...] or an escape such as \d.
struct CharacterSet {
    struct Range {
        char32_t first, last;
    };
    bool negated = false;
    bool ignore_case = false;
    bool ascii = false; // categories and cases are ASCII's alone
    std::vector<Range> ranges;
    std::vector<Category> categories;
    // Whether each of the first 256 characters belongs; filled by finish().
    std::vector<bool> low;

    void finish();
    bool contains(char32_t c) const { return c < 256 ? low[c] : contains_slow(c); }

  private:
    bool contains_slow(char32_t c) const;
    bool listed(char32_t c) const;
};

bool is_category(Category category, char32_t c, bool ascii);
char32_t lower(char32_t c, bool ascii);
char32_t upper(char32_t c, bool ascii);

enum class NodeKind : std::uint8_t {
    sequence,
    alternate,
    literal,
    any, // any character but a newline, or any at all (dot_all)
    set,
    group, // capturing where number > 0
    repeat,
    at,
    reference,
    look,
    atomic,
    conditional,
};

enum class At : std::uint8_t {
    start,        // ^
    line_start,   // ^ under MULTILINE
    end,          // $
    line_end,     // $ under MULTILINE
    text_start,   // \A
    text_end,     // \Z
    boundary,     // \b
    not_boundary, // \B
};

enum class Greed : std::uint8_t { greedy, lazy, possessive };

constexpr std::uint32_t unlimited = 0xFFFFFFFF;

struct Node {
    explicit Node(NodeKind node_kind) : kind(node_kind) {}

    NodeKind kind;
    bool ignore_case = false;
    bool ascii = false;
    bool dot_all = false;
    bool negated = false; // look
    bool behind = false;  // look
    At at = At::start;
    Greed greed = Greed::greedy;
    char32_t character = 0;
    std::uint32_t number = 0; // group, reference, conditional: the group; set: its index
    std::uint32_t minimum = 0, maximum = 0;
    std::vector<std::unique_ptr<Node>> children;
};

// How many characters a node can match: at least, at most (`unlimited` where there is no bound).
struct Width {
    std::uint64_t minimum, maximum;
};
Width width(const Node& node, const std::vector<Width>& groups);

struct Pattern {
    std::unique_ptr<Node> root;
    std::uint32_t flags = 0; // with those the pattern's text sets, and UNICODE where it applies
    std::uint32_t group_count = 0;
    std::vector<std::pair<std::u32string, std::uint32_t>> names; // in order of appearance
    std::vector<CharacterSet> sets;
};

// Throws PatternError. `bytes` patterns match bytes: their categories are ASCII's.
Pattern parse(std::u32string_view text, std::uint32_t flags, bool bytes);

} // namespace limbeck::python::regex
