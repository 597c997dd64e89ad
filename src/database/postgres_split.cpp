#include "database/sql_split_dialects.hpp"

#include "support/text.hpp"

#include <pg_query.h>

namespace limbeck::database {

namespace {

struct Token {
    std::size_t start = 0;
    std::size_t end = 0;
    bool keyword = false;
};

// A failure of the scanner or the parser: its sentence and where.
struct Failure {
    std::string message;
    std::size_t offset = 0;
};

// The library counts characters, from 1.
std::size_t offset_of_character(std::string_view sql, int position) {
    int characters = 0;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        if ((static_cast<unsigned char>(sql[i]) & 0xC0) == 0x80) continue;
        if (++characters >= position) return i;
    }
    return sql.size();
}

// A message of the scan result, in protobuf's wire format; only variable-length integers and messages occur
// in it. The library's own reader needs protobuf-c's headers, which a system with the library need not have.
class WireReader {
  public:
    explicit WireReader(std::string_view data) : data_(data) {}

    bool next_field() {
        if (data_.empty()) return false;
        std::uint64_t tag = integer();
        field_ = static_cast<int>(tag >> 3);
        is_message_ = (tag & 7) == 2;
        return true;
    }
    int field() const { return field_; }
    bool is_message() const { return is_message_; }
    std::uint64_t integer() {
        std::uint64_t value = 0;
        for (int shift = 0; !data_.empty() && shift < 64; shift += 7) {
            auto byte = static_cast<unsigned char>(data_.front());
            data_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (!(byte & 0x80)) break;
        }
        return value;
    }
    std::string_view message() {
        std::size_t size = std::min<std::size_t>(integer(), data_.size());
        std::string_view inner = data_.substr(0, size);
        data_.remove_prefix(size);
        return inner;
    }

  private:
    std::string_view data_;
    int field_ = 0;
    bool is_message_ = false;
};

Token read_token(std::string_view message) {
    Token token;
    WireReader reader(message);
    while (reader.next_field()) {
        std::uint64_t value = reader.integer();
        if (reader.field() == 1) token.start = value;
        if (reader.field() == 2) token.end = value;
        if (reader.field() == 5) token.keyword = value != 0;
    }
    return token;
}

std::optional<Failure> scan(const std::string& sql, std::vector<Token>& tokens) {
    PgQueryScanResult result = pg_query_scan(sql.c_str());
    std::optional<Failure> failure;
    if (result.error)
        failure = Failure{result.error->message, offset_of_character(sql, result.error->cursorpos)};
    WireReader reader({result.pbuf.data, result.error ? 0 : result.pbuf.len});
    while (reader.next_field()) {
        if (reader.is_message())
            tokens.push_back(read_token(reader.message()));
        else
            reader.integer();
    }
    pg_query_free_scan_result(result);
    return failure;
}

class TokenText {
  public:
    TokenText(std::string_view sql, const Token& token)
        : text_(sql.substr(token.start, token.end - token.start)), keyword_(token.keyword) {}

    bool is(char c) const { return text_.size() == 1 && text_[0] == c; }
    // `word` in upper case.
    bool is_keyword(std::string_view word) const {
        return keyword_ && text_.size() == word.size() && text::to_upper(text_) == word;
    }
    bool is_comment() const { return text_.starts_with("--") || text_.starts_with("/*"); }

