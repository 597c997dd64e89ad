#include "migrate/environment.hpp"

#include "migrate/migration_context.hpp"

#include <limbeck/limbeck.hpp>

namespace limbeck::migrate {

TransactionScope::~TransactionScope() {
    if (context_) context_->rollback_scope();
}

void TransactionScope::commit() {
    if (MigrationContext* context = std::exchange(context_, nullptr)) context->commit_scope();
}

EnvironmentContext::EnvironmentContext(const project::Project& project, script::ScriptDirectory& scripts,
                                       BodyLoader& bodies, WorkOrder order, const RunOptions& options)
    : project_(project), scripts_(scripts), bodies_(bodies), order_(std::move(order)), options_(options) {}

EnvironmentContext::~EnvironmentContext() = default;

std::optional<std::string> EnvironmentContext::tag() const {
    return tag_ ? tag_ : options_.tag;
}

void EnvironmentContext::configure(ConfigureOptions options) {
    if (options.tag) tag_ = options.tag;
    context_ = std::make_unique<MigrationContext>(*this, std::move(options));
}

MigrationContext& EnvironmentContext::context() {
    if (!context_) throw Error("No context has been configured yet.");
    return *context_;
}

TransactionScope EnvironmentContext::begin_transaction() {
    return context().begin_transaction();
}

void EnvironmentContext::run_migrations() {
    alembic::HostScope scope(context().script_host());
    context().run_migrations();
}

} // namespace limbeck::migrate
