#include "script/script_directory.hpp"

#include "script/load.hpp"
#include "support/error.hpp"
#include "support/text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace limbeck::script {

struct ScriptDirectory::State {
    ScriptOptions options;
    std::function<std::vector<Revision>()> load;
    std::optional<RevisionMap> map;
};

ScriptDirectory::ScriptDirectory(ScriptOptions options) : state_(std::make_unique<State>()) {
    state_->options = std::move(options);
    std::error_code error;
    if (!std::filesystem::exists(directory(), error))
        throw CommandError(
            fmt::format("Path doesn't exist: {}.  Please use the 'init' command to create a new "
                        "scripts folder.",
                        directory().string()));
}

ScriptDirectory::ScriptDirectory(std::function<std::vector<Revision>()> load, WarningSink warn)
    : state_(std::make_unique<State>()) {
    state_->options.warn = std::move(warn);
    state_->load = std::move(load);
}

ScriptDirectory::~ScriptDirectory() = default;
ScriptDirectory::ScriptDirectory(ScriptDirectory&&) noexcept = default;

const ScriptOptions& ScriptDirectory::options() const {
    return state_->options;
}

std::vector<std::filesystem::path> ScriptDirectory::version_locations() const {
    return version_folders(state_->options);
}

const RevisionMap& ScriptDirectory::map() const {
    if (!state_->map) {
        std::vector<Revision> revisions = state_->load ? state_->load() : load_revisions(state_->options);
        state_->map.emplace(std::move(revisions), state_->options.warn);
    }
    return *state_->map;
}

namespace {

// Sentences for the errors of one question; the defaults are the reference's.
struct Sentences {
    // Takes the lower and the upper end of the range.
    std::string (*ancestor)(const std::string& start, const std::string& end) = nullptr;
    std::string multiple_heads;
    std::optional<Identifiers> start;
    std::optional<Identifiers> end;
};

[[noreturn]] void fail_as(const RevisionError& error, std::string message) {
    throw CommandError(std::move(message), error.place(), error.hint());
}

// Asks, and gives RevisionErrors the sentences that people see.
template <class Question> auto ask(const Question& question, const Sentences& sentences = {}) {
    try {
        return question();
    } catch (const RangeNotAncestorError& error) {
        std::string start = sentences.start.value_or(error.lower()).to_string();
        std::string end = sentences.end.value_or(error.upper()).to_string();
        fail_as(error,
                sentences.ancestor
                    ? sentences.ancestor(start, end)
                    : fmt::format("Requested range {}:{} does not refer to ancestor/descendant revisions "
                                  "along the same branch",
                                  start, end));
    } catch (const MultipleHeads& error) {
        if (!sentences.multiple_heads.empty()) fail_as(error, sentences.multiple_heads);
        std::string argument =
            sentences.end && !sentences.end->empty() ? sentences.end->to_string() : error.argument();
        fail_as(error,
                fmt::format("Multiple head revisions are present for given argument '{0}'; please specify "
                            "a specific target revision, '<branchname>@{0}' to narrow to a specific head, "
                            "or 'heads' for all heads",
                            argument));
    } catch (const ResolutionError& error) {
        fail_as(error, fmt::format("Can't locate revision identified by '{}'", error.argument()));
    } catch (const RevisionError& error) {
        fail_as(error, error.message());
    }
}

} // namespace

std::vector<RevisionIndex> ScriptDirectory::walk_revisions(const Identifiers& base,
                                                           const Identifiers& head) const {
    Sentences sentences;
    sentences.start = base;
    sentences.end = head;
    return ask(
        [&] { return map().iterate(head, base, {.inclusive = true, .assert_relative_length = false}); },
        sentences);
}

std::vector<RevisionIndex> ScriptDirectory::get_revisions(const Identifiers& id) const {
    return ask([&] { return map().get_revisions(id); });
}

RevisionIndex ScriptDirectory::get_revision(const Identifiers& id) const {
    return ask([&] { return map().get_revision(id); });
}

std::optional<std::vector<std::string>> ScriptDirectory::as_revision_number(const Identifiers& id) const {
    std::vector<std::string> ids = ask([&] { return map().resolve_revision_number(id).ids; });
    if (ids.empty()) return std::nullopt;
    if (!(id.is_text() && id.text() == "heads")) ids.resize(1);
    return ids;
}

std::vector<RevisionIndex> ScriptDirectory::get_all_current(const std::vector<std::string>& ids) const {
    return ask([&] { return map().all_current(ids); });
}

std::optional<std::string> ScriptDirectory::get_current_head() const {
    Sentences sentences;
    sentences.multiple_heads = "The script directory has multiple heads (due to branching).Please use "
                               "get_heads(), or merge the branches using alembic merge.";
    return ask([&] { return map().current_head(); }, sentences);
}

