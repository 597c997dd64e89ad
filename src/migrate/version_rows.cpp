#include "migrate/version_rows.hpp"

#include "migrate/migration_context.hpp"
#include "script/step.hpp"
#include "support/log.hpp"

namespace limbeck::migrate {

using script::VersionChange;

namespace {

std::string sql_of(const VersionTable& table, const VersionChange& change) {
    switch (change.kind) {
    case VersionChange::Kind::Insert:
        return table.insert_sql(change.to);
    case VersionChange::Kind::Delete:
        return table.delete_sql(change.from);
    case VersionChange::Kind::Update:
        return table.update_sql(change.from, change.to);
    }
    return {};
}

void check_row_count(const VersionTable& table, const VersionChange& change, std::int64_t count) {
    if (count == 1 || change.kind == VersionChange::Kind::Insert) return;
    if (change.kind == VersionChange::Kind::Delete)
        throw CommandError(
            fmt::format("Online migration expected to match one row when deleting '{}' in '{}'; {} found",
                        change.from, table.name(), count));
    throw CommandError(
        fmt::format("Online migration expected to match one row when updating '{}' to '{}' in '{}'; {} found",
                    change.from, change.to, table.name(), count));
}

} // namespace

void write_version_rows(MigrationContext& context, const script::VersionUpdate& update) {
    static log::Logger& logger = log::get("alembic.runtime.migration");
    if (logger.enabled(log::debug)) {
        auto tell = [text = update.log] { logger.debug("{}", text); };
        context.as_sql() ? tell() : context.connection()->after_posted(tell);
    }
    for (const VersionChange& change : update.changes) {
        std::string sql = sql_of(context.version_table(), change);
        if (context.as_sql()) {
            context.script().statement(sql);
            continue;
        }
        auto check = [&table = context.version_table(), change](const database::Result& result) {
            check_row_count(table, change, result.row_count());
        };
        if (context.can_post(sql, {}))
            context.post(sql, {}, {check, {}});
        else
            check(context.connection()->execute(sql));
    }
}

} // namespace limbeck::migrate
