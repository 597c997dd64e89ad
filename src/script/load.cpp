#include "script/load.hpp"

#include "script/header.hpp"
#include "script/sql_revision.hpp"
#include "support/error.hpp"
#include "support/file.hpp"
#include "support/text.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <thread>
#include <unordered_set>

#include <sched.h>

#include <fmt/format.h>

namespace limbeck::script {

namespace {

namespace fs = std::filesystem;

struct Listing {
    std::vector<std::string> files;
    std::vector<std::string> folders;
    std::unordered_set<std::string> others; // those of the files that are links, pipes and the like
};

Listing list_folder(const file::Folder& folder) {
    Listing listing;
    for (file::Folder::Entry& entry : folder.entries()) {
        if (entry.kind == file::Folder::EntryKind::Folder) {
            if (!entry.is_link) listing.folders.push_back(std::move(entry.name));
            continue;
        }
        if (entry.is_link || entry.kind != file::Folder::EntryKind::Regular)
            listing.others.insert(entry.name);
        listing.files.push_back(std::move(entry.name));
    }
    return listing;
}

// The processors that this process may use.
unsigned processors() {
    cpu_set_t set;
    if (::sched_getaffinity(0, sizeof set, &set) != 0) return 1;
    return static_cast<unsigned>(CPU_COUNT(&set));
}

bool is_python_revision(std::string_view name) {
    return name.ends_with(".py") && !name.starts_with(".#") && !name.starts_with("__init__");
}

// A file of compiled code that may stand in for a missing source.
bool is_compiled_revision(std::string_view name) {
    return (name.ends_with(".pyc") || name.ends_with(".pyo")) && !name.starts_with(".#") &&
           !name.starts_with("__init__");
}

class Loader {
  public:
    explicit Loader(const ScriptOptions& options) : options_(options) {}

    std::vector<Revision> load() {
        for (const fs::path& folder : version_folders(options_)) {
            std::error_code error;
            if (!fs::exists(folder, error)) continue;
            sql_only_ = folder == options_.directory && options_.version_locations.empty();
            read_folder(fs::canonical(folder), true);
        }
        read_python_files();
        take_sql();
        return std::move(revisions_);
    }

  private:
    // A Python file that was found and is not read yet.
    struct PythonFile {
        std::size_t position; // in revisions_
        std::string path;
        std::string name;
        std::shared_ptr<const file::Folder> folder; // may be null: read by its path
    };

    // SQL files that follow each other by number. Those that no header declares are kept aside until it is
    // known whether anything leads to them.
    struct Line {
        std::vector<std::size_t> undeclared; // positions in revisions_
        bool counts = false;
    };

    void read_folder(const fs::path& folder, bool is_listed) {
        auto opened = std::make_shared<const file::Folder>(folder);
        Listing listing = list_folder(*opened);
        if (open_folders_ == open_folders_limit || listing.files.size() < files_for_threads) opened.reset();
        open_folders_ += opened != nullptr;
        if (!folder.filename().string().ends_with("__pycache__"))
            read_files(folder, listing, is_listed, opened);
        if (!options_.recursive_version_locations) return;
        for (const std::string& name : listing.folders) read_folder(folder / name, false);
    }

    // `opened` keeps folders of many files open until the files are read; how many may be is limited.
    void read_files(const fs::path& folder, const Listing& listing, bool is_listed,
                    const std::shared_ptr<const file::Folder>& opened) {
        const std::vector<std::string>& names = listing.files;
        SqlFolder sql;
        bool has_sql = std::any_of(names.begin(), names.end(),
                                   [](const std::string& name) { return name.ends_with(".sql"); });
        if (options_.sql_revisions && has_sql) sql = read_sql_folder(folder, names);
        std::size_t next_sql = 0;
        std::vector<std::size_t> positions(sql.candidates.size(), revisions_.max_size());
        bool has_python = false;
        if (opened) {
            revisions_.reserve(revisions_.size() + names.size());
            python_files_.reserve(python_files_.size() + names.size());
            seen_.reserve(seen_.size() + names.size());
        }
        std::string prefix = folder.string();
        if (!prefix.ends_with('/')) prefix += '/';
        for (const std::string& name : names) {
            std::string path = prefix + name;
            if (next_sql < sql.candidates.size() && sql.candidates[next_sql].revision.path == path) {
                if (is_new(path)) {
                    positions[next_sql] = revisions_.size();
                    revisions_.push_back(std::move(sql.candidates[next_sql].revision));
                }
                ++next_sql;
            } else if (!sql_only_ && is_python_revision(name)) {
                has_python = true;
                add_python(std::move(path), name, listing.others.contains(name), opened);
            } else if (!sql_only_ && options_.sourceless && is_compiled_revision(name)) {
                read_compiled(path);
            }
        }
        if (options_.sourceless && !sql_only_) read_cache(folder, names);
        bool all_count = is_listed && !has_python;
        find_lines(sql.candidates, positions, all_count);
        if (all_count && !sql.orphans.empty())
            throw FileError(fmt::format("{} is a way down, but its way up is not there",
                                        sql.orphans.front().filename().string()),
                            Place{sql.orphans.front().string()});
    }

