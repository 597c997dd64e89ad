// limbeck::Project: the project, its chain and the runner brought together.
#include <limbeck/limbeck.hpp>

#include "api/header_evaluator.hpp"
#include "migrate/python_body.hpp"
#include "migrate/revision_body.hpp"
#include "migrate/runner.hpp"
#include "migrate/script_environment.hpp"
#include "migrate/script_runtime.hpp"
#include "project/project.hpp"
#include "script/script_directory.hpp"
#include "support/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <set>

namespace limbeck {

struct Project::State {
    explicit State(const OpenOptions& options)
        : project(arguments(options)), scripts(with_warnings(options)),
          runtime(std::make_shared<migrate::ScriptRuntime>(project)), runner(project, scripts) {
        runner.use_environment(std::make_unique<migrate::ScriptEnvironment>(project, runtime));
        runner.use_bodies(migrate::make_body_loader(migrate::make_python_loader(runtime)));
    }

    static project::ProjectArguments arguments(const OpenOptions& options) {
        project::ProjectArguments arguments;
        arguments.config.files = options.config_files;
        arguments.config.section = options.section;
        arguments.config.x_arguments = options.x_arguments;
        arguments.config.quiet = options.quiet;
        arguments.url = options.url;
        arguments.max_steps = options.max_steps;
        return arguments;
    }

    script::ScriptOptions with_warnings(const OpenOptions& options) const {
        script::ScriptOptions wanted = script::script_options(project);
        wanted.evaluator = api::make_header_evaluator(project);
        wanted.warn = options.on_warning;
        if (!wanted.warn)
            wanted.warn = [](const std::string& sentence) {
                std::fputs(("UserWarning: " + sentence + "\n").c_str(), stderr);
            };
        return wanted;
    }

    std::vector<script::RevisionIndex> lookup(const std::string& symbol) {
        if (symbol != "current") return scripts.get_revisions(symbol);
        std::vector<script::RevisionIndex> found;
        runner.look(
            [&](const migrate::Runner::DatabaseState& state) { found = scripts.get_revisions(state.heads); },
            {});
        return found;
    }

    project::Project project;
    script::ScriptDirectory scripts;
    std::shared_ptr<migrate::ScriptRuntime> runtime;
    migrate::Runner runner;
};

Project::Project(std::unique_ptr<State> state) : state_(std::move(state)) {}
Project::Project(Project&&) noexcept = default;
Project& Project::operator=(Project&&) noexcept = default;
Project::~Project() = default;

Project Project::open(const OpenOptions& options) {
    return Project(std::make_unique<State>(options));
}

namespace {

// The two ends of a range, as the user wrote them; "" where an end is open.
struct Range {
    std::string base;
    std::string head;
};

Range parse_range(const std::string& text) {
    std::vector<std::string_view> ends = text::split(text::trim(text), ':');
    if (ends.size() == 1) throw CommandError("History range requires [start]:[end], [start]:, or :[end]");
    if (ends.size() > 2) throw CommandError(fmt::format("History range '{}' has more than one ':'", text));
    return {std::string(ends[0]), std::string(ends[1])};
}

// The reference's asbool().
bool is_true(const std::optional<std::string>& text) {
    if (!text) return false;
    std::string word = text::to_lower(text::trim(*text));
    if (word == "true" || word == "yes" || word == "on" || word == "y" || word == "t" || word == "1")
        return true;
    if (word == "false" || word == "no" || word == "off" || word == "n" || word == "f" || word == "0" ||
        word.empty())
        return false;
    throw ConfigError(fmt::format("revision_environment: '{}' is neither true nor false", *text));
}

} // namespace

void Project::walk(const HistoryOptions& options, const std::function<void(const Revision&)>& visit) {
    State& state = *state_;
    Range range;
    if (options.range) range = parse_range(*options.range);

    auto show = [&](const script::Identifiers& base, const script::Identifiers& head,
                    const std::vector<std::string>& currents) {
        std::set<std::string_view> marked;
        if (options.mark_current) marked.insert(currents.begin(), currents.end());
        const script::RevisionMap& map = state.scripts.map();
        for (script::RevisionIndex index : state.scripts.walk_revisions(base, head))
            visit(Revision(map, index, marked.contains(map[index].id)));
    };
    auto or_else = [](const std::string& text, const char* otherwise) {
        return script::Identifiers(text.empty() ? std::string(otherwise) : text);
    };

    bool asks_database = options.mark_current || range.base == "current" || range.head == "current" ||
                         is_true(state.project.config().alembic_option("revision_environment"));
    if (!asks_database) {
        show(or_else(range.base, "base"), or_else(range.head, "heads"), {});
        return;
    }
    state.runner.look(
        [&](const migrate::Runner::DatabaseState& database) {
            script::Identifiers base = or_else(range.base, "base");
            script::Identifiers head = or_else(range.head, "heads");
            script::Identifiers current(database.heads);
            // An empty database stands for an open end, as it does in the reference.
            if (range.head == "current")
                head = database.heads.empty() ? script::Identifiers("heads") : current;
            else if (range.base == "current")
                base = database.heads.empty() ? script::Identifiers("base") : current;
            show(base, head, database.heads);
        },
        {});
}

std::vector<Revision> Project::history(const HistoryOptions& options) {
    std::vector<Revision> revisions;
    walk(options, [&](const Revision& revision) { revisions.push_back(revision); });
    return revisions;
}

std::vector<Revision> Project::heads(bool resolve_dependencies) {
    State& state = *state_;
    std::vector<Revision> heads;
    script::Identifiers names =
        resolve_dependencies ? script::Identifiers("heads") : script::Identifiers(state.scripts.get_heads());
    for (script::RevisionIndex index : state.scripts.get_revisions(names))
        if (index >= 0) heads.push_back(Revision(state.scripts.map(), index, false));
    return heads;
}

std::vector<Revision> Project::branch_points() {
    State& state = *state_;
    std::vector<Revision> points;
    for (script::RevisionIndex index : state.scripts.walk_revisions())
        if (state.scripts[index].is_branch_point)
            points.push_back(Revision(state.scripts.map(), index, false));
    return points;
}

std::vector<Revision> Project::revisions(const std::string& symbol) {
    State& state = *state_;
    std::vector<Revision> found;
    for (script::RevisionIndex index : state.lookup(symbol))
        if (index >= 0) found.push_back(Revision(state.scripts.map(), index, false));
    return found;
}

Current Project::current(const RunOptions& options, const std::function<void(const Current&)>& on_read) {
    State& state = *state_;
    Current current;
    state.runner.look(
        [&](const migrate::Runner::DatabaseState& database) {
            current.url = database.url;
            current.ids = database.heads;
            std::vector<std::string> heads = state.scripts.get_heads();
            current.at_heads = std::set<std::string>(heads.begin(), heads.end()) ==
                               std::set<std::string>(database.heads.begin(), database.heads.end());
            if (on_read) on_read(current);
            for (script::RevisionIndex index : state.scripts.get_all_current(database.heads))
                current.revisions.push_back(Revision(state.scripts.map(), index, false));
        },
        options);
    return current;
}

void Project::upgrade(const std::string& target, const RunOptions& options) {
    state_->runner.upgrade(target, options);
}

void Project::downgrade(const std::string& target, const RunOptions& options) {
    state_->runner.downgrade(target, options);
}

void Project::stamp(const std::vector<std::string>& targets, const RunOptions& options) {
    state_->runner.stamp(targets, options);
}

void Project::ensure_version(const RunOptions& options) {
    state_->runner.ensure_version(options);
}

} // namespace limbeck
