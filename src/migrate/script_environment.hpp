// env.py as the environment of a run: it is evaluated in the run's interpreter, opens the connection,
// configures, and starts the run as often as it likes. A project without one gets the built-in environment.
#pragma once

#include "migrate/environment.hpp"

#include <memory>

namespace limbeck::migrate {

class ScriptRuntime;

class ScriptEnvironment final : public Environment {
  public:
    // env.py may set options of the project's configuration, as it may of the reference's.
    ScriptEnvironment(project::Project& project, std::shared_ptr<ScriptRuntime> runtime)
        : project_(project), runtime_(std::move(runtime)) {}

    // Throws what the script ends with; the hint says what can be done without env.py.
    void run(EnvironmentContext& context) override;

  private:
    project::Project& project_;
    std::shared_ptr<ScriptRuntime> runtime_;
};

} // namespace limbeck::migrate
