// The order in which the steps of a plan run.
#pragma once

#include "script/revision_graph.hpp"

#include <span>
#include <vector>

namespace limbeck::script {

// `revisions` sorted so that each comes before its parents and dependencies, in the order the reference gives
// them: from the first of `heads` (in load order) down its line, and on to another head where a revision
// still has a descendant to come. Throws Error where a revision is not on the way down from the heads.
//
// Time is linear in the chain for chains as people have them: each revision is passed once; what another
// head's line must be found for is remembered (OrderedHeads).
std::vector<RevisionIndex> topological_order(const RevisionMap::Graph& graph,
                                             std::span<const RevisionIndex> revisions,
                                             std::span<const RevisionIndex> heads);

} // namespace limbeck::script
