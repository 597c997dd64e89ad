#include "script/revision_map.hpp"

#include "script/revision_graph.hpp"
#include "script/walk.hpp"
#include "support/error.hpp"
#include "support/text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace limbeck::script {

namespace {

bool contains(const std::vector<std::string>& items, std::string_view item) {
    return std::find(items.begin(), items.end(), item) != items.end();
}

} // namespace

RevisionMap::RevisionMap(std::vector<Revision> revisions, const WarningSink& warn)
    : graph_(std::make_unique<Graph>(std::move(revisions), warn)) {}

RevisionMap::~RevisionMap() = default;
RevisionMap::RevisionMap(RevisionMap&&) noexcept = default;
RevisionMap& RevisionMap::operator=(RevisionMap&&) noexcept = default;

std::size_t RevisionMap::size() const {
    return graph_->size();
}
const Revision& RevisionMap::operator[](RevisionIndex index) const {
    return graph_->at(index);
}

RevisionIndex RevisionMap::find(std::string_view id) const {
    RevisionIndex index = graph_->named(id);
    return index != no_revision && graph_->at(index).id == id ? index : no_revision;
}

std::span<const RevisionIndex> RevisionMap::down(RevisionIndex index) const {
    return graph_->down[index];
}
std::span<const RevisionIndex> RevisionMap::all_down(RevisionIndex index) const {
    return graph_->all_down[index];
}
std::span<const RevisionIndex> RevisionMap::normalized_down(RevisionIndex index) const {
    return graph_->normalized_down[index];
}
std::span<const RevisionIndex> RevisionMap::next(RevisionIndex index) const {
    return graph_->next[index];
}
std::span<const RevisionIndex> RevisionMap::all_next(RevisionIndex index) const {
    return graph_->all_next[index];
}

std::vector<std::string> RevisionMap::resolved_dependencies(RevisionIndex index) const {
    if (graph_->dependencies.empty()) return {};
    return graph_->dependencies[static_cast<std::size_t>(index)];
}

std::vector<std::string> RevisionMap::labels(RevisionIndex index) const {
    return graph_->label_sets[graph_->labels[static_cast<std::size_t>(index)]];
}

std::vector<std::string> RevisionMap::ids(std::span<const RevisionIndex> indices) const {
    std::vector<std::string> out;
    out.reserve(indices.size());
    for (RevisionIndex index : indices) out.push_back(graph_->at(index).id);
    return out;
}

const std::vector<std::string>& RevisionMap::heads() const {
    return graph_->heads;
}
const std::vector<std::string>& RevisionMap::real_heads() const {
    return graph_->real_heads;
}
const std::vector<std::string>& RevisionMap::bases() const {
    return graph_->bases;
}
const std::vector<std::string>& RevisionMap::real_bases() const {
    return graph_->real_bases;
}

std::optional<std::string> RevisionMap::current_head(const std::string& branch_label) const {
    std::vector<std::string> heads = graph_->heads;
    if (!branch_label.empty()) heads = filter_for_lineage(heads, branch_label);
    if (heads.size() > 1) throw MultipleHeads(heads, branch_label.empty() ? "head" : branch_label + "@head");
    if (heads.empty()) return std::nullopt;
    return heads.front();
}

RevisionMap::Resolved RevisionMap::resolve_revision_number(const Identifiers& id) const {
    if (id.is_none()) return {};
    if (id.is_list()) return {id.items(), std::nullopt};
    Resolved resolved;
    std::string name = id.text();
    if (std::size_t sign = name.find('@'); sign != name.npos) {
        resolved.branch_label = name.substr(0, sign);
        name.erase(0, sign + 1);
    }
    std::string label = resolved.branch_label.value_or("");
    if (name == "heads") {
        resolved.ids = label.empty() ? graph_->real_heads : filter_for_lineage(graph_->heads, label);
    } else if (name == "head") {
        if (std::optional<std::string> head = current_head(label)) resolved.ids = {*head};
    } else if (name != "base") {
        resolved.ids = {name};
    }
    return resolved;
}

std::vector<RevisionIndex> RevisionMap::get_revisions(const Identifiers& id) const {
    std::vector<RevisionIndex> found;
    if (id.is_list()) {
        for (const std::string& item : id.items())
            for (RevisionIndex index : get_revisions(item)) found.push_back(index);
        return found;
    }
    Resolved resolved = resolve_revision_number(id);
    if (resolved.ids.size() == 1) {
        if (std::optional<std::int64_t> steps = parse_integer(resolved.ids.front()); steps && *steps < 0) {
            // label@-n: down from the heads
            for (RevisionIndex head : get_revisions("heads"))
                if (!resolved.branch_label || contains(labels(head), *resolved.branch_label))
                    found.push_back(walk(*this, head, *steps, {}, true));
            return found;
        }
    }
    for (const std::string& name : resolved.ids)
        found.push_back(revision_for_identifier(*this, *graph_, name, resolved.branch_label.value_or("")));
    return found;
}

RevisionIndex RevisionMap::get_revision(const Identifiers& id) const {
    Resolved resolved = resolve_revision_number(id);
    if (resolved.ids.size() > 1) throw MultipleHeads(resolved.ids, id.to_string());
    std::string label = resolved.branch_label.value_or("");
    if (resolved.ids.empty()) {
        if (!label.empty()) resolve_branch(*this, *graph_, label);
        return no_revision;
    }
    return revision_for_identifier(*this, *graph_, resolved.ids.front(), label);
}

