#include "script/chain_queries.hpp"

#include "script/report.hpp"
#include "support/error.hpp"
#include "support/text.hpp"

#include <fmt/format.h>

namespace limbeck::tests {

using namespace limbeck::script;

namespace {

std::vector<std::string> items_of(std::string_view text) {
    std::vector<std::string> items;
    if (text.empty()) return items;
    for (std::string_view item : text::split(text, ',')) items.emplace_back(item);
    return items;
}

std::string ids(const ScriptDirectory& scripts, const std::vector<RevisionIndex>& indices) {
    std::vector<std::string> names;
    for (RevisionIndex index : indices)
        names.push_back(index == no_revision ? "None" : index == base_revision ? "base" : scripts[index].id);
    return text::join(names, ",");
}

std::string history(const ScriptDirectory& scripts, std::string_view base, std::string_view head) {
    std::vector<RevisionIndex> revisions = scripts.walk_revisions(base, head);
    LineOptions options;
    options.include_branches = options.include_doc = options.include_parents = true;
    std::string lines;
    for (RevisionIndex index : revisions)
        lines += line(scripts.map(), index, options) + "\n" + log_entry(scripts.map(), index) + "\n";
    return ids(scripts, revisions) + " #" + sum(lines);
}

std::string reports(const ScriptDirectory& scripts) {
    const RevisionMap& map = scripts.map();
    LineOptions options;
    options.include_branches = true;
    options.tree_indicators = false;
    std::string lines;
    for (RevisionIndex index : scripts.get_revisions(scripts.get_heads()))
        lines += line(map, index, options) + "\n";
    for (RevisionIndex index : scripts.get_revisions("heads")) lines += log_entry(map, index) + "\n";
    for (RevisionIndex index : scripts.walk_revisions())
        if (map[index].is_branch_point)
            lines += branch_entry(map, index, false) + "\n" + branch_entry(map, index, true) + "\n";
    return fmt::format("{};{};{};{} #{}", text::join(map.heads(), ","), text::join(map.real_heads(), ","),
                       text::join(map.bases(), ","), text::join(map.real_bases(), ","), sum(lines));
}

std::string plan(const ScriptDirectory& scripts, const std::vector<Step>& steps,
                 const std::vector<std::string>& rows) {
    HeadMaintainer heads(scripts.map(), rows);
    std::string out;
    std::string logs;
    for (const Step& step : steps) {
        if (!out.empty()) out += ' ';
        if (step.is_stamp)
            out += fmt::format("{}>{}{}{}", text::join(step.from_revisions, "+"),
                               text::join(step.to_revisions, "+"), step.is_upgrade ? "U" : "D",
                               step.branch_move ? "B" : "");
        else
            out += scripts[step.revision].id;
        out += '[';
        VersionUpdate update;
        try {
            update = heads.update_to_step(step);
        } catch (const CommandError&) {
            throw;
        } catch (const RevisionError&) {
            throw;
        } catch (const Error&) {
            return out + "!X";
        }
        for (const VersionChange& change : update.changes)
            out += change.kind == VersionChange::Kind::Insert   ? "+" + change.to + ","
                   : change.kind == VersionChange::Kind::Delete ? "-" + change.from + ","
                                                                : change.from + ">" + change.to + ",";
        out += ']';
        logs += step.to_string() + "\n" + step.short_log() + "\n" + update.log + "\n" +
                text::join(step.up_revision_ids(), ",") + "\n" + text::join(step.down_revision_ids(), ",") +
                "\n";
    }
    return out + " #" + sum(logs);
}

std::string answer_unguarded(const ScriptDirectory& scripts, std::string_view query) {
    char kind = query.front();
    std::vector<std::string_view> arguments =
        text::split(query.substr(std::min<std::size_t>(2, query.size())), '|');
    std::string first(arguments[0]);
    std::vector<std::string> rows = items_of(arguments.size() > 1 ? arguments[1] : std::string_view());
    switch (kind) {
    case 'h':
        return history(scripts, arguments[0], arguments[1]);
    case 'r':
        return reports(scripts);
    case 'u':
        return plan(scripts, scripts.upgrade_steps(first, rows), rows);
    case 'd':
        return plan(scripts, scripts.downgrade_steps(first, rows), rows);
    case 's':
        return plan(scripts, scripts.stamp_steps(items_of(first), rows), rows);
    case 'c':
        return ids(scripts, scripts.get_all_current(items_of(first)));
    case 'g':
        return ids(scripts, scripts.get_revisions(first));
    case 'n': {
        auto numbers = scripts.as_revision_number(first);
        return numbers ? text::join(*numbers, ",") : "None";
    }
    default:
        throw std::logic_error("no such question");
    }
}

} // namespace

std::string answer(const ScriptDirectory& scripts, std::string_view query,
                   std::vector<std::string>& warnings) {
    warnings.clear();
    std::string out;
    try {
        out = answer_unguarded(scripts, query);
    } catch (const CommandError& error) {
        out = "!C " + error.message();
    } catch (const RevisionError& error) {
        out = "!R " + error.message();
    } catch (const Error&) {
        out = "!X";
    }
    std::string before;
    for (const std::string& warning : warnings) before += "?" + warning + " ";
    return before + out;
}

std::string sum(std::string_view text) {
    std::uint64_t value = 14695981039346656037u;
    for (char c : text) {
        value ^= static_cast<unsigned char>(c);
        value *= 1099511628211u;
    }
    return fmt::format("{:016x}", value);
}

} // namespace limbeck::tests
