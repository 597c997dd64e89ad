// limbeck as a library: open an Alembic project, read its history, upgrade, downgrade and stamp a database.
//
//     limbeck::Project project = limbeck::Project::open({});            // ./alembic.ini, as the command does
//     for (const limbeck::Revision& revision : project.history())       // newest first
//         std::puts(revision.one_line().c_str());
//     project.upgrade("head");
//
// What cannot be done is an exception of the limbeck::Error family (error.hpp): one sentence, the place it is
// about, a hint. A Project is used by one thread at a time; several Projects do not disturb each other.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <limbeck/error.hpp>
#include <limbeck/version.hpp>

namespace limbeck {

namespace script {
class RevisionMap;
}

// What the command line's global options say.
struct OpenOptions {
    // -c: an ini file, a pyproject.toml, a limbeck.yaml. Empty: ALEMBIC_CONFIG, else the files of those names
    // here.
    std::vector<std::string> config_files;
    // -n: the section of the ini file.
    std::string section = "alembic";
    // -x: arguments for env.py, "name=value".
    std::vector<std::string> x_arguments;
    // --url: overrides every other source of the database's URL.
    std::optional<std::string> url;
    // -q: the reference's quiet: no messages on standard output.
    bool quiet = false;
    // --max-steps: how many statements and loop rounds the scripts of one run may take before it is ended
    // with an error. 0: no limit.
    std::uint64_t max_steps = 0;
    // Where warnings about the chain go, one sentence each; empty: the standard error.
    std::function<void(std::string_view)> on_warning;
};

// One revision of the chain: a small view, valid as long as its Project lives.
class Revision {
  public:
    Revision(const Revision&) = default;
    Revision& operator=(const Revision&) = default;

    const std::string& id() const;
    // The down revisions, as the file has them.
    std::vector<std::string> parents() const;
    // depends_on, as the file has it.
    std::vector<std::string> dependencies() const;
    // The branch labels the revision has, its own and those that reach it.
    std::vector<std::string> labels() const;
    // The revisions that name this one as their parent.
    std::vector<std::string> children() const;
    // The first paragraph of the docstring, and all of it.
    std::string title() const;
    std::string description() const;
    // The file, absolute.
    std::string path() const;
    // "python" or "sql".
    std::string language() const;
    bool is_head() const;
    bool is_base() const;
    bool is_branch_point() const;
    bool is_merge_point() const;
    // A head once dependencies count as parents, too.
    bool is_real_head() const;
    // Set where the call that gave this view looked at a database and found the revision there.
    bool is_current() const { return current_; }

    // The texts of the reference's reports.
    struct LineOptions {
        bool labels = false;
        bool title = false;
        bool parents = false;
        bool tree = true;
    };
    // "ae1027a6acf (head)", "<base> -> ae1027a6acf (head), title", …
    std::string line(const LineOptions& options) const;
    std::string one_line() const { return line({true, true, true, true}); }
    // The paragraph of `show` and of `history -v`.
    std::string entry() const;

  private:
    friend class Project;
    Revision(const script::RevisionMap& map, int index, bool current)
        : map_(&map), index_(index), current_(current) {}

    const script::RevisionMap* map_;
    int index_;
    bool current_;
};

// What a database says of itself.
struct Current {
    // The database's URL, its password hidden.
    std::string url;
    // The rows of the version table, as they stand there.
    std::vector<std::string> ids;
    // The revisions they name, with all that stand for them as the reference shows them.
    std::vector<Revision> revisions;
    // Whether every head of the chain is in the database.
    bool at_heads = false;
};

// One step of a run, for a progress display. Called before the step (finished = false) and after it.
struct Progress {
    int number = 0; // from 1
    int total = 0;
    std::string id;
    std::string title;
    bool upgrade = true;
    bool finished = false;
    double seconds = 0; // how long the step took, once finished
};

struct RunOptions {
    // Offline: the script goes to `output` instead of its statements to a database.
    bool sql = false;
    std::function<void(std::string_view)> output;
    // --tag, for env.py.
    std::optional<std::string> tag;
    // stamp only: empty the version table first.
    bool purge = false;
    // How long to wait for another runner, in seconds; none: as long as it takes. 0: not at all.
    std::optional<double> lock_timeout;
    std::function<void(const Progress&)> on_progress;
    // What a person at the terminal should know: "waiting for pid 4711 (deploy)".
    std::function<void(std::string_view)> on_notice;
};

struct HistoryOptions {
    // "start:end", either side may be empty or "current"; as `history -r`.
    std::optional<std::string> range;
    // Mark the revisions that the database is at; asks the database.
    bool mark_current = false;
};

class Project {
  public:
    static Project open(const OpenOptions& options);

    Project(Project&&) noexcept;
    Project& operator=(Project&&) noexcept;
    ~Project();

    // The chain, newest first, in the reference's order.
    std::vector<Revision> history(const HistoryOptions& options = {});
    // The same without keeping it: one call per revision.
    void walk(const HistoryOptions& options, const std::function<void(const Revision&)>& visit);
    std::vector<Revision> heads(bool resolve_dependencies = false);
    std::vector<Revision> branch_points();
    // The revisions that a symbol names: an id or the start of one, "head", "heads", "current", a label …
    std::vector<Revision> revisions(const std::string& symbol);

    // `on_read`, where given, is called with the rows as they were read, before the chain is asked what they
    // stand for (which fails where it does not know one): `revisions` is still empty then.
    Current current(const RunOptions& options = {}, const std::function<void(const Current&)>& on_read = {});
    void upgrade(const std::string& target, const RunOptions& options = {});
    void downgrade(const std::string& target, const RunOptions& options = {});
    void stamp(const std::vector<std::string>& targets, const RunOptions& options = {});
    // Creates the version table where it is missing.
    void ensure_version(const RunOptions& options = {});

  private:
    struct State;
    explicit Project(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

} // namespace limbeck
