#include "python/parser.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "python/parser_state.hpp"
#include "python/soft_keywords.hpp"
#include "python/syntax_error.hpp"
#include "support/text.hpp"

namespace limbeck::python {

namespace {

// A file's tokens take more room than its tree, and are gone when it is parsed: the next
// file on this thread is given it.
thread_local std::vector<Token> spare_tokens;
constexpr std::size_t most_spare_tokens = 64 * 1024;

bool ends_operand(TokenKind kind) {
    switch (kind) {
    case TokenKind::Name:
    case TokenKind::Number:
    case TokenKind::String:
    case TokenKind::StringEnd:
    case TokenKind::RightParen:
    case TokenKind::RightBracket:
    case TokenKind::RightBrace:
    case TokenKind::Ellipsis:
    case TokenKind::KeywordNone:
    case TokenKind::KeywordTrue:
    case TokenKind::KeywordFalse:
        return true;
    default:
        return false;
    }
}

} // namespace

std::shared_ptr<Tree> parse_module(std::string bytes, std::string file, const Limits& limits) {
    auto tree = std::make_shared<Tree>();
    tree->source = Source::decode(std::move(bytes), std::move(file));
    tree->module = Parser(*tree, limits).module();
    return tree;
}

std::shared_ptr<Tree> parse_module(std::string bytes, std::string file, LazyParts without) {
    auto tree = std::make_shared<Tree>();
    tree->source = Source::decode(std::move(bytes), std::move(file));
    tree->part.lazy = without;
    tree->module = Parser(*tree, {}).module();
    return tree;
}

std::shared_ptr<Tree> parse_part(std::string_view module, std::string file, const LazyLines& lines,
                                 LazyParts without) {
    auto tree = std::make_shared<Tree>();
    tree->source =
        Source::decode(std::string(module.substr(lines.start, lines.end - lines.start)), std::move(file));
    tree->part = {lines.line, lines.start, without};
    Parser parser(*tree, {});
    tree->module = lines.defines.empty() ? parser.indented_module() : parser.module();
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
    : tree_(tree), limits_(limits), lexed_(tokenize(tree.source, tree.part, std::exchange(spare_tokens, {}))),
      token_(lexed_.tokens.data()) {
    char here;
    stack_start_ = reinterpret_cast<std::uintptr_t>(&here);
}

Parser::~Parser() {
    if (lexed_.tokens.capacity() <= most_spare_tokens) spare_tokens = std::move(lexed_.tokens);
}

ast::Module* Parser::module() {
    auto* module = tree_.arena.make<ast::Module>();
    Gather<ast::Statement*> body(*this);
    while (!at(TokenKind::End)) statement(body);
    module->body = body.finish();
    return module;
}

ast::Module* Parser::indented_module() {
    expect(TokenKind::Indent);
    auto* module = tree_.arena.make<ast::Module>();
    Gather<ast::Statement*> body(*this);
    while (!at(TokenKind::Dedent)) statement(body);
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
    fail_at(*token_, "expected ':'");
}

void Parser::expect_colon_after(ast::Expression* header) {
    if (accept(TokenKind::Colon)) return;
    if (at(TokenKind::Newline)) fail_at(*token_, "expected ':'");
    unexpected_after(header);
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
            throw_error(std::move(message), token.line, token.column - 1, SyntaxErrorKind::Indentation);
        }
        // After an operand CPython looks for `not in` and stumbles over what comes instead of `in`.
        if (token.kind == TokenKind::KeywordNot && &token == token_ && token_ != lexed_.tokens.data() &&
            ends_operand(token_[-1].kind)) {
            raise(std::move(message), token_[1].line, token_[1].column, kind);
        }
    }
    bool no_column = token.kind == TokenKind::Indent || token.kind == TokenKind::Dedent;
    raise(std::move(message), token.line, token.column - (no_column ? 1 : 0), kind);
}

void Parser::fail_at(const ast::Span& where, std::string message) {
    raise(std::move(message), where.line, where.column, SyntaxErrorKind::Syntax);
}

// Text that cannot be cut into tokens is the worse news, wherever it stands; a bracket that is never closed
// only where the parser stumbled on a later line than the bracket's.
void Parser::raise(std::string message, int line, int column, SyntaxErrorKind kind) {
    // Wrong indentation does not count among it.
    const LexicalError& later = lexed_.error;
    if (lexed_.tokens.back().kind == TokenKind::Error && later.kind == SyntaxErrorKind::Syntax &&
        (!later.unclosed_bracket || std::max(token_->line, reached_line_) > later.line)) {
        raise_lexical_error();
    }
    throw_error(std::move(message), line, column, kind);
}

