// What a dialect says of itself in plain truths: `dialect.supports_sequences` and its like. Facts of
// SQLAlchemy 2.0.52's dialects, which scripts ask before they write a statement.
#pragma once

#include "python/binding.hpp"

#include <string_view>

namespace limbeck::sqlalchemy {

// `backend` is a dialect's name, or "default"; any other has what its base class has.
void define_dialect_flags(python::ClassBuilder& type, std::string_view backend);

} // namespace limbeck::sqlalchemy
