#include "python/parser.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "python/parser_state.hpp"
#include "python/syntax_error.hpp"
#include "support/text.hpp"

namespace limbeck::python {

std::shared_ptr<Tree> parse_module(std::string bytes, std::string file, const Limits& limits) {
    auto tree = std::make_shared<Tree>();
    tree->source = Source::decode(std::move(bytes), std::move(file));
    tree->module = Parser(*tree, limits).module();
    return tree;
}

std::shared_ptr<Tree> parse_expression(std::string text, std::string file, const Limits& limits) {
    auto tree = std::make_shared<Tree>();
    text.erase(0, std::min(text.find_first_not_of(" \t"), text.size()));
    tree->source = Source::decode(std::move(text), std::move(file));
    tree->expression = Parser(*tree, limits).whole_expression();
    return tree;
}

Parser::Parser(Tree& tree, const Limits& limits)
    : tree_(tree), limits_(limits), lexed_(tokenize(tree.source)), token_(lexed_.tokens.data()) {
    char here;
    stack_start_ = reinterpret_cast<std::uintptr_t>(&here);
}

ast::Module* Parser::module() {
    auto* module = tree_.arena.make<ast::Module>();
    Gather<ast::Statement*> body(*this);
    while (!at(TokenKind::End)) statement(body);
    module->body = body.finish();
    return module;
}

ast::Expression* Parser::whole_expression() {
    ast::Expression* value = expressions();
    while (accept(TokenKind::Newline)) {
    }
    if (!at(TokenKind::End)) invalid_syntax();
    return value;
}

const Token& Parser::peek(int distance) const {
    const Token* last = lexed_.tokens.data() + lexed_.tokens.size() - 1;
    return last - token_ > distance ? token_[distance] : *last;
}

const Token& Parser::last_token() const {
    const Token* token = token_;
    if (token != lexed_.tokens.data()) --token;
    while (is_layout(token->kind) && token != lexed_.tokens.data()) --token;
    return *token;
}

const Token& Parser::expect_colon() {
    if (at(TokenKind::Colon)) return advance();
    if (at(TokenKind::Error)) invalid_syntax();
    if (at(TokenKind::Equal) || at(TokenKind::ColonEqual)) invalid_syntax();
    fail_at(*token_, "expected ':'");
}

ast::Span Parser::from(const Token& first) const {
    const Token& last = last_token();
    return {first.line, first.column, last.end_line, last.end_column};
}

ast::Span Parser::from(const ast::Span& first) const {
    const Token& last = last_token();
    return {first.line, first.column, last.end_line, last.end_column};
}

void Parser::fail_at(const Token& token, std::string message, SyntaxErrorKind kind) {
    if (message.empty()) {
        if (at(TokenKind::Error)) raise_lexical_error();
        message = "invalid syntax";
        if (token.kind == TokenKind::Indent || token.kind == TokenKind::Dedent) {
            message = token.kind == TokenKind::Indent ? "unexpected indent" : "unexpected unindent";
            kind = SyntaxErrorKind::Indentation;
        }
    }
    raise(std::move(message), token.line, token.column, kind);
}

void Parser::fail_at(const ast::Span& where, std::string message) {
    raise(std::move(message), where.line, where.column, SyntaxErrorKind::Syntax);
}

// Text that cannot be cut into tokens is the worse news, wherever it stands; a bracket that is never closed
// only where the parser stumbled on a later line than the bracket's.
void Parser::raise(std::string message, int line, int column, SyntaxErrorKind kind) {
    if (lexed_.tokens.back().kind == TokenKind::Error &&
        (!lexed_.error.unclosed_bracket || token_->line > lexed_.error.line)) {
        raise_lexical_error();
    }
    std::string source_line(tree_.source.line(line));
    auto bytes = std::min(static_cast<std::size_t>(column), source_line.size());
    int characters = static_cast<int>(text::utf8_length(std::string_view(source_line).substr(0, bytes)));
    throw SyntaxError(std::move(message), Place{tree_.source.file(), line, characters + 1},
                      std::move(source_line), kind);
}

void Parser::raise_lexical_error() {
    const LexicalError& error = lexed_.error;
    std::string source_line(tree_.source.line(error.line));
    auto bytes = std::min(static_cast<std::size_t>(error.column), source_line.size());
    int characters = static_cast<int>(text::utf8_length(std::string_view(source_line).substr(0, bytes)));
    throw SyntaxError(error.message, Place{tree_.source.file(), error.line, characters + 1},
                      std::move(source_line), error.kind);
}

void Parser::too_deep() {
    const Token& token = *token_;
    throw SyntaxError("too many nested expressions or blocks",
                      Place{tree_.source.file(), token.line, token.column + 1},
                      std::string(tree_.source.line(token.line)));
}

} // namespace limbeck::python
