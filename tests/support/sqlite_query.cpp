#include "support/sqlite_query.hpp"

#include <stdexcept>

#include <sqlite3.h>

namespace limbeck::tests {

namespace {

int add_row(void* out, int count, char** cells, char**) {
    auto& text = *static_cast<std::string*>(out);
    for (int i = 0; i < count; ++i) {
        if (i) text += '|';
        if (cells[i]) text += cells[i];
    }
    text += '\n';
    return 0;
}

} // namespace

std::string sqlite_query(const std::filesystem::path& file, const std::string& sql) {
    sqlite3* database = nullptr;
    std::string rows;
    int code = sqlite3_open(file.c_str(), &database);
    if (code == SQLITE_OK) {
        sqlite3_busy_timeout(database, 10000);
        code = sqlite3_exec(database, ("PRAGMA foreign_keys=ON;" + sql).c_str(), add_row, &rows, nullptr);
    }
    const std::string message = sqlite3_errmsg(database);
    sqlite3_close(database);
    if (code != SQLITE_OK) throw std::runtime_error(message);
    return rows;
}

std::string sqlite_complaint(const std::filesystem::path& file, const std::string& sql) {
    try {
        sqlite_query(file, sql);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return {};
}

std::string sqlite_schema(const std::filesystem::path& file) {
    return sqlite_query(file, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name");
}

} // namespace limbeck::tests
