#include "script/doc_text.hpp"
#include "script/header.hpp"
#include "script/sql_revision.hpp"

#include "support/error.hpp"
#include "support/file.hpp"
#include "support/text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace limbeck::script {

namespace {

// Headers stand at a file's start; what follows may be long.
constexpr std::size_t header_bytes = 64 * 1024;
// alembic_version holds as many.
constexpr std::size_t longest_id = 32;

struct SqlName {
    std::string name;   // the file's
    std::string stem;   // without ".sql" and what marks the way
    std::string number; // the digits at its start, zeros before them left out; empty where there are none
    bool is_down = false;
    bool is_pair_up = false;
};

bool take_suffix(std::string& stem, std::string_view suffix) {
    if (stem.size() <= suffix.size() || !text::to_lower(stem).ends_with(suffix)) return false;
    stem.resize(stem.size() - suffix.size());
    return true;
}

std::optional<SqlName> parse_name(const std::string& name) {
    SqlName parsed;
    parsed.name = parsed.stem = name;
    if (name.starts_with(".") || !take_suffix(parsed.stem, ".sql")) return std::nullopt;
    if (take_suffix(parsed.stem, ".up"))
        parsed.is_pair_up = true;
    else
        for (std::string_view suffix : {".down", "_down", "_rollback", ".rollback", "-rollback"})
            if (!parsed.is_down) parsed.is_down = take_suffix(parsed.stem, suffix);
    std::size_t digits = std::min(parsed.stem.find_first_not_of("0123456789"), parsed.stem.size());
    std::size_t zeros = std::min(parsed.stem.find_first_not_of('0'), digits);
    if (digits > 0) parsed.number = zeros == digits ? "0" : parsed.stem.substr(zeros, digits - zeros);
    return parsed;
}

// What an id may hold, no longer than a version table's column.
std::string id_from(const std::string& stem) {
    std::string id = stem;
    for (char& c : id)
        if (std::string_view("@-+: ").find(c) != std::string_view::npos) c = '_';
    if (id.size() <= longest_id) return id;
    std::size_t end = longest_id;
    while (end > 0 && (static_cast<unsigned char>(id[end]) & 0xc0) == 0x80) --end;
    while (end > 1 && id[end - 1] == '_') --end;
    return id.substr(0, end);
}

// "001_add_import_index" is "add import index".
std::string doc_from(const std::string& stem) {
    std::size_t digits = std::min(stem.find_first_not_of("0123456789"), stem.size());
    std::string words = stem.substr(digits);
    for (char& c : words)
        if (c == '_' || c == '-' || c == '.') c = ' ';
    std::string_view trimmed = text::trim(words);
    return trimmed.empty() ? stem : std::string(trimmed);
}

bool is_header_line(std::string_view line) {
    std::string lower = text::to_lower(line);
    for (std::string_view key : {"revision id:", "revises:", "branch labels:", "depends on:", "create date:"})
        if (lower.starts_with(key)) return true;
    return false;
}

// The lines before the first empty one or the header, as one.
std::string first_paragraph(std::string_view longdoc) {
    std::vector<std::string_view> lines;
    for (std::string_view line : doc_lines(longdoc)) {
        line = text::trim(line);
        if (line.empty() || is_header_line(line)) break;
        lines.push_back(line);
    }
    return text::join(lines, " ");
}

bool is_numbered_before(const SqlCandidate& a, const SqlCandidate& b) {
    // A file without a number comes last.
    auto key = [](const SqlCandidate& c) {
        return std::tuple(c.number.empty(), c.number.size(), std::string_view(c.number), c.revision.path);
    };
    return key(a) < key(b);
}

class FolderReader {
  public:
    explicit FolderReader(const std::filesystem::path& folder) : folder_(folder) {}

    SqlFolder read(const std::vector<std::string>& names) {
        for (const std::string& name : names)
            if (std::optional<SqlName> parsed = parse_name(name))
                (parsed->is_down ? downs_ : ups_).push_back(std::move(*parsed));
        taken_.resize(downs_.size());
        SqlFolder out;
        for (const SqlName& up : ups_)
            if (std::optional<SqlCandidate> candidate = read_candidate(up))
                out.candidates.push_back(std::move(*candidate));
        for (std::size_t i = 0; i < downs_.size(); ++i)
            if (!taken_[i]) out.orphans.push_back(folder_ / downs_[i].name);
        find_parents(out.candidates);
        return out;
    }

