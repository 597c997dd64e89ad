// PostgreSQL's types that are created and dropped: ENUM and DOMAIN, and the statements for it.
#pragma once

#include "python/binding.hpp"

namespace limbeck::sqlalchemy {

// CreateEnumType, DropEnumType, CreateDomainType, DropDomainType.
void export_named_types(python::ModuleBuilder& module);

// type.create(bind) and type.drop(bind): nothing on any other dialect. A missing type is made only where
// `checkfirst` finds none, and a present one dropped only where it finds it.
void create_or_drop_type(const python::Value& type, const python::Value& bind, bool creates, bool checkfirst);

} // namespace limbeck::sqlalchemy
