#include "script/step.hpp"

#include "script/identifiers.hpp"
#include "support/error.hpp"
#include "support/text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace limbeck::script {

namespace {

bool contains(const std::vector<std::string>& items, const std::string& item) {
    return std::find(items.begin(), items.end(), item) != items.end();
}

Step revision_step(const RevisionMap& map, RevisionIndex revision, bool is_upgrade) {
    Step step;
    step.name = is_upgrade ? "upgrade" : "downgrade";
    step.is_upgrade = is_upgrade;
    step.revision = revision;
    step.doc = map[revision].doc;
    step.from_revisions = map.ids(map.normalized_down(revision));
    step.from_revisions_no_deps = map[revision].down_revisions;
    step.to_revisions = step.to_revisions_no_deps = {map[revision].id};
    if (!is_upgrade) {
        std::swap(step.from_revisions, step.to_revisions);
        std::swap(step.from_revisions_no_deps, step.to_revisions_no_deps);
    }
    return step;
}

} // namespace

Step Step::upgrade(const RevisionMap& map, RevisionIndex revision) {
    return revision_step(map, revision, true);
}

Step Step::downgrade(const RevisionMap& map, RevisionIndex revision) {
    return revision_step(map, revision, false);
}

Step Step::stamp(std::vector<std::string> from, std::vector<std::string> to, bool is_upgrade,
                 bool branch_move) {
    Step step;
    step.name = "stamp_revision";
    step.is_upgrade = is_upgrade;
    step.is_stamp = true;
    step.branch_move = branch_move;
    step.from_revisions = step.from_revisions_no_deps = std::move(from);
    step.to_revisions = step.to_revisions_no_deps = std::move(to);
    return step;
}

std::string Step::short_log() const {
    return fmt::format("{} {} -> {}", name, text::join(from_revisions_no_deps, ", "),
                       text::join(to_revisions_no_deps, ", "));
}

std::string Step::to_string() const {
    return doc.empty() ? short_log() : short_log() + ", " + doc;
}

std::vector<std::string> Step::up_revision_ids() const {
    return is_upgrade ? to_revisions : from_revisions;
}
std::vector<std::string> Step::down_revision_ids() const {
    return is_upgrade ? from_revisions : to_revisions;
}
std::vector<std::string> Step::source_revision_ids() const {
    return from_revisions;
}
std::vector<std::string> Step::destination_revision_ids() const {
    return to_revisions;
}

HeadMaintainer::HeadMaintainer(const RevisionMap& map, std::vector<std::string> heads) : map_(map) {
    for (std::string& head : heads)
        if (!has(head)) heads_.push_back(std::move(head));
}

bool HeadMaintainer::has(const std::string& id) const {
    return contains(heads_, id);
}

bool HeadMaintainer::any_head_in(const std::vector<std::string>& ids) const {
    return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return has(id); });
}

void HeadMaintainer::insert(VersionUpdate& update, const std::string& id) {
    if (has(id)) throw Error(fmt::format("The version table has a row '{}' already", id));
    heads_.push_back(id);
    update.changes.push_back({VersionChange::Kind::Insert, {}, id});
}

void HeadMaintainer::remove(VersionUpdate& update, const std::string& id) {
    if (!has(id)) throw Error(fmt::format("The version table has no row '{}' to delete", id));
    std::erase(heads_, id);
    update.changes.push_back({VersionChange::Kind::Delete, id, {}});
}

void HeadMaintainer::change(VersionUpdate& update, const std::string& from, const std::string& to) {
    if (has(to)) throw Error(fmt::format("The version table has a row '{}' already", to));
    auto place = std::find(heads_.begin(), heads_.end(), from);
    if (place == heads_.end()) throw Error(fmt::format("The version table has no row '{}' to update", from));
    *place = to;
    update.changes.push_back({VersionChange::Kind::Update, from, to});
}

// Those of `ids` that no other row, `leave_out` aside, descends from or depends on.
std::vector<std::string>
HeadMaintainer::without_ancestors_of_others(std::vector<std::string> ids,
                                            const std::vector<std::string>& leave_out) const {
    std::vector<std::string> others;
    for (const std::string& head : heads_)
        if (!contains(leave_out, head)) others.push_back(head);
    std::vector<RevisionIndex> rows = map_.get_revisions(others);
    std::erase_if(ids, [&](const std::string& id) {
        return std::any_of(rows.begin(), rows.end(),
                           [&](RevisionIndex row) { return map_.is_ancestor(map_.find(id), row); });
    });
    return ids;
}

