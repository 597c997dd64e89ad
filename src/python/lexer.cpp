#include "python/lexer.hpp"

#include <array>
#include <string_view>

#include <fmt/format.h>

#include "python/identifier_cache.hpp"
#include "python/lexer_state.hpp"
#include "python/unicode.hpp"

namespace limbeck::python {

Lexed tokenize(const Source& source, const LexerOptions& options, std::vector<Token> memory) {
    Lexer lexer(source, options, std::move(memory));
    return lexer.run();
}

Lexer::Lexer(const Source& source, const LexerOptions& options, std::vector<Token> memory)
    : text_(source.text().data()), at_(text_), end_(text_ + source.text().size()), line_start_(text_),
      line_(options.first_line), lazy_(options.lazy), first_byte_(options.first_byte),
      names_(IdentifierCache::of_this_thread()) {
    result_.tokens = std::move(memory);
    result_.tokens.clear();
    std::size_t bytes = source.text().size();
    for (LazyParts rest = lazy_; !rest.empty(); rest = after(rest))
        bytes -= rest.front().end - rest.front().start;
    // Real code has a token for every four or five bytes.
    result_.tokens.reserve(bytes / 4 + 16);
}

Lexed Lexer::run() {
    try {
        while (next()) {
        }
    } catch (Stop&) {
        Token& token = push(TokenKind::Error, at_);
        token.line = token.end_line = result_.error.line;
        token.column = token.end_column = result_.error.column;
    }
    return std::move(result_);
}

// Cuts at least one token; false once the text is at its end.
bool Lexer::next() {
    if (!strings_.empty() && strings_.back().in_text) {
        string_text();
        return true;
    }
    if (at_line_start_) {
        at_line_start_ = false;
        indentation();
    }
    while (*at_ == ' ' || *at_ == '\t' || *at_ == '\f') ++at_;
    const char* start = at_;
    unsigned char c = static_cast<unsigned char>(*at_);
    switch (character_classes[c]) {
    case CharacterClass::NameStart:
        name();
        return true;
    case CharacterClass::Digit:
        number();
        return true;
    case CharacterClass::Quote:
        string(at_, {});
        return true;
    case CharacterClass::Operator:
        operator_();
        return true;
    case CharacterClass::Newline:
        newline();
        return true;
    case CharacterClass::Comment:
        while (*at_ != '\n' && at_ != end_) ++at_;
        return true;
    case CharacterClass::Backslash:
        continuation();
        return true;
    case CharacterClass::End:
        if (at_ == end_) return finish();
        break;
    case CharacterClass::Dot:
        if (is_digit(at_[1])) {
            number();
        } else if (at_[1] == '.' && at_[2] == '.') {
            at_ += 3;
            push(TokenKind::Ellipsis, start);
        } else {
            ++at_;
            push(TokenKind::Dot, start);
        }
        return true;
    default:
        break;
    }
    if (c == '$' || c == '?' || c == '`') {
        ++at_;
        push(TokenKind::Unknown, start);
        return true;
    }
    fail(fmt::format("invalid non-printable character U+{:04X}", static_cast<unsigned>(c)), start);
}

bool Lexer::finish() {
    if (!brackets_.empty()) unclosed_bracket();
    TokenKind last = result_.tokens.empty() ? TokenKind::Newline : result_.tokens.back().kind;
    if (last != TokenKind::Newline && last != TokenKind::LazyBody) push(TokenKind::Newline, at_);
    for (std::size_t level = indents_.size(); level > 1; --level) push(TokenKind::Dedent, at_);
    push(TokenKind::End, at_);
    return false;
}

void Lexer::newline() {
    const char* start = at_++;
    if (brackets_.empty()) {
        push(TokenKind::Newline, start);
        at_line_start_ = true;
    }
    begin_line();
}

void Lexer::continuation() {
    const char* start = at_++;
    if (*at_ != '\n') fail("unexpected character after line continuation character", start + 1);
    ++at_;
    begin_line();
    if (at_ == end_ && !brackets_.empty()) unclosed_bracket();
    if (at_ == end_) fail("unexpected EOF while parsing", at_);
}

// Reads the blanks that open a logical line, and the blank and comment lines before it.
void Lexer::indentation() {
    for (;;) {
        int column = 0;
        int other_column = 0; // as if tabs were one column wide: what depends on their width is refused
        int continued_column = -1;
        int continued_other = 0;
        for (;; ++at_) {
            if (*at_ == ' ') {
                ++column;
                ++other_column;
            } else if (*at_ == '\t') {
                column = (column / 8 + 1) * 8;
                ++other_column;
            } else if (*at_ == '\f') {
                column = other_column = 0;
            } else if (*at_ == '\\') {
                // The blanks before the first backslash are the ones that count.
                if (continued_column < 0 || (continued_column == 0 && column > 0)) {
                    continued_column = column;
                    continued_other = other_column;
                }
                continuation();
                column = other_column = 0;
                --at_;
            } else {
                break;
            }
        }
        if (*at_ == '#') {
            while (*at_ != '\n' && at_ != end_) ++at_;
        }
        if (*at_ == '\n') {
            ++at_;
            begin_line();
            continue;
        }
        if (at_ == end_) return;
        if (skip_lazy_lines()) continue;
        if (continued_column > 0) {
            column = continued_column;
            other_column = continued_other;
        }
        indent_to(column, other_column);
        return;
    }
}

// A token for all lines of a body that begins with this one; nothing for those of a definition.
bool Lexer::skip_lazy_lines() {
    if (lazy_.empty() || text_ + (lazy_.front().start - first_byte_) != line_start_) return false;
    const LazyLines& lines = lazy_.front();
    lazy_ = after(lazy_);
    if (lines.defines.empty()) push(TokenKind::LazyBody, line_start_);
    at_ = text_ + (lines.end - first_byte_);
    line_ += lines.lines;
    line_start_ = at_;
    return true;
}

void Lexer::indent_to(int column, int other_column) {
    const Indent& current = indents_.back();
    if (column == current.column) {
        if (other_column != current.other_column) inconsistent_tabs();
        return;
    }
    if (column > current.column) {
        if (indents_.size() >= max_indents) {
            fail("too many levels of indentation", line_start_, SyntaxErrorKind::Indentation);
        }
        if (other_column <= current.other_column) inconsistent_tabs();
        indents_.push_back({column, other_column});
        push(TokenKind::Indent, at_);
        return;
    }
    while (indents_.size() > 1 && column < indents_.back().column) {
        indents_.pop_back();
        push(TokenKind::Dedent, at_);
    }
    if (column != indents_.back().column) {
        // CPython notices before it hands out any of the line's dedents.
        while (result_.tokens.back().kind == TokenKind::Dedent) result_.tokens.pop_back();
        const char* line_end = at_;
        while (*line_end != '\n' && line_end != end_) ++line_end;
        fail("unindent does not match any outer indentation level", line_end, SyntaxErrorKind::Indentation);
    }
    if (other_column != indents_.back().other_column) inconsistent_tabs();
}

void Lexer::inconsistent_tabs() {
    fail("inconsistent use of tabs and spaces in indentation", line_start_, SyntaxErrorKind::Tab);
}

void Lexer::name() {
    const char* start = at_;
    if (string_after_prefix()) return;
    std::uint32_t hash = IdentifierCache::hash_seed;
    const char* p = at_;
    while (is_ascii_name_character(*p)) {
        hash = IdentifierCache::hash_step(hash, static_cast<unsigned char>(*p));
        ++p;
    }
    at_ = p;
    if (static_cast<unsigned char>(*p) >= 0x80) {
        unicode_name(start);
        return;
    }
    const auto& entry = names_.find(start, static_cast<std::uint32_t>(p - start), hash);
    push(entry.kind, start).name = entry.name;
}

// A name with characters beyond ASCII: checked and brought to its NFKC form.
void Lexer::unicode_name(const char* start) {
    while (is_ascii_name_character(*at_) || static_cast<unsigned char>(*at_) >= 0x80) ++at_;
    std::string_view text(start, static_cast<std::size_t>(at_ - start));
    std::size_t bad = unicode::find_invalid_in_identifier(text);
    if (bad != std::string_view::npos) {
        unicode::Decoded wrong = unicode::decode(text.substr(bad));
        at_ = start + bad;
        if (unicode::is_printable(wrong.code_point)) {
            fail(fmt::format("invalid character '{}' (U+{:04X})", text.substr(bad, wrong.size),
                             static_cast<unsigned>(wrong.code_point)),
                 at_);
        }
        fail(fmt::format("invalid non-printable character U+{:04X}", static_cast<unsigned>(wrong.code_point)),
             at_);
    }
    const auto& entry = names_.find(unicode::normalize_nfkc(text));
    // CPython finds keywords before it normalises.
    push(TokenKind::Name, start).name = entry.name;
}

void Lexer::operator_() {
    using K = TokenKind;
    const char* start = at_;
    char c = *at_++;
    // The kind for "c", "c=", and for "cc" and "cc=" where that exists.
    auto plain_or_equal = [&](K plain, K equal) {
        if (*at_ != '=') return plain;
        ++at_;
        return equal;
    };
    auto doubled = [&](K plain, K equal, K twice, K twice_equal) {
        if (*at_ != c) return plain_or_equal(plain, equal);
        ++at_;
        return plain_or_equal(twice, twice_equal);
    };
    K kind{};
    switch (c) {
    case '(':
    case '[':
    case '{':
        open_bracket(start);
        return;
    case ')':
    case ']':
    case '}':
        close_bracket(start);
        return;
    case ',':
        kind = K::Comma;
        break;
    case ';':
        kind = K::Semicolon;
        break;
    case '~':
        kind = K::Tilde;
        break;
    case ':':
        if (at_field_level()) {
            push(K::Colon, start);
            strings_.back().in_text = true;
            strings_.back().in_spec = true;
            return;
        }
        kind = plain_or_equal(K::Colon, K::ColonEqual);
        break;
    case '=':
        kind = plain_or_equal(K::Equal, K::EqualEqual);
        break;
    case '!':
        if (*at_ == '=') {
            ++at_;
            kind = K::NotEqual;
        } else {
            kind = K::Exclamation;
        }
        break;
    case '<':
        kind = *at_ == '<' ? doubled(K::Less, K::LessEqual, K::LeftShift, K::LeftShiftEqual)
                           : plain_or_equal(K::Less, K::LessEqual);
        break;
    case '>':
        kind = *at_ == '>' ? doubled(K::Greater, K::GreaterEqual, K::RightShift, K::RightShiftEqual)
                           : plain_or_equal(K::Greater, K::GreaterEqual);
        break;
    case '+':
        kind = plain_or_equal(K::Plus, K::PlusEqual);
        break;
    case '-':
        if (*at_ == '>') {
            ++at_;
            kind = K::Arrow;
        } else {
            kind = plain_or_equal(K::Minus, K::MinusEqual);
        }
        break;
    case '*':
        kind = doubled(K::Star, K::StarEqual, K::DoubleStar, K::DoubleStarEqual);
        break;
    case '/':
        kind = doubled(K::Slash, K::SlashEqual, K::DoubleSlash, K::DoubleSlashEqual);
        break;
    case '%':
        kind = plain_or_equal(K::Percent, K::PercentEqual);
        break;
    case '@':
        kind = plain_or_equal(K::At, K::AtEqual);
        break;
    case '|':
        kind = plain_or_equal(K::VerticalBar, K::VerticalBarEqual);
        break;
    case '^':
        kind = plain_or_equal(K::Circumflex, K::CircumflexEqual);
        break;
    case '&':
        kind = plain_or_equal(K::Ampersand, K::AmpersandEqual);
        break;
    default:
        kind = K::Unknown;
        break;
    }
    push(kind, start);
}

void Lexer::open_bracket(const char* start) {
    if (brackets_.size() >= max_brackets) fail("too many nested parentheses", start);
    brackets_.push_back({*start, line_, column_of(start)});
    push(*start == '('   ? TokenKind::LeftParen
         : *start == '[' ? TokenKind::LeftBracket
                         : TokenKind::LeftBrace,
         start);
}

void Lexer::close_bracket(const char* start) {
    char c = *start;
    if (at_field_level() && c == '}') {
        close_field(start);
        return;
    }
    std::string prefix = strings_.empty() ? "" : fmt::format("{}-string: ", strings_.back().kind_letter);
    if (brackets_.empty()) fail(fmt::format("{}unmatched '{}'", prefix, c), start);
    if (at_field_level()) fail(fmt::format("{}unmatched '{}'", prefix, c), start);
    Bracket open = brackets_.back();
    char expected = open.character == '(' ? ')' : open.character == '[' ? ']' : '}';
    if (c != expected) {
        std::string where = open.line == line_ ? "" : fmt::format(" on line {}", open.line);
        fail(fmt::format("closing parenthesis '{}' does not match opening parenthesis '{}'{}", c,
                         open.character, where),
             start);
    }
    brackets_.pop_back();
    push(c == ')'   ? TokenKind::RightParen
         : c == ']' ? TokenKind::RightBracket
                    : TokenKind::RightBrace,
         start);
}

void Lexer::unclosed_bracket() {
    const Bracket& open = brackets_.back();
    result_.error = {fmt::format("'{}' was never closed", open.character), SyntaxErrorKind::Syntax, open.line,
                     open.column, true};
    throw Stop{};
}

void Lexer::begin_line() {
    ++line_;
    line_start_ = at_;
}

Token& Lexer::push(TokenKind kind, const char* start) {
    Token& token = result_.tokens.emplace_back();
    token.kind = kind;
    token.start = static_cast<std::uint32_t>(start - text_);
    token.end = static_cast<std::uint32_t>(at_ - text_);
    token.line = token.end_line = line_;
    token.column = column_of(start);
    token.end_column = column_of(at_);
    return token;
}

void Lexer::fail(std::string message, const char* where, SyntaxErrorKind kind) {
    result_.error = {std::move(message), kind, line_, column_of(where), false};
    throw Stop{};
}

namespace {

constexpr std::array<CharacterClass, 256> make_character_classes() {
    std::array<CharacterClass, 256> classes{};
    for (int c = 0; c < 256; ++c) {
        auto& entry = classes[static_cast<std::size_t>(c)];
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80) {
            entry = CharacterClass::NameStart;
        } else if (c >= '0' && c <= '9') {
            entry = CharacterClass::Digit;
        } else {
            entry = CharacterClass::Other;
        }
    }
    for (char c : std::string_view("()[]{},:;=!<>+-*/%@|^&~")) {
        classes[static_cast<unsigned char>(c)] = CharacterClass::Operator;
    }
    classes['"'] = classes['\''] = CharacterClass::Quote;
    classes['\n'] = CharacterClass::Newline;
    classes['#'] = CharacterClass::Comment;
    classes['\\'] = CharacterClass::Backslash;
    classes['.'] = CharacterClass::Dot;
    classes[0] = CharacterClass::End;
    return classes;
}

constexpr std::array<bool, 256> make_name_characters() {
    std::array<bool, 256> characters{};
    for (int c = 0; c < 128; ++c) {
        characters[static_cast<std::size_t>(c)] =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
    }
    return characters;
}

} // namespace

const std::array<CharacterClass, 256> character_classes = make_character_classes();
const std::array<bool, 256> name_characters = make_name_characters();

} // namespace limbeck::python
