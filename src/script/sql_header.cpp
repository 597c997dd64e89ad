#include "script/doc_text.hpp"
#include "script/sql_revision.hpp"

#include "support/error.hpp"
#include "support/text.hpp"

#include <algorithm>

#include <re2/re2.h>

namespace limbeck::script {

namespace {

std::vector<std::string> names_in(std::string_view text) {
    std::vector<std::string> names;
    for (std::string_view name : text::split(text, ',')) {
        name = text::trim(name);
        if (!name.empty()) names.emplace_back(name);
    }
    return names;
}

// The text after `key` where the line begins with it, in letters of either case.
std::optional<std::string_view> value_of(std::string_view line, std::string_view key) {
    if (line.size() < key.size() || text::to_lower(line.substr(0, key.size())) != key) return std::nullopt;
    return text::trim(line.substr(key.size()));
}

// A line without its end; moves behind the end.
std::string_view next_line(std::string_view source, std::size_t& offset) {
    std::size_t end = std::min(source.find('\n', offset), source.size());
    std::string_view line = source.substr(offset, end - offset);
    if (line.ends_with('\r')) line.remove_suffix(1);
    offset = std::min(end + 1, source.size());
    return line;
}

struct Section {
    bool is_upgrade;
    bool autocommit;
};

std::optional<Section> section_of(std::string_view line) {
    static const RE2 pattern(R"((?i)--[ \t]*(upgrade|downgrade)(?:[ \t]+(autocommit))?[ \t]*:?[ \t]*)");
    if (!line.starts_with("--")) return std::nullopt;
    re2::StringPiece direction, autocommit;
    if (!RE2::FullMatch(re2::StringPiece(line.data(), line.size()), pattern, &direction, &autocommit))
        return std::nullopt;
    return Section{direction[0] == 'u' || direction[0] == 'U', !autocommit.empty()};
}

} // namespace

SqlHeader scan_sql_header(std::string_view source) {
    SqlHeader header;
    std::size_t offset = 0;
    for (int number = 1; offset < source.size(); ++number) {
        std::string_view line = text::trim_end(next_line(source, offset));
        if (section_of(line)) break;
        if (line.empty()) {
            header.description += '\n';
            continue;
        }
        if (!line.starts_with("--")) break;
        line.remove_prefix(2);
        if (line.starts_with(' ')) line.remove_prefix(1);
        header.description += line;
        header.description += '\n';
        line = text::trim(line);
        if (auto id = value_of(line, "revision id:"); id && !id->empty()) {
            header.revision = std::string(*id);
            header.revision_line = number;
        } else if (auto parents = value_of(line, "revises:")) {
            header.down_revisions = names_in(*parents);
            header.down_line = number;
        } else if (auto labels = value_of(line, "branch labels:")) {
            header.branch_labels = names_in(*labels);
            header.labels_line = number;
        } else if (auto dependencies = value_of(line, "depends on:")) {
            header.depends_on = names_in(*dependencies);
            header.depends_line = number;
        } else if (auto date = value_of(line, "create date:")) {
            header.create_date = std::string(*date);
        }
    }
    header.description = longdoc_of(header.description);
    return header;
}

bool has_sql_sections(std::string_view source) {
    for (std::size_t offset = 0; offset < source.size();)
        if (section_of(text::trim_end(next_line(source, offset)))) return true;
    return false;
}

namespace {

bool only_comments(std::string_view text) {
    for (std::string_view line : text::split_lines(text)) {
        line = text::trim(line);
        if (!line.empty() && !line.starts_with("--")) return false;
    }
    return true;
}

} // namespace

SqlBody split_sql_sections(std::string_view source, const std::filesystem::path& path) {
    SqlBody body;
    SqlPart part;
    part.path = path;
    std::size_t part_begin = 0;
    bool in_upgrade = true;
    bool before_sections = true;

    auto finish = [&](std::size_t end, bool upgrade_follows) {
        part.text = std::string(source.substr(part_begin, end - part_begin));
        if (before_sections && end < source.size()) {
            // The header; or, before a section for the way down alone, the way up.
            if (only_comments(part.text)) return;
            if (upgrade_follows)
                throw FileError("SQL before the first section, \"-- upgrade\", belongs to neither way",
                                Place{path.string(), 1, 0});
        }
        if (!in_upgrade && !body.downgrade) body.downgrade.emplace();
        if (text::trim(part.text).empty()) return;
        (in_upgrade ? body.upgrade : *body.downgrade).push_back(part);
    };

    std::size_t offset = 0;
    for (int number = 1; offset < source.size(); ++number) {
        std::size_t begin = offset;
        std::optional<Section> section = section_of(text::trim_end(next_line(source, offset)));
        if (!section) continue;
        if (before_sections || begin > part_begin)
            finish(begin, section->is_upgrade);
        else if (!in_upgrade && !body.downgrade)
            body.downgrade.emplace();
        before_sections = false;
        in_upgrade = section->is_upgrade;
        part.autocommit = section->autocommit;
        part.first_line = number + 1;
        part_begin = offset;
    }
    finish(source.size(), false);
    return body;
}

} // namespace limbeck::script
