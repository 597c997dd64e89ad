#include "migrate/recovery.hpp"

#include "script/script_directory.hpp"
#include "support/error.hpp"
#include "support/file.hpp"
#include "support/text.hpp"

#include <filesystem>
#include <set>

namespace limbeck::migrate {

namespace fs = std::filesystem;

namespace {

// How much of a stray file is searched for the id, and how many files are looked at.
constexpr std::size_t searched_bytes = 64 * 1024;
constexpr int searched_files = 5000;
constexpr std::size_t shown_names = 3;

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

// Whether the id stands in the text as a word of its own.
bool has_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        bool free_before = at == 0 || !is_word(text[at - 1]);
        bool free_after = at + word.size() >= text.size() || !is_word(text[at + word.size()]);
        if (free_before && free_after) return true;
    }
    return false;
}

// Ids that begin alike or differ in a few characters, the nearest first.
std::vector<std::string> nearest_ids(const script::RevisionMap& map, const std::string& id) {
    std::vector<std::pair<std::size_t, std::string>> near;
    for (std::size_t i = 0; i < map.size(); ++i) {
        const std::string& other = map[static_cast<script::RevisionIndex>(i)].id;
        std::size_t limit = std::max<std::size_t>(1, std::min(id.size(), other.size()) / 3);
        if (other.starts_with(id) || id.starts_with(other))
            near.emplace_back(0, other);
        else if (std::max(id.size(), other.size()) - std::min(id.size(), other.size()) <= limit)
            if (std::size_t distance = text::edit_distance(id, other); distance <= limit)
                near.emplace_back(distance, other);
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < std::min(near.size(), shown_names); ++i) ids.push_back(near[i].second);
    return ids;
}

// "revision = 'id'" and its like: the file defines the id rather than mentioning it.
enum class Mention { none, mentions, defines };

Mention look_into(const fs::path& file, const std::string& id) {
    std::string start;
    try {
        start = file::read_start(file, searched_bytes);
    } catch (const Error&) {
        return Mention::none;
    }
    Mention found = Mention::none;
    for (std::string_view line : text::split_lines(start)) {
        if (!has_word(line, id)) continue;
        std::string_view begin = text::trim_start(line);
        bool python = begin.starts_with("revision") && line.find('=') != std::string_view::npos;
        bool comment = begin.find("Revision ID:") != std::string_view::npos;
        if (python || comment) return Mention::defines;
        found = Mention::mentions;
    }
    return found;
}

struct StrayFiles {
    std::vector<fs::path> defining;
    std::vector<fs::path> mentioning;
};

// Files of the project, outside the chain too (an old folder, a disabled revision, a backup), that know the
// id.
StrayFiles find_files(const script::ScriptDirectory& scripts, const std::string& id) {
    static const std::set<std::string> skipped = {".git",         ".hg",         ".venv", "venv",
                                                  "node_modules", "__pycache__", ".tox"};
    StrayFiles found;
    std::set<fs::path> roots = {scripts.directory()};
    for (const fs::path& folder : scripts.version_locations()) roots.insert(folder);
    std::set<fs::path> seen;
    int looked_at = 0;
    for (const fs::path& root : roots) {
        std::error_code error;
        fs::recursive_directory_iterator walk(root, fs::directory_options::skip_permission_denied, error);
        for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
            if (walk->is_directory(error) && skipped.count(walk->path().filename().string()))
                walk.disable_recursion_pending();
            if (!walk->is_regular_file(error) || !seen.insert(walk->path()).second) continue;
            if (++looked_at > searched_files) return found;
            std::string name = walk->path().filename().string();
            if (name.find(".py") == std::string::npos && name.find(".sql") == std::string::npos) continue;
            Mention mention = look_into(walk->path(), id);
            if (mention == Mention::defines || (mention == Mention::none && has_word(name, id)))
                found.defining.push_back(walk->path());
            else if (mention == Mention::mentions)
                found.mentioning.push_back(walk->path());
        }
    }
    std::sort(found.defining.begin(), found.defining.end());
    std::sort(found.mentioning.begin(), found.mentioning.end());
    return found;
}

std::string names_of(const std::vector<fs::path>& files) {
    std::vector<std::string> names;
    for (const fs::path& path : files) {
        if (names.size() == shown_names) {
            names.push_back("…");
            break;
        }
        names.push_back(path.lexically_relative(fs::current_path()).string().starts_with("..")
                            ? path.string()
                            : path.lexically_relative(fs::current_path()).string());
    }
    return text::join(names, ", ");
}

// What the other rows of the table need in a `stamp --purge`, which empties it.
std::string stamp_command(const std::vector<std::string>& heads, const std::string& unknown,
                          const std::string& instead) {
    std::vector<std::string> words = {"limbeck", "stamp", "--purge"};
    for (const std::string& head : heads)
        if (head != unknown && head != instead) words.push_back(head);
    words.push_back(instead);
    return text::join(words, " ");
}

void explain(const script::ScriptDirectory& scripts, const std::vector<std::string>& heads,
             const std::string& id, std::vector<std::string>& lines) {
    const script::RevisionMap& map = scripts.map();
    lines.push_back(fmt::format("The database says it is at '{}', which none of the {} revisions in {} has.",
                                id, map.size(), names_of(scripts.version_locations())));
    std::vector<std::string> near = nearest_ids(map, id);
    if (!near.empty()) lines.push_back(fmt::format("Ids like it: {}.", text::join(near, ", ")));
    StrayFiles files = find_files(scripts, id);
    if (!files.defining.empty()) {
        lines.push_back(
            fmt::format("It is defined in {}, which is not part of the chain: put the file back among the "
                        "revisions (in a folder of version_locations, under a name that counts).",
                        names_of(files.defining)));
    } else if (!files.mentioning.empty()) {
        lines.push_back(fmt::format("It is named in {}.", names_of(files.mentioning)));
    } else {
        lines.push_back(
            "No file of the project names it: it may belong to another branch of the code, where it "
            "was applied.");
    }
    lines.push_back("Ways out:");
    lines.push_back("  bring the missing file back, and nothing else is needed;");
    for (const std::string& other : near)
        lines.push_back(fmt::format("  if '{}' is the same revision under a new id: {}", other,
                                    stamp_command(heads, id, other)));
    for (const std::string& head : map.heads())
        if (std::find(near.begin(), near.end(), head) == near.end())
            lines.push_back(fmt::format("  if the schema is that of the head '{}': {}", head,
                                        stamp_command(heads, id, head)));
    lines.push_back(
        fmt::format("  if it is that of another revision: {}", stamp_command(heads, id, "<revision>")));
    if (heads.size() == 1)
        lines.push_back("  if the database is to count as empty: limbeck stamp --purge base");
}

} // namespace

std::vector<std::string> unknown_ids(const script::ScriptDirectory& scripts,
                                     const std::vector<std::string>& heads) {
    std::vector<std::string> unknown;
    for (const std::string& head : heads)
        if (scripts.map().find(head) == script::no_revision) unknown.push_back(head);
    return unknown;
}

std::string explain_unknown_ids(const script::ScriptDirectory& scripts,
                                const std::vector<std::string>& heads) {
    std::vector<std::string> lines;
    for (const std::string& id : unknown_ids(scripts, heads)) explain(scripts, heads, id, lines);
    return text::join(lines, "\n");
}

} // namespace limbeck::migrate
