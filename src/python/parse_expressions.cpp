// Operators, from the loosest (`lambda`, `if ... else`) to the tightest (`**`, `await`).
#include <array>

#include <fmt/format.h>

#include "python/parser_state.hpp"

namespace limbeck::python {

using K = TokenKind;

namespace {

struct BinaryPrecedence {
    int level = -1; // -1: no binary operator; higher binds tighter
    ast::BinaryOperator op{};
};

constexpr auto make_precedences() {
    std::array<BinaryPrecedence, token_kind_count> table{};
    auto set = [&](K kind, int level, ast::BinaryOperator op) {
        table[static_cast<std::size_t>(kind)] = {level, op};
    };
    using B = ast::BinaryOperator;
    set(K::VerticalBar, 0, B::BitOr);
    set(K::Circumflex, 1, B::BitXor);
    set(K::Ampersand, 2, B::BitAnd);
    set(K::LeftShift, 3, B::LShift);
    set(K::RightShift, 3, B::RShift);
    set(K::Plus, 4, B::Add);
    set(K::Minus, 4, B::Sub);
    set(K::Star, 5, B::Mult);
    set(K::Slash, 5, B::Div);
    set(K::DoubleSlash, 5, B::FloorDiv);
    set(K::Percent, 5, B::Mod);
    set(K::At, 5, B::MatMult);
    return table;
}

constexpr auto precedences = make_precedences();

} // namespace

bool Parser::at_expression_end() const {
    switch (kind()) {
    case K::Newline:
    case K::Semicolon:
    case K::RightParen:
    case K::RightBracket:
    case K::RightBrace:
    case K::Equal:
    case K::Colon:
    case K::Exclamation:
    case K::End:
        return true;
    default:
        return kind() >= K::PlusEqual && kind() <= K::DoubleSlashEqual;
    }
}

bool Parser::at_expression_start() const {
    switch (kind()) {
    case K::Name:
    case K::Number:
    case K::String:
    case K::FStringStart:
    case K::TStringStart:
    case K::LeftParen:
    case K::LeftBracket:
    case K::LeftBrace:
    case K::Minus:
    case K::Plus:
    case K::Tilde:
    case K::Ellipsis:
    case K::KeywordFalse:
    case K::KeywordNone:
    case K::KeywordTrue:
    case K::KeywordAwait:
    case K::KeywordLambda:
    case K::KeywordNot:
        return true;
    default:
        return false;
    }
}

template <class Item>
ast::Expression* Parser::tuple_after(const Token& first, ast::Expression* item, Item next) {
    Gather<ast::Expression*> items(*this);
    items.add(item);
    while (accept(K::Comma)) {
        if (at_expression_end() || at(K::KeywordIn)) break;
        items.add(apart(next));
    }
    add_level();
    auto* node = make<ast::Tuple>(from(first));
    node->elements = items.finish();
    return node;
}

ast::Expression* Parser::star_expressions() {
    const Token& first = *token_;
    ast::Expression* item = star_expression();
    if (!at(K::Comma)) return item;
    return tuple_after(first, item, [this] { return star_expression(); });
}

ast::Expression* Parser::expressions() {
    const Token& first = *token_;
    ast::Expression* item = expression();
    if (!at(K::Comma)) return item;
    return tuple_after(first, item, [this] { return expression(); });
}

ast::Expression* Parser::star_expression() {
    if (!at(K::Star)) return expression();
    const Token& first = advance();
    Nest nest(*this);
    ast::Expression* value = bitwise_or();
    auto* node = make<ast::Starred>(from(first));
    node->value = value;
    return node;
}

ast::Expression* Parser::star_named_expression() {
    return at(K::Star) ? star_expression() : named_expression();
}

ast::Expression* Parser::yield_or_star_expressions() {
    return at(K::KeywordYield) ? yield_expression() : star_expressions();
}

ast::Expression* Parser::yield_expression() {
    const Token& first = advance();
    Nest nest(*this);
    if (accept(K::KeywordFrom)) {
        ast::Expression* value = expression();
        auto* node = make<ast::YieldFrom>(from(first));
        node->value = value;
        return node;
    }
    ast::Expression* value = at_expression_end() ? nullptr : star_expressions();
    auto* node = make<ast::Yield>(from(first));
    node->value = value;
    return node;
}

ast::Expression* Parser::named_expression() {
    ast::Expression* value = argument_expression();
    if (at(K::Equal)) unexpected_equal(value);
    return value;
}

ast::Expression* Parser::argument_expression() {
    if (at(K::Name) && token_[1].kind == K::ColonEqual) {
        Nest nest(*this);
        const Token& first = advance();
        ast::Expression* target = name(first);
        set_context(target, ast::Context::Store);
        advance();
        ast::Expression* value = expression();
        auto* node = make<ast::NamedExpr>(from(first));
        node->target = target;
        node->value = value;
        return node;
    }
    ast::Expression* value = expression();
    auto value_follows = [this] {
        advance();
        expression();
    };
    if (at(K::ColonEqual) && !speculating_ && could_read(value_follows)) {
        fail_at(value->where, fmt::format("cannot use assignment expressions with {}", describe(*value)));
    }
    return value;
}

ast::Expression* Parser::expression() {
    if (at(K::KeywordLambda)) return lambda();
    Nest nest(*this);
    const Token& first = *token_;
    ast::Expression* body = disjunction();
    if (!at(K::KeywordIf)) return body;
    advance();
    ast::Expression* test = apart([this] { return disjunction(); });
    if (!at(K::KeywordElse)) {
        if (at(K::Colon) || at(K::Error) || speculating_) invalid_syntax();
        fail_at(body->where, "expected 'else' after 'if' expression");
    }
    advance();
    ast::Expression* otherwise = apart([this] { return expression(); });
    auto* node = make<ast::IfExp>(from(first));
    node->test = test;
    node->body = body;
    node->otherwise = otherwise;
    return node;
}

ast::Expression* Parser::lambda() {
    Nest nest(*this);
    const Token& first = advance();
    ast::Parameters* params = parameters(K::Colon);
    expect(K::Colon);
    ast::Expression* body = expression();
    auto* node = make<ast::Lambda>(from(first));
    node->parameters = params;
    node->body = body;
    return node;
}

ast::Expression* Parser::disjunction() {
    const Token& first = *token_;
    ast::Expression* left = conjunction();
    if (!at(K::KeywordOr)) return left;
    Gather<ast::Expression*> values(*this);
    values.add(left);
    while (accept(K::KeywordOr)) values.add(apart([this] { return conjunction(); }));
    add_level();
    auto* node = make<ast::BoolOp>(from(first));
    node->op = ast::BoolOperator::Or;
    node->values = values.finish();
    return node;
}

ast::Expression* Parser::conjunction() {
    const Token& first = *token_;
    ast::Expression* left = inversion();
    if (!at(K::KeywordAnd)) return left;
    Gather<ast::Expression*> values(*this);
    values.add(left);
    while (accept(K::KeywordAnd)) values.add(apart([this] { return inversion(); }));
    add_level();
    auto* node = make<ast::BoolOp>(from(first));
    node->op = ast::BoolOperator::And;
    node->values = values.finish();
    return node;
}

ast::Expression* Parser::inversion() {
    if (!at(K::KeywordNot)) return comparison();
    Nest nest(*this);
    const Token& first = advance();
    ast::Expression* operand = inversion();
    auto* node = make<ast::UnaryOp>(from(first));
    node->op = ast::UnaryOperator::Not;
    node->operand = operand;
    return node;
}

bool Parser::compare_operator(ast::CompareOperator& op) {
    using C = ast::CompareOperator;
    switch (kind()) {
    case K::EqualEqual:
        op = C::Eq;
        break;
    case K::NotEqual:
        op = C::NotEq;
        break;
    case K::Less:
        op = C::Lt;
        break;
    case K::LessEqual:
        op = C::LtE;
        break;
    case K::Greater:
        op = C::Gt;
        break;
    case K::GreaterEqual:
        op = C::GtE;
        break;
    case K::KeywordIn:
        op = C::In;
        break;
    case K::KeywordIs:
        advance();
        op = accept(K::KeywordNot) ? C::IsNot : C::Is;
        return true;
    case K::KeywordNot:
        if (token_[1].kind != K::KeywordIn) return false;
        advance();
        op = C::NotIn;
        break;
    default:
        return false;
    }
    advance();
    return true;
}

ast::Expression* Parser::comparison() {
    const Token& first = *token_;
    ast::Expression* left = bitwise_or();
    ast::CompareOperator op;
    if (!compare_operator(op)) return left;
    Gather<ast::Expression*> comparators(*this);
    // Few comparisons are chains.
    ast::CompareOperator short_chain[8];
    std::vector<ast::CompareOperator> long_chain;
    std::size_t count = 0;
    do {
        if (count < std::size(short_chain)) {
            short_chain[count] = op;
        } else {
            long_chain.push_back(op);
        }
        ++count;
        comparators.add(apart([this] { return bitwise_or(); }));
    } while (compare_operator(op));
    add_level();
    auto* node = make<ast::Compare>(from(first));
    node->left = left;
    node->comparators = comparators.finish();
    auto* operators = tree_.arena.make_array<ast::CompareOperator>(count);
    for (std::size_t i = 0; i < count; ++i) {
        operators[i] = i < std::size(short_chain) ? short_chain[i] : long_chain[i - std::size(short_chain)];
    }
    node->operators = {operators, static_cast<std::uint32_t>(count)};
    return node;
}

// Binary operators that bind as tightly as `lowest` or tighter.
ast::Expression* Parser::binary(int lowest) {
    const Token& first = *token_;
    ast::Expression* left = factor();
    for (;;) {
        const BinaryPrecedence& precedence = precedences[static_cast<std::size_t>(kind())];
        if (precedence.level < lowest) return left;
        advance();
        ast::Expression* right = apart([&] { return binary(precedence.level + 1); });
        add_level();
        auto* node = make<ast::BinOp>(from(first));
        node->op = precedence.op;
        node->left = left;
        node->right = right;
        left = node;
    }
}

ast::Expression* Parser::factor() {
    ast::UnaryOperator op;
    switch (kind()) {
    case K::Plus:
        op = ast::UnaryOperator::UAdd;
        break;
    case K::Minus:
        op = ast::UnaryOperator::USub;
        break;
    case K::Tilde:
        op = ast::UnaryOperator::Invert;
        break;
    default:
        return power();
    }
    Nest nest(*this);
    const Token& first = advance();
    ast::Expression* operand = factor();
    auto* node = make<ast::UnaryOp>(from(first));
    node->op = op;
    node->operand = operand;
    return node;
}

ast::Expression* Parser::power() {
    const Token& first = *token_;
    ast::Expression* base = nullptr;
    if (at(K::KeywordAwait)) {
        Nest nest(*this);
        advance();
        ast::Expression* value = primary();
        auto* node = make<ast::Await>(from(first));
        node->value = value;
        base = node;
    } else {
        base = primary();
    }
    if (!at(K::DoubleStar)) return base;
    Nest nest(*this);
    advance();
    ast::Expression* exponent = factor();
    auto* node = make<ast::BinOp>(from(first));
    node->op = ast::BinaryOperator::Pow;
    node->left = base;
    node->right = exponent;
    return node;
}

ast::Expression* Parser::primary() {
    const Token& first = *token_;
    ast::Expression* value = atom();
    if (at(K::Dot) || at(K::LeftParen) || at(K::LeftBracket)) return trailers(first, value);
    return value;
}

ast::Expression* Parser::trailers(const Token& first, ast::Expression* value) {
    for (;;) {
        if (accept(K::Dot)) {
            Identifier attribute = expect_name();
            auto* node = make<ast::Attribute>(from(first));
            node->value = value;
            node->name = attribute;
            value = node;
        } else if (at(K::LeftParen)) {
            const Token& open = advance();
            Expressions arguments;
            ast::Sequence<ast::Keyword*> keywords;
            apart([&] {
                call_arguments(open, arguments, keywords, false);
                return 0;
            });
            auto* node = make<ast::Call>(from(first));
            node->function = value;
            node->arguments = arguments;
            node->keywords = keywords;
            value = node;
        } else if (at(K::LeftBracket)) {
            advance();
            ast::Expression* index = apart([this] { return subscript_index(); });
            if (!accept(K::RightBracket)) {
                const auto* several = ast::get_if<ast::Tuple>(index);
                unexpected_after(several && several->elements.size() ? *(several->elements.end() - 1)
                                                                     : index);
            }
            auto* node = make<ast::Subscript>(from(first));
            node->value = value;
            node->index = index;
            value = node;
        } else {
            return value;
        }
        add_level();
    }
}

} // namespace limbeck::python
