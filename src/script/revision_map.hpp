// The chain: every revision by number, its parents and children, branches and labels; what a name stands for;
// and which revisions lie between two places, in which order.
//
// Answers as the reference's RevisionMap does, errors included. Where the reference iterates over a hashed
// set, the order here is that of declaration: children in the order their files were loaded, labels and
// dependencies in the order they were written.
#pragma once

#include "script/identifiers.hpp"
#include "script/revision.hpp"
#include "script/revision_error.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::script {

// Takes a sentence that the reference gives as a UserWarning.
using WarningSink = std::function<void(const std::string&)>;

class RevisionMap {
  public:
    // Takes the revisions in the order their files were found. Throws RevisionError for cycles, labels used
    // twice and names that are not there; warns of duplicates and of missing parents.
    explicit RevisionMap(std::vector<Revision> revisions, const WarningSink& warn = {});
    ~RevisionMap();
    RevisionMap(RevisionMap&&) noexcept;
    RevisionMap& operator=(RevisionMap&&) noexcept;

    // The number of files, shadowed ones included.
    std::size_t size() const;
    bool empty() const { return size() == 0; }
    const Revision& operator[](RevisionIndex index) const;
    // By its whole id; no_revision where there is none. Labels are not looked at.
    RevisionIndex find(std::string_view id) const;

    // Parents as down_revision names them, in its order.
    std::span<const RevisionIndex> down(RevisionIndex index) const;
    // Parents and dependencies.
    std::span<const RevisionIndex> all_down(RevisionIndex index) const;
    // The same without dependencies that an ancestor has too: what version rows are compared with.
    std::span<const RevisionIndex> normalized_down(RevisionIndex index) const;
    // Children by down_revision.
    std::span<const RevisionIndex> next(RevisionIndex index) const;
    // Children and dependents.
    std::span<const RevisionIndex> all_next(RevisionIndex index) const;
    // `depends_on` with labels replaced by the ids of their revisions.
    std::vector<std::string> resolved_dependencies(RevisionIndex index) const;
    // Its own labels, then those that spread to it along its branch.
    std::vector<std::string> labels(RevisionIndex index) const;

    std::vector<std::string> ids(std::span<const RevisionIndex> indices) const;

    // Heads by down_revision, and heads once dependencies count too ("effective"): ids in load order.
    const std::vector<std::string>& heads() const;
    const std::vector<std::string>& real_heads() const;
    const std::vector<std::string>& bases() const;
    const std::vector<std::string>& real_bases() const;

    // The one head, of a branch where one is named; nothing in an empty chain. Throws MultipleHeads.
    std::optional<std::string> current_head(const std::string& branch_label = {}) const;

    // What a name stands for: whole and partial ids, labels, "head", "heads", "base" (nothing),
    // "label@head", "label@id", negative numbers (from the heads down). Items may be no_revision or
    // base_revision where a walk went past an end. Throws ResolutionError, MultipleHeads, RevisionError.
    std::vector<RevisionIndex> get_revisions(const Identifiers& id) const;
    // The same where one is wanted; no_revision for "base". Throws MultipleHeads for several.
    RevisionIndex get_revision(const Identifiers& id) const;

    // The ids a symbolic name stands for, unchecked, and the branch label before its "@".
    struct Resolved {
        std::vector<std::string> ids;
        std::optional<std::string> branch_label;
    };
    Resolved resolve_revision_number(const Identifiers& id) const;

    // Those of the targets that are ancestors or descendants of what `check_against` names.
    std::vector<RevisionIndex> filter_for_lineage(std::span<const RevisionIndex> targets,
                                                  const Identifiers& check_against,
                                                  bool include_dependencies = false) const;
    std::vector<std::string> filter_for_lineage(const std::vector<std::string>& targets,
                                                const Identifiers& check_against,
                                                bool include_dependencies = false) const;

    struct IterateOptions {
        bool implicit_base = false;
        bool inclusive = false;
        bool assert_relative_length = true;
        bool select_for_downgrade = false;
    };
    // The revisions between `lower` and `upper`, children before their parents. Throws RevisionError.
    std::vector<RevisionIndex> iterate(const Identifiers& upper, const Identifiers& lower,
                                       IterateOptions options) const;

    // The targets with all they descend from or depend on (or that descend from or depend on them), each
    // once.
    std::vector<RevisionIndex> ancestors(std::span<const RevisionIndex> targets,
                                         bool include_dependencies = true) const;
    std::vector<RevisionIndex> descendants(std::span<const RevisionIndex> targets,
                                           bool include_dependencies = true) const;
    // Whether `ancestor` is `revision` itself, or what it descends from or depends on.
    bool is_ancestor(RevisionIndex ancestor, RevisionIndex revision) const;

    // The tips of all that is applied when the version table has these ids, in load order.
    std::vector<RevisionIndex> all_current(const std::vector<std::string>& ids) const;

    // Warnings that a request gives (an ambiguous "-1") go to the sink the map was made with.

    // The inside: revision_graph.hpp.
    struct Graph;

  private:
    std::unique_ptr<Graph> graph_;
};

} // namespace limbeck::script
