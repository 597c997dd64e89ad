#include "migrate/plan.hpp"

#include "migrate/migration_context.hpp"
#include "migrate/recovery.hpp"
#include "script/script_directory.hpp"
#include "support/text.hpp"

namespace limbeck::migrate {

namespace {

std::vector<script::Step> ask_for_steps(MigrationContext& context, const std::vector<std::string>& heads) {
    EnvironmentContext& environment = context.environment();
    try {
        return environment.order().plan(heads, context);
    } catch (CommandError& error) {
        if (!context.as_sql() && error.hint().empty())
            error.with_hint(explain_unknown_ids(environment.scripts(), heads));
        throw;
    }
}

} // namespace

Plan make_plan(MigrationContext& context, const std::vector<std::string>& heads) {
    EnvironmentContext& environment = context.environment();
    Plan plan;
    std::vector<script::Step> steps = ask_for_steps(context, heads);
    std::vector<const script::Revision*> expected;
    for (const script::Step& step : steps)
        if (!step.is_stamp) expected.push_back(&environment.scripts()[step.revision]);
    environment.bodies().expect(expected);
    for (script::Step& step : steps) {
        PlannedStep planned;
        if (!step.is_stamp)
            planned.body = environment.bodies().load(environment.scripts()[step.revision], step.is_upgrade,
                                                     context.dialect());
        planned.step = std::move(step);
        plan.steps.push_back(std::move(planned));
    }
    return plan;
}

void check_id_lengths(const Plan& plan, const MigrationContext& context, int limit) {
    if (limit <= 0) return;
    for (const PlannedStep& planned : plan.steps) {
        for (const std::string& id : planned.step.to_revisions) {
            std::size_t length = text::utf8_length(id);
            if (length <= static_cast<std::size_t>(limit)) continue;
            const std::string& table = context.version_table().name();
            throw CommandError(
                fmt::format("Revision id '{}' has {} characters, the column version_num of {} holds {}; "
                            "nothing was changed",
                            id, length, table, limit),
                {},
                fmt::format(
                    "Give the revision a shorter id, or widen the column first: ALTER TABLE {} ALTER COLUMN "
                    "version_num TYPE VARCHAR({});",
                    table, length));
        }
    }
}

} // namespace limbeck::migrate
