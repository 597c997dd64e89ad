// What the two halves of the placement checks share: how they complain, and names that nobody may bind.
#pragma once

#include <string>
#include <unordered_set>

#include "python/ast.hpp"
#include "python/identifier.hpp"

namespace limbeck::python {

struct Tree;

namespace placement {

struct Reporter {
    const Tree& tree;
    const std::string& file;

    [[noreturn]] void fail(std::string message, const ast::Span& where) const;
    // `__debug__` is a constant that looks like a name.
    void require_bindable(Identifier name, const ast::Span& where, ast::Context context) const;
};

// The patterns of one `case`: what makes later ones unreachable, names bound twice, keys and attributes named
// twice.
class PatternCheck {
  public:
    // `may_catch_all`: nothing comes after this case, or a guard may refuse it.
    PatternCheck(const Reporter& report, bool may_catch_all) : report_(report), catch_all_(may_catch_all) {}
    void check(const ast::Pattern& pattern);

  private:
    using Names = std::unordered_set<Identifier>;

    void below(const ast::Pattern& pattern);
    void sequence(const ast::MatchSequence& node);
    void mapping(const ast::MatchMapping& node);
    void class_pattern(const ast::MatchClass& node);
    void alternatives(const ast::MatchOr& node);
    void bind(Identifier name);

    const Reporter& report_;
    bool catch_all_;
    Names names_;
    ast::Span last_; // where CPython says a name is bound twice: the pattern it met last
};

} // namespace placement

} // namespace limbeck::python