void Parser::raise_lexical_error() {
    throw_error(lexed_.error.message, lexed_.error.line, lexed_.error.column, lexed_.error.kind);
}

// The column counts bytes from 0; -1 where CPython knows no more than the start of the line.
void Parser::throw_error(std::string message, int line, int column, SyntaxErrorKind kind) {
    std::string source_line(tree_.source.line(line));
    int characters = column;
    if (column >= 0) {
        auto bytes = std::min(static_cast<std::size_t>(column), source_line.size());
        characters = static_cast<int>(text::utf8_length(std::string_view(source_line).substr(0, bytes)));
    }
    throw SyntaxError(std::move(message), Place{tree_.source.file(), line, characters + 1},
                      std::move(source_line), kind);
}

bool Parser::in_brackets() const {
    int open = 0;
    for (const Token* token = lexed_.tokens.data(); token != token_; ++token) {
        switch (token->kind) {
        case TokenKind::LeftParen:
        case TokenKind::LeftBracket:
        case TokenKind::LeftBrace:
            ++open;
            break;
        case TokenKind::RightParen:
        case TokenKind::RightBracket:
        case TokenKind::RightBrace:
            --open;
            break;
        default:
            break;
        }
    }
    return open > 0;
}

void Parser::unexpected_after(const ast::Expression* value) {
    if (!speculating_ && value) check_forgotten_comma(value);
    invalid_syntax();
}

namespace {

// The innermost of what ends where `value` does and could itself stand before a comma; nullptr where none
// does.
const ast::Expression* last_operand(const ast::Expression* value) {
    while (value) {
        if (value->kind == ast::ExpressionKind::IfExp)
            value = nullptr;
        else if (const auto* lambda = ast::get_if<ast::Lambda>(value))
            value = lambda->body;
        else if (const auto* starred = ast::get_if<ast::Starred>(value))
            value = starred->value;
        else if (const auto* named = ast::get_if<ast::NamedExpr>(value))
            value = named->value;
        else if (const auto* yield = ast::get_if<ast::Yield>(value))
            value = yield->value;
        else if (const auto* slice = ast::get_if<ast::Slice>(value))
            value = slice->step ? nullptr : slice->upper;
        else
            break;
    }
    return value;
}

} // namespace

void Parser::check_forgotten_comma(const ast::Expression* value) {
    value = last_operand(value);
    if (!value) return;
    const Token* first = token_;
    while (first != lexed_.tokens.data() && (first->line > value->where.line ||
                                             first->column > value->where.column || is_layout(first->kind))) {
        --first;
    }
    const SoftKeywords& soft = soft_keywords();
    const auto* word = ast::get_if<ast::Name>(value);
    if (word && (word->id == soft.print || word->id == soft.exec) &&
        could_read([this] { star_expressions(); })) {
        fail_at(*first,
                fmt::format("Missing parentheses in call to '{0}'. Did you mean {0}(...)?", word->id.text()));
    }
    bool name_and_string = first->kind == TokenKind::Name && first[1].kind == TokenKind::String;
    bool soft_keyword =
        first->kind == TokenKind::Name && (first->name == soft.match || first->name == soft.case_ ||
                                           first->name == soft.type || first->name == soft.underscore);
    if (!name_and_string && !soft_keyword && could_read([this] { expression(); }) && in_brackets()) {
        fail_at(value->where, "invalid syntax. Perhaps you forgot a comma?");
    }
}

void Parser::unexpected_equal(const ast::Expression* value) {
    using ast::ExpressionKind;
    auto assignment_follows = [this] {
        advance();
        bitwise_or();
        if (at(TokenKind::Equal) || at(TokenKind::ColonEqual)) invalid_syntax();
    };
    if (speculating_ || !could_read(assignment_follows)) invalid_syntax();
    if (value->kind == ExpressionKind::Name) {
        fail_at(value->where, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    const auto* fixed = ast::get_if<ast::Constant>(value);
    bool word = fixed && (fixed->type == ast::ConstantType::None || fixed->type == ast::ConstantType::True ||
                          fixed->type == ast::ConstantType::False);
    if (word || value->kind == ExpressionKind::List || value->kind == ExpressionKind::Tuple ||
        value->kind == ExpressionKind::GeneratorExp) {
        invalid_syntax();
    }
    fail_at(value->where,
            fmt::format("cannot assign to {} here. Maybe you meant '==' instead of '='?", describe(*value)));
}

void Parser::too_deep() {
    const Token& token = *token_;
    throw SyntaxError("too many nested expressions or blocks",
                      Place{tree_.source.file(), token.line, token.column + 1},
                      std::string(tree_.source.line(token.line)));
}

} // namespace limbeck::python
