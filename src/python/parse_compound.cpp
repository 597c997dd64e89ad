// Statements with blocks.
#include <algorithm>

#include <fmt/format.h>

#include "python/parser_state.hpp"
#include "python/soft_keywords.hpp"

namespace limbeck::python {

using K = TokenKind;

ast::Statement* Parser::compound_statement() {
    const Token& first = *token_;
    switch (kind()) {
    case K::KeywordIf:
        return if_statement();
    case K::KeywordWhile:
        return while_statement();
    case K::KeywordFor:
        return for_statement(first, false);
    case K::KeywordWith:
        return with_statement(first, false);
    case K::KeywordTry:
        return try_statement();
    case K::KeywordDef:
        return function_definition(first, false, {});
    case K::KeywordClass:
        return class_definition({});
    case K::KeywordAsync:
        return async_statement();
    case K::At:
        return decorated();
    case K::Name:
        if (first.name == soft_keywords().match && at_match_statement()) return match_statement();
        return nullptr;
    default:
        return nullptr;
    }
}

Parser::Statements Parser::block(std::string_view what, const Token& opener) {
    Nest nest(*this);
    Gather<ast::Statement*> body(*this);
    if (!accept(K::Newline)) {
        simple_statements(body);
        return body.finish();
    }
    if (!accept(K::Indent)) {
        if (at(K::Error)) raise_lexical_error();
        fail_at(*token_, fmt::format("expected an indented block after {} on line {}", what, opener.line),
                SyntaxErrorKind::Indentation);
    }
    do {
        statement(body);
    } while (!at(K::Dedent) && !at(K::End));
    accept(K::Dedent);
    return body.finish();
}

Parser::Statements Parser::else_block() {
    const Token& keyword = *token_;
    if (!accept(K::KeywordElse)) return {};
    expect_colon();
    return block("'else' statement", keyword);
}

ast::Statement* Parser::if_statement() {
    // `elif`s are read in a loop, but make a tree that deepens with each of them.
    struct Arm {
        const Token* first;
        ast::Expression* test;
        Statements body;
    };
    std::vector<Arm> arms;
    Statements otherwise;
    int depth = depth_;
    for (;;) {
        const Token& first = advance();
        ast::Expression* test = named_expression();
        expect_colon_after(test);
        Statements body = block(first.kind == K::KeywordIf ? "'if' statement" : "'elif' statement", first);
        arms.push_back({&first, test, body});
        if (!at(K::KeywordElif)) break;
        if (++depth_ > limits_.depth) too_deep();
    }
    otherwise = else_block();
    height_ += depth_ - depth;
    depth_ = depth;
    ast::If* node = nullptr;
    for (std::size_t i = arms.size(); i-- > 0;) {
        node = make<ast::If>(from(*arms[i].first));
        node->test = arms[i].test;
        node->body = arms[i].body;
        node->otherwise = otherwise;
        otherwise = single<ast::Statement*>(node);
    }
    return node;
}

ast::Statement* Parser::while_statement() {
    const Token& first = advance();
    ast::Expression* test = named_expression();
    expect_colon_after(test);
    Statements body = block("'while' statement", first);
    Statements otherwise = else_block();
    auto* node = make<ast::While>(from(first));
    node->test = test;
    node->body = body;
    node->otherwise = otherwise;
    return node;
}

ast::Statement* Parser::for_statement(const Token& first, bool is_async) {
    const Token& keyword = advance();
    ast::ForLoop loop;
    loop.target = target_list();
    expect(K::KeywordIn);
    loop.iterable = star_expressions();
    expect_colon_after(loop.iterable);
    loop.body = block("'for' statement", keyword);
    loop.otherwise = else_block();
    auto fill = [&](auto* node) -> ast::Statement* {
        static_cast<ast::ForLoop&>(*node) = loop;
        return node;
    };
    return is_async ? fill(make<ast::AsyncFor>(from(first))) : fill(make<ast::For>(from(first)));
}

ast::Statement* Parser::with_statement(const Token& first, bool is_async) {
    const Token& keyword = advance();
    ast::WithBlock with;
    with.items = with_items();
    expect_colon_after(with.items.back()->target ? with.items.back()->target : with.items.back()->context);
    with.body = block("'with' statement", keyword);
    auto fill = [&](auto* node) -> ast::Statement* {
        static_cast<ast::WithBlock&>(*node) = with;
        return node;
    };
    return is_async ? fill(make<ast::AsyncWith>(from(first))) : fill(make<ast::With>(from(first)));
}

ast::Sequence<ast::WithItem*> Parser::with_items() {
    Gather<ast::WithItem*> items(*this);
    if (at(K::LeftParen) && parenthesized_with_items(items)) return items.finish();
    do {
        items.add(with_item());
    } while (accept(K::Comma));
    return items.finish();
}

// `with (a as b, c):`. False, with nothing read, where the parenthesis belongs to an expression after all.
bool Parser::parenthesized_with_items(Gather<ast::WithItem*>& items) {
    // The parenthesis must close right before the colon.
    const Token* close = token_;
    int open = 0;
    for (;; ++close) {
        switch (close->kind) {
        case K::LeftParen:
        case K::LeftBracket:
        case K::LeftBrace:
            ++open;
            break;
        case K::RightParen:
        case K::RightBracket:
        case K::RightBrace:
            --open;
            break;
        case K::End:
        case K::Error:
            return false;
        default:
            break;
        }
        if (open == 0) break;
    }
    if (close[1].kind != K::Colon) return false;
    const Token* start = token_;
    std::size_t count = items.size();
    advance();
    while (!at(K::RightParen)) {
        // Only an expression in parentheses may begin or go on like this.
        bool other = at(K::KeywordYield) || at(K::Star);
        ast::WithItem* item = nullptr;
        if (!other) {
            item = with_item();
            other = at(K::ColonEqual) || at_comprehension();
        }
        if (other) {
            token_ = start;
            gathered_.resize(gathered_.size() - (items.size() - count));
            return false;
        }
        items.add(item);
        if (!accept(K::Comma)) break;
    }
    if (items.size() == count) {
        token_ = start;
        return false;
    }
    const ast::WithItem& last = *items[items.size() - 1];
    expect_closing(K::RightParen, last.target ? last.target : last.context);
    return true;
}

ast::WithItem* Parser::with_item() {
    auto* item = tree_.arena.make<ast::WithItem>();
    item->context = expression();
    if (accept(K::KeywordAs)) item->target = with_target();
    return item;
}

ast::Statement* Parser::try_statement() {
    const Token& first = advance();
    expect_colon();
    ast::TryBlock parts;
    parts.body = block("'try' statement", first);
    Gather<ast::ExceptHandler*> handlers(*this);
    bool star = false;
    while (at(K::KeywordExcept)) {
        bool this_star = peek().kind == K::Star;
        if (handlers.size() > 0 && this_star != star) {
            fail_at(*token_, "cannot have both 'except' and 'except*' on the same 'try'");
        }
        star = this_star;
        handlers.add(except_handler(star));
    }
    if (handlers.size() > 0) parts.otherwise = else_block();
    const Token& finally = *token_;
    if (accept(K::KeywordFinally)) {
        expect_colon();
        parts.final_body = block("'finally' statement", finally);
    } else if (handlers.size() == 0) {
        if (at(K::Error)) raise_lexical_error();
        fail_at(*token_, "expected 'except' or 'finally' block");
    }
    parts.handlers = handlers.finish();
    for (std::size_t i = 0; i + 1 < parts.handlers.size(); ++i) {
        if (!parts.handlers[i]->type) fail_at(parts.handlers[i]->where, "default 'except:' must be last");
    }
    auto fill = [&](auto* node) -> ast::Statement* {
        static_cast<ast::TryBlock&>(*node) = parts;
        return node;
    };
    return star ? fill(make<ast::TryStar>(from(first))) : fill(make<ast::Try>(from(first)));
}

ast::ExceptHandler* Parser::except_handler(bool star) {
    const Token& first = advance();
    if (star) advance();
    auto* handler = tree_.arena.make<ast::ExceptHandler>();
    if (!at(K::Colon)) {
        const Token& start = *token_;
        handler->type = expression();
        bool several = at(K::Comma);
        if (several) {
            Gather<ast::Expression*> types(*this);
            types.add(handler->type);
            while (accept(K::Comma)) {
                if (at(K::Colon)) break;
                types.add(expression());
            }
            if (at(K::KeywordAs)) {
                fail_at(start, "multiple exception types must be parenthesized when using 'as'");
            }
            auto* tuple = make<ast::Tuple>(from(start));
            tuple->elements = types.finish();
            handler->type = tuple;
        }
        if (accept(K::KeywordAs)) handler->name = expect_name();
    } else if (star) {
        fail_at(*token_, "expected one or more exception types");
    }
    expect_colon_after(handler->name ? nullptr : handler->type);
    handler->body = block(star ? "'except*' statement" : "'except' statement", first);
    handler->where = from(first);
    return handler;
}

ast::Statement* Parser::async_statement() {
    const Token& first = advance();
    switch (kind()) {
    case K::KeywordDef:
        return function_definition(first, true, {});
    case K::KeywordFor:
        return for_statement(first, true);
    case K::KeywordWith:
        return with_statement(first, true);
    default:
        invalid_syntax();
    }
}

ast::Statement* Parser::decorated() {
    Gather<ast::Expression*> decorators(*this);
    while (accept(K::At)) {
        decorators.add(named_expression());
        expect(K::Newline);
    }
    const Token& first = *token_;
    if (at(K::KeywordClass)) return class_definition(decorators.finish());
    bool is_async = accept(K::KeywordAsync);
    if (!at(K::KeywordDef)) invalid_syntax();
    return function_definition(first, is_async, decorators.finish());
}

ast::Statement* Parser::function_definition(const Token& first, bool is_async, Expressions decorators) {
    const Token& keyword = advance();
    ast::Function function;
    function.decorators = decorators;
    function.name = expect_name();
    function.type_parameters = type_parameters();
    if (!at(K::LeftParen)) fail_at(*token_, "expected '('");
    advance();
    function.parameters = parameters(K::RightParen);
    expect(K::RightParen);
    if (at(K::Arrow)) function.returns = return_annotation();
    expect_colon();
    function.lazy = lazy_body();
    if (!function.lazy) function.body = block("function definition", keyword);
    auto fill = [&](auto* node) -> ast::Statement* {
        static_cast<ast::Function&>(*node) = function;
        return node;
    };
    return is_async ? fill(make<ast::AsyncFunctionDef>(from(first)))
                    : fill(make<ast::FunctionDef>(from(first)));
}

// Null where the body stands here as any does.
const LazyLines* Parser::lazy_body() {
    if (!at(K::Newline) || peek().kind != K::LazyBody) return nullptr;
    advance();
    std::uint32_t start = advance().start + tree_.part.first_byte;
    return &*std::ranges::lower_bound(tree_.part.lazy, start, {}, &LazyLines::start);
}

ast::Expression* Parser::return_annotation() {
    const Token& arrow = advance();
    try {
        return expression();
    } catch (const SyntaxError& error) {
        // CPython then does without the annotation, and misses the colon.
        if (error.message() != "invalid syntax") throw;
        fail_at(arrow, "expected ':'");
    }
}

ast::Statement* Parser::class_definition(Expressions decorators) {
    const Token& first = advance();
    Identifier name = expect_name();
    auto type_params = type_parameters();
    Expressions bases;
    ast::Sequence<ast::Keyword*> keywords;
    if (at(K::LeftParen)) {
        const Token& open = advance();
        call_arguments(open, bases, keywords, true);
    }
    expect_colon_after(nullptr);
    Statements body = block("class definition", first);
    auto* node = make<ast::ClassDef>(from(first));
    node->name = name;
    node->bases = bases;
    node->keywords = keywords;
    node->body = body;
    node->decorators = decorators;
    node->type_parameters = type_params;
    return node;
}

} // namespace limbeck::python
