// A note in the database that a revision has run in part.
//
// A revision with a part outside a transaction commits what comes before that part. Should the run end there,
// the next one must not repeat what is committed: so the note goes into the same commit, and goes away with
// the commit that writes the version row. PostgreSQL keeps it in the comment of the version table (in front
// of the comment that is there), SQLite in a table of its own beside it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "database/connection.hpp"

namespace limbeck::migrate {

class VersionTable;

struct ProgressMark {
    std::string revision;
    bool upgrade = true;
    // How many parts of the file have run and are committed.
    int parts = 0;
    // Of the text of those parts: they must not have changed since.
    std::string fingerprint;

    // "limbeck: upgrade r04, 1 done, 0123456789abcdef".
    std::string to_string() const;
    // Nothing where the text begins otherwise.
    static std::optional<ProgressMark> parse(std::string_view text);

    bool operator==(const ProgressMark&) const = default;
};

// Inside the transaction that they belong to. `comment` is the version table's comment without a mark.
void write_mark(database::Connection& connection, const VersionTable& table, const ProgressMark& mark,
                const std::string& comment);
void clear_mark(database::Connection& connection, const VersionTable& table, const std::string& comment);

// A short fingerprint that is the same everywhere.
std::string fingerprint(std::string_view text);

} // namespace limbeck::migrate
