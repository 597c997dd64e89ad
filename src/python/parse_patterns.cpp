// match statements and their patterns.
#include <fmt/format.h>

#include "python/number_literal.hpp"
#include "python/parser_state.hpp"
#include "python/soft_keywords.hpp"

namespace limbeck::python {

using K = TokenKind;

// `match` opens a statement where the line ends in a colon and the block under it begins with `case`.
bool Parser::at_match_statement() const {
    switch (token_[1].kind) {
    case K::Equal:
    case K::Dot:
    case K::Comma:
    case K::Colon:
    case K::Newline:
    case K::RightParen:
        return false;
    default:
        break;
    }
    const Token* end = token_;
    while (end->kind != K::Newline && end->kind != K::End && end->kind != K::Error) ++end;
    if (end->kind != K::Newline || end[-1].kind != K::Colon) return false;
    return end[1].kind != K::Indent || (end[2].kind == K::Name && end[2].name == soft_keywords().case_);
}

ast::Statement* Parser::match_statement() {
    const Token& first = advance();
    const Token& start = *token_;
    ast::Expression* subject = star_named_expression();
    if (at(K::Comma)) {
        Gather<ast::Expression*> items(*this);
        items.add(subject);
        while (accept(K::Comma)) {
            if (at(K::Colon)) break;
            items.add(star_named_expression());
        }
        auto* tuple = make<ast::Tuple>(from(start));
        tuple->elements = items.finish();
        subject = tuple;
    } else if (subject->kind == ast::ExpressionKind::Starred) {
        invalid_syntax();
    }
    expect_colon_after(subject);
    expect(K::Newline);
    if (!accept(K::Indent)) {
        if (at(K::Error)) raise_lexical_error();
        fail_at(*token_,
                fmt::format("expected an indented block after 'match' statement on line {}", first.line),
                SyntaxErrorKind::Indentation);
    }
    Gather<ast::MatchCase*> cases(*this);
    do {
        cases.add(match_case());
    } while (!at(K::Dedent) && !at(K::End));
    accept(K::Dedent);
    auto* node = make<ast::Match>(from(first));
    node->subject = subject;
    node->cases = cases.finish();
    return node;
}

ast::MatchCase* Parser::match_case() {
    Nest nest(*this);
    const Token& first = *token_;
    if (!at_name(soft_keywords().case_)) invalid_syntax();
    advance();
    auto* node = tree_.arena.make<ast::MatchCase>();
    node->pattern = patterns();
    if (accept(K::KeywordIf)) node->guard = named_expression();
    expect_colon_after(node->guard);
    node->body = block("'case' statement", first);
    return node;
}

// A sequence without brackets counts.
ast::Pattern* Parser::patterns() {
    const Token& first = *token_;
    ast::Pattern* item = maybe_star_pattern();
    if (!at(K::Comma) && item->kind != ast::PatternKind::MatchStar) return item;
    Gather<ast::Pattern*> items(*this);
    items.add(item);
    if (!at(K::Comma)) invalid_syntax();
    while (accept(K::Comma)) {
        if (at(K::Colon) || at(K::KeywordIf)) break;
        items.add(maybe_star_pattern());
    }
    auto* node = make<ast::MatchSequence>(from(first));
    node->patterns = items.finish();
    return node;
}

ast::Pattern* Parser::maybe_star_pattern() {
    return at(K::Star) ? star_pattern() : pattern();
}

ast::Pattern* Parser::star_pattern() {
    const Token& first = advance();
    Identifier name;
    if (at_name(soft_keywords().underscore)) {
        advance();
    } else {
        name = expect_name();
    }
    auto* node = make<ast::MatchStar>(from(first));
    node->name = name;
    return node;
}

// or_pattern ['as' name]
ast::Pattern* Parser::pattern() {
    Nest nest(*this);
    const Token& first = *token_;
    ast::Pattern* inner = or_pattern();
    if (!at(K::KeywordAs)) return inner;
    advance();
    if (at_name(soft_keywords().underscore)) fail_at(*token_, "cannot use '_' as a target");
    if (!at(K::Name)) fail_at(*token_, "cannot use literal as pattern target");
    Identifier name = capture_target();
    auto* node = make<ast::MatchAs>(from(first));
    node->pattern = inner;
    node->name = name;
    return node;
}

Identifier Parser::capture_target() {
    Identifier name = expect_name();
    if (at(K::Dot) || at(K::LeftParen) || at(K::Equal)) invalid_syntax();
    return name;
}

ast::Pattern* Parser::or_pattern() {
    const Token& first = *token_;
    ast::Pattern* item = closed_pattern();
    if (!at(K::VerticalBar)) return item;
    Gather<ast::Pattern*> items(*this);
    items.add(item);
    while (accept(K::VerticalBar)) items.add(closed_pattern());
    auto* node = make<ast::MatchOr>(from(first));
    node->patterns = items.finish();
    return node;
}

ast::Pattern* Parser::closed_pattern() {
    const Token& first = *token_;
    auto singleton = [&](ast::ConstantType type) -> ast::Pattern* {
        advance();
        auto* node = make<ast::MatchSingleton>(from(first));
        node->value = type;
        return node;
    };
    auto value = [&](ast::Expression* expression) -> ast::Pattern* {
        auto* node = make<ast::MatchValue>(from(first));
        node->value = expression;
        return node;
    };
    switch (kind()) {
    case K::KeywordNone:
        return singleton(ast::ConstantType::None);
    case K::KeywordTrue:
        return singleton(ast::ConstantType::True);
    case K::KeywordFalse:
        return singleton(ast::ConstantType::False);
    case K::Number:
    case K::Minus:
        return value(pattern_number());
    case K::String:
    case K::FStringStart:
    case K::TStringStart: {
        ast::Expression* text = strings();
        if (text->kind != ast::ExpressionKind::Constant) {
            fail_at(text->where, "patterns may only match literals and attribute lookups");
        }
        return value(text);
    }
    case K::LeftParen:
    case K::LeftBracket:
        return group_or_sequence_pattern();
    case K::LeftBrace:
        return mapping_pattern();
    case K::Name:
        break;
    default:
        invalid_syntax();
    }
    if (token_[1].kind == K::Dot || token_[1].kind == K::LeftParen) {
        ast::Expression* name = name_or_attribute();
        if (at(K::LeftParen)) return class_pattern(name);
        return value(name);
    }
    Identifier name = expect_name();
    auto* node = make<ast::MatchAs>(from(first));
    if (name != soft_keywords().underscore) node->name = name;
    return node;
}

ast::Expression* Parser::name_or_attribute() {
    const Token& first = advance();
    ast::Expression* value = name(first);
    while (accept(K::Dot)) {
        Identifier attribute = expect_name();
        auto* node = make<ast::Attribute>(from(first));
        node->value = value;
        node->name = attribute;
        value = node;
        add_level();
    }
    return value;
}

// (a), (a, b), [a, b]
ast::Pattern* Parser::group_or_sequence_pattern() {
    Nest nest(*this);
    const Token& open = advance();
    K close = open.kind == K::LeftParen ? K::RightParen : K::RightBracket;
    Gather<ast::Pattern*> items(*this);
    bool comma = false;
    while (!at(close)) {
        items.add(maybe_star_pattern());
        comma = accept(K::Comma);
        if (!comma) break;
    }
    if (items.size() == 1 && !comma && close == K::RightParen &&
        items[0]->kind != ast::PatternKind::MatchStar) {
        expect(close);
        return items[0];
    }
    if (items.size() == 1 && !comma && close == K::RightParen) invalid_syntax();
    expect(close);
    auto* node = make<ast::MatchSequence>(from(open));
    node->patterns = items.finish();
    return node;
}

ast::Pattern* Parser::mapping_pattern() {
    Nest nest(*this);
    const Token& open = advance();
    std::vector<ast::Expression*> keys;
    Gather<ast::Pattern*> values(*this);
    Identifier rest;
    while (!at(K::RightBrace)) {
        if (accept(K::DoubleStar)) {
            rest = capture_target();
            if (rest == soft_keywords().underscore) fail_at(token_[-1], "invalid syntax");
            accept(K::Comma);
            if (!at(K::RightBrace)) invalid_syntax();
            break;
        }
        keys.push_back(mapping_key());
        expect(K::Colon);
        values.add(pattern());
        if (!accept(K::Comma)) break;
    }
    expect(K::RightBrace);
    auto* node = make<ast::MatchMapping>(from(open));
    if (!keys.empty()) {
        node->keys = {tree_.arena.make_array<ast::Expression*>(keys.size()),
                      static_cast<std::uint32_t>(keys.size())};
        std::copy(keys.begin(), keys.end(), node->keys.items);
    }
    node->patterns = values.finish();
    node->rest = rest;
    return node;
}

ast::Expression* Parser::mapping_key() {
    switch (kind()) {
    case K::KeywordNone:
        return constant(ast::ConstantType::None);
    case K::KeywordTrue:
        return constant(ast::ConstantType::True);
    case K::KeywordFalse:
        return constant(ast::ConstantType::False);
    case K::Number:
    case K::Minus:
        return pattern_number();
    case K::String:
    case K::FStringStart:
    case K::TStringStart:
        return strings();
    case K::Name:
        if (token_[1].kind == K::Dot) return name_or_attribute();
        break;
    default:
        break;
    }
    invalid_syntax();
}

ast::Pattern* Parser::class_pattern(ast::Expression* type) {
    Nest nest(*this);
    advance();
    Gather<ast::Pattern*> positional(*this);
    std::vector<Identifier> names;
    std::vector<ast::Pattern*> named;
    while (!at(K::RightParen)) {
        if (at(K::Name) && token_[1].kind == K::Equal) {
            names.push_back(advance().name);
            advance();
            named.push_back(pattern());
        } else {
            const Token& first = *token_;
            positional.add(pattern());
            if (!names.empty()) fail_at(first, "positional patterns follow keyword patterns");
        }
        if (!accept(K::Comma)) break;
    }
    expect(K::RightParen);
    auto* node = make<ast::MatchClass>(from(type->where));
    node->type = type;
    node->patterns = positional.finish();
    if (!names.empty()) {
        auto count = static_cast<std::uint32_t>(names.size());
        node->keyword_names = {tree_.arena.make_array<Identifier>(count), count};
        node->keyword_patterns = {tree_.arena.make_array<ast::Pattern*>(count), count};
        std::copy(names.begin(), names.end(), node->keyword_names.items);
        std::copy(named.begin(), named.end(), node->keyword_patterns.items);
    }
    return node;
}

// A number with its sign, or a complex one: real part, sign, imaginary part.
ast::Expression* Parser::pattern_number() {
    const Token& first = *token_;
    ast::Expression* left = pattern_real_number();
    if (!at(K::Plus) && !at(K::Minus)) return left;
    const auto* real = ast::get_if<ast::Constant>(left);
    if (real && real->type == ast::ConstantType::Imaginary) {
        fail_at(left->where, "real number required in complex literal");
    }
    bool plus = advance().kind == K::Plus;
    if (!at(K::Number)) invalid_syntax();
    ast::Expression* right = number();
    if (ast::as<ast::Constant>(*right).type != ast::ConstantType::Imaginary) {
        fail_at(right->where, "imaginary number required in complex literal");
    }
    auto* node = make<ast::BinOp>(from(first));
    node->op = plus ? ast::BinaryOperator::Add : ast::BinaryOperator::Sub;
    node->left = left;
    node->right = right;
    return node;
}

ast::Expression* Parser::pattern_real_number() {
    const Token& first = *token_;
    bool negative = accept(K::Minus);
    if (!at(K::Number)) invalid_syntax();
    ast::Expression* value = number();
    if (!negative) return value;
    auto* node = make<ast::UnaryOp>(from(first));
    node->op = ast::UnaryOperator::USub;
    node->operand = value;
    return node;
}

} // namespace limbeck::python
