// The commands that touch a database: upgrade, downgrade, stamp, current, ensure_version; online and, with
// RunOptions::sql, as a script. The reference's sentences, log lines and order of statements.
//
// What goes wrong in the middle of a run is thrown as it is, with a hint that says at which revision the
// database stands and what to do next.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <limbeck/limbeck.hpp>

namespace limbeck::project {
class Project;
}
namespace limbeck::script {
class ScriptDirectory;
}

namespace limbeck::migrate {

class BodyLoader;
class Environment;
struct WorkOrder;

class Runner {
  public:
    // The environment is the built-in one, bodies are those of SQL revisions, until others are set.
    Runner(const project::Project& project, script::ScriptDirectory& scripts);
    ~Runner();

    void use_environment(std::unique_ptr<Environment> environment);
    void use_bodies(std::unique_ptr<BodyLoader> bodies);

    // `target` may be "start:end" with --sql.
    void upgrade(const std::string& target, const RunOptions& options);
    void downgrade(const std::string& target, const RunOptions& options);
    void stamp(const std::vector<std::string>& targets, const RunOptions& options);
    void ensure_version(const RunOptions& options);

    // The rows of the version table, and the connection's URL with its password hidden.
    struct DatabaseState {
        std::string url;
        std::vector<std::string> heads;
    };
    // Looks without changing anything: `look` is called between the environment's log lines and its end. An
    // error from it that an unknown id in the database explains gets that explanation as its hint.
    void look(const std::function<void(const DatabaseState&)>& look, const RunOptions& options);

  private:
    void run(WorkOrder order, const RunOptions& options);

    const project::Project& project_;
    script::ScriptDirectory& scripts_;
    std::unique_ptr<Environment> environment_;
    std::unique_ptr<BodyLoader> bodies_;
};

} // namespace limbeck::migrate
