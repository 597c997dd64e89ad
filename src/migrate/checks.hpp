// A runbook's checks, as code: queries that must hold before and after a run.
#pragma once

#include <string>
#include <vector>

#include "database/connection.hpp"
#include "project/limbeck_yaml.hpp"
#include "support/error.hpp"

namespace limbeck::migrate {

// A check that did not hold: the name, what was expected, what came (the first rows).
class CheckFailed : public CommandError {
  public:
    using CommandError::CommandError;
};

// Runs them in order; the first that fails is thrown. `when` is "before" or "after". In a transaction each
// runs under a savepoint.
void run_checks(database::Connection& connection, const std::vector<project::Check>& checks,
                const std::string& when);

} // namespace limbeck::migrate
