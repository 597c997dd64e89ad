// A text of SQL cut into its statements, each with the place where it stands.
//
// PostgreSQL's text is cut by PostgreSQL's own parser (libpg_query), by its scanner where the parser is older
// than the syntax; SQLite's by SQLite. Nothing is run.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "database/connection.hpp"
#include "support/error.hpp"

namespace limbeck::database {

struct SqlStatement {
    // Without the semicolon and without white space around; comments before it are kept.
    std::string text;
    // Where the text begins in the whole, in bytes.
    std::size_t offset = 0;
    // Where in `text` the first word stands, after comments.
    std::size_t word_offset = 0;
    // Where that word stands in the file.
    Place place;
};

// `start` is where `sql` begins in its file: statements' places count from there. Throws Error with the place
// where a string, a dollar quote, a quoted name, a comment or a trigger's body is not ended (the place is
// where it began), where a line is a command of psql ("\connect"), or where COPY … FROM STDIN expects its
// rows in the script.
std::vector<SqlStatement> split_sql(Dialect dialect, std::string_view sql, const Place& start);

// The first words of a statement, upper case, comments left out: "CREATE INDEX CONCURRENTLY IF". At most
// `count`.
std::string leading_words(std::string_view statement, int count);

} // namespace limbeck::database
