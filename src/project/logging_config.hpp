// Applies the [loggers], [handlers] and [formatters] sections of an ini file to support/log.hpp, as Python's
// logging.config.fileConfig does.
#pragma once

#include "project/ini.hpp"

namespace limbeck::project {

// Whether there is a logging configuration to apply; without one, fileConfig is an error.
bool has_logging(const Ini& ini);

// With `disable_existing_loggers`, as Python's default is, loggers that exist and are neither named in the
// file nor below one that is, fall silent; those the reference has at that time count as existing.
// A formatter class of the application's own becomes a plain one, which the log says.
// Throws ConfigError, naming the section, for what is missing or not understood; nothing is changed then.
void apply_logging(const Ini& ini, bool disable_existing_loggers = true);

} // namespace limbeck::project