namespace {

// Which revisions share a line with one of some others.
class Lineage {
  public:
    Lineage(const RevisionMap& map, const RevisionMap::Graph& graph, const Identifiers& check_against,
            bool include_dependencies)
        : map_(map), graph_(graph), include_dependencies_(include_dependencies) {
        RevisionMap::Resolved resolved = map.resolve_revision_number(check_against);
        if (resolved.branch_label && !resolved.branch_label->empty())
            names_.push_back(*resolved.branch_label);
        for (std::string& id : resolved.ids) names_.push_back(std::move(id));
    }

    bool unbounded() const { return names_.empty(); }

    bool has(RevisionIndex index) {
        // Only now: the reference does not look at the names where there is nothing to compare with.
        if (!computed_) compute();
        return related_[static_cast<std::size_t>(index)];
    }

  private:
    void compute() {
        std::vector<RevisionIndex> revisions;
        for (const std::string& name : names_)
            revisions.push_back(revision_for_identifier(map_, graph_, name, {}));
        related_.assign(graph_.size(), false);
        const Adjacency& up = include_dependencies_ ? graph_.all_next : graph_.next;
        const Adjacency& down = include_dependencies_ ? graph_.normalized_down : graph_.down;
        for (const Adjacency* edges : {&up, &down})
            for (RevisionIndex index : graph_.related(*edges, revisions))
                related_[static_cast<std::size_t>(index)] = true;
        computed_ = true;
    }

    const RevisionMap& map_;
    const RevisionMap::Graph& graph_;
    bool include_dependencies_;
    std::vector<std::string> names_;
    bool computed_ = false;
    std::vector<bool> related_;
};

} // namespace

std::vector<RevisionIndex> RevisionMap::filter_for_lineage(std::span<const RevisionIndex> targets,
                                                           const Identifiers& check_against,
                                                           bool include_dependencies) const {
    Lineage lineage(*this, *graph_, check_against, include_dependencies);
    std::vector<RevisionIndex> kept;
    for (RevisionIndex target : targets) {
        RevisionIndex revision = target;
        if (!lineage.unbounded() && target == base_revision)
            revision = revision_for_identifier(*this, *graph_, "base", {});
        if (!lineage.unbounded()) require_revisions(std::span(&revision, 1));
        if (lineage.unbounded() || lineage.has(revision)) kept.push_back(target);
    }
    return kept;
}

std::vector<std::string> RevisionMap::filter_for_lineage(const std::vector<std::string>& targets,
                                                         const Identifiers& check_against,
                                                         bool include_dependencies) const {
    Lineage lineage(*this, *graph_, check_against, include_dependencies);
    std::vector<std::string> kept;
    for (const std::string& target : targets)
        if (lineage.unbounded() || lineage.has(revision_for_identifier(*this, *graph_, target, {})))
            kept.push_back(target);
    return kept;
}

std::vector<RevisionIndex> RevisionMap::ancestors(std::span<const RevisionIndex> targets,
                                                  bool include_dependencies) const {
    return graph_->related(include_dependencies ? graph_->normalized_down : graph_->down, targets);
}

std::vector<RevisionIndex> RevisionMap::descendants(std::span<const RevisionIndex> targets,
                                                    bool include_dependencies) const {
    return graph_->related(include_dependencies ? graph_->all_next : graph_->next, targets);
}

bool RevisionMap::is_ancestor(RevisionIndex ancestor, RevisionIndex revision) const {
    auto depth = [&](RevisionIndex index) { return graph_->depths[static_cast<std::size_t>(index)]; };
    std::vector<bool> seen(size());
    std::vector<RevisionIndex> todo{revision};
    while (!todo.empty()) {
        RevisionIndex index = todo.back();
        todo.pop_back();
        if (index == ancestor) return true;
        for (RevisionIndex parent : graph_->normalized_down[index]) {
            // What is not deeper than the ancestor cannot descend from it.
            if ((depth(parent) <= depth(ancestor) && parent != ancestor) ||
                seen[static_cast<std::size_t>(parent)])
                continue;
            seen[static_cast<std::size_t>(parent)] = true;
            todo.push_back(parent);
        }
    }
    return false;
}

std::vector<RevisionIndex> RevisionMap::all_current(const std::vector<std::string>& ids) const {
    std::vector<RevisionIndex> rows = get_revisions(ids);
    require_revisions(rows);
    std::vector<bool> applied = graph_->marks(ancestors(rows));
    std::vector<RevisionIndex> tips;
    for (std::size_t i = 0; i < applied.size(); ++i) {
        auto index = static_cast<RevisionIndex>(i);
        // A descendant that is applied has a child of this one applied below it.
        bool has_applied_child = false;
        for (RevisionIndex child : graph_->next[index])
            has_applied_child = has_applied_child || applied[static_cast<std::size_t>(child)];
        if (applied[i] && !has_applied_child) tips.push_back(index);
    }
    return tips;
}

std::vector<RevisionIndex> RevisionMap::iterate(const Identifiers& upper, const Identifiers& lower,
                                                IterateOptions options) const {
    return iterate_revisions(*this, *graph_, upper, lower, options);
}

} // namespace limbeck::script
