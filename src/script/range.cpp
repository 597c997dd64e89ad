// The revisions between two places: what the reference's _parse_*_target and _collect_*_revisions do.
#include "script/revision_graph.hpp"
#include "script/topological_order.hpp"
#include "script/walk.hpp"
#include "support/error.hpp"
#include "support/text.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <re2/re2.h>

namespace limbeck::script {

namespace {

// "label@name+2": each part but the number may be missing.
struct RelativeTarget {
    std::optional<std::string> label;
    std::optional<std::string> name;
    std::string relative; // with its sign, as written
    std::int64_t steps = 0;
};

std::optional<RelativeTarget> parse_relative(const std::string& target) {
    // Most targets are plain ids: the pattern is not even made for those.
    if (target.find_first_of("+-") == std::string::npos) return std::nullopt;
    // Not to the end: what follows the number is not looked at.
    static const RE2 pattern(R"((?:(.+?)@)?([\pL\pN_]+)?([+-]\d+))");
    re2::StringPiece parts[4];
    if (!pattern.Match(target, 0, target.size(), RE2::ANCHOR_START, parts, 4)) return std::nullopt;
    auto text = [](re2::StringPiece part) -> std::optional<std::string> {
        if (part.data() == nullptr) return std::nullopt;
        return std::string(part.data(), part.size());
    };
    RelativeTarget relative{text(parts[1]), text(parts[2]), *text(parts[3]), 0};
    relative.steps = parse_integer(relative.relative).value_or(0);
    return relative;
}

[[noreturn]] void fail_relative(const RelativeTarget& target) {
    std::string_view digits = std::string_view(target.relative).substr(1);
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    throw RevisionError(
        fmt::format("Relative revision {} didn't produce {} migrations", target.relative, digits));
}

struct DowngradeTarget {
    std::string branch_label;
    // no_revision or base_revision for the base.
    RevisionIndex revision = no_revision;
};

// The revisions of a range, and the heads to sort them from.
struct Range {
    std::vector<bool> revisions;
    std::vector<RevisionIndex> heads;
};

class RangeFinder {
  public:
    RangeFinder(const RevisionMap& map, const RevisionMap::Graph& graph, RevisionMap::IterateOptions options)
        : map_(map), graph_(graph), options_(options) {}

    Range upgrade(const Identifiers& upper, const Identifiers& lower);
    Range downgrade(const Identifiers& upper, const Identifiers& lower);

  private:
    std::vector<RevisionIndex> upgrade_targets(const Identifiers& current, const Identifiers& target);
    RevisionIndex up_from_current(const Identifiers& current, const RelativeTarget& target);
    std::vector<RevisionIndex> starts_on_branch(const std::vector<std::string>& current,
                                                const std::string& label);
    RevisionIndex start_of(const RelativeTarget& target);
    std::vector<RevisionIndex> on_branch_of(const std::string& lower,
                                            const std::vector<RevisionIndex>& targets);
    DowngradeTarget downgrade_target(const Identifiers& current, const Identifiers& target);
    DowngradeTarget down_from_current(const Identifiers& current, const RelativeTarget& target);
    std::string current_on_branch(const Identifiers& current, const std::string& label);
    std::vector<RevisionIndex> downgrade_roots(RevisionIndex target);

    std::vector<bool> marks(const Adjacency& edges, std::span<const RevisionIndex> from, bool check = false) {
        require_revisions(from);
        return graph_.marks(graph_.related(edges, from, check));
    }

