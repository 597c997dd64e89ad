// One step of a plan, and what it does to the rows of the version table. No database here: HeadMaintainer
// keeps the set of rows as it should be and says which statements lead from one step to the next.
#pragma once

#include "script/revision_map.hpp"

#include <string>
#include <vector>

namespace limbeck::script {

struct Step {
    // "upgrade", "downgrade" or "stamp_revision": the name of the function that runs, as logs show it.
    std::string name;
    bool is_upgrade = true;
    // A stamp changes rows only.
    bool is_stamp = false;
    // A stamp that adds or removes a branch's row instead of moving one.
    bool branch_move = false;
    // The revision that runs; no_revision for a stamp.
    RevisionIndex revision = no_revision;
    std::string doc;

    // Ids before and after, dependencies included where no ancestor has them, and without dependencies.
    std::vector<std::string> from_revisions;
    std::vector<std::string> to_revisions;
    std::vector<std::string> from_revisions_no_deps;
    std::vector<std::string> to_revisions_no_deps;

    bool is_downgrade() const { return !is_upgrade; }
    // "upgrade a, b -> c".
    std::string short_log() const;
    // The same with ", " and the doc where there is one: what follows "Running " in logs.
    std::string to_string() const;

    // What `on_version_apply` callbacks see. `up_revision_ids` are never empty.
    std::vector<std::string> up_revision_ids() const;
    std::vector<std::string> down_revision_ids() const;
    std::vector<std::string> source_revision_ids() const;
    std::vector<std::string> destination_revision_ids() const;

    static Step upgrade(const RevisionMap& map, RevisionIndex revision);
    static Step downgrade(const RevisionMap& map, RevisionIndex revision);
    static Step stamp(std::vector<std::string> from, std::vector<std::string> to, bool is_upgrade,
                      bool branch_move);
};

// One statement on the version table.
struct VersionChange {
    enum class Kind { Insert, Delete, Update };
    Kind kind;
    std::string from; // the row that is deleted or changed
    std::string to;   // the row that is inserted, or what it is changed to

    bool operator==(const VersionChange&) const = default;
};

struct VersionUpdate {
    // In the order they are executed.
    std::vector<VersionChange> changes;
    // What the logger alembic.runtime.migration says at level DEBUG: "update a to b".
    std::string log;
};

class HeadMaintainer {
  public:
    // `heads`: the rows of the version table. The map must outlive this.
    HeadMaintainer(const RevisionMap& map, std::vector<std::string> heads);

    // The rows as they should be now, in the order they came.
    const std::vector<std::string>& heads() const { return heads_; }
    // What leads to the state after the step; heads() is that state afterwards. Throws Error where the rows
    // do not allow the step.
    VersionUpdate update_to_step(const Step& step);

  private:
    bool has(const std::string& id) const;
    void insert(VersionUpdate& update, const std::string& id);
    void remove(VersionUpdate& update, const std::string& id);
    void change(VersionUpdate& update, const std::string& from, const std::string& to);
    bool any_head_in(const std::vector<std::string>& ids) const;
    std::vector<std::string> without_ancestors_of_others(std::vector<std::string> ids,
                                                         const std::vector<std::string>& leave_out) const;
    std::vector<std::string> unmerge_to(const Step& step) const;

    const RevisionMap& map_;
    std::vector<std::string> heads_;
};

} // namespace limbeck::script
