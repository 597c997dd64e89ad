// Revisions written in SQL, in their three forms: one file with "-- upgrade" and "-- downgrade" sections,
// NAME.up.sql with NAME.down.sql, and bare numbered files.
//
// Headers are comments at a file's start, "-- Revision ID:", "-- Revises:", "-- Branch Labels:", "-- Depends
// On:", "-- Create Date:", after a few lines of description. A file without "Revision ID" takes its id from
// its name, and one without "Revises" follows the file before it in number.
#pragma once

#include "script/revision.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::script {

// One way (up or down) of a SQL revision: its text as written.
struct SqlPart {
    std::string text;
    std::filesystem::path path;
    // The line of the file that `text` starts on.
    int first_line = 1;
    // Whether it must run outside a transaction.
    bool autocommit = false;
};

struct SqlBody {
    // Several where a file has several "-- upgrade" sections, in order. Empty: nothing to do.
    std::vector<SqlPart> upgrade;
    // Not there: the revision has no way down. There but empty: nothing to do.
    std::optional<std::vector<SqlPart>> downgrade;
};

// Reads the text of a SQL revision; statements are not split here. Throws FileError (unreadable, not UTF-8).
SqlBody read_sql_body(const Revision& revision);

// The header of a .sql file as its comments give it; items that are absent were not written.
struct SqlHeader {
    std::optional<std::string> revision;
    std::optional<std::vector<std::string>> down_revisions;
    std::optional<std::vector<std::string>> depends_on;
    std::optional<std::vector<std::string>> branch_labels;
    std::string create_date;
    // The comments without their dashes, header lines included: what a docstring would hold.
    std::string description;
    int revision_line = 0;
    int down_line = 0;
    int depends_line = 0;
    int labels_line = 0;
    // Whether the file has a "-- upgrade" or "-- downgrade" line.
    bool has_sections = false;
};

// Never throws; what is no header is passed over.
SqlHeader scan_sql_header(std::string_view source);
// The sections of a file; without any, all of it is the way up.
SqlBody split_sql_sections(std::string_view source, const std::filesystem::path& path);

// A revision file of a folder before its place is known.
struct SqlCandidate {
    Revision revision;
    // Whether a header named it; else it counts only where the folder has no Python revisions or one of them
    // leads to it.
    bool has_header_id = false;
    // Whether a header named its parents; else it follows the one before it in number.
    bool has_header_parent = false;
};

// The SQL revisions among the files of one folder, sorted as `names` are; each in the position of its
// (upward) file. Pairs and ways down are joined. Throws FileError.
std::vector<SqlCandidate> read_sql_folder(const std::filesystem::path& folder,
                                          const std::vector<std::string>& names);

} // namespace limbeck::script