    const RevisionMap& map_;
    const RevisionMap::Graph& graph_;
    RevisionMap::IterateOptions options_;
};

std::size_t at(RevisionIndex index) {
    return static_cast<std::size_t>(index);
}

// ---- up ----

Range RangeFinder::upgrade(const Identifiers& upper, const Identifiers& lower_id) {
    Identifiers lower = lower_id;
    std::vector<RevisionIndex> targets = upgrade_targets(lower, upper);
    require_revisions(targets);
    if (lower.is_text() && lower.text().find('@') != std::string::npos)
        targets = on_branch_of(lower.text(), targets);

    std::vector<bool> required = marks(graph_.normalized_down, targets, true);
    std::vector<RevisionIndex> current = map_.get_revisions(lower);
    if (!options_.implicit_base)
        for (RevisionIndex index : current)
            if (index == base_revision || (index >= 0 && !required[at(index)]))
                throw RangeNotAncestorError(lower, upper);

    if (!current.empty() && current.front() == no_revision) {
        // A walk down past the base.
        DowngradeTarget target = downgrade_target(upper, lower);
        if (target.revision == no_revision) throw Error("A range cannot begin above its heads");
        if (target.revision == base_revision) {
            current.clear();
            lower = std::nullopt;
        } else {
            current = {target.revision};
            lower = graph_.at(target.revision).id;
        }
    }

    std::vector<bool> applied = marks(graph_.normalized_down, current, true);
    Range range{required, targets};
    for (std::size_t i = 0; i < range.revisions.size(); ++i) range.revisions[i] = required[i] && !applied[i];
    if (options_.inclusive) {
        std::vector<RevisionIndex> included = map_.get_revisions(lower);
        require_revisions(included);
        for (RevisionIndex index : included) range.revisions[at(index)] = true;
    }
    if (!current.empty() && !options_.implicit_base) {
        std::vector<bool> descendants = marks(graph_.next, current, true);
        for (std::size_t i = 0; i < range.revisions.size(); ++i)
            range.revisions[i] = range.revisions[i] && descendants[i];
    }
    return range;
}

// Where the lower end names a branch ("label@x"), targets on that branch only.
std::vector<RevisionIndex> RangeFinder::on_branch_of(const std::string& lower,
                                                     const std::vector<RevisionIndex>& targets) {
    std::string branch = lower.substr(0, lower.find('@'));
    RevisionIndex revision = map_.get_revision(branch);
    if (revision != no_revision && graph_.at(revision).id == branch) {
        std::vector<std::string> labels = map_.labels(revision);
        if (labels.size() != 1)
            throw Error(fmt::format("Revision {} stands for a branch, but has {} branch labels", branch,
                                    labels.size()));
        branch = labels.front();
    }
    std::vector<RevisionIndex> kept;
    for (RevisionIndex target : targets) {
        std::vector<std::string> labels = map_.labels(target);
        if (std::find(labels.begin(), labels.end(), branch) != labels.end()) kept.push_back(target);
    }
    return kept;
}

std::vector<RevisionIndex> RangeFinder::upgrade_targets(const Identifiers& current,
                                                        const Identifiers& target) {
    std::optional<RelativeTarget> relative;
    if (target.is_text()) relative = parse_relative(target.text());
    if (!relative) return map_.get_revisions(target);
    if (relative->steps > 0 && !relative->name) return {up_from_current(current, *relative)};
    if (relative->steps > 0)
        return {walk(map_, map_.get_revision(*relative->name), relative->steps, relative->label.value_or(""),
                     options_.assert_relative_length)};
    if (!relative->name) fail_relative(*relative);
    return {walk(map_, start_of(*relative), relative->steps, {}, options_.assert_relative_length)};
}

RevisionIndex RangeFinder::start_of(const RelativeTarget& target) {
    return map_.get_revision(target.label ? *target.label + "@" + *target.name : *target.name);
}

RevisionIndex RangeFinder::up_from_current(const Identifiers& current, const RelativeTarget& target) {
    std::vector<RevisionIndex> starts;
    std::size_t count = 0;
    if (target.label) {
        starts = starts_on_branch(current.items(), *target.label);
        count = starts.size();
    } else if (current.items().empty()) {
        starts = {no_revision};
        count = 1;
    } else {
        count = current.items().size();
        if (count == 1) starts = {map_.get_revision(current.items().front())};
    }
    if (count > 1) throw RevisionError("Ambiguous upgrade from multiple current revisions");
    RevisionIndex found =
        walk(map_, starts.front(), target.steps, target.label.value_or(""), options_.assert_relative_length);
    if (found == no_revision) fail_relative(target);
    return found;
}

std::vector<RevisionIndex> RangeFinder::starts_on_branch(const std::vector<std::string>& current,
                                                         const std::string& label) {
    std::vector<RevisionIndex> rows = map_.get_revisions(current);
    std::vector<RevisionIndex> starts = map_.filter_for_lineage(rows, label);
    if (!starts.empty()) return starts;
    // The branch is no row of its own: its tips among what is applied, else its start.
    require_revisions(rows);
    std::vector<RevisionIndex> active = map_.filter_for_lineage(map_.ancestors(rows), label);
    std::vector<bool> is_inner(graph_.size());
    for (RevisionIndex index : active)
        for (RevisionIndex parent : graph_.normalized_down[index]) is_inner[at(parent)] = true;
    for (RevisionIndex index : active)
        if (!is_inner[at(index)]) starts.push_back(index);
    if (starts.empty()) starts.push_back(no_revision);
    return starts;
}

// ---- down ----

Range RangeFinder::downgrade(const Identifiers& upper, const Identifiers& lower) {
    DowngradeTarget target = downgrade_target(upper, lower);
    RevisionIndex revision = target.revision == base_revision ? no_revision : target.revision;
    std::vector<RevisionIndex> roots = downgrade_roots(revision);

    if (!target.branch_label.empty() && roots.size() > 1) {
        RevisionIndex branch = resolve_branch(map_, graph_, target.branch_label);
        std::vector<bool> ancestors = marks(graph_.down, std::span(&branch, 1));
        std::erase_if(roots, [&](RevisionIndex root) { return !ancestors[at(root)]; });
        if (roots.empty()) throw RevisionError("Not a valid downgrade target from current heads");
    }

    std::vector<RevisionIndex> heads = map_.get_revisions(upper);
    std::vector<bool> dropped = marks(graph_.all_next, roots);
    std::vector<bool> active = marks(graph_.normalized_down, heads);
    std::vector<bool> above_roots;
    if (options_.implicit_base) above_roots = marks(graph_.normalized_down, roots);
    bool any = false;
    for (std::size_t i = 0; i < dropped.size(); ++i) {
        dropped[i] = active[i] && (dropped[i] || (options_.implicit_base && !above_roots[i]));
        any = any || dropped[i];
    }
    if (revision != no_revision && !any && std::find(heads.begin(), heads.end(), revision) == heads.end())
        throw RangeNotAncestorError("Nothing to drop", upper);
    return {dropped, heads};
}

std::vector<RevisionIndex> RangeFinder::downgrade_roots(RevisionIndex target) {
    std::vector<RevisionIndex> roots;
    if (target == no_revision) {
        // A base with a label counts as two, as in the reference's map: the branch is then looked at.
        for (const auto& [name, index] : graph_.names)
            if (graph_.at(index).is_base()) roots.push_back(index);
    } else if (options_.inclusive) {
        roots = {target};
    } else {
        std::span<const RevisionIndex> next = graph_.next[target];
        roots.assign(next.begin(), next.end());
    }
    return roots;
}

DowngradeTarget RangeFinder::downgrade_target(const Identifiers& current, const Identifiers& target) {
    if (target.is_none()) return {};
    if (!target.is_text()) throw Error("A downgrade takes one target");
    std::optional<RelativeTarget> relative = parse_relative(target.text());
    if (!relative) {
        std::size_t sign = target.text().rfind('@');
        if (sign == std::string::npos) return {"", map_.get_revision(target)};
        std::string label = target.text().substr(0, sign);
        return {label, map_.get_revision(target.text().substr(sign + 1))};
    }
    if (!relative->name) {
        if (relative->steps >= 0) fail_relative(*relative);
        return down_from_current(current, *relative);
    }
    RevisionIndex start = relative->steps >= 0 ? map_.get_revision(*relative->name) : start_of(*relative);
    std::string up_label = relative->steps >= 0 ? relative->label.value_or("") : "";
    RevisionIndex found = walk(map_, start, relative->steps, up_label, options_.assert_relative_length);
    if (found == no_revision) throw RevisionError("Walked too far");
    return {relative->label.value_or(""), found};
}

DowngradeTarget RangeFinder::down_from_current(const Identifiers& current, const RelativeTarget& target) {
    std::string id;
    std::string label;
    if (target.label) {
        id = current_on_branch(current, *target.label);
        label = *target.label;
    } else {
        if (current.items().empty()) fail_relative(target);
        id = current.items().front();
        bool several = std::any_of(current.items().begin(), current.items().end(),
                                   [&](const std::string& item) { return item != id; });
        if (several && graph_.warn)
            graph_.warn("downgrade -1 from multiple heads is ambiguous; this usage will be disallowed in a "
                        "future release.");
        // Only the branch of that row is walked.
        label = id;
    }
    RevisionIndex start = map_.get_revision(label + "@" + id);
    RevisionIndex found = walk(map_, start, target.steps, {}, options_.assert_relative_length);
    if (found == no_revision) fail_relative(target);
    return {label, found};
}

std::string RangeFinder::current_on_branch(const Identifiers& current, const std::string& label) {
    std::vector<std::string> rows = map_.filter_for_lineage(current.items(), label);
    if (rows.empty()) {
        // Other rows may depend on the branch's tip, so that it has none of its own.
        rows = map_.ids(map_.filter_for_lineage(map_.all_current(current.items()), label));
    }
    if (rows.size() != 1)
        throw Error(fmt::format("Branch '{}' has {} current revisions: a relative target needs one", label,
                                rows.size()));
    return rows.front();
}

} // namespace

std::vector<RevisionIndex> iterate_revisions(const RevisionMap& map, const RevisionMap::Graph& graph,
                                             const Identifiers& upper, const Identifiers& lower,
                                             RevisionMap::IterateOptions options) {
    RangeFinder finder(map, graph, options);
    Range range =
        options.select_for_downgrade ? finder.downgrade(upper, lower) : finder.upgrade(upper, lower);
    std::vector<RevisionIndex> revisions;
    for (std::size_t i = 0; i < range.revisions.size(); ++i)
        if (range.revisions[i]) revisions.push_back(static_cast<RevisionIndex>(i));
    return topological_order(graph, revisions, range.heads);
}

} // namespace limbeck::script