std::optional<std::string> ScriptDirectory::get_base() const {
    std::vector<std::string> bases = get_bases();
    if (bases.size() > 1)
        throw CommandError("The script directory has multiple bases. Please use get_bases().");
    if (bases.empty()) return std::nullopt;
    return bases.front();
}

std::vector<std::string> ScriptDirectory::get_heads(bool consider_depends_on) const {
    return consider_depends_on ? map().real_heads() : map().heads();
}

std::vector<std::string> ScriptDirectory::get_bases() const {
    return map().bases();
}

std::vector<Step> ScriptDirectory::upgrade_steps(const std::string& destination,
                                                 const Identifiers& current) const {
    Sentences sentences;
    sentences.end = destination;
    sentences.ancestor = [](const std::string&, const std::string& end) {
        return fmt::format("Destination {} is not a valid upgrade target from current head(s)", end);
    };
    std::vector<RevisionIndex> revisions =
        ask([&] { return map().iterate(destination, current, {.implicit_base = true}); }, sentences);
    std::vector<Step> steps;
    steps.reserve(revisions.size());
    for (auto revision = revisions.rbegin(); revision != revisions.rend(); ++revision)
        steps.push_back(Step::upgrade(map(), *revision));
    return steps;
}

std::vector<Step> ScriptDirectory::downgrade_steps(const std::string& destination,
                                                   const Identifiers& current) const {
    Sentences sentences;
    sentences.end = destination;
    sentences.ancestor = [](const std::string&, const std::string& end) {
        return fmt::format("Destination {} is not a valid downgrade target from current head(s)", end);
    };
    std::vector<RevisionIndex> revisions =
        ask([&] { return map().iterate(current, destination, {.select_for_downgrade = true}); }, sentences);
    std::vector<Step> steps;
    steps.reserve(revisions.size());
    for (RevisionIndex revision : revisions) steps.push_back(Step::downgrade(map(), revision));
    return steps;
}

namespace {

bool contains(const std::vector<RevisionIndex>& items, RevisionIndex item) {
    return std::find(items.begin(), items.end(), item) != items.end();
}

bool any_of(const std::vector<RevisionIndex>& items, const std::vector<RevisionIndex>& heads) {
    return std::any_of(items.begin(), items.end(), [&](RevisionIndex item) { return contains(heads, item); });
}

// The rows that lie on a line with a target, dependencies counted, each once.
std::vector<RevisionIndex> rows_on_line(const RevisionMap& map, const std::vector<RevisionIndex>& rows,
                                        const std::vector<std::string>& targets) {
    std::vector<RevisionIndex> found;
    for (const std::string& target : targets) {
        if (target.empty()) continue;
        for (RevisionIndex row : map.filter_for_lineage(rows, target, true))
            if (!contains(found, row)) found.push_back(row);
    }
    return found;
}

std::vector<Step> stamp(const RevisionMap& map, const Identifiers& target, const Identifiers& heads) {
    std::vector<RevisionIndex> rows = rows_on_line(map, map.get_revisions(heads), target.items());
    std::vector<RevisionIndex> destinations = map.get_revisions(target);
    if (destinations.empty()) destinations.push_back(no_revision);
    std::vector<Step> steps;
    for (RevisionIndex destination : destinations) {
        if (destination == no_revision) {
            for (RevisionIndex row : rows) steps.push_back(Step::stamp({map[row].id}, {}, false, true));
            continue;
        }
        if (contains(rows, destination)) continue;
        if (destination == base_revision) throw Error("A stamp cannot walk down to the base");
        std::span<const RevisionIndex> one(&destination, 1);
        bool above = any_of(map.descendants(one), rows);
        bool below = any_of(map.ancestors(one), rows);
        if (above && below)
            throw Error(
                fmt::format("The version table has rows above and below revision {}", map[destination].id));
        if (above)
            steps.push_back(Step::stamp(map.ids(rows), {map[destination].id}, false, false));
        else if (below)
            steps.push_back(Step::stamp(map.ids(rows), {map[destination].id}, true, false));
        else
            steps.push_back(Step::stamp({}, {map[destination].id}, true, true));
    }
    return steps;
}

} // namespace

std::vector<Step> ScriptDirectory::stamp_steps(const Identifiers& revisions, const Identifiers& heads) const {
    Sentences sentences;
    sentences.multiple_heads = "Multiple heads are present; please specify a single target revision";
    Identifiers target = revisions.empty() ? Identifiers("base") : revisions;
    return ask([&] { return stamp(map(), target, heads); }, sentences);
}

} // namespace limbeck::script
