#include "migrate/environment.hpp"

#include "database/connect.hpp"
#include "project/logging_config.hpp"
#include "project/project.hpp"
#include "support/log.hpp"

namespace limbeck::migrate {

namespace {

// The generic template's logging, for a project whose ini has none.
void apply_default_logging() {
    log::Logger& alembic = log::get("alembic");
    auto handler = std::make_shared<log::StreamHandler>();
    handler->set_formatter(std::make_shared<log::Formatter>("%(levelname)-5.5s [%(name)s] %(message)s"));
    alembic.clear_handlers();
    alembic.add_handler(std::move(handler));
    alembic.set_level(log::info);
}

void apply_logging(const project::Config& config) {
    if (config.config_file_exists() && config.ini().has_section("loggers"))
        project::apply_logging(config.ini());
    else if (!log::get("alembic").enabled(log::info))
        apply_default_logging();
}

ConfigureOptions configure_options(const project::LimbeckYaml& settings) {
    ConfigureOptions options;
    options.transaction_per_migration = settings.transaction_per_migration.value_or(false);
    if (settings.version_table) options.version_table.name = *settings.version_table;
    options.version_table.schema = settings.version_table_schema;
    return options;
}

} // namespace

void BuiltinEnvironment::run(EnvironmentContext& context) {
    const project::Project& project = context.project();
    apply_logging(project.config());
    ConfigureOptions options = configure_options(project.settings());
    project::DatabaseUrl url = project.url().url;

    options.sql_dialect = sql::dialect_for(url.dialect(), url.driver());
    std::unique_ptr<database::Connection> connection;
    if (context.is_offline_mode()) {
        options.literal_binds = true;
        options.sql_dialect->paramstyle = sql::Paramstyle::named;
        options.dialect = url.backend() == project::Backend::postgresql ? database::Dialect::postgresql
                                                                        : database::Dialect::sqlite;
    } else {
        database::ConnectOptions how;
        how.read_only = context.order().dont_mutate;
        // The run does its own waiting, with a word on it now and then.
        how.busy_timeout = 0.1;
        connection = database::connect(url, how);
        options.connection = connection.get();
    }
    context.configure(std::move(options));
    TransactionScope transaction = context.begin_transaction();
    context.run_migrations();
    transaction.commit();
}

} // namespace limbeck::migrate
