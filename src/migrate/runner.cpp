#include "migrate/runner.hpp"

#include "migrate/environment.hpp"
#include "migrate/migration_context.hpp"
#include "migrate/recovery.hpp"
#include "migrate/revision_body.hpp"
#include "script/script_directory.hpp"

namespace limbeck::migrate {

namespace {

struct Range {
    std::optional<std::string> start;
    std::string target;
};

// "start:target". The reference splits at each of the first two colons and cannot do with three parts.
Range split_range(const std::string& text) {
    std::size_t colon = text.find(':');
    if (colon == std::string::npos) return {std::nullopt, text};
    std::string target = text.substr(colon + 1);
    if (target.find(':') != std::string::npos)
        throw Error(fmt::format("A range has two ends, '{}' has more", text));
    return {text.substr(0, colon), target};
}

} // namespace

Runner::Runner(const project::Project& project, script::ScriptDirectory& scripts)
    : project_(project), scripts_(scripts), environment_(std::make_unique<BuiltinEnvironment>()),
      bodies_(make_body_loader()) {}

Runner::~Runner() = default;

void Runner::use_environment(std::unique_ptr<Environment> environment) {
    environment_ = std::move(environment);
}

void Runner::use_bodies(std::unique_ptr<BodyLoader> bodies) {
    bodies_ = std::move(bodies);
}

void Runner::run(WorkOrder order, const RunOptions& options) {
    EnvironmentContext context(project_, scripts_, *bodies_, std::move(order), options);
    environment_->run(context);
}

void Runner::upgrade(const std::string& target, const RunOptions& options) {
    WorkOrder order;
    Range range = split_range(target);
    if (range.start && !options.sql) throw CommandError("Range revision not allowed");
    order.as_sql = options.sql;
    order.starting_rev = range.start;
    order.destination_revs = {range.target};
    order.with_checks = true;
    order.plan = [this, range](const std::vector<std::string>& heads, MigrationContext&) {
        return scripts_.upgrade_steps(range.target, heads);
    };
    run(std::move(order), options);
}

void Runner::downgrade(const std::string& target, const RunOptions& options) {
    WorkOrder order;
    Range range = split_range(target);
    if (range.start && !options.sql) throw CommandError("Range revision not allowed");
    if (!range.start && options.sql) throw CommandError("downgrade with --sql requires <fromrev>:<torev>");
    order.as_sql = options.sql;
    order.starting_rev = range.start;
    order.destination_revs = {range.target};
    order.plan = [this, range](const std::vector<std::string>& heads, MigrationContext&) {
        return scripts_.downgrade_steps(range.target, heads);
    };
    run(std::move(order), options);
}

void Runner::stamp(const std::vector<std::string>& targets, const RunOptions& options) {
    WorkOrder order;
    for (const std::string& target : targets) {
        if (!options.sql) {
            order.destination_revs.push_back(target);
            continue;
        }
        Range range = split_range(target);
        if (range.start && order.starting_rev && *range.start != *order.starting_rev)
            throw CommandError(
                "Stamp operation with --sql only supports a single starting revision at a time");
        if (range.start) order.starting_rev = range.start;
        order.destination_revs.push_back(range.target);
    }
    order.as_sql = options.sql;
    order.purge = options.purge;
    order.single_transaction = true;
    order.plan = [this, revisions = order.destination_revs](const std::vector<std::string>& heads,
                                                            MigrationContext&) {
        return scripts_.stamp_steps(revisions, heads);
    };
    run(std::move(order), options);
}

void Runner::ensure_version(const RunOptions& options) {
    WorkOrder order;
    order.as_sql = options.sql;
    order.plan = [](const std::vector<std::string>&, MigrationContext& context) {
        context.ensure_version_table();
        return std::vector<script::Step>();
    };
    run(std::move(order), options);
}

void Runner::look(const std::function<void(const DatabaseState&)>& look, const RunOptions& options) {
    WorkOrder order;
    order.dont_mutate = true;
    order.plan = [&](const std::vector<std::string>& heads, MigrationContext& context) {
        look({context.connection()->name(), heads});
        return std::vector<script::Step>();
    };
    run(std::move(order), options);
}

} // namespace limbeck::migrate
