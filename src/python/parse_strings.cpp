// Strings: neighbours are joined; f-strings and t-strings become lists of texts and fields.
#include <fmt/format.h>

#include "python/parser_state.hpp"
#include "python/string_literal.hpp"

namespace limbeck::python {

using K = TokenKind;

namespace {

bool is_string_start(K kind) {
    return kind == K::String || kind == K::FStringStart || kind == K::TStringStart;
}

bool is_ascii(std::string_view text) {
    for (char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    }
    return true;
}

// Without prefix and quotes.
std::string_view body_of(std::string_view literal) {
    std::size_t quote = literal.find_first_of("\"'");
    char c = literal[quote];
    bool triple = literal.size() >= quote + 6 && literal[quote + 1] == c && literal[quote + 2] == c;
    std::size_t size = triple ? 3 : 1;
    return literal.substr(quote + size, literal.size() - quote - 2 * size);
}

// A field that shows its own text leaves out its comments; a `#` within a string is none.
std::string without_comments(std::string_view text) {
    std::string out;
    std::string_view quote;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t size = 1;
        if (!quote.empty()) {
            if (text[at] == '\\' && at + 1 < text.size()) {
                size = 2;
            } else if (text.substr(at).starts_with(quote)) {
                size = quote.size();
                quote = {};
            }
        } else if (text[at] == '#') {
            at = std::min(text.find('\n', at), text.size());
            continue;
        } else if (text[at] == '"' || text[at] == '\'') {
            std::string_view three = text.substr(at, 3);
            bool triple = three.size() == 3 && three[1] == three[0] && three[2] == three[0];
            quote = triple ? three : three.substr(0, 1);
            size = quote.size();
        }
        out += text.substr(at, size);
        at += size;
    }
    return out;
}

} // namespace

// What has been read of an f-string or t-string: finished values, and the text that goes on after them.
struct Parser::StringParts {
    explicit StringParts(Parser& parser) : values(parser) {}

    Gather<ast::Expression*> values;
    std::string text;
    ast::Span text_where;
    bool has_text = false;
    bool is_template = false;
    char letter = 'f'; // for messages
    bool u_prefix = false;

    void add_text(std::string_view more, const ast::Span& where) {
        if (more.empty()) return;
        if (!has_text) text_where = where;
        text_where.end_line = where.end_line;
        text_where.end_column = where.end_column;
        has_text = true;
        text += more;
    }
    void flush(Parser& parser) {
        if (!has_text) return;
        auto* constant = parser.make<ast::Constant>(text_where);
        constant->type = ast::ConstantType::String;
        constant->u_prefix = u_prefix;
        constant->text = parser.tree_.arena.copy(text);
        values.add(constant);
        text.clear();
        has_text = false;
    }
};

ast::Expression* Parser::strings() {
    const Token& first = *token_;
    if (first.kind == K::String && !is_string_start(token_[1].kind)) return plain_string(advance());
    Nest nest(*this);
    // A look ahead decides what kind of whole the pieces make.
    bool bytes = false;
    bool text = false;
    bool formatted = false;
    bool is_template = false;
    int open = 0;
    const Token* token = token_;
    for (; open > 0 || is_string_start(token->kind); ++token) {
        if (token->kind == K::Error || token->kind == K::End) break;
        if (open == 0 && token->kind == K::String) (token->bytes ? bytes : text) = true;
        if (open == 0 && token->kind == K::FStringStart) formatted = true;
        if (open == 0 && token->kind == K::TStringStart) is_template = true;
        if (token->kind == K::FStringStart || token->kind == K::TStringStart) ++open;
        if (token->kind == K::StringEnd) --open;
    }
    if (is_template && (text || bytes || formatted)) {
        fail_at(*token, "cannot mix t-string literals with string or bytes literals");
    }
    if (bytes && (text || formatted)) fail_at(*token, "cannot mix bytes and nonbytes literals");
    if (!formatted && !is_template) {
        std::string joined;
        while (at(K::String)) joined += ast::as<ast::Constant>(*plain_string(advance())).text;
        auto* node = make<ast::Constant>(from(first));
        node->type = bytes ? ast::ConstantType::Bytes : ast::ConstantType::String;
        node->u_prefix = first.u_prefix;
        node->text = tree_.arena.copy(joined);
        return node;
    }
    StringParts parts(*this);
    parts.is_template = is_template;
    parts.letter = is_template ? 't' : 'f';
    parts.u_prefix = first.u_prefix;
    while (is_string_start(kind())) {
        if (at(K::String)) {
            ast::Expression* piece = plain_string(advance());
            parts.add_text(ast::as<ast::Constant>(*piece).text, piece->where);
        } else {
            formatted_string(parts);
        }
    }
    parts.flush(*this);
    if (is_template) {
        auto* node = make<ast::TemplateStr>(from(first));
        node->values = parts.values.finish();
        return node;
    }
    auto* node = make<ast::JoinedStr>(from(first));
    node->values = parts.values.finish();
    return node;
}

ast::Expression* Parser::plain_string(const Token& token) {
    auto* node = make<ast::Constant>({token.line, token.column, token.end_line, token.end_column});
    node->type = token.bytes ? ast::ConstantType::Bytes : ast::ConstantType::String;
    node->u_prefix = token.u_prefix;
    std::string_view body = body_of(tree_.source.text().substr(token.start, token.end - token.start));
    if (token.bytes && !is_ascii(body)) fail_at(token, "bytes can only contain ASCII literal characters");
    if (token.raw || body.find('\\') == std::string_view::npos) {
        node->text = body; // the source lives as long as the tree
        return node;
    }
    auto result = token.bytes ? string_literal::unescape_bytes(body) : string_literal::unescape(body);
    if (!result.error.empty()) fail_at(token, std::move(result.error));
    node->text = tree_.arena.copy(result.text);
    return node;
}

