// Parameters of functions and lambdas, and type parameters.
#include <fmt/format.h>

#include "python/parser_state.hpp"

namespace limbeck::python {

using K = TokenKind;

// Up to `end`, which stays: `)` for a function, whose parameters may be annotated, `:` for a lambda.
ast::Parameters* Parser::parameters(TokenKind end) {
    bool annotated = end == K::RightParen;
    auto* node = tree_.arena.make<ast::Parameters>();
    std::vector<ast::Parameter*> positional_list;
    std::vector<ast::Parameter*> keyword_only;
    std::vector<ast::Expression*> default_list;
    std::vector<ast::Expression*> keyword_defaults;
    std::size_t positional_only = 0;
    bool slash = false;
    bool star = false;
    while (!at(end)) {
        if (at(K::Slash)) {
            if (slash) fail_at(*token_, "/ may appear only once");
            if (star) fail_at(*token_, "/ must be ahead of *");
            if (positional_list.empty() && peek().kind != K::Comma) invalid_syntax();
            if (positional_list.empty()) fail_at(*token_, "at least one argument must precede /");
            advance();
            slash = true;
            positional_only = positional_list.size();
        } else if (at(K::Star)) {
            const Token& token = *token_;
            if (star) fail_at(token, "* argument may appear only once");
            advance();
            star = true;
            if (at(K::Comma)) {
                if (peek().kind == end || peek().kind == K::DoubleStar) {
                    fail_at(annotated ? token : peek(), "named arguments must follow bare *");
                }
            } else if (at(end)) {
                fail_at(annotated ? token : *token_, "named arguments must follow bare *");
            } else {
                node->star = parameter(annotated, true);
                if (at(K::Equal)) fail_at(*token_, "var-positional argument cannot have default value");
            }
        } else if (at(K::DoubleStar)) {
            advance();
            node->double_star = parameter(annotated, false);
            if (at(K::Equal)) fail_at(*token_, "var-keyword argument cannot have default value");
            accept(K::Comma);
            if (at(K::Star) || at(K::DoubleStar) || at(K::Slash) || at(K::Name)) {
                fail_at(*token_, "arguments cannot follow var-keyword argument");
            }
            break;
        } else {
            if (at(K::LeftParen) && at_names_in_parentheses()) {
                fail_at(*token_, annotated ? "Function parameters cannot be parenthesized"
                                           : "Lambda expression parameters cannot be parenthesized");
            }
            const Token& token = *token_;
            ast::Parameter* one = parameter(annotated, false);
            ast::Expression* value = nullptr;
            if (accept(K::Equal)) {
                if (at(end) || at(K::Comma)) fail_at(token_[-1], "expected default value expression");
                value = apart([this] { return expression(); });
            }
            if (value && !one->annotation && !at(K::Comma) && !at(end)) unexpected_after(value);
            if (star) {
                keyword_only.push_back(one);
                keyword_defaults.push_back(value);
            } else {
                positional_list.push_back(one);
                if (value) {
                    default_list.push_back(value);
                } else if (!default_list.empty()) {
                    fail_at(token, "parameter without a default follows parameter with a default");
                }
            }
        }
        if (!accept(K::Comma)) break;
    }
    auto copy = [this](auto& list, auto& out) {
        using Item = std::decay_t<decltype(list[0])>;
        if (list.empty()) return;
        out = {tree_.arena.make_array<Item>(list.size()), static_cast<std::uint32_t>(list.size())};
        std::copy(list.begin(), list.end(), out.items);
    };
    std::vector<ast::Parameter*> before_slash(
        positional_list.begin(), positional_list.begin() + static_cast<std::ptrdiff_t>(positional_only));
    positional_list.erase(positional_list.begin(),
                          positional_list.begin() + static_cast<std::ptrdiff_t>(positional_only));
    copy(before_slash, node->positional_only);
    copy(positional_list, node->positional);
    copy(keyword_only, node->keyword_only);
    copy(keyword_defaults, node->keyword_defaults);
    copy(default_list, node->defaults);
    return node;
}

bool Parser::at_names_in_parentheses() const {
    const Token* token = token_ + 1;
    while (token->kind == K::Name) {
        ++token;
        if (token->kind == K::RightParen) return true;
        if (token->kind != K::Comma) return false;
        ++token;
        if (token->kind == K::RightParen) return true;
    }
    return false;
}

ast::Parameter* Parser::parameter(bool annotated, bool starred) {
    const Token& first = *token_;
    auto* node = tree_.arena.make<ast::Parameter>();
    node->name = expect_name();
    if (annotated && accept(K::Colon)) {
        node->annotation = apart([&] { return starred ? star_expression() : expression(); });
        if (!at(K::Comma) && !at(K::Equal) && !at(K::RightParen)) unexpected_after(node->annotation);
    }
    node->where = from(first);
    return node;
}

// [T, *Ts, **P], or nothing where there is no bracket.
ast::Sequence<ast::TypeParameter*> Parser::type_parameters() {
    if (!accept(K::LeftBracket)) return {};
    if (at(K::RightBracket)) fail_at(*token_, "Type parameter list cannot be empty");
    Gather<ast::TypeParameter*> list(*this);
    do {
        if (at(K::RightBracket)) break;
        list.add(type_parameter());
    } while (accept(K::Comma));
    expect(K::RightBracket);
    return list.finish();
}

ast::TypeParameter* Parser::type_parameter() {
    Nest nest(*this);
    const Token& first = *token_;
    if (accept(K::Star)) {
        Identifier name = expect_name();
        if (at(K::Colon)) {
            fail_at(*token_, peek().kind == K::LeftParen ? "cannot use constraints with TypeVarTuple"
                                                         : "cannot use bound with TypeVarTuple");
        }
        ast::Expression* value = accept(K::Equal) ? star_expression() : nullptr;
        auto* node = make<ast::TypeVarTuple>(from(first));
        node->name = name;
        node->default_value = value;
        return node;
    }
    if (accept(K::DoubleStar)) {
        Identifier name = expect_name();
        if (at(K::Colon)) {
            fail_at(*token_, peek().kind == K::LeftParen ? "cannot use constraints with ParamSpec"
                                                         : "cannot use bound with ParamSpec");
        }
        ast::Expression* value = accept(K::Equal) ? expression() : nullptr;
        auto* node = make<ast::ParamSpec>(from(first));
        node->name = name;
        node->default_value = value;
        return node;
    }
    Identifier name = expect_name();
    ast::Expression* bound = accept(K::Colon) ? expression() : nullptr;
    ast::Expression* value = accept(K::Equal) ? expression() : nullptr;
    auto* node = make<ast::TypeVar>(from(first));
    node->name = name;
    node->bound = bound;
    node->default_value = value;
    return node;
}

} // namespace limbeck::python
