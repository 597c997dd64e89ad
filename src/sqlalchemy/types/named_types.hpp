// PostgreSQL's types that are created and dropped: ENUM and DOMAIN, and the statements for it.
#pragma once

#include "python/binding.hpp"

namespace limbeck::sqlalchemy {

// CreateEnumType, DropEnumType, CreateDomainType, DropDomainType.
void export_named_types(python::ModuleBuilder& module);

} // namespace limbeck::sqlalchemy
