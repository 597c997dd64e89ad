#include "database/sql_split.hpp"

#include "database/sql_split_dialects.hpp"
#include "support/text.hpp"

#include <cctype>

namespace limbeck::database {

namespace {

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

// PostgreSQL's comments nest, SQLite's do not.
std::size_t end_of_comment(std::string_view sql, std::size_t position, bool nested) {
    int depth = 1;
    for (position += 2; position < sql.size(); ++position) {
        if (sql.substr(position, 2) == "*/") {
            ++position;
            if (--depth == 0) return position + 1;
        } else if (nested && sql.substr(position, 2) == "/*") {
            ++position;
            ++depth;
        }
    }
    return sql.size();
}

} // namespace

std::size_t skip_comments(std::string_view sql, std::size_t position, bool nested) {
    while (position < sql.size()) {
        if (text::is_space(sql[position])) {
            ++position;
        } else if (sql.substr(position, 2) == "--") {
            position = std::min(sql.find('\n', position), sql.size());
        } else if (sql.substr(position, 2) == "/*") {
            position = end_of_comment(sql, position, nested);
        } else {
            break;
        }
    }
    return position;
}

Place StatementPlaces::at(std::size_t offset) {
    for (; position_ < offset; ++position_) {
        if (sql_[position_] == '\n') {
            ++line_;
            line_start_ = position_ + 1;
        }
    }
    Place place = start_;
    place.line = start_.line + line_;
    place.column = static_cast<int>(offset - line_start_) + 1;
    if (line_ == 0) place.column += std::max(start_.column, 1) - 1;
    return place;
}

std::vector<SqlStatement> split_sql(Dialect dialect, std::string_view sql, const Place& start) {
    std::vector<SqlRange> ranges =
        dialect == Dialect::postgresql ? split_postgres(sql, start) : split_sqlite(sql, start);
    std::vector<SqlStatement> statements;
    StatementPlaces places(sql, start);
    for (const SqlRange& range : ranges) {
        std::string_view raw = sql.substr(range.offset, range.size);
        std::size_t first_word = skip_comments(raw, 0, dialect == Dialect::postgresql);
        if (first_word >= raw.size()) continue;
        std::size_t first = static_cast<std::size_t>(text::trim_start(raw).data() - raw.data());
        SqlStatement statement;
        statement.text = std::string(text::trim(raw));
        statement.offset = range.offset + first;
        statement.word_offset = first_word - first;
        statement.place = places.at(range.offset + first_word);
        statements.push_back(std::move(statement));
    }
    return statements;
}

std::string leading_words(std::string_view statement, int count) {
    std::string words;
    std::size_t position = 0;
    for (; count > 0; --count) {
        position = skip_comments(statement, position, false);
        std::size_t end = position;
        while (end < statement.size() && is_word(statement[end])) ++end;
        if (end == position) break;
        if (!words.empty()) words += ' ';
        words += text::to_upper(statement.substr(position, end - position));
        position = end;
    }
    return words;
}

} // namespace limbeck::database
