// Revision headers that are no literals: the file is run, up to the end of its module level, and asked.
#pragma once

#include "script/header.hpp"

namespace limbeck::project {
class Project;
}

namespace limbeck::api {

// For ScriptOptions::evaluator. An interpreter is made when the first such header is met; the project must outlive
// the evaluator.
script::HeaderEvaluator make_header_evaluator(const project::Project& project);

} // namespace limbeck::api