  private:
    std::optional<SqlCandidate> read_candidate(const SqlName& name) {
        std::filesystem::path path = folder_ / name.name;
        std::string start = file::read_start(path, header_bytes);
        if (start.starts_with("\xef\xbb\xbf")) start.erase(0, 3);
        SqlHeader header = scan_sql_header(start);
        std::size_t down = way_down(name);

        SqlCandidate candidate;
        Revision& revision = candidate.revision;
        revision.path = path.string();
        candidate.is_declared = header.revision || header.down_revisions;
        candidate.has_parent = header.down_revisions.has_value();
        candidate.number = name.number;
        if (name.is_pair_up)
            revision.kind = RevisionKind::SqlPair;
        else if (down != downs_.size() || (!name.number.empty() && !header.revision))
            revision.kind = RevisionKind::SqlBare;
        else if (candidate.is_declared || has_sql_sections(file::read(path)))
            revision.kind = RevisionKind::Sql;
        else
            return std::nullopt;
        if (down != downs_.size()) {
            taken_[down] = true;
            revision.down_path = (folder_ / downs_[down].name).string();
        }
        if (text::find_invalid_utf8(header.description) != std::string::npos)
            throw FileError("the comments at its start are not UTF-8", Place{path.string(), 1, 0});
        fill(revision, header, name);
        check_revision(revision);
        return candidate;
    }

    static void fill(Revision& revision, SqlHeader& header, const SqlName& name) {
        revision.id = header.revision.value_or(id_from(name.stem));
        if (header.down_revisions) revision.down_revisions = std::move(*header.down_revisions);
        if (header.depends_on) revision.depends_on = std::move(*header.depends_on);
        if (header.branch_labels) revision.branch_labels = std::move(*header.branch_labels);
        revision.longdoc = header.description.empty() ? doc_from(name.stem) : header.description;
        revision.doc = first_paragraph(revision.longdoc);
        if (revision.doc.empty()) revision.doc = doc_from(name.stem);
        revision.create_date = header.create_date;
        revision.id_line = header.revision_line;
        revision.down_line = header.down_line;
        revision.depends_line = header.depends_line;
        revision.labels_line = header.labels_line;
    }

    // The number among downs_ of the file for the way down: of the same name, else the only one of the same
    // number; downs_.size() where there is none.
    std::size_t way_down(const SqlName& up) const {
        std::size_t none = downs_.size();
        for (std::size_t i = 0; i < downs_.size(); ++i)
            if (downs_[i].stem == up.stem) return i;
        if (up.number.empty()) return none;
        auto same_number = [&](const SqlName& name) { return name.number == up.number; };
        if (std::count_if(ups_.begin(), ups_.end(), same_number) != 1 ||
            std::count_if(downs_.begin(), downs_.end(), same_number) != 1)
            return none;
        return static_cast<std::size_t>(std::find_if(downs_.begin(), downs_.end(), same_number) -
                                        downs_.begin());
    }

    // Files without "Revises:" follow the one before them in number.
    static void find_parents(std::vector<SqlCandidate>& candidates) {
        std::vector<SqlCandidate*> in_order;
        for (SqlCandidate& candidate : candidates) in_order.push_back(&candidate);
        std::sort(in_order.begin(), in_order.end(),
                  [](const SqlCandidate* a, const SqlCandidate* b) { return is_numbered_before(*a, *b); });
        const SqlCandidate* before = nullptr;
        for (SqlCandidate* candidate : in_order) {
            if (candidate->number.empty() && candidate->is_declared) continue;
            if (!candidate->has_parent && before != nullptr) {
                candidate->revision.down_revisions = {before->revision.id};
                candidate->follows = static_cast<int>(before - candidates.data());
            }
            before = candidate;
        }
    }

    const std::filesystem::path& folder_;
    std::vector<SqlName> ups_;
    std::vector<SqlName> downs_;
    std::vector<bool> taken_;
};

} // namespace

SqlFolder read_sql_folder(const std::filesystem::path& folder, const std::vector<std::string>& names) {
    return FolderReader(folder).read(names);
}

SqlBody read_sql_body(const Revision& revision) {
    std::string source = file::read_text(revision.path);
    if (revision.kind == RevisionKind::Sql || revision.down_path.empty())
        return split_sql_sections(source, revision.path);
    SqlBody up = split_sql_sections(source, revision.path);
    SqlBody down = split_sql_sections(file::read_text(revision.down_path), revision.down_path);
    up.downgrade = std::move(down.upgrade);
    if (down.downgrade)
        for (SqlPart& part : *down.downgrade) up.downgrade->push_back(std::move(part));
    return up;
}

} // namespace limbeck::script