// What a downgrade leaves rows for: its targets without those that a remaining row stands above, or another
// target does.
std::vector<std::string> HeadMaintainer::unmerge_to(const Step& step) const {
    bool alone = std::all_of(heads_.begin(), heads_.end(),
                             [&](const std::string& head) { return head == step.from_revisions.front(); });
    if (!alone) return without_ancestors_of_others(step.to_revisions, step.from_revisions);
    std::vector<std::string> targets = step.to_revisions;
    std::erase_if(targets, [&](const std::string& id) {
        return std::any_of(step.to_revisions.begin(), step.to_revisions.end(), [&](const std::string& other) {
            return other != id && map_.is_ancestor(map_.find(id), map_.find(other));
        });
    });
    return targets;
}

namespace {

std::vector<std::string> all_but_last(const std::vector<std::string>& items) {
    return {items.begin(), items.empty() ? items.end() : items.end() - 1};
}

} // namespace

VersionUpdate HeadMaintainer::update_to_step(const Step& step) {
    VersionUpdate update;
    const std::vector<std::string>& from = step.from_revisions;
    const std::vector<std::string>& to = step.to_revisions;
    bool runs = !step.is_stamp;

    // A branch's row goes: a base is left, or what is left is below another row.
    bool deletes = step.is_downgrade() &&
                   (runs ? has(from.front()) && (to.empty() || unmerge_to(step).empty()) : step.branch_move);
    if (deletes) {
        if (from.size() != 1) throw Error("A stamp to the base takes one row at a time");
        update.log = "branch delete " + from.front();
        remove(update, std::string(from.front()));
        return update;
    }

    // A branch gets a row: a base, or a revision whose parents have none.
    bool creates =
        step.is_upgrade &&
        (runs ? from.empty() || !any_head_in(from)
              : (step.branch_move ||
                 std::any_of(from.begin(), from.end(), [&](const std::string& id) { return !has(id); })) &&
                    std::any_of(to.begin(), to.end(), [&](const std::string& id) { return !has(id); }));
    if (creates) {
        update.log = "new branch insert " + to.front();
        insert(update, to.front());
        return update;
    }

    std::size_t present = static_cast<std::size_t>(
        std::count_if(from.begin(), from.end(), [&](const std::string& id) { return has(id); }));
    bool merges = runs ? step.is_upgrade && from.size() > 1 && present > 1 : from.size() > 1;
    if (merges) {
        std::vector<std::string> merged = from;
        if (runs) merged = without_ancestors_of_others(from, from);
        if (merged.empty()) throw Error(fmt::format("No row is left to become '{}'", to.front()));
        std::vector<std::string> deleted = all_but_last(merged);
        update.log =
            fmt::format("merge, delete {}, update {} to {}", quoted_list(deleted), merged.back(), to.front());
        for (const std::string& id : deleted) remove(update, id);
        change(update, merged.back(), to.front());
        return update;
    }

    bool unmerges = runs ? step.is_downgrade() && has(from.front()) && to.size() > 1 : to.size() > 1;
    if (unmerges) {
        std::vector<std::string> left = runs ? unmerge_to(step) : to;
        std::vector<std::string> inserted = all_but_last(left);
        update.log =
            fmt::format("unmerge, insert {}, update {} to {}",
                        runs ? quoted_tuple(inserted) : quoted_list(inserted), from.front(), left.back());
        for (const std::string& id : inserted) insert(update, id);
        change(update, from.front(), left.back());
        return update;
    }

    if (from.empty() || to.empty()) throw Error("A stamp must lead from one row to another");
    // The one parent, or the one of several that has a row.
    auto one_of = [&](const std::vector<std::string>& ids) {
        if (ids.size() == 1 || !runs) return ids.front();
        std::vector<std::string> with_row;
        for (const std::string& id : ids)
            if (has(id)) with_row.push_back(id);
        if (with_row.size() != 1)
            throw Error(fmt::format("The version table has {} of the parents of '{}', so that no row can be "
                                    "updated",
                                    with_row.size(), step.is_upgrade ? to.front() : from.front()));
        return with_row.front();
    };
    std::string row = step.is_upgrade ? one_of(from) : from.front();
    std::string becomes = step.is_upgrade ? to.front() : one_of(to);
    update.log = fmt::format("update {} to {}", row, becomes);
    change(update, row, becomes);
    return update;
}

} // namespace limbeck::script