// From its start to its end token.
void Parser::formatted_string(StringParts& parts) {
    advance();
    while (!accept(K::StringEnd)) {
        if (at(K::StringText)) {
            string_text(advance(), parts, false);
        } else if (at(K::LeftBrace)) {
            field(parts);
        } else {
            invalid_syntax();
        }
    }
}

void Parser::string_text(const Token& token, StringParts& parts, bool in_spec) {
    std::string_view body = tree_.source.text().substr(token.start, token.end - token.start);
    std::string single;
    if (!in_spec && body.find_first_of("{}") != std::string_view::npos) {
        // `{{` and `}}` stand for one brace each; those of `\N{...}` stay.
        for (std::size_t i = 0; i < body.size(); ++i) {
            char c = body[i];
            if (c == '\\' && !token.raw && i + 1 < body.size()) {
                if (body.substr(i, 3) == "\\N{") {
                    std::size_t close = std::min(body.find('}', i), body.size() - 1);
                    single += body.substr(i, close + 1 - i);
                    i = close;
                } else if (body[i + 1] == '{' || body[i + 1] == '}') {
                    // A backslash that escapes nothing, but must not escape what follows the brace's
                    // collapse.
                    single += "\\";
                } else {
                    single += body.substr(i, 2);
                    ++i;
                }
                continue;
            }
            single += c;
            if (c == '{' || c == '}') ++i;
        }
        body = single;
    }
    ast::Span where{token.line, token.column, token.end_line, token.end_column};
    if (token.raw || body.find('\\') == std::string_view::npos) {
        parts.add_text(body, where);
        return;
    }
    auto result = string_literal::unescape(body);
    if (!result.error.empty()) fail_at(token, std::move(result.error));
    parts.add_text(result.text, where);
}

// {expression=!conversion:spec}
void Parser::field(StringParts& parts) {
    Nest nest(*this);
    const Token& open = advance();
    const char letter = parts.letter;
    if (at(K::RightBrace) || at(K::Exclamation) || at(K::Colon) || at(K::Equal)) {
        std::string_view what = at(K::RightBrace) ? "}" : at(K::Exclamation) ? "!" : at(K::Colon) ? ":" : "=";
        if (what == "}")
            fail_at(*token_, fmt::format("{}-string: valid expression required before '}}'", letter));
        fail_at(*token_, fmt::format("{}-string: valid expression required before '{}'", letter, what));
    }
    ast::Expression* value = yield_or_star_expressions();
    std::string_view source = tree_.source.text();
    std::string_view expression_text = source.substr(open.end, token_[-1].end - open.end);
    bool debug = accept(K::Equal);
    std::string_view debug_text = source.substr(open.end, token_->start - open.end);
    const Token& after_debug = *token_;
    int conversion = -1;
    bool has_spec = false;
    if (at(K::Exclamation)) {
        const Token& mark = advance();
        if (at(K::RightBrace) || at(K::Colon)) {
            fail_at(*token_, fmt::format("{}-string: missing conversion character", letter));
        }
        if (!at(K::Name)) fail_at(*token_, fmt::format("{}-string: invalid conversion character", letter));
        if (token_->start != mark.end) {
            fail_at(
                *token_,
                fmt::format("{}-string: conversion type must come right after the exclamation mark", letter));
        }
        std::string_view name = token_->name.text();
        if (name != "s" && name != "r" && name != "a") {
            fail_at(*token_,
                    fmt::format("{}-string: invalid conversion character '{}': expected 's', 'r', or 'a'",
                                letter, name));
        }
        conversion = name[0];
        advance();
    }
    ast::Expression* spec = nullptr;
    if (at(K::Colon)) {
        has_spec = true;
        spec = format_spec(parts);
    }
    if (!at(K::RightBrace)) {
        if (at(K::Error)) raise_lexical_error();
        if (has_spec) fail_at(*token_, fmt::format("{}-string: expecting '}}'", letter));
        if (conversion >= 0) fail_at(*token_, fmt::format("{}-string: expecting ':' or '}}'", letter));
        if (!debug && !speculating_) check_forgotten_comma(value);
        fail_at(*token_, debug ? fmt::format("{}-string: expecting '!', or ':', or '}}'", letter)
                               : fmt::format("{}-string: expecting '=', or '!', or ':', or '}}'", letter));
    }
    advance();
    if (debug) {
        if (conversion < 0 && !has_spec) conversion = 'r';
        ast::Span where{open.line, open.end_column, after_debug.line, after_debug.column};
        parts.add_text(without_comments(debug_text), where);
    }
    parts.flush(*this);
    if (parts.is_template) {
        auto* node = make<ast::Interpolation>(from(open));
        node->value = value;
        node->text = expression_text;
        node->conversion = conversion;
        node->format_spec = spec;
        parts.values.add(node);
        return;
    }
    auto* node = make<ast::FormattedValue>(from(open));
    node->value = value;
    node->conversion = conversion;
    node->format_spec = spec;
    parts.values.add(node);
}

// The current token is the colon; ends before the brace.
ast::Expression* Parser::format_spec(const StringParts& outer) {
    const Token& colon = advance();
    StringParts parts(*this);
    parts.letter = outer.letter; // but its fields are formatted at once, in a t-string too
    while (!at(K::RightBrace)) {
        if (at(K::StringText)) {
            string_text(advance(), parts, true);
        } else if (at(K::LeftBrace)) {
            field(parts);
        } else {
            invalid_syntax();
        }
    }
    parts.flush(*this);
    auto* node = make<ast::JoinedStr>(from(colon));
    node->values = parts.values.finish();
    return node;
}

} // namespace limbeck::python
