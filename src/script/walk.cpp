#include "script/walk.hpp"

#include "support/error.hpp"
#include "support/text.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

namespace limbeck::script {

std::optional<std::int64_t> parse_integer(std::string_view text) {
    text = text::trim(text);
    bool negative = !text.empty() && text.front() == '-';
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
    if (text.empty() || text.front() == '_' || text.back() == '_') return std::nullopt;
    constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
    std::int64_t value = 0;
    char before = 0;
    for (char c : text) {
        if (c == '_' && before != '_') {
            before = c;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        value = value > (largest - 9) / 10 ? largest : value * 10 + (c - '0');
        before = c;
    }
    return negative ? -value : value;
}

RevisionIndex resolve_branch(const RevisionMap& map, const RevisionMap::Graph& graph,
                             const std::string& label) {
    RevisionIndex index = graph.named(label);
    if (index != no_revision) return index;
    try {
        return revision_for_identifier(map, graph, label, {});
    } catch (const ResolutionError&) {
        throw ResolutionError(fmt::format("No such branch: '{}'", label), label);
    }
}

namespace {

RevisionIndex revision_for_partial_identifier(const RevisionMap& map, const RevisionMap::Graph& graph,
                                              const std::string& name, const std::string& check_branch) {
    if (name.empty()) throw Error("An empty text is no revision identifier");
    std::vector<std::string> matches;
    for (const auto& [known, index] : graph.names)
        if (text::utf8_length(known) > 3 && known.starts_with(name)) matches.emplace_back(known);
    if (!check_branch.empty()) matches = map.filter_for_lineage(matches, check_branch);
    if (matches.empty())
        throw ResolutionError(fmt::format("No such revision or branch '{}'{}", name,
                                          text::utf8_length(name) < 4
                                              ? "; please ensure at least four characters are present "
                                                "for partial revision identifier matches"
                                              : ""),
                              name);
    if (matches.size() > 1) {
        std::vector<std::string> first;
        for (std::size_t i = 0; i < std::min<std::size_t>(3, matches.size()); ++i)
            first.push_back("'" + matches[i] + "'");
        throw ResolutionError(
            fmt::format("Multiple revisions start with '{}': {}...", name, text::join(first, ", ")), name);
    }
    return graph.named(matches.front());
}

bool share_lineage(const RevisionMap& map, RevisionIndex revision, RevisionIndex other) {
    for (const auto& related :
         {map.descendants(std::span(&other, 1), false), map.ancestors(std::span(&other, 1), false)})
        if (std::find(related.begin(), related.end(), revision) != related.end()) return true;
    return false;
}

} // namespace

RevisionIndex revision_for_identifier(const RevisionMap& map, const RevisionMap::Graph& graph,
                                      const std::string& name, const std::string& check_branch) {
    RevisionIndex branch = check_branch.empty() ? no_revision : resolve_branch(map, graph, check_branch);
    RevisionIndex index = graph.named(name);
    if (index == no_revision) index = revision_for_partial_identifier(map, graph, name, check_branch);
    if (!check_branch.empty() &&
        !share_lineage(map, graph.named(graph.at(index).id), graph.named(graph.at(branch).id)))
        throw ResolutionError(
            fmt::format("Revision {} is not a member of branch '{}'", graph.at(index).id, check_branch),
            name);
    return index;
}

RevisionIndex walk(const RevisionMap& map, RevisionIndex start, std::int64_t steps,
                   const std::string& branch_label, bool no_overwalk) {
    RevisionIndex place = start;
    for (std::int64_t left = steps > 0 ? steps : -steps; left > 0; --left) {
        std::vector<RevisionIndex> ways;
        if (steps > 0) {
            if (place == base_revision) throw Error("The base has nothing to walk up from");
            if (place == no_revision) {
                ways = map.get_revisions(map.bases());
            } else {
                std::span<const RevisionIndex> next = map.next(place);
                ways.assign(next.begin(), next.end());
            }
            if (!branch_label.empty()) ways = map.filter_for_lineage(ways, branch_label);
        } else if (place != base_revision) {
            if (place == no_revision) {
                ways = map.get_revisions(map.heads());
            } else {
                std::span<const RevisionIndex> down = map.down(place);
                ways.assign(down.begin(), down.end());
            }
            if (ways.empty()) ways.push_back(base_revision);
        }
        if (ways.empty()) return no_overwalk ? no_revision : place;
        if (ways.size() > 1) throw RevisionError("Ambiguous walk");
        place = ways.front();
    }
    return place;
}

void require_revisions(std::span<const RevisionIndex> indices) {
    for (RevisionIndex index : indices)
        if (index < 0) throw Error("A name that stands for the base cannot be used here");
}

} // namespace limbeck::script
