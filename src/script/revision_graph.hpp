// The inside of RevisionMap: the revisions in load order and flat arrays of edges between their numbers.
//
// Building it is linear in files and edges; cycles, missing parents and labels used twice are found here.
#pragma once

#include "script/revision_map.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace limbeck::script {

using Edge = std::pair<RevisionIndex, RevisionIndex>;

// For each revision a list of others, all lists in one array.
class Adjacency {
  public:
    Adjacency() = default;
    // Edges (from, to); the lists keep their order. An edge that is there twice is kept once if `unique`.
    Adjacency(std::size_t size, const std::vector<Edge>& edges);

    std::span<const RevisionIndex> operator[](RevisionIndex index) const {
        auto i = static_cast<std::size_t>(index);
        return {items_.data() + starts_[i], items_.data() + starts_[i + 1]};
    }

  private:
    std::vector<std::uint32_t> starts_;
    std::vector<RevisionIndex> items_;
};

// Sets of branch labels, shared between the many revisions that have the same.
class LabelSets {
  public:
    using Set = std::uint32_t;

    const std::vector<std::string>& operator[](Set set) const { return sets_[set]; }
    // The labels of the one, then those of the other that it lacks.
    Set united(Set set, Set added);
    Set of(const std::vector<std::string>& labels);

  private:
    std::vector<std::vector<std::string>> sets_{{}};
    std::unordered_map<std::uint64_t, Set> unions_;
};

struct RevisionMap::Graph {
    Graph(std::vector<Revision> files, WarningSink sink);

    std::vector<Revision> revisions;
    WarningSink warn;

    // Ids, then labels, in the order they were met: what partial identifiers are looked for in.
    std::vector<std::pair<std::string_view, RevisionIndex>> names;
    std::unordered_map<std::string_view, std::uint32_t> name_positions;

    Adjacency down;
    Adjacency all_down;
    Adjacency normalized_down;
    Adjacency next;
    Adjacency all_next;
    std::vector<std::vector<std::string>> dependencies; // resolved; empty where no revision has any
    // The longest way down to a base: an ancestor's is always smaller.
    std::vector<std::uint32_t> depths;

    std::vector<std::string> heads;
    std::vector<std::string> real_heads;
    std::vector<std::string> bases;
    std::vector<std::string> real_bases;

    LabelSets label_sets;
    std::vector<LabelSets::Set> labels;

    std::size_t size() const { return revisions.size(); }
    const Revision& at(RevisionIndex index) const { return revisions[static_cast<std::size_t>(index)]; }
    // The revision of an id or a label; no_revision where there is none.
    RevisionIndex named(std::string_view name) const;
    std::uint32_t position(RevisionIndex index) const { return name_positions.at(at(index).id); }

    // The targets and all that `edges` leads to from them, in the order of a walk that takes the last edge
    // first. With `check`, throws RevisionError where a target is met on the way from another.
    std::vector<RevisionIndex> related(const Adjacency& edges, std::span<const RevisionIndex> targets,
                                       bool check = false) const;
    std::vector<bool> marks(std::span<const RevisionIndex> indices) const;
};

} // namespace limbeck::script
