// The one interpreter of a run: env.py and every revision file run in it and share their modules.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "python/value.hpp"

namespace limbeck::python {
class Interpreter;
struct InterpreterOptions;
} // namespace limbeck::python
namespace limbeck::project {
class Project;
}

namespace limbeck::migrate {

// What every interpreter of a project is given: its search path, its files, its environment variables.
python::InterpreterOptions interpreter_options(const project::Project& project);

class ScriptRuntime {
  public:
    // The project must live as long.
    explicit ScriptRuntime(const project::Project& project);
    ~ScriptRuntime();
    ScriptRuntime(const ScriptRuntime&) = delete;
    ScriptRuntime& operator=(const ScriptRuntime&) = delete;

    const project::Project& project() const { return project_; }
    // Made when it is first asked for: a run without Python files has none.
    python::Interpreter& interpreter();
    // The modules of revisions that have been evaluated, by path.
    std::map<std::string, python::Value>& revision_modules() { return revision_modules_; }

  private:
    const project::Project& project_;
    std::unique_ptr<python::Interpreter> interpreter_;
    std::map<std::string, python::Value> revision_modules_;
};

} // namespace limbeck::migrate
