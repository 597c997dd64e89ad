// MigrationContext.configure(): migration contexts that scripts make for themselves.
#pragma once

#include "alembic/host.hpp"

#include <memory>

namespace limbeck::alembic {

// Its arguments; None where they were not given.
struct OwnContext {
    python::Value connection, url, dialect_name, dialect;
    python::Value options; // a dict
};

// Works on the connection, else writes a script for the dialect into `output_buffer` of the options or to
// standard output. The connection lives as long.
std::shared_ptr<Host> make_own_host(const OwnContext& given);

} // namespace limbeck::alembic
