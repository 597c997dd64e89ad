// What stands behind RevisionMap's questions: identifiers to revisions, steps up and down from a place, and
// the revisions between two places.
#pragma once

#include "script/revision_graph.hpp"
#include "script/revision_map.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::script {

// A whole number as Python's int() reads it: white space around it, a sign, "_" between digits. One that is
// too large becomes the largest.
std::optional<std::int64_t> parse_integer(std::string_view text);

// A whole or partial id or label; where `check_branch` is given it must share a line with that.
RevisionIndex revision_for_identifier(const RevisionMap& map, const RevisionMap::Graph& graph,
                                      const std::string& name, const std::string& check_branch);
// The revision a label or an id stands for. Throws ResolutionError ("No such branch: 'x'").
RevisionIndex resolve_branch(const RevisionMap& map, const RevisionMap::Graph& graph,
                             const std::string& label);

// `steps` up (> 0) or down (< 0) from a revision, no_revision (the place before all, or above all) or
// base_revision. Past an end: no_revision if `no_overwalk`, else the end. Throws RevisionError ("Ambiguous
// walk") at a fork. `branch_label` chooses where it leads up.
RevisionIndex walk(const RevisionMap& map, RevisionIndex start, std::int64_t steps,
                   const std::string& branch_label, bool no_overwalk);

// Throws Error where one of them is no_revision or base_revision.
void require_revisions(std::span<const RevisionIndex> indices);

std::vector<RevisionIndex> iterate_revisions(const RevisionMap& map, const RevisionMap::Graph& graph,
                                             const Identifiers& upper, const Identifiers& lower,
                                             RevisionMap::IterateOptions options);

} // namespace limbeck::script
