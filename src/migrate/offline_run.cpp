#include "migrate/offline_run.hpp"

#include "migrate/migration_context.hpp"
#include "migrate/plan.hpp"
#include "migrate/version_rows.hpp"
#include "script/script_directory.hpp"
#include "support/log.hpp"

namespace limbeck::migrate {

void run_offline(MigrationContext& context) {
    static log::Logger& logger = log::get("alembic.runtime.migration");
    EnvironmentContext& environment = context.environment();
    if (environment.order().purge) throw CommandError("Can't use --purge with --sql mode");
    std::vector<std::string> heads = context.current_heads();
    Plan plan = make_plan(context, heads);
    if (plan.empty()) return;

    script::HeadMaintainer rows(environment.scripts().map(), heads);
    bool each = context.transactional_ddl() && context.options().transaction_per_migration;
    for (PlannedStep& planned : plan.steps) {
        if (each) context.script().begin();
        if (rows.heads().empty()) context.ensure_version_table();
        logger.info("Running {}", planned.step.to_string());
        context.static_output("-- Running " + planned.step.short_log());
        if (planned.body) planned.body->run(context);
        write_version_rows(context, rows.update_to_step(planned.step));
        if (context.options().on_version_apply)
            context.options().on_version_apply(planned.step, rows.heads());
        if (each) context.script().commit();
    }
}

} // namespace limbeck::migrate
