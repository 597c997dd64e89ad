// What split_sql() is made of: one splitter per dialect, and how offsets become places.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "support/error.hpp"

namespace limbeck::database {

// A statement's bytes in the text, without its semicolon; white space and comments around it may be in.
struct SqlRange {
    std::size_t offset = 0;
    std::size_t size = 0;
};

// Throw Error as split_sql() does.
std::vector<SqlRange> split_postgres(std::string_view sql, const Place& start);
std::vector<SqlRange> split_sqlite(std::string_view sql, const Place& start);

// The offset of the first byte from `position` on that is neither white space nor part of a comment.
// PostgreSQL's comments nest, SQLite's do not.
std::size_t skip_comments(std::string_view sql, std::size_t position, bool nested);

// Lines and columns of offsets that never go back.
class StatementPlaces {
  public:
    StatementPlaces(std::string_view sql, const Place& start) : sql_(sql), start_(start) {}
    Place at(std::size_t offset);

  private:
    std::string_view sql_;
    Place start_;
    std::size_t position_ = 0;
    int line_ = 0;
    std::size_t line_start_ = 0;
};

} // namespace limbeck::database
