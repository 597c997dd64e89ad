// Simple statements: what fits on a line.
#include <fmt/format.h>

#include "python/parser_state.hpp"
#include "python/soft_keywords.hpp"

namespace limbeck::python {

using K = TokenKind;

namespace {

// Of a tuple without parentheses the last item: what stands before an unexpected token.
ast::Expression* last_of(ast::Expression* value) {
    auto* tuple = ast::get_if<ast::Tuple>(value);
    bool open = tuple && !tuple->elements.empty() &&
                tuple->where.end_column == tuple->elements.back()->where.end_column;
    return open ? tuple->elements.back() : value;
}

} // namespace

void Parser::statement(Gather<ast::Statement*>& out) {
    Nest nest(*this);
    if (ast::Statement* compound = compound_statement()) {
        out.add(compound);
        return;
    }
    simple_statements(out);
}

void Parser::simple_statements(Gather<ast::Statement*>& out) {
    for (;;) {
        out.add(simple_statement());
        if (accept(K::Newline)) return;
        if (!accept(K::Semicolon)) invalid_syntax();
        if (accept(K::Newline)) return;
    }
}

ast::Statement* Parser::simple_statement() {
    const Token& first = *token_;
    switch (kind()) {
    case K::KeywordPass:
        advance();
        return make<ast::Pass>(from(first));
    case K::KeywordBreak:
        advance();
        return make<ast::Break>(from(first));
    case K::KeywordContinue:
        advance();
        return make<ast::Continue>(from(first));
    case K::KeywordReturn:
        return return_statement();
    case K::KeywordRaise:
        return raise_statement();
    case K::KeywordDel:
        return delete_statement();
    case K::KeywordAssert:
        return assert_statement();
    case K::KeywordImport:
        return import_statement();
    case K::KeywordFrom:
        return import_from_statement();
    case K::KeywordGlobal:
        return names_statement<ast::Global>();
    case K::KeywordNonlocal:
        return names_statement<ast::Nonlocal>();
    case K::Name:
        if (first.name == soft_keywords().type && peek().kind == K::Name &&
            (peek(2).kind == K::Equal || peek(2).kind == K::LeftBracket)) {
            return type_alias();
        }
        break;
    default:
        break;
    }
    return expression_statement();
}

ast::Statement* Parser::expression_statement() {
    const Token& first = *token_;
    ast::Expression* value = yield_or_star_expressions();
    switch (kind()) {
    case K::Newline:
    case K::Semicolon:
        break;
    case K::Equal:
        return assignment(first, value);
    case K::Colon:
        return annotated_assignment(first, value);
    default:
        if (kind() >= K::PlusEqual && kind() <= K::DoubleSlashEqual)
            return augmented_assignment(first, value);
        unexpected_after(last_of(value));
    }
    auto* node = make<ast::Expr>(from(first));
    node->value = value;
    return node;
}

ast::Statement* Parser::assignment(const Token& first, ast::Expression* value) {
    Gather<ast::Expression*> targets(*this);
    while (accept(K::Equal)) {
        store(value, "=");
        targets.add(value);
        value = yield_or_star_expressions();
    }
    if (!at(K::Newline) && !at(K::Semicolon)) unexpected_after(last_of(value));
    auto* node = make<ast::Assign>(from(first));
    node->targets = targets.finish();
    node->value = value;
    return node;
}

ast::Statement* Parser::annotated_assignment(const Token& first, ast::Expression* target) {
    using ast::ExpressionKind;
    bool parenthesized = first.kind == K::LeftParen;
    switch (target->kind) {
    case ExpressionKind::Name:
    case ExpressionKind::Attribute:
    case ExpressionKind::Subscript:
        break;
    case ExpressionKind::List:
        fail_at(target->where, "only single target (not list) can be annotated");
    case ExpressionKind::Tuple:
        fail_at(target->where, "only single target (not tuple) can be annotated");
    default:
        // `print "x": ...` and `else if x:` are no annotations.
        if (peek().kind == K::Newline) invalid_syntax();
        fail_at(target->where, "illegal target for annotation");
    }
    advance();
    set_context(target, ast::Context::Store);
    ast::Expression* annotation = expression();
    ast::Expression* value = accept(K::Equal) ? yield_or_star_expressions() : nullptr;
    auto* node = make<ast::AnnAssign>(from(first));
    node->target = target;
    node->annotation = annotation;
    node->value = value;
    // Parentheses around the whole target: it then begins after them.
    bool starts_with_target = first.line == target->where.line && first.column == target->where.column;
    node->simple = target->kind == ExpressionKind::Name && !(parenthesized && !starts_with_target);
    return node;
}

ast::Statement* Parser::augmented_assignment(const Token& first, ast::Expression* target) {
    using ast::ExpressionKind;
    if (target->kind != ExpressionKind::Name && target->kind != ExpressionKind::Attribute &&
        target->kind != ExpressionKind::Subscript) {
        fail_at(target->where,
                fmt::format("'{}' is an illegal expression for augmented assignment", describe(*target)));
    }
    int index = static_cast<int>(advance().kind) - static_cast<int>(K::PlusEqual);
    using B = ast::BinaryOperator;
    constexpr B operators[] = {B::Add,    B::Sub,    B::Mult,  B::MatMult, B::Div,    B::Mod,     B::Pow,
                               B::LShift, B::RShift, B::BitOr, B::BitXor,  B::BitAnd, B::FloorDiv};
    set_context(target, ast::Context::Store);
    ast::Expression* value = yield_or_star_expressions();
    auto* node = make<ast::AugAssign>(from(first));
    node->op = operators[index];
    node->target = target;
    node->value = value;
    return node;
}

ast::Statement* Parser::return_statement() {
    const Token& first = advance();
    ast::Expression* value = at_expression_end() ? nullptr : star_expressions();
    auto* node = make<ast::Return>(from(first));
    node->value = value;
    return node;
}

ast::Statement* Parser::raise_statement() {
    const Token& first = advance();
    ast::Expression* exception = nullptr;
    ast::Expression* cause = nullptr;
    if (!at(K::Newline) && !at(K::Semicolon)) {
        exception = expression();
        if (accept(K::KeywordFrom)) cause = expression();
    }
    auto* node = make<ast::Raise>(from(first));
    node->exception = exception;
    node->cause = cause;
    return node;
}

ast::Statement* Parser::delete_statement() {
    const Token& first = advance();
    Gather<ast::Expression*> targets(*this);
    do {
        if (targets.size() > 0 && (at(K::Newline) || at(K::Semicolon))) break;
        ast::Expression* target = star_expression();
        if (const ast::Expression* bad = invalid_target(target, ast::Context::Del)) {
            fail_at(bad->where, fmt::format("cannot delete {}", describe(*bad)));
        }
        set_context(target, ast::Context::Del);
        targets.add(target);
    } while (accept(K::Comma));
    auto* node = make<ast::Delete>(from(first));
    node->targets = targets.finish();
    return node;
}

ast::Statement* Parser::assert_statement() {
    const Token& first = advance();
    ast::Expression* test = expression();
    ast::Expression* message = accept(K::Comma) ? expression() : nullptr;
    auto* node = make<ast::Assert>(from(first));
    node->test = test;
    node->message = message;
    return node;
}

Identifier Parser::dotted_name() {
    Identifier first = expect_name();
    if (!at(K::Dot)) return first;
    std::string text(first.text());
    while (accept(K::Dot)) {
        text += '.';
        text += expect_name().text();
    }
    return Identifier::intern(text);
}

ast::Statement* Parser::import_statement() {
    const Token& first = advance();
    Gather<ast::Alias*> names(*this);
    if (at(K::Newline)) fail_at(*token_, "Expected one or more names after 'import'");
    do {
        const Token& start = *token_;
        auto* alias = tree_.arena.make<ast::Alias>();
        alias->name = dotted_name();
        if (accept(K::KeywordAs)) alias->as_name = expect_name();
        alias->where = from(start);
        names.add(alias);
    } while (accept(K::Comma));
    auto* node = make<ast::Import>(from(first));
    node->names = names.finish();
    return node;
}

ast::Statement* Parser::import_from_statement() {
    const Token& first = advance();
    int level = 0;
    for (; at(K::Dot) || at(K::Ellipsis); advance()) level += at(K::Dot) ? 1 : 3;
    Identifier module;
    if (level == 0 || at(K::Name)) module = dotted_name();
    expect(K::KeywordImport);
    auto names = imported_names();
    auto* node = make<ast::ImportFrom>(from(first));
    node->module = module;
    node->names = names;
    node->level = level;
    return node;
}

ast::Sequence<ast::Alias*> Parser::imported_names() {
    Gather<ast::Alias*> names(*this);
    auto add = [&](const Token& start, Identifier name) {
        auto* alias = tree_.arena.make<ast::Alias>();
        alias->name = name;
        if (accept(K::KeywordAs)) alias->as_name = expect_name();
        alias->where = from(start);
        names.add(alias);
    };
    if (at(K::Newline)) fail_at(*token_, "Expected one or more names after 'import'");
    if (at(K::Star)) {
        const Token& star = advance();
        auto* alias = tree_.arena.make<ast::Alias>();
        alias->name = soft_keywords().star;
        alias->where = from(star);
        names.add(alias);
        return names.finish();
    }
    bool parenthesized = accept(K::LeftParen);
    do {
        if (parenthesized && at(K::RightParen) && names.size() > 0) break;
        if (at(K::Newline) && names.size() > 0) {
            fail_at(*token_, "trailing comma not allowed without surrounding parentheses");
        }
        const Token& start = *token_;
        add(start, expect_name());
    } while (accept(K::Comma));
    if (parenthesized) expect(K::RightParen);
    return names.finish();
}

template <class T> ast::Statement* Parser::names_statement() {
    const Token& first = advance();
    Gather<Identifier> names(*this);
    do {
        names.add(expect_name());
    } while (accept(K::Comma));
    auto* node = make<T>(from(first));
    node->names = names.finish();
    return node;
}

ast::Statement* Parser::type_alias() {
    const Token& first = advance();
    ast::Expression* alias = name(advance());
    set_context(alias, ast::Context::Store);
    auto parameters = type_parameters();
    expect(K::Equal);
    ast::Expression* value = expression();
    auto* node = make<ast::TypeAlias>(from(first));
    node->name = alias;
    node->type_parameters = parameters;
    node->value = value;
    return node;
}

} // namespace limbeck::python
