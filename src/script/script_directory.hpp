// A project's revision files as one chain, and the questions that commands ask of it: the reference's
// ScriptDirectory, with its sentences.
//
// The files are read when the first question is asked; a command that needs none of them pays nothing.
#pragma once

#include "script/header.hpp"
#include "script/revision_map.hpp"
#include "script/step.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace limbeck::project {
class Project;
}

namespace limbeck::script {

struct ScriptOptions {
    // The script location: the folder of env.py. Must exist.
    std::filesystem::path directory;
    // The folders of the revision files; directory/versions where empty. Those that do not exist are passed
    // over.
    std::vector<std::filesystem::path> version_locations;
    bool recursive_version_locations = false;
    bool sourceless = false;
    // Whether .sql files are revisions too.
    bool sql_revisions = true;
    // Asked about headers that are not literal; may be empty.
    HeaderEvaluator evaluator;
    // Takes the sentences of warnings; may be empty.
    WarningSink warn;
};

ScriptOptions script_options(const project::Project& project);

class ScriptDirectory {
  public:
    // Throws CommandError ("Path doesn't exist: x.  Please use the 'init' command to create a new scripts
    // folder.").
    explicit ScriptDirectory(ScriptOptions options);
    // A chain that does not come from files: the function is called instead of reading folders.
    ScriptDirectory(std::function<std::vector<Revision>()> load, WarningSink warn);
    ~ScriptDirectory();
    ScriptDirectory(ScriptDirectory&&) noexcept;

    const ScriptOptions& options() const;
    const std::filesystem::path& directory() const { return options().directory; }
    std::vector<std::filesystem::path> version_locations() const;

    // The chain, read now if it has not been. Throws RevisionError (as it stands), CommandError, FileError.
    const RevisionMap& map() const;
    const Revision& operator[](RevisionIndex index) const { return map()[index]; }

    // ---- questions; RevisionErrors become CommandErrors with the reference's sentences ----

    // Children before parents, from `head` down to `base`, both included. Either may also be the list of
    // current ids.
    std::vector<RevisionIndex> walk_revisions(const Identifiers& base = "base",
                                              const Identifiers& head = "heads") const;
    std::vector<RevisionIndex> get_revisions(const Identifiers& id) const;
    RevisionIndex get_revision(const Identifiers& id) const;
    // Nothing for a base; several for "heads".
    std::optional<std::vector<std::string>> as_revision_number(const Identifiers& id) const;
    // The tips of what is applied when the version table has these ids.
    std::vector<RevisionIndex> get_all_current(const std::vector<std::string>& ids) const;
    std::optional<std::string> get_current_head() const;
    std::optional<std::string> get_base() const;
    // With `consider_depends_on`, heads that others depend on are left out. A RevisionError stays one here.
    std::vector<std::string> get_heads(bool consider_depends_on = false) const;
    std::vector<std::string> get_bases() const;

    // ---- plans: the steps that lead from the rows of the version table to the target, in order ----
    std::vector<Step> upgrade_steps(const std::string& destination, const Identifiers& current) const;
    std::vector<Step> downgrade_steps(const std::string& destination, const Identifiers& current) const;
    std::vector<Step> stamp_steps(const Identifiers& revisions, const Identifiers& heads) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace limbeck::script
