// Names, numbers, brackets of every kind, comprehensions, the arguments of calls, subscripts.
#include <fmt/format.h>

#include "python/number_literal.hpp"
#include "python/parser_state.hpp"

namespace limbeck::python {

using K = TokenKind;

ast::Expression* Parser::atom() {
    switch (kind()) {
    case K::Name:
        return name(advance());
    case K::Number:
        return number();
    case K::String:
    case K::FStringStart:
    case K::TStringStart:
        return strings();
    case K::LeftParen:
        return parenthesized();
    case K::LeftBracket:
        return list_display();
    case K::LeftBrace:
        return dict_or_set();
    case K::KeywordNone:
        return constant(ast::ConstantType::None);
    case K::KeywordTrue:
        return constant(ast::ConstantType::True);
    case K::KeywordFalse:
        return constant(ast::ConstantType::False);
    case K::Ellipsis:
        return constant(ast::ConstantType::Ellipsis);
    default:
        invalid_syntax();
    }
}

ast::Expression* Parser::name(const Token& token) {
    auto* node = make<ast::Name>({token.line, token.column, token.end_line, token.end_column});
    node->id = token.name;
    return node;
}

ast::Expression* Parser::constant(ast::ConstantType type) {
    const Token& token = advance();
    auto* node = make<ast::Constant>({token.line, token.column, token.end_line, token.end_column});
    node->type = type;
    return node;
}

ast::Expression* Parser::number() {
    const Token& token = advance();
    auto* node = make<ast::Constant>({token.line, token.column, token.end_line, token.end_column});
    std::string_view text = tree_.source.text().substr(token.start, token.end - token.start);
    if (auto error = number_literal::evaluate(text, tree_.arena, *node); !error.empty()) {
        fail_at(token, std::move(error));
    }
    return node;
}

bool Parser::at_comprehension() const {
    return at(K::KeywordFor) || (at(K::KeywordAsync) && token_[1].kind == K::KeywordFor);
}

void Parser::expect_closing(TokenKind close, ast::Expression* last) {
    if (!accept(close)) unexpected_after(last);
}

// (), (a), (a, b), (yield a), (a for a in b)
ast::Expression* Parser::parenthesized() {
    Nest nest(*this);
    const Token& open = advance();
    if (accept(K::RightParen)) return make<ast::Tuple>(from(open));
    if (at(K::KeywordYield)) {
        ast::Expression* value = yield_expression();
        expect_closing(K::RightParen, value);
        return value;
    }
    ast::Expression* first = star_named_expression();
    if (at_comprehension()) {
        if (first->kind == ast::ExpressionKind::Starred) {
            fail_at(first->where, "iterable unpacking cannot be used in comprehension");
        }
        auto generators = comprehension_clauses();
        expect(K::RightParen);
        auto* node = make<ast::GeneratorExp>(from(open));
        node->element = first;
        node->generators = generators;
        return node;
    }
    if (!at(K::Comma)) {
        if (first->kind == ast::ExpressionKind::Starred && at(K::RightParen)) {
            fail_at(first->where, "cannot use starred expression here");
        }
        expect_closing(K::RightParen, first);
        return first;
    }
    Gather<ast::Expression*> items(*this);
    items.add(first);
    while (accept(K::Comma)) {
        if (at(K::RightParen)) break;
        items.add(star_named_expression());
    }
    if (at_comprehension() && items.size() > 1) {
        fail_at(first->where, "did you forget parentheses around the comprehension target?");
    }
    expect_closing(K::RightParen, items[items.size() - 1]);
    auto* node = make<ast::Tuple>(from(open));
    node->elements = items.finish();
    return node;
}

ast::Expression* Parser::list_display() {
    Nest nest(*this);
    const Token& open = advance();
    Gather<ast::Expression*> items(*this);
    if (!at(K::RightBracket)) {
        ast::Expression* first = star_named_expression();
        if (at_comprehension()) {
            if (first->kind == ast::ExpressionKind::Starred) {
                fail_at(first->where, "iterable unpacking cannot be used in comprehension");
            }
            auto generators = comprehension_clauses();
            expect(K::RightBracket);
            auto* node = make<ast::ListComp>(from(open));
            node->element = first;
            node->generators = generators;
            return node;
        }
        items.add(first);
        while (accept(K::Comma)) {
            if (at(K::RightBracket)) break;
            items.add(star_named_expression());
        }
        if (at_comprehension() && items.size() > 1) {
            fail_at(first->where, "did you forget parentheses around the comprehension target?");
        }
    }
    expect_closing(K::RightBracket, items.size() ? items[items.size() - 1] : nullptr);
    auto* node = make<ast::List>(from(open));
    node->elements = items.finish();
    return node;
}

ast::Expression* Parser::dict_or_set() {
    Nest nest(*this);
    const Token& open = advance();
    if (accept(K::RightBrace)) return make<ast::Dict>(from(open));
    if (at(K::DoubleStar)) return dict_display(open, nullptr);
    ast::Expression* first = star_named_expression();
    if (at(K::Colon)) return dict_display(open, first);
    if (at_comprehension()) {
        if (first->kind == ast::ExpressionKind::Starred) {
            fail_at(first->where, "iterable unpacking cannot be used in comprehension");
        }
        auto generators = comprehension_clauses();
        expect(K::RightBrace);
        auto* node = make<ast::SetComp>(from(open));
        node->element = first;
        node->generators = generators;
        return node;
    }
    Gather<ast::Expression*> items(*this);
    items.add(first);
    while (accept(K::Comma)) {
        if (at(K::RightBrace)) break;
        items.add(star_named_expression());
    }
    if (at_comprehension() && items.size() > 1) {
        fail_at(first->where, "did you forget parentheses around the comprehension target?");
    }
    expect_closing(K::RightBrace, items[items.size() - 1]);
    auto* node = make<ast::Set>(from(open));
    node->elements = items.finish();
    return node;
}

ast::Expression* Parser::dict_value() {
    if (at(K::RightBrace) || at(K::Comma))
        fail_at(token_[-1], "expression expected after dictionary key and ':'");
    if (at(K::Star)) fail_at(*token_, "cannot use a starred expression in a dictionary value");
    return expression();
}

// The current token is the first key's colon, or the first `**` where there is no key.
ast::Expression* Parser::dict_display(const Token& open, ast::Expression* key) {
    Gather<ast::Expression*> pairs(*this); // key, value, key, value
    auto unpacking = [&] {
        const Token& stars = advance();
        pairs.add(nullptr);
        pairs.add(bitwise_or());
        if (at_comprehension()) fail_at(stars, "dict unpacking cannot be used in dict comprehension");
    };
    if (key) {
        advance();
        ast::Expression* value = dict_value();
        if (at_comprehension()) {
            auto generators = comprehension_clauses();
            expect(K::RightBrace);
            auto* node = make<ast::DictComp>(from(open));
            node->key = key;
            node->value = value;
            node->generators = generators;
            return node;
        }
        pairs.add(key);
        pairs.add(value);
    } else {
        unpacking();
    }
    while (accept(K::Comma)) {
        if (at(K::RightBrace)) break;
        if (at(K::DoubleStar)) {
            unpacking();
            continue;
        }
        key = expression();
        if (!at(K::Colon)) {
            raise("':' expected after dictionary key", key->where.line, key->where.end_column - 1,
                  SyntaxErrorKind::Syntax);
        }
        advance();
        pairs.add(key);
        pairs.add(dict_value());
    }
    bool unpacked_last = !pairs[pairs.size() - 2];
    expect_closing(K::RightBrace, unpacked_last ? nullptr : pairs[pairs.size() - 1]);
    auto* node = make<ast::Dict>(from(open));
    std::size_t count = pairs.size() / 2;
    node->keys = {tree_.arena.make_array<ast::Expression*>(count), static_cast<std::uint32_t>(count)};
    node->values = {tree_.arena.make_array<ast::Expression*>(count), static_cast<std::uint32_t>(count)};
    for (std::size_t i = 0; i < count; ++i) {
        node->keys[i] = pairs[2 * i];
        node->values[i] = pairs[2 * i + 1];
    }
    return node;
}

ast::Sequence<ast::Comprehension*> Parser::comprehension_clauses() {
    Gather<ast::Comprehension*> clauses(*this);
    while (at_comprehension()) {
        auto* clause = tree_.arena.make<ast::Comprehension>();
        clause->is_async = accept(K::KeywordAsync);
        expect(K::KeywordFor);
        clause->target = target_list();
        if (!accept(K::KeywordIn)) {
            if (at(K::Error)) invalid_syntax();
            fail_at(*token_, "'in' expected after for-loop variables");
        }
        clause->iterable = apart([this] { return disjunction(); });
        clause->conditions = comprehension_conditions();
        clauses.add(clause);
    }
    return clauses.finish();
}

Parser::Expressions Parser::comprehension_conditions() {
    Gather<ast::Expression*> conditions(*this);
    while (accept(K::KeywordIf)) conditions.add(apart([this] { return disjunction(); }));
    return conditions.finish();
}

// Up to and with the closing parenthesis of a call or a class.
void Parser::call_arguments(const Token& open, Expressions& arguments, ast::Sequence<ast::Keyword*>& keywords,
                            bool for_class) {
    Nest nest(*this);
    Gather<ast::Expression*> positional(*this);
    // Keywords go to a list of their own, in step with the positional ones.
    std::vector<ast::Keyword*> named;
    bool unpacked = false; // a ** has been seen
    ast::Expression* last = nullptr;
    while (!at(K::RightParen)) {
        const Token& first = *token_;
        if (at(K::DoubleStar)) {
            advance();
            auto* keyword = tree_.arena.make<ast::Keyword>();
            keyword->value = expression();
            keyword->where = from(first);
            named.push_back(keyword);
            unpacked = true;
            last = keyword->value;
        } else if (at(K::Name) && token_[1].kind == K::Equal) {
            advance();
            advance();
            if (at(K::RightParen) || at(K::Comma)) fail_at(first, "expected argument value expression");
            auto* keyword = tree_.arena.make<ast::Keyword>();
            keyword->name = first.name;
            keyword->value = expression();
            keyword->where = from(first);
            if (at_comprehension()) {
                fail_at(first, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
            }
            named.push_back(keyword);
            last = keyword->value;
        } else if (at(K::Star)) {
            if (unpacked)
                fail_at(token_[-1], "iterable argument unpacking follows keyword argument unpacking");
            advance();
            Nest inner(*this);
            ast::Expression* value = expression();
            auto* starred = make<ast::Starred>(from(first));
            starred->value = value;
            positional.add(starred);
            last = starred;
        } else {
            ast::Expression* value = argument_expression();
            if (at_comprehension()) {
                auto generators = comprehension_clauses();
                bool alone = positional.size() == 0 && named.empty() && !at(K::Comma) && !for_class;
                if (!alone) fail_at(value->where, "Generator expression must be parenthesized");
                expect(K::RightParen);
                auto* node = make<ast::GeneratorExp>(from(open));
                node->element = value;
                node->generators = generators;
                positional.add(node);
                arguments = positional.finish();
                return;
            }
            if (at(K::Equal)) {
                using ast::ExpressionKind;
                if (const auto* fixed = ast::get_if<ast::Constant>(value);
                    fixed && (first.kind == K::KeywordTrue || first.kind == K::KeywordFalse ||
                              first.kind == K::KeywordNone)) {
                    fail_at(first, fmt::format("cannot assign to {}", first.name.text()));
                }
                fail_at(value->where, "expression cannot contain assignment, perhaps you meant \"==\"?");
            }
            if (!named.empty() && !at(K::Error)) {
                if (!at(K::Comma) && !at(K::RightParen)) check_forgotten_comma(value);
                skip_arguments();
                fail_at(*token_, unpacked ? "positional argument follows keyword argument unpacking"
                                          : "positional argument follows keyword argument");
            }
            positional.add(value);
            last = value;
        }
        if (!accept(K::Comma)) break;
    }
    expect_closing(K::RightParen, last);
    arguments = positional.finish();
    if (named.empty()) return;
    keywords = {tree_.arena.make_array<ast::Keyword*>(named.size()),
                static_cast<std::uint32_t>(named.size())};
    std::copy(named.begin(), named.end(), keywords.items);
}

// To where CPython notices that a positional argument was out of order: after the run of positional arguments
// and keywords that it begins.
void Parser::skip_arguments() {
    bool named = false;
    while (accept(K::Comma) && !at(K::RightParen)) {
        if (at(K::Name) && token_[1].kind == K::Equal) {
            advance();
            advance();
            expression();
            named = true;
        } else if (at(K::Star) || at(K::DoubleStar)) {
            named = named || at(K::DoubleStar);
            advance();
            expression();
        } else {
            argument_expression();
            if (named) return;
        }
    }
}

ast::Expression* Parser::subscript_index() {
    Nest nest(*this);
    const Token& first = *token_;
    ast::Expression* item = at(K::Star) ? star_expression() : slice();
    if (!at(K::Comma) && item->kind != ast::ExpressionKind::Starred) return item;
    return tuple_of_slices(first, item);
}

ast::Expression* Parser::tuple_of_slices(const Token& first, ast::Expression* item) {
    Gather<ast::Expression*> items(*this);
    items.add(item);
    while (accept(K::Comma)) {
        if (at(K::RightBracket)) break;
        items.add(at(K::Star) ? star_expression() : slice());
    }
    auto* node = make<ast::Tuple>(from(first));
    node->elements = items.finish();
    return node;
}

ast::Expression* Parser::slice() {
    const Token& first = *token_;
    ast::Expression* lower = nullptr;
    if (!at(K::Colon)) {
        lower = named_expression();
        if (!at(K::Colon)) return lower;
    }
    Nest nest(*this);
    advance();
    auto bound = [this]() -> ast::Expression* {
        return at(K::Colon) || at(K::Comma) || at(K::RightBracket) ? nullptr : expression();
    };
    ast::Expression* upper = bound();
    ast::Expression* step = accept(K::Colon) ? bound() : nullptr;
    auto* node = make<ast::Slice>(from(first));
    node->lower = lower;
    node->upper = upper;
    node->step = step;
    return node;
}

} // namespace limbeck::python