  private:
    std::string_view text_;
    bool keyword_;
};

// Statements as the scanner sees them: a semicolon ends one unless it stands in parentheses (CREATE RULE) or
// in the body of an SQL-standard function (BEGIN ATOMIC … END).
std::vector<SqlRange> split_tokens(std::string_view sql, const std::vector<Token>& tokens) {
    std::vector<SqlRange> ranges;
    std::size_t start = 0;
    int parentheses = 0;
    int atomic = 0;
    bool after_begin = false;
    for (const Token& token : tokens) {
        TokenText text(sql, token);
        if (text.is_comment()) continue;
        if (text.is('(')) ++parentheses;
        if (text.is(')') && parentheses > 0) --parentheses;
        if (after_begin && text.is_keyword("ATOMIC")) {
            atomic = 1;
        } else if (atomic > 0) {
            if (text.is_keyword("CASE")) ++atomic;
            if (text.is_keyword("END")) --atomic;
        }
        after_begin = text.is_keyword("BEGIN");
        if (text.is(';') && parentheses == 0 && atomic == 0) {
            ranges.push_back({start, token.start - start});
            start = token.end;
        }
    }
    ranges.push_back({start, sql.size() - start});
    return ranges;
}

[[noreturn]] void refuse(std::string_view sql, const Place& start, std::size_t offset, std::string message,
                         std::string hint) {
    StatementPlaces places(sql, start);
    Place place = places.at(offset);
    std::size_t line_start = sql.rfind('\n', offset == 0 ? 0 : offset - 1);
    line_start = line_start == std::string_view::npos || offset == 0 ? 0 : line_start + 1;
    std::string_view line = sql.substr(line_start, sql.find('\n', line_start) - line_start);
    Error error(std::move(message), place, std::move(hint));
    error.with_source_line(std::string(text::trim_end(line)));
    throw error;
}

// What belongs to psql, not to the server.
void refuse_psql(std::string_view sql, const std::vector<Token>& tokens, const Place& start) {
    bool copy = false;
    bool from = false;
    bool at_start = true;
    std::size_t copy_offset = 0;
    int parentheses = 0;
    for (const Token& token : tokens) {
        TokenText text(sql, token);
        if (text.is_comment()) continue;
        if (text.is('\\')) {
            std::string_view command =
                sql.substr(token.start, sql.find_first_of(" \t\r\n", token.start) - token.start);
            refuse(sql, start, token.start,
                   fmt::format("{} is a command of psql, not of the server", command),
                   "A revision holds SQL alone: take the line out.");
        }
        if (text.is('(')) ++parentheses;
        if (text.is(')')) --parentheses;
        if (at_start) {
            copy = text.is_keyword("COPY");
            copy_offset = token.start;
            parentheses = 0;
        }
        at_start = text.is(';');
        if (copy && from && parentheses == 0 && text.is_keyword("STDIN"))
            refuse(sql, start, copy_offset, "COPY … FROM STDIN expects its rows from psql",
                   "Write them as INSERT statements (pg_dump --inserts does), or copy from a file on the "
                   "server.");
        from = text.is_keyword("FROM");
    }
}

std::optional<std::vector<SqlRange>> parse(const std::string& sql) {
    PgQuerySplitResult result = pg_query_split_with_parser(sql.c_str());
    std::optional<std::vector<SqlRange>> ranges;
    if (!result.error) {
        ranges.emplace();
        for (int i = 0; i < result.n_stmts; ++i)
            ranges->push_back({static_cast<std::size_t>(result.stmts[i]->stmt_location),
                               static_cast<std::size_t>(result.stmts[i]->stmt_len)});
    }
    pg_query_free_split_result(result);
    return ranges;
}

} // namespace

std::vector<SqlRange> split_postgres(std::string_view sql, const Place& start) {
    std::size_t zero = sql.find('\0');
    if (zero != std::string_view::npos)
        refuse(sql, start, zero, "A zero byte stands in the SQL text", "Save the file as UTF-8 text.");
    std::string text(sql);
    std::vector<Token> tokens;
    std::optional<Failure> failure = scan(text, tokens);
    if (failure) {
        // The rows of a COPY and the text after a command of psql are not SQL: then they are the cause, not
        // the quote.
        std::vector<Token> before;
        if (!scan(text.substr(0, failure->offset), before)) refuse_psql(sql, before, start);
        refuse(sql, start, failure->offset, failure->message.substr(0, failure->message.find(" at or near")),
               "It begins here and does not end before the end of the part.");
    }
    refuse_psql(sql, tokens, start);
    if (std::optional<std::vector<SqlRange>> parsed = parse(text)) return *parsed;
    // Syntax newer than the parser, or plainly wrong: the server will say which.
    return split_tokens(sql, tokens);
}

} // namespace limbeck::database
