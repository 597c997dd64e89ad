#include "database/sql_split_dialects.hpp"

#include "database/sql_split.hpp"
#include "support/text.hpp"

#include <sqlite3.h>

namespace limbeck::database {

namespace {

[[noreturn]] void refuse(std::string_view sql, const Place& start, std::size_t offset, std::string message,
                         std::string hint) {
    StatementPlaces places(sql, start);
    throw Error(std::move(message), places.at(offset), std::move(hint));
}

// The end of what begins at `position` with a quote or as a comment; npos where it has none.
std::size_t end_of_quoted(std::string_view sql, std::size_t position) {
    char close = sql[position] == '[' ? ']' : sql[position];
    for (std::size_t i = position + 1; i < sql.size(); ++i) {
        if (sql[i] != close) continue;
        if (close != ']' && i + 1 < sql.size() && sql[i + 1] == close)
            ++i;
        else
            return i + 1;
    }
    return std::string_view::npos;
}

std::size_t end_of_comment(std::string_view sql, std::size_t position) {
    if (sql.substr(position, 2) == "--") return std::min(sql.find('\n', position), sql.size());
    std::size_t end = sql.find("*/", position + 2);
    return end == std::string_view::npos ? end : end + 2;
}

std::string_view what_begins(char c) {
    switch (c) {
    case '\'':
        return "unterminated quoted string";
    case '/':
        return "unterminated /* comment";
    default:
        return "unterminated quoted identifier";
    }
}

} // namespace

std::vector<SqlRange> split_sqlite(std::string_view sql, const Place& start) {
    std::size_t zero = sql.find('\0');
    if (zero != std::string_view::npos)
        refuse(sql, start, zero, "A zero byte stands in the SQL text", "Save the file as UTF-8 text.");
    std::vector<SqlRange> ranges;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < sql.size();) {
        char c = sql[i];
        bool comment = sql.substr(i, 2) == "--" || sql.substr(i, 2) == "/*";
        if (comment || c == '\'' || c == '"' || c == '`' || c == '[') {
            std::size_t end = comment ? end_of_comment(sql, i) : end_of_quoted(sql, i);
            if (end == std::string_view::npos)
                refuse(sql, start, i, std::string(what_begins(c)),
                       "It begins here and does not end before the end of the part.");
            i = end;
            continue;
        }
        if (c == '.' && skip_comments(sql, begin, false) == i) {
            std::string_view command = sql.substr(i, sql.find_first_of(" \t\r\n", i) - i);
            refuse(sql, start, i, fmt::format("{} is a command of the sqlite3 shell, not of SQLite", command),
                   "A revision holds SQL alone: take the line out.");
        }
        ++i;
        if (c != ';') continue;
        // SQLite knows whether this one ends the statement or stands in a trigger's body.
        std::string statement(sql.substr(begin, i - begin));
        if (!sqlite3_complete(statement.c_str())) continue;
        ranges.push_back({begin, i - 1 - begin});
        begin = i;
    }
    std::string_view rest = sql.substr(begin);
    std::size_t word = skip_comments(rest, 0, false);
    if (word < rest.size()) {
        if (rest.find(';', word) != std::string_view::npos &&
            !sqlite3_complete((std::string(rest) + ";").c_str()))
            refuse(sql, start, begin + word, "unterminated trigger body",
                   "CREATE TRIGGER … BEGIN ends with \"END;\".");
        ranges.push_back({begin, rest.size()});
    }
    return ranges;
}

} // namespace limbeck::database
