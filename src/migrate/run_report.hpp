// What a run that failed says about itself: where the database stands, what was kept, what to do next.
#pragma once

#include <string>
#include <vector>

namespace limbeck::migrate {

struct RunReport {
    // The rows of the version table now.
    std::vector<std::string> rows;
    // The connection is gone: the rows are those of the last commit.
    bool connection_lost = false;
    int steps_kept = 0;
    int steps_planned = 0;
    // The revision in work; empty where there was none.
    std::string revision;
    // It has changed data outside a transaction.
    bool changed_outside = false;
    // The next run starts it again from its first line rather than where it left its transaction: Python.
    bool starts_again = false;
    bool interrupted = false;
    bool check_failed = false;

    // Lines, the last one on what to do next.
    std::string to_string() const;
};

} // namespace limbeck::migrate
