#include "script/report.hpp"

#include "script/doc_text.hpp"
#include "support/text.hpp"

#include <fmt/format.h>

namespace limbeck::script {

std::string down_revision_text(const Revision& revision) {
    // An empty text as a parent is no parent to the reference when it prints.
    const std::vector<std::string>& down = revision.down_revisions;
    if (down.empty() || (down.size() == 1 && down.front().empty())) return "<base>";
    return text::join(down, ", ");
}

std::string summary(const Revision& revision) {
    return fmt::format("{} -> {}{}{}{}, {}", down_revision_text(revision), revision.id,
                       revision.is_head ? " (head)" : "", revision.is_branch_point ? " (branchpoint)" : "",
                       revision.is_merge_point() ? " (mergepoint)" : "", revision.doc);
}

std::string log_entry(const RevisionMap& map, RevisionIndex index, bool is_current) {
    const Revision& revision = map[index];
    std::string entry =
        fmt::format("Rev: {}{}{}{}{}\n", revision.id, revision.is_head ? " (head)" : "",
                    revision.is_branch_point ? " (branchpoint)" : "",
                    revision.is_merge_point() ? " (mergepoint)" : "", is_current ? " (current)" : "");
    entry += fmt::format("{}: {}\n", revision.is_merge_point() ? "Merges" : "Parent",
                         down_revision_text(revision));
    if (!revision.depends_on.empty())
        entry += fmt::format("Also depends on: {}\n", text::join(revision.depends_on, ", "));
    if (revision.is_branch_point)
        entry += fmt::format("Branches into: {}\n", text::join(map.ids(map.next(index)), ", "));
    std::vector<std::string> labels = map.labels(index);
    if (!labels.empty()) entry += fmt::format("Branch names: {}\n", text::join(labels, ", "));
    entry += fmt::format("Path: {}\n\n", revision.path);

    bool first = true;
    for (std::string_view doc_line : doc_lines(revision.longdoc)) {
        if (!first) entry += '\n';
        first = false;
        entry += "    ";
        entry += doc_line;
    }
    entry += '\n';
    return entry;
}

std::string line(const RevisionMap& map, RevisionIndex index, const LineOptions& options) {
    const Revision& revision = map[index];
    std::string out;
    if (options.include_parents) {
        out += down_revision_text(revision);
        if (!revision.depends_on.empty()) out += fmt::format(" ({})", text::join(revision.depends_on, ", "));
        out += " -> ";
    }
    out += revision.id;
    if (options.include_branches) {
        std::vector<std::string> labels = map.labels(index);
        if (!labels.empty()) out += fmt::format(" ({})", text::join(labels, ", "));
    }
    if (revision.is_real_head)
        out += " (head)";
    else if (revision.is_head)
        out += " (effective head)";
    if (options.is_current) out += " (current)";
    if (options.tree_indicators) {
        if (revision.is_branch_point) out += " (branchpoint)";
        if (revision.is_merge_point()) out += " (mergepoint)";
    }
    if (options.include_doc) out += ", " + revision.doc;
    return out;
}

std::string cmd_format(const RevisionMap& map, RevisionIndex index, bool verbose,
                       const LineOptions& options) {
    return verbose ? log_entry(map, index, options.is_current) : line(map, index, options);
}

std::string branch_entry(const RevisionMap& map, RevisionIndex index, bool verbose) {
    LineOptions own;
    own.include_branches = true;
    LineOptions child;
    child.include_branches = true;
    child.include_doc = verbose;
    std::string indent(text::utf8_length(map[index].id), ' ');
    std::vector<std::string> children;
    for (RevisionIndex next : map.next(index))
        children.push_back(fmt::format("{} -> {}", indent, line(map, next, child)));
    return fmt::format("{}\n{}\n", cmd_format(map, index, verbose, own), text::join(children, "\n"));
}

} // namespace limbeck::script
