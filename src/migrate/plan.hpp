// What a run is going to do: its steps, and their bodies, read and parsed before anything runs.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "migrate/revision_body.hpp"
#include "script/step.hpp"

namespace limbeck::migrate {

class MigrationContext;

struct PlannedStep {
    script::Step step;
    // Null for a stamp.
    std::unique_ptr<RevisionBody> body;
};

struct Plan {
    std::vector<PlannedStep> steps;

    bool empty() const { return steps.empty(); }
};

// Asks the command for the steps that lead on from `heads` and loads their bodies. An error that an unknown
// id in the version table explains gets that explanation as its hint.
Plan make_plan(MigrationContext& context, const std::vector<std::string>& heads);

// Throws CommandError where a step would write an id that the version table has no room for. `limit` in
// characters; 0: any length.
void check_id_lengths(const Plan& plan, const MigrationContext& context, int limit);

} // namespace limbeck::migrate
