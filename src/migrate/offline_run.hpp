// A run that writes a script instead of changing a database.
#pragma once

namespace limbeck::migrate {

class MigrationContext;

void run_offline(MigrationContext& context);

} // namespace limbeck::migrate
