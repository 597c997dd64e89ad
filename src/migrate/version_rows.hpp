// The rows of the version table after a step.
#pragma once

namespace limbeck::script {
struct VersionUpdate;
}

namespace limbeck::migrate {

class MigrationContext;

// Executes or writes the statements. Online each must touch exactly one row, else CommandError.
void write_version_rows(MigrationContext& context, const script::VersionUpdate& update);

} // namespace limbeck::migrate
