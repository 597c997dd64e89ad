// Placement checks of match statements.
#include <fmt/format.h>

#include "python/literal_repr.hpp"
#include "python/placement_rules.hpp"

namespace limbeck::python::placement {

void PatternCheck::check(const ast::Pattern& pattern) {
    last_ = pattern.where;
    using K = ast::PatternKind;
    switch (pattern.kind) {
    case K::MatchValue:
    case K::MatchSingleton:
        return;
    case K::MatchSequence:
        return sequence(ast::as<ast::MatchSequence>(pattern));
    case K::MatchMapping:
        return mapping(ast::as<ast::MatchMapping>(pattern));
    case K::MatchClass:
        return class_pattern(ast::as<ast::MatchClass>(pattern));
    case K::MatchStar:
        return bind(ast::as<ast::MatchStar>(pattern).name);
    case K::MatchAs: {
        const auto& capture = ast::as<ast::MatchAs>(pattern);
        if (capture.pattern) {
            check(*capture.pattern);
        } else if (!catch_all_) {
            if (!capture.name) report_.fail("wildcard makes remaining patterns unreachable", pattern.where);
            report_.fail(
                fmt::format("name capture '{}' makes remaining patterns unreachable", capture.name.text()),
                pattern.where);
        }
        return bind(capture.name);
    }
    case K::MatchOr:
        return alternatives(ast::as<ast::MatchOr>(pattern));
    }
}

// A part of a larger pattern may match anything: the rest can still refuse.
void PatternCheck::below(const ast::Pattern& pattern) {
    bool outer = catch_all_;
    catch_all_ = true;
    check(pattern);
    catch_all_ = outer;
}

void PatternCheck::sequence(const ast::MatchSequence& node) {
    int stars = 0;
    for (const ast::Pattern* each : node.patterns) {
        if (each->kind == ast::PatternKind::MatchStar && ++stars > 1)
            report_.fail("multiple starred names in sequence pattern", node.where);
    }
    for (const ast::Pattern* each : node.patterns) below(*each);
}

void PatternCheck::mapping(const ast::MatchMapping& node) {
    std::unordered_set<std::string> seen;
    for (const ast::Expression* key : node.keys) {
        const auto* constant = ast::get_if<ast::Constant>(key);
        if (!constant) continue;
        std::string shown = literal_repr(*constant);
        if (!seen.insert(shown).second)
            report_.fail(fmt::format("mapping pattern checks duplicate key ({})", shown), node.where);
    }
    for (const ast::Pattern* each : node.patterns) below(*each);
    bind(node.rest);
}

void PatternCheck::class_pattern(const ast::MatchClass& node) {
    Names seen;
    for (std::size_t at = 0; at < node.keyword_names.size(); ++at) {
        Identifier name = node.keyword_names[at];
        const ast::Span& where = node.keyword_patterns[at]->where;
        report_.require_bindable(name, where, ast::Context::Store);
        if (!seen.insert(name).second)
            report_.fail(fmt::format("attribute name repeated in class pattern: {}", name.text()), where);
    }
    for (const ast::Pattern* each : node.patterns) below(*each);
    for (const ast::Pattern* each : node.keyword_patterns) below(*each);
}

void PatternCheck::alternatives(const ast::MatchOr& node) {
    const Names before = names_;
    Names first;
    bool outer = catch_all_;
    for (std::size_t at = 0; at < node.patterns.size(); ++at) {
        names_ = before;
        catch_all_ = outer && at + 1 == node.patterns.size();
        check(*node.patterns[at]);
        if (at == 0)
            first = names_;
        else if (names_ != first)
            report_.fail("alternative patterns bind different names", last_);
    }
    catch_all_ = outer;
}

void PatternCheck::bind(Identifier name) {
    if (!name) return;
    report_.require_bindable(name, last_, ast::Context::Store);
    if (!names_.insert(name).second)
        report_.fail(fmt::format("multiple assignments to name '{}' in pattern", name.text()), last_);
}

} // namespace limbeck::python::placement
