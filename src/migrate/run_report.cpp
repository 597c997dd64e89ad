#include "migrate/run_report.hpp"

#include "support/text.hpp"

#include <fmt/format.h>

namespace limbeck::migrate {

namespace {

std::string place_of(const std::vector<std::string>& rows) {
    if (rows.empty()) return "at the base: no revision is applied";
    return "at " + text::join(rows, ", ");
}

std::string kept_of(const RunReport& report) {
    if (report.steps_kept == 0) return "Nothing of this run was kept.";
    if (report.steps_kept == report.steps_planned)
        return report.steps_kept == 1
                   ? "The run's revision is done and stays."
                   : fmt::format("All {} revisions of this run are done and stay.", report.steps_kept);
    return fmt::format("{} of {} revisions of this run are done and stay.", report.steps_kept,
                       report.steps_planned);
}

std::string next_of(const RunReport& report) {
    if (report.changed_outside && report.starts_again)
        return fmt::format("{} the command again: the revision starts from its first line, and must bear "
                           "what is there already.",
                           report.interrupted || report.connection_lost
                               ? "Run"
                               : fmt::format("Correct revision '{}' and run", report.revision));
    if (report.changed_outside && !report.interrupted && !report.connection_lost)
        return fmt::format(
            "Correct revision '{}' and run the command again: that part is run once more, from its start.",
            report.revision);
    if (report.interrupted || report.connection_lost) return "Run the command again to go on.";
    if (report.check_failed) return "Run the command again once the check holds.";
    if (report.revision.empty()) return "Run the command again once the cause is gone.";
    return fmt::format("Correct revision '{}' and run the command again.", report.revision);
}

} // namespace

std::string RunReport::to_string() const {
    std::vector<std::string> lines;
    if (connection_lost)
        lines.push_back(fmt::format("The server rolls back what was not committed: the database stands {}.",
                                    place_of(rows)));
    else
        lines.push_back(fmt::format("The database stands {}.", place_of(rows)));
    lines.push_back(kept_of(*this));
    if (changed_outside && starts_again)
        lines.push_back(fmt::format("Revision '{}' has left its transaction: what it did before and in its "
                                    "autocommit_block() stays, what came after is rolled back.",
                                    revision));
    else if (changed_outside)
        lines.push_back(fmt::format("Revision '{}' was in a part that runs outside a transaction: what its "
                                    "statements have done so far stays.",
                                    revision));
    lines.push_back(next_of(*this));
    return text::join(lines, "\n");
}

} // namespace limbeck::migrate
