// What a statement gave back: rows of cells, and how many rows it touched.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "database/value.hpp"

namespace limbeck::database {

struct Column {
    std::string name;
    // The server's name of the type: "int4", "timestamptz", "uuid"; SQLite: the declared type, empty for
    // expressions.
    std::string type;
    // PostgreSQL's number of the type; 0 on SQLite.
    std::uint32_t type_number = 0;
};

// All rows, kept in one piece: cells one after the other, their text in memory the result owns.
class Result {
  public:
    Result() = default;

    const std::vector<Column>& columns() const { return columns_; }
    // Whether the statement is one that gives rows, even if it gave none.
    bool has_rows() const { return !columns_.empty(); }
    std::size_t size() const { return columns_.empty() ? 0 : cells_.size() / columns_.size(); }
    bool empty() const { return size() == 0; }
    std::span<const Cell> row(std::size_t index) const {
        return {cells_.data() + index * columns_.size(), columns_.size()};
    }
    const Cell& at(std::size_t row, std::size_t column) const {
        return cells_[row * columns_.size() + column];
    }
    // The first cell of the first row; a null cell where there is none.
    Cell scalar() const { return cells_.empty() ? Cell() : cells_.front(); }

    // Rows touched by INSERT, UPDATE, DELETE; -1 where the server does not say (DDL), rows given for a
    // SELECT.
    std::int64_t row_count() const { return row_count_; }
    // SQLite's rowid of the last row inserted; 0 where there is none. On PostgreSQL use RETURNING.
    std::int64_t inserted_id() const { return inserted_id_; }
    // "INSERT 0 1", "CREATE TABLE" on PostgreSQL; empty on SQLite.
    const std::string& command() const { return command_; }

  private:
    friend class ResultBuilder;

    std::vector<Column> columns_;
    std::vector<Cell> cells_;
    std::shared_ptr<void> memory_;
    std::int64_t row_count_ = -1;
    std::int64_t inserted_id_ = 0;
    std::string command_;
};

// Fills a Result; for connections.
class ResultBuilder {
  public:
    ResultBuilder();

    void add_column(Column column) { result_.columns_.push_back(std::move(column)); }
    void reserve_rows(std::size_t rows) { result_.cells_.reserve(rows * result_.columns_.size()); }
    void add(Cell cell) { result_.cells_.push_back(cell); }
    // Copies text into the result's own memory.
    std::string_view keep(std::string_view text);
    // Memory of a driver that the cells point into; released with the result.
    void own(std::shared_ptr<void> memory);
    void set_row_count(std::int64_t count) { result_.row_count_ = count; }
    void set_inserted_id(std::int64_t id) { result_.inserted_id_ = id; }
    void set_command(std::string command) { result_.command_ = std::move(command); }
    Result take();

  private:
    struct Arena;
    Result result_;
    std::shared_ptr<Arena> arena_;
};

} // namespace limbeck::database
