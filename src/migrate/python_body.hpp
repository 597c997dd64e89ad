// Revisions written in Python: their modules run as the plan is made, their upgrade() and downgrade() when
// their turn comes.
#pragma once

#include <memory>

#include "migrate/revision_body.hpp"
#include "python/value.hpp"

namespace limbeck::migrate {

class ScriptRuntime;

// The module that the revision's file is, evaluated once in a run. For use while the interpreter is at work.
python::Value revision_module(ScriptRuntime& runtime, const std::string& path);

// Bodies of .py files, all in the runtime's one interpreter. load() parses the file and runs its module
// level: a file that does not parse, does not import or has no upgrade() is an error before anything runs.
std::unique_ptr<BodyLoader> make_python_loader(std::shared_ptr<ScriptRuntime> runtime);

} // namespace limbeck::migrate
