#include "e2e/database.hpp"

#include <regex>

#include <doctest/doctest.h>

#include "support/postgres_server.hpp"
#include "support/process.hpp"
#include "support/text.hpp"

namespace limbeck::tests {

TestDatabase::TestDatabase() : TestDatabase(PostgresServer::shared()) {}

TestDatabase::TestDatabase(PostgresServer& server)
    : server_(server), url_(server.url(server.create_database())) {}

namespace {

ProcessResult psql(PostgresServer& server, const std::string& url, const std::string& script) {
    return run_process({.arguments = {server.program("psql").string(), "-XqAt", "-v", "ON_ERROR_STOP=1", "-v",
                                      "VERBOSITY=default", "-f", "-", "-d", url},
                        .environment = {{"PGOPTIONS", "-c client_min_messages=warning"}},
                        .input = script});
}

} // namespace

std::string TestDatabase::query(const std::string& sql) const {
    const ProcessResult result = psql(server_, url_, sql);
    INFO(sql << "\n" << result.err);
    REQUIRE(result.status == 0);
    return result.out;
}

std::string TestDatabase::complaint(const std::string& sql) const {
    const ProcessResult result = psql(server_, url_, sql);
    if (result.status == 0) return {};
    // "psql:<stdin>:1: ERROR:  duplicate key ..."
    const std::string_view line = text::split_lines(result.err).front();
    return std::string(line.substr(line.find("ERROR")));
}

void TestDatabase::run_script(const std::string& script) const {
    query(script);
}

std::string TestDatabase::dump() const {
    const ProcessResult result =
        run_process({.arguments = {server_.program("pg_dump").string(), "--no-owner", "-d", url_}});
    INFO(result.err);
    REQUIRE(result.status == 0);
    std::string dump = std::regex_replace(result.out, std::regex("\\\\(un)?restrict .*\n"), "");
    return std::regex_replace(dump, std::regex(R"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+\d\d)"), "<time>");
}

std::string TestDatabase::difference(const std::string& dump, const std::string& other) {
    const auto mine = text::split_lines(dump), theirs = text::split_lines(other);
    for (std::size_t i = 0; i < std::max(mine.size(), theirs.size()); ++i) {
        const std::string_view a = i < mine.size() ? mine[i] : "(the end)";
        const std::string_view b = i < theirs.size() ? theirs[i] : "(the end)";
        if (a != b) return "line " + std::to_string(i + 1) + "\n" + std::string(a) + "\n" + std::string(b);
    }
    return {};
}

} // namespace limbeck::tests
