// One revision of the chain: what its file says of itself, and where it stands among the others.
//
// The file's part is filled by the header scan (header.hpp, sql_revision.hpp), the chain's part by
// RevisionMap.
#pragma once

#include "support/error.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace limbeck::script {

// A revision's number in its RevisionMap: an index in the order the files were loaded.
using RevisionIndex = std::int32_t;
// "No revision": what the reference has as None, beside an empty chain or past its ends.
inline constexpr RevisionIndex no_revision = -1;
// "base", the state before every revision, where a walk down can end.
inline constexpr RevisionIndex base_revision = -2;

enum class RevisionKind {
    Python,  // a .py file
    Sql,     // one .sql file with "-- upgrade" and "-- downgrade" sections
    SqlPair, // NAME.up.sql with or without NAME.down.sql
    SqlBare, // a numbered .sql file, with or without a file for the way down
};

struct Revision {
    // ---- what the file says ----
    std::string id;
    // As written, in the order written; empty for a base.
    std::vector<std::string> down_revisions;
    // As written: ids or branch labels.
    std::vector<std::string> depends_on;
    // Its own labels, as written.
    std::vector<std::string> branch_labels;
    // The docstring without the white space around it, and its first paragraph.
    std::string longdoc;
    std::string doc;
    // After "Create Date:" in the docstring or the comments; empty where there is none.
    std::string create_date;

    RevisionKind kind = RevisionKind::Python;
    // Absolute, links resolved: what reports print.
    std::string path;
    // The file with the way down of a SqlPair or SqlBare; empty where there is none.
    std::string down_path;
    // Where id, down_revisions, depends_on and branch_labels are written; 0 where they are not.
    int id_line = 0;
    int down_line = 0;
    int depends_line = 0;
    int labels_line = 0;

    Place id_place() const { return {path, id_line, 0}; }
    Place down_place() const { return {path, down_line, 0}; }
    Place depends_place() const { return {path, depends_line, 0}; }

    // ---- where it stands; filled by RevisionMap ----
    // Nobody's down_revision.
    bool is_head = true;
    // Neither anybody's down_revision nor their dependency.
    bool is_real_head = true;
    // Down_revision of several.
    bool is_branch_point = false;
    bool is_real_branch_point = false;
    // Of several files with the same id the last is in the chain; the others are shadowed by it.
    bool is_shadowed = false;

    bool is_base() const { return down_revisions.empty(); }
    bool is_real_base() const { return down_revisions.empty() && depends_on.empty(); }
    bool is_merge_point() const { return down_revisions.size() > 1; }
};

} // namespace limbeck::script
