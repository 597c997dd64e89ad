#include "migrate/checks.hpp"

#include "database/database_error.hpp"
#include "support/log.hpp"
#include "support/text.hpp"

namespace limbeck::migrate {

using database::Connection;
using database::Result;
using project::Check;

namespace {

// Rows that are shown of a check that failed.
constexpr std::size_t shown_rows = 5;

std::string table_text(const Result& result) {
    std::vector<std::string> lines;
    std::vector<std::string> names;
    for (const database::Column& column : result.columns()) names.push_back(column.name);
    lines.push_back(text::join(names, " | "));
    for (std::size_t i = 0; i < std::min(result.size(), shown_rows); ++i) {
        std::vector<std::string> cells;
        for (const database::Cell& cell : result.row(i)) cells.push_back(cell.to_string());
        lines.push_back(text::join(cells, " | "));
    }
    if (result.size() > shown_rows) lines.push_back(fmt::format("… and {} more", result.size() - shown_rows));
    return text::join(lines, "\n");
}

[[noreturn]] void fail(const Check& check, const std::string& when, const std::string& reason,
                       std::string hint) {
    throw CheckFailed(fmt::format("The check \"{}\" failed {} the run: {}", check.name, when, reason),
                      check.place, std::move(hint));
}

void judge(const Check& check, const std::string& when, const Result& result) {
    switch (check.expect) {
    case Check::Expect::succeeds:
        return;
    case Check::Expect::rows:
        if (result.empty()) fail(check, when, "rows were expected, none came", check.sql);
        return;
    case Check::Expect::no_rows:
        if (!result.empty())
            fail(check, when, fmt::format("no rows were expected, {} came", result.size()),
                 table_text(result));
        return;
    case Check::Expect::value: {
        if (result.size() != 1)
            fail(check, when,
                 fmt::format("the value {} was expected, {} rows came", check.value, result.size()),
                 result.has_rows() ? table_text(result) : check.sql);
        std::string got = result.scalar().to_string();
        if (got != check.value)
            fail(check, when, fmt::format("the value {} was expected, {} came", check.value, got), check.sql);
        return;
    }
    }
}

} // namespace

void run_checks(Connection& connection, const std::vector<Check>& checks, const std::string& when) {
    static log::Logger& logger = log::get("limbeck.checks");
    for (const Check& check : checks) {
        logger.info("Checking {}: {}", when, check.name);
        // What a check does to the session or to the data is undone: it is there to look.
        bool nested = connection.in_transaction();
        if (nested)
            connection.savepoint("limbeck_check");
        else
            connection.begin();
        auto undo = [&] {
            if (!nested) return connection.rollback();
            connection.rollback_to_savepoint("limbeck_check");
            connection.release_savepoint("limbeck_check");
        };
        Result result;
        try {
            result = connection.execute(check.sql);
        } catch (const database::ConnectionError&) {
            throw;
        } catch (const database::DatabaseError& error) {
            undo();
            fail(check, when, error.message(), error.hint());
        }
        undo();
        judge(check, when, result);
    }
}

} // namespace limbeck::migrate