    void find_lines(const std::vector<SqlCandidate>& candidates, const std::vector<std::size_t>& positions,
                    bool all_count) {
        std::vector<std::size_t> next(candidates.size(), candidates.size());
        for (std::size_t i = 0; i < candidates.size(); ++i)
            if (candidates[i].follows >= 0) next[static_cast<std::size_t>(candidates[i].follows)] = i;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            if (candidates[i].follows >= 0) continue;
            Line line;
            line.counts = all_count;
            for (std::size_t at = i; at != candidates.size(); at = next[at]) {
                if (positions[at] == revisions_.max_size()) continue;
                if (candidates[at].is_declared)
                    line.counts = true;
                else
                    line.undeclared.push_back(positions[at]);
            }
            lines_.push_back(std::move(line));
        }
    }

    void add_python(std::string path, const std::string& name, bool is_other,
                    const std::shared_ptr<const file::Folder>& folder) {
        PythonFile file{revisions_.size(), std::move(path), name, is_other ? nullptr : folder};
        if (is_other) {
            std::error_code error;
            fs::path real = fs::weakly_canonical(file.path, error);
            if (!error) file.path = real.string();
        }
        if (!is_new(file.path)) return;
        if (is_other && !is_python_revision(fs::path(file.path).filename().string())) return;
        revisions_.emplace_back();
        python_files_.push_back(std::move(file));
    }

    // Reads the files that were found, by several threads where they are many. The error of the first file
    // that has one is thrown. An evaluator is not asked by threads: files that need it are read once more.
    void read_python_files() {
        std::vector<std::exception_ptr> errors(python_files_.size());
        std::atomic<std::size_t> next = 0;
        auto work = [&] {
            constexpr std::size_t at_once = 16;
            for (std::size_t begin; (begin = next.fetch_add(at_once)) < python_files_.size();)
                for (std::size_t i = begin; i < std::min(begin + at_once, python_files_.size()); ++i) try {
                        PythonFile& file = python_files_[i];
                        std::string bytes =
                            file.folder ? file.folder->read_regular(file.name) : file::read(file.path);
                        revisions_[file.position] = read_python_revision(std::move(bytes), file.path, {});
                    } catch (...) {
                        errors[i] = std::current_exception();
                    }
        };
        std::vector<std::jthread> threads;
        if (python_files_.size() >= files_for_threads) {
            std::size_t count = std::clamp(processors(), 1u, 4u);
            while (threads.size() + 1 < count) threads.emplace_back(work);
        }
        work();
        threads.clear();
        for (std::size_t i = 0; i < errors.size(); ++i) {
            if (!errors[i]) continue;
            if (!options_.evaluator) std::rethrow_exception(errors[i]);
            const PythonFile& file = python_files_[i];
            revisions_[file.position] = read_python_revision(fs::path(file.path), options_.evaluator);
        }
    }

    bool is_new(const std::string& path) {
        if (seen_.insert(path).second) return true;
        if (options_.warn)
            options_.warn(fmt::format("File {} loaded twice! ignoring. Please ensure version_locations is "
                                      "unique.",
                                      path));
        return false;
    }

    void read_compiled(const fs::path& path) {
        fs::path source = path;
        source.replace_extension(".py");
        if (fs::exists(source)) return;
        throw CommandError(fmt::format("{} is compiled Python without its source, which cannot be read",
                                       path.filename().string()),
                           Place{path.string()});
    }

    void read_cache(const fs::path& folder, const std::vector<std::string>& names) {
        std::error_code error;
        if (!fs::is_directory(folder / "__pycache__", error)) return;
        auto module = [](const std::string& name) { return name.substr(0, name.find('.')); };
        std::unordered_set<std::string> sources;
        for (const std::string& name : names) sources.insert(module(name));
        for (const std::string& name : list_folder(file::Folder(folder / "__pycache__")).files)
            if (is_compiled_revision(name) && !sources.contains(module(name)))
                read_compiled(folder / "__pycache__" / name);
    }

    // Keeps the SQL files that belong to the chain.
    void take_sql() {
        if (lines_.empty()) return;
        std::vector<bool> undecided(revisions_.size());
        for (const Line& line : lines_)
            for (std::size_t position : line.undeclared) undecided[position] = !line.counts;
        std::unordered_set<std::string> named;
        for (std::size_t i = 0; i < revisions_.size(); ++i) {
            if (undecided[i]) continue;
            for (const auto* names : {&revisions_[i].down_revisions, &revisions_[i].depends_on})
                named.insert(names->begin(), names->end());
        }
        for (const Line& line : lines_) {
            bool leads_here = std::any_of(line.undeclared.begin(), line.undeclared.end(),
                                          [&](std::size_t i) { return named.contains(revisions_[i].id); });
            if (leads_here)
                for (std::size_t position : line.undeclared) undecided[position] = false;
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < revisions_.size(); ++i) {
            if (undecided[i]) continue;
            if (kept != i) revisions_[kept] = std::move(revisions_[i]);
            ++kept;
        }
        revisions_.resize(kept);
    }

    static constexpr std::size_t files_for_threads = 256;
    static constexpr std::size_t open_folders_limit = 64;

    const ScriptOptions& options_;
    bool sql_only_ = false;
    std::vector<Revision> revisions_;
    std::vector<PythonFile> python_files_;
    std::size_t open_folders_ = 0;
    std::vector<Line> lines_;
    std::unordered_set<std::string> seen_;
};

} // namespace

std::vector<fs::path> version_folders(const ScriptOptions& options) {
    if (!options.version_locations.empty()) return options.version_locations;
    std::error_code error;
    fs::path versions = options.directory / "versions";
    if (options.sql_revisions && !fs::exists(versions, error)) return {options.directory};
    return {versions};
}

std::vector<Revision> load_revisions(const ScriptOptions& options) {
    return Loader(options).load();
}

} // namespace limbeck::script
