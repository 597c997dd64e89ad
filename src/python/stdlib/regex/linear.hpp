// RE2's form of a pattern, where it has one: the same matches in time linear in the text.
#pragma once

#include "python/stdlib/regex/program.hpp"

namespace re2 {
class RE2;
}

namespace limbeck::python::regex {

class Linear {
  public:
    ~Linear();
    // Null where the pattern has look-around, references, conditions, atomic parts, or repeats of what can be
    // empty (there RE2's groups differ).
    static std::unique_ptr<Linear> translate(const Pattern& pattern);

    // RE2's classes and cases are ASCII's here, and its end is the very end: only text for which that makes
    // no difference is taken.
    bool accepts(const Subject& text, std::size_t end) const;
    bool find(const Subject& text, std::size_t position, std::size_t end, Mode mode, Found& found) const;

  private:
    Linear(std::unique_ptr<re2::RE2> expression, std::uint32_t groups, bool has_end);
    std::unique_ptr<re2::RE2> expression_;
    std::uint32_t groups_;
    bool has_end_;
};

} // namespace limbeck::python::regex
