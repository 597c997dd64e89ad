// Revisions as `history`, `heads`, `branches`, `show` and `current` print them, byte for byte as the
// reference.
#pragma once

#include "script/revision_map.hpp"

#include <string>

namespace limbeck::script {

struct LineOptions {
    bool include_branches = false;
    bool include_doc = false;
    bool include_parents = false;
    // " (branchpoint)" and " (mergepoint)".
    bool tree_indicators = true;
    // " (current)": whether the revision is in some database. Unknown where no database was asked.
    bool is_current = false;
};

// `show` and the verbose form of every report: several lines with an empty one at the end.
std::string log_entry(const RevisionMap& map, RevisionIndex index, bool is_current = false);
// The plain form: one line without its end.
std::string line(const RevisionMap& map, RevisionIndex index, const LineOptions& options = {});
// The verbose or the plain form.
std::string cmd_format(const RevisionMap& map, RevisionIndex index, bool verbose,
                       const LineOptions& options = {});
// What `branches` prints for one branch point: itself, then a line for each child, an empty line at the end.
std::string branch_entry(const RevisionMap& map, RevisionIndex index, bool verbose);
// "<base>", or the parents with commas.
std::string down_revision_text(const Revision& revision);
// "a -> b (head), doc": what stands for a revision in warnings.
std::string summary(const Revision& revision);

} // namespace limbeck::script
