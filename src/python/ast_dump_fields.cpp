// Positions inside f-strings as CPython 3.11 gives them: that version cut each field out of the string and
// parsed it alone, between parentheses. The tree has the true ones; what differs is found again in the
// tokens.
#include <algorithm>
#include <tuple>

#include "python/ast_dump_state.hpp"
#include "python/lexer.hpp"

namespace limbeck::python {

const std::vector<Token>& Dumper::tokens() {
    if (tokens_.empty()) tokens_ = tokenize(source_).tokens;
    return tokens_;
}

std::size_t Dumper::token_at(int line, int column) {
    const auto& all = tokens();
    auto before = [](const Token& token, std::tuple<int, int> place) {
        return std::tuple(token.line, token.column) < place;
    };
    auto found = std::lower_bound(all.begin(), all.end(), std::tuple(line, column), before);
    // Indents and dedents stand where the token after them does.
    while (found + 1 < all.end() && is_layout(found->kind)) ++found;
    return static_cast<std::size_t>(found - all.begin());
}

ast::Span Dumper::piece_around(const ast::Span& field) {
    const auto& all = tokens();
    std::size_t start = token_at(field.line, field.column);
    for (int depth = 0;; --start) {
        if (all[start].kind == TokenKind::StringEnd) ++depth;
        if (all[start].kind == TokenKind::FStringStart && depth-- == 0) break;
    }
    std::size_t end = token_at(field.line, field.column);
    for (int depth = 0;; ++end) {
        if (all[end].kind == TokenKind::FStringStart) ++depth;
        if (all[end].kind == TokenKind::StringEnd && depth-- == 0) break;
    }
    return {all[start].line, all[start].column, all[end].end_line, all[end].end_column};
}

ast::Span Dumper::tuple_in_field(const ast::Tuple& tuple, const ast::Span& field) {
    const auto& all = tokens();
    // Parentheses of its own: one that opens where it begins and closes where it ends.
    std::size_t first = token_at(tuple.where.line, tuple.where.column);
    if (all[first].kind == TokenKind::LeftParen) {
        const Token& close = all[end_of_bracket(first)];
        if (close.end_line == tuple.where.end_line && close.end_column == tuple.where.end_column)
            return tuple.where;
    }
    std::size_t brace = token_at(field.line, field.column);
    std::size_t end = brace + 1;
    auto ends = [](TokenKind kind) {
        return kind == TokenKind::Colon || kind == TokenKind::Exclamation || kind == TokenKind::Equal ||
               kind == TokenKind::RightBrace;
    };
    while (!ends(all[end].kind)) end = end_of_bracket(end) + 1;
    const Token& open = all[brace];
    int column = open.column;
    if (open.line != all[brace + 1].line) {
        // A line end right after the brace: the column was lost.
        ast::Span piece = piece_around(field);
        column = open.line == piece.line ? piece.column : 0;
    }
    return {open.line, column, all[end].line, all[end].column + 1};
}

// Of a bracket or f-string that begins at this token; of any other token itself.
std::size_t Dumper::end_of_bracket(std::size_t at) {
    const auto& all = tokens();
    int depth = 0;
    for (;; ++at) {
        switch (all[at].kind) {
        case TokenKind::LeftParen:
        case TokenKind::LeftBracket:
        case TokenKind::LeftBrace:
        case TokenKind::FStringStart:
            ++depth;
            break;
        case TokenKind::RightParen:
        case TokenKind::RightBracket:
        case TokenKind::RightBrace:
        case TokenKind::StringEnd:
            --depth;
            break;
        default:
            break;
        }
        if (depth == 0) return at;
    }
}

} // namespace limbeck::python
