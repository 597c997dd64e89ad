// Revisions written in SQL, in their three forms: one file with "-- upgrade" and "-- downgrade" sections,
// NAME.up.sql with NAME.down.sql, and bare numbered files.
//
// Headers are comments at a file's start, "-- Revision ID:", "-- Revises:", "-- Branch Labels:", "-- Depends
// On:", "-- Create Date:", after a few lines of description. A file without "Revision ID" takes its id from
// its name, and one without "Revises" follows the file before it in number.
//
// Sections are found line by line: such a line inside a string or a dollar quote would be taken for one too.
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
};

// Never throws; what is no header is passed over.
SqlHeader scan_sql_header(std::string_view source);
// Whether the file has a "-- upgrade" or "-- downgrade" line.
bool has_sql_sections(std::string_view source);
// The sections of a file; without any, all of it is the way up. Throws FileError for SQL before "-- upgrade".
SqlBody split_sql_sections(std::string_view source, const std::filesystem::path& path);

// A SQL revision of a folder before it is known whether it belongs to the chain.
struct SqlCandidate {
    Revision revision;
    // Whether its own header says so ("Revision ID:" or "Revises:"). Other files count where the folder holds
    // no Python revisions, or where the chain leads to one of them: a file that a script merely reads is
    // none.
    bool is_declared = false;
    bool has_parent = false;
    // For the order of files without "Revises:", and the candidate that such a file follows; -1 for none.
    std::string number;
    int follows = -1;
};

struct SqlFolder {
    // In the order of their (upward) files' names.
    std::vector<SqlCandidate> candidates;
    // Files for a way down whose way up is not there.
    std::vector<std::filesystem::path> orphans;
};

// The SQL revisions among the files of one folder, whose names are sorted. Pairs are joined, parents of files
// without "Revises:" found. Throws FileError.
SqlFolder read_sql_folder(const std::filesystem::path& folder, const std::vector<std::string>& names);

} // namespace limbeck::script
